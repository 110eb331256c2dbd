"""Days and times as feeds, pages and tables write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.errors import OnrecordError
from onrecord.intake.moments import moment

DAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2025-03-14", None),
        ("20250314", None),
        (20250314, None),
        (20250314.0, None),
        ("14 March 2025", None),
        ("March 14, 2025 5:30 pm", None),
        (DAY, None),
        (datetime(2025, 3, 14), None),
        ("2025-03-14T00:00:00", None),
        ("2025-03-14T09:30:00Z", "2025-03-14T09:30:00+00:00"),
        ("2025-03-14 23:30:00-05:00", "2025-03-14T23:30:00-05:00"),
        ("20250314093000", "2025-03-14T09:30:00"),
        ("Fri, 14 Mar 2025 09:30:00 GMT", "2025-03-14T09:30:00+00:00"),
        (datetime(2025, 3, 14, 9, 30, tzinfo=UTC), "2025-03-14T09:30:00+00:00"),
        (1741944600, "2025-03-14T09:30:00+00:00"),
        (1741944600000, "2025-03-14T09:30:00+00:00"),
        ("1741944600", "2025-03-14T09:30:00+00:00"),
    ],
)
def test_moment(value: object, time: str | None) -> None:
    assert moment(value) == (DAY, time)


@pytest.mark.parametrize(
    "value", ["03/04/2025", "soon", "", "20251399", 5, float("nan"), float("inf"), True, "9" * 400]
)
def test_no_moment(value: object) -> None:
    with pytest.raises(OnrecordError, match="E005"):
        moment(value)
