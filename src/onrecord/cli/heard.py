"""Accounts for people: a row each with who says so how often, or one with every word on it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.table import console_for
from onrecord.exports import words
from onrecord.ledger.summary import Account, Word


def accounts(found: list[Account]) -> Iterator[str]:
    """A table of accounts, and how many there are."""
    if not found:
        yield "No accounts."
        return
    rows = _table(("when", 3), ("what", 7), ("told as", 4), ("reports", 2), ("voices", 2))
    for one in found:
        what = Text.assemble((_what(one), "bold"), "\n", _who(one), "\n", (one.id, "dim"))
        told = Text(", ".join(f"{status} {count}" for status, count in one.statuses.items()))
        if one.doubted:
            told.append("\nin doubt", "bold red")
        rows.add_row(_when(one), what, told, f"{one.reports:,}", f"{one.voices:,}")
    yield from _lines(rows)
    yield "1 account" if len(found) == 1 else f"{len(found):,} accounts"


def account(one: Account) -> Iterator[str]:
    """What an account comes to, then every word, earliest first."""
    yield f"{_what(one)}  {one.id}"
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    reports = "1 report" if one.reports == 1 else f"{one.reports:,} reports"
    outlets = "1 outlet" if one.outlets == 1 else f"{one.outlets:,} outlets"
    voices = "1 independent voice" if one.voices == 1 else f"{one.voices:,} independent voices"
    for label, text in (
        ("who", _who(one)),
        ("when", _when(one) + ("" if one.days.agree else "  (the reports don't agree)")),
        ("where", ", ".join(map(words.line, one.places))),
        *(("how many", ", ".join(map(words.line, amounts.texts))
           + ("" if amounts.agree else "  (the reports don't agree)")) for amounts in one.figures),
        ("told in", f"{reports}, {outlets}, {voices}"),
        ("words", _span(one.first_word, one.last_word)),
        ("decided", "people have corrected this account" if one.decided else ""),
    ):  # fmt: skip
        if text:
            rows.add_row(label, text)
    yield from _lines(rows)
    yield ""
    table = _table(("published", 3), ("told as", 3), ("on whose word", 6), ("outlet", 4), ("", 4))
    for word in one.words:
        table.add_row(*_word(word))
    yield from _lines(table)


def _word(word: Word) -> list[RenderableType]:
    standing = f"{word.status}, did not happen" if word.negated else word.status
    voice = Text(words.line(word.voice or "the report itself"))
    if not word.independent:
        voice.append("  (heard before)", "dim")
    day = words.day(word.published or "no date")
    outlets = ", ".join(map(words.line, word.outlets))
    return [day, standing, voice, outlets, Text(word.record, "dim")]


def _what(one: Account) -> str:
    return f"{one.event} {one.mode}" if one.mode else one.event


def _who(one: Account) -> str:
    actors = ", ".join(map(words.line, one.actors)) or "—"
    recipients = ", ".join(map(words.line, one.recipients))
    return f"{actors} → {recipients}" if recipients else actors


def _when(one: Account) -> str:
    return _span(one.start, one.end) or "no date"


def _span(start: str | None, end: str | None) -> str:
    days = [words.day(day) for day in dict.fromkeys((start, end)) if day]
    return " to ".join(days)


def _table(*columns: tuple[str, int]) -> Table:
    rows = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading, ratio in columns:
        rows.add_column(heading, ratio=ratio, overflow="fold")
    return rows


def _lines(shown: RenderableType) -> Iterator[str]:
    console = console_for(to_file=False)
    with console.capture() as captured:
        console.print(shown)
    for line in captured.get().rstrip("\n").split("\n"):
        yield line.rstrip(" ")
