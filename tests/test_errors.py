"""Errors have codes, say what to do next, and survive a journey between processes."""

from __future__ import annotations

import pickle
from string import Formatter

import pytest

from onrecord.errors import ERRORS, OnrecordError

DETAILS = {
    "reason": "it is {odd}", "language": "German", "value": "x", "limit": "10", "seconds": "60",
    "column": "body", "columns": "text", "found": 2, "known": 1, "id": "0a", "words": "-",
    "library": "polars", "name": "x", "names": "reports", "verdict": "same",
}  # fmt: skip


@pytest.mark.parametrize("code", ERRORS)
def test_every_error_can_be_raised(code: str) -> None:
    error = OnrecordError(code, path="a{b}.txt", **DETAILS)
    assert str(error) == f"{code} a{{b}}.txt: {error.message}; {error.remedy}"


@pytest.mark.parametrize("code", ERRORS)
def test_templates_name_known_details_only(code: str) -> None:
    problem = ERRORS[code]
    fields = {name for _, name, _, _ in Formatter().parse(problem.message + problem.remedy)}
    assert fields - {None} <= set(DETAILS)


def test_codes_stand_in_order() -> None:
    assert list(ERRORS) == sorted(ERRORS)


def test_pickled() -> None:
    error = pickle.loads(pickle.dumps(OnrecordError("E005", value="2025-02-30", path="a.txt")))
    assert (error.code, error.details["value"]) == ("E005", "2025-02-30")
    assert "a.txt" in str(error)


def test_at_keeps_the_first_place() -> None:
    error = OnrecordError("E003").at("a.txt")
    assert error.at("b.txt").details["path"] == "a.txt"
