"""How many of which unit: the numbers of a rule's tokens, and TIMEX3 durations."""

from __future__ import annotations

from onrecord.reading.dates.scene import Case

VAGUE = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
VAGUE |= {"DE": "XXX", "CE": "XX", "2W": "XXXX-WXX", "ME": "XXXX"}
NAMES = {"D": ("day", "time"), "W": ("week",), "M": ("month",), "Q": ("quarter",), "Y": ("year",)}
UNITS = ("UNIT", "UNITS", "TUNIT", "TUNITS", "SECOND")


def amount(count: str, unit: str) -> str:
    """A TIMEX3 duration value: P3W, PT2H, PXD, P20Y for two decades."""
    if unit in ("H", "MN", "S"):
        return f"PT{count}{unit[0]}"
    size = {"DE": 10, "CE": 100, "ME": 1000, "2W": 2}.get(unit, 1)
    if size > 1 and count != "X":
        product = float(count) * size
        return f"P{product:g}{'W' if unit == '2W' else 'Y'}"
    return f"P{count}{'W' if unit == '2W' else unit}"


def counted(case: Case) -> tuple[float, str] | None:
    """How many and of which unit; None where the number is vague."""
    number = case.value("num", "NUM") or ("1" if case.word("num") in ("a", "an") else "")
    number = number or case.value("few", "FEW").replace("X", "")
    unit = case.value("unit", *UNITS)
    return (float(number), unit) if number and float(number) < 20000 else None
