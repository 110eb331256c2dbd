"""Nothing that is asked about the words of texts may keep all that it was ever asked."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import onrecord
from onrecord.language import columns
from onrecord.language.columns import strings
from onrecord.language.lemmas import lemma
from onrecord.language.tokens import Renewed
from onrecord.remembered import REMEMBERED

# Asked about our own tables, columns and assets only, of which there are so many and no more.
TABLES = {
    "api.reader", "codes.events._needs", "codes.ids._table", "codes.parts.having",
    "codes.plover._names", "codes.steering.having", "codes.tables.rows", "exports.codes._table",
    "exports.html._asset", "ledger.store._insertion", "reading.amounts.finder._use",
    "reading.when.tenses.words_of_time", "reading.where.scenes._words",
    "reading.where.toponyms._country", "reading.who.genders._genders",
    "reading.who.referring.words_of", "reading.who.wording._words",
}  # fmt: skip


def remembering() -> Iterator[tuple[str, Callable[..., Any], int | None]]:
    """Functions that keep their answers, by their names, and how many answers."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not module.name.endswith("__main__"):
            for name, found in vars(import_module(module.name)).items():
                ours = getattr(found, "__module__", "") == module.name
                if (
                    ours
                    and hasattr(found, "cache_parameters")
                    and inspect.signature(found).parameters
                ):
                    whole = f"{module.name.removeprefix('onrecord.')}.{name}"
                    yield whole, found, found.cache_parameters()["maxsize"]


def test_every_memory_has_an_end() -> None:
    endless = {name for name, _, most in remembering() if most is None}
    assert endless == TABLES
    assert all(most <= REMEMBERED for _, _, most in remembering() if most is not None)


def test_words_without_end() -> None:
    tokens = Renewed()
    for number in range(0, 3 * REMEMBERED, 64):
        doc = tokens(" ".join(f"word{each}" for each in range(number, number + 64)))
        assert strings(doc, "ORTH")[-1] == f"word{number + 63}"
        assert len(tokens.tokenizer.vocab.strings) <= tokens.limit + 128
        assert len(columns._KNOWN) <= REMEMBERED + 128
    for number in range(REMEMBERED + 9):
        assert lemma(f"{'x' * (number % 20)}q{number}s", "NNS")
    assert lemma.cache_info().currsize == REMEMBERED
