"""The ledger's answers for people: each function gives the lines of a table or a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli import chart
from onrecord.cli.table import card, coloured_status, console_for, who_line
from onrecord.exports import words
from onrecord.ledger.actors import STANCES, Actor, Cited
from onrecord.ledger.explaining import Reason
from onrecord.ledger.looking import Found, Held, Parked
from onrecord.ledger.questions import Told
from onrecord.ledger.searching import START, STOP, Hit


def timeline(told: list[Told], counts: dict[str, int]) -> Iterator[str]:
    """A chart of all that there is, then the records, and of each its report."""
    console = console_for(to_file=False)
    total = sum(counts.values())
    if not total:
        yield "Nothing on record."
        return
    if sum(1 for month in counts if month) > 1:
        yield from chart.bars(counts, width=min(console.width, 72))
        yield ""
    rows = _table(("when", 3), ("who", 6), ("status", 2), ("on whose word", 4), ("report", 4))
    for one in told:
        record = one.record
        when = Text(words.when(record.when))
        if record.when.basis == "published":
            when.append(" ?", "dim")
        what = Text.assemble((words.what(record), "bold"), "\n").append_text(who_line(record))
        report = Text(_source(one.outlet, one.published))
        report.append(f"\n{record.id}", "dim")
        rows.add_row(when, what, coloured_status(record), words.word(record), report)
    yield from _lines(console, rows)
    left = total - len(told)
    yield f"{total:,} on record" + (f", the latest {len(told):,} shown" if left else "")
    if any(one.record.when.basis == "published" for one in told):
        yield "? no date in the text: the report's own"


def hits(found: list[Hit]) -> Iterator[str]:
    """Reports with the words that were searched for marked."""
    if not found:
        yield "No report has all of these words."
        return
    console = console_for(to_file=False)
    for hit in found:
        head = Text(words.line(hit.title or "Untitled report"), "bold")
        number = "1 record" if hit.records == 1 else f"{hit.records} records"
        about = Text(f"{_source(hit.outlet, hit.published)} · {number} · {hit.report}", "dim")
        yield from _lines(console, Group(head, about, _marked(hit.snippet)))
        yield ""


def cited(found: list[Cited]) -> Iterator[str]:
    """Voices, how often in what stance, and what became of their claims."""
    if not found:
        yield "No voice on record."
        return
    made = any(one.claims is not None for one in found)
    fate = [("claims", 4)] if made else []
    rows = _table(("voice", 5), ("records", 2), ("reports", 2), ("how", 5), *fate)
    for one in found:
        about = ", ".join(filter(None, [one.country, one.sector]))
        name = Text(words.line(one.name)).append(f"  {about}" if about else "", "dim")
        how = {stance: getattr(one, stance) for stance in STANCES}
        claims = {"": one.claims, " borne out": one.borne_out, " disputed": one.disputed}
        cells = [_counted(f"{stance} {n:,}" if n else "" for stance, n in how.items())]
        if made:
            cells.append(_counted(f"{n:,}{fate}" if n else "" for fate, n in claims.items()))
        rows.add_row(name, f"{one.records:,}", f"{one.reports:,}", *cells)
    yield from _lines(console_for(to_file=False), rows)


def _counted(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))


def actor(found: list[Actor]) -> Iterator[str]:
    """What is on record of an actor, a line for each question."""
    (one,) = found
    yield words.line(one.name) + (f" ({one.country})" if one.country else "")
    if not one.acts + one.is_acted_on + one.is_cited:
        yield "Nothing on record."
        return
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    for label, counts in (
        ("records", {"acts": one.acts, "is acted on": one.is_acted_on, "is cited": one.is_cited}),
        ("called", one.names),
        ("does", one.events),
        ("to", one.towards),
        ("status of it", one.statuses),
        ("is done to it", one.suffers),
    ):
        shown = ", ".join(f"{words.line(name)} {n:,}" for name, n in counts.items() if n)
        if shown:
            rows.add_row(label, Text(shown))
    if one.first and one.last:
        rows.add_row("from, to", f"{words.day(one.first)}, {words.day(one.last)}")
    yield from _lines(console_for(to_file=False), rows)


def found(one: Found, *, whole: bool) -> Iterator[str]:
    """A record's card and its report; or a report and the cards of its records."""
    console = console_for(to_file=False)
    yield from _lines(console, _report(one.held))
    yield ""
    records = [one.record] if one.record else one.held.records
    for record in records:
        yield from _lines(console, card(record.id, record))
    if not records:
        yield "  Nothing to put on record was found."
    if whole:
        yield from _lines(console, Text(words.safe(one.held.report.text)))


def reasons(found: list[Reason]) -> Iterator[str]:
    """Field, value, the words behind it and where they stand, and how one came from the other."""
    rows = _table(("field", 2), ("value", 5), ("words", 6), ("at", 2), ("how", 5))
    for one in found:
        at = f"{one.span[0]}-{one.span[1]}" if one.span else ""
        text = f"“{words.line(one.text)}”" if one.text else ""
        rows.add_row(one.field, Text(words.line(one.value), "bold"), text, at, one.how)
    yield from _lines(console_for(to_file=False), rows)


def parked(found: list[Parked]) -> Iterator[str]:
    """Items that could not be taken in, and why."""
    if not found:
        yield "Nothing is parked."
        return
    rows = _table(("what", 6), ("code", 1), ("why", 7))
    for one in found:
        where = words.line(f"{one.source}: {one.item}" if one.item else one.source)
        rows.add_row(where, one.code, words.line(one.reason))
    yield from _lines(console_for(to_file=False), rows)


def _report(held: Held) -> RenderableType:
    head = Text(words.line(held.report.title or "Untitled report"), "bold")
    published = held.published_time or held.report.published
    since = f" (from {held.published_from})" if held.published_from else ""
    lines = [f"report {held.report.id} · {words.day(str(published or 'no date'))}{since}"]
    for one in held.sightings:
        where = [one.outlet, one.address, f"{one.source}: {one.item}".removesuffix(": ")]
        version = f"version {one.version}" if (one.version or 1) > 1 or held.superseded else ""
        lines.append(" · ".join(words.line(part) for part in (*where, version) if part))
    if held.superseded:
        lines.append("a later version of this report is in the ledger")
    if held.reader is None:
        lines.append(f"not read: its language is {held.language or 'unknown'}")
    else:
        lines.append(f"read by onrecord {held.reader}, {held.ontology}")
    return Group(head, *(Text(line, "dim") for line in lines))


def _source(outlet: str | None, published: str | None) -> str:
    return ", ".join(filter(None, [words.line(outlet or ""), words.day(published or "no date")]))


def _marked(snippet: str) -> Text:
    text = Text()
    for number, part in enumerate(snippet.replace(STOP, START).split(START)):
        text.append(words.safe(" ".join(part.split("\n"))), "bold underline" if number % 2 else "")
    return text


def _table(*columns: tuple[str, int]) -> Table:
    rows = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading, ratio in columns:
        rows.add_column(heading, ratio=ratio, overflow="fold")
    return rows


def _lines(console: Console, shown: RenderableType) -> Iterator[str]:
    with console.capture() as captured:
        console.print(shown)
    for line in captured.get().rstrip("\n").split("\n"):
        yield line.rstrip(" ")
