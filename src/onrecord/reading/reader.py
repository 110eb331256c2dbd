"""The reader: a report in, its records out; the questions' answers put together."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.codes.actors import Actors
from onrecord.reading import dates as date_finder
from onrecord.reading.amounts import finder as amount_finder
from onrecord.reading.assembly import explained, records
from onrecord.reading.dates import TimeExpression
from onrecord.reading.own_actors import own_actors
from onrecord.reading.status.scale import Certainty, certainties
from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributed import Attributed, attributed
from onrecord.reading.voices.attributions import attributions
from onrecord.reading.what.pairs import code_pair
from onrecord.reading.what.why import Why
from onrecord.reading.where.named import named
from onrecord.reading.where.places import Toponym
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.participants import Who
from onrecord.record import Amount, Record, Span
from onrecord.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Reader:
    """Reads reports; loads the language model once.

    threads: how many encoder passes run side by side; None, one for each core that this
    process may use. The records are the same with any number. actors: a CSV file of the user's
    own actors (docs/python.md), or a table that is loaded already; it is laid over ours. Raises
    OnrecordError where that file or the model can't be used.
    """

    def __init__(
        self, *, threads: int | None = None, actors: Actors | str | Path | None = None
    ) -> None:
        from onrecord.language import load
        from onrecord.language.tokens import Renewed

        self.own = own_actors(actors)
        self.nlp = load(threads=threads or _cores())
        # spaCy's own limit guards its parsers' memory; windows bound ours
        self.nlp.max_length = 1 << 31
        self._tokens = Renewed()

    def read(self, report: str | Report, published: date | str | None = None) -> list[Record]:
        """The records of one report, in the order of their words.

        published: its day, if ``report`` is plain text; ISO 8601 where it is a string.
        Raises ValueError where that is no date.
        """
        return next(self.pipe([as_report(report, published)]))

    def pipe(self, reports: Iterable[Report], *, batch_size: int = 32) -> Iterator[list[Record]]:
        """The records of each report, in order; ``batch_size`` reports are encoded ahead."""
        pairs = ((self._tokens(_encodable(report.text)), report) for report in reports)
        for doc, report in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            with _undisturbed():
                found = records(doc, report, self.own)
            yield found

    def explain(
        self, report: str | Report, published: date | str | None = None
    ) -> list[tuple[Record, Why]]:
        """The records of one report, each with why it was coded so: which part decided, on which
        words, and the next best category."""
        known = as_report(report, published)
        return explained(self.nlp(_encodable(known.text)), known, self.own)

    def dates(self, text: str, published: date | str | None = None) -> list[TimeExpression]:
        """The time expressions of a text and what they mean at that day."""
        return date_finder.find(text, _day(published))

    def voices(self, text: str) -> list[Attributed]:
        """Every attribution of a text: source, cue, content, stance."""
        tree = self._tree(text)
        return attributed(tree, Who(tree, None, self.own).entities)

    def certainty(self, text: str, spans: Iterable[Span] | None = None) -> list[Certainty]:
        """How certain the text is that each predicate happened: -3 it did not, 3 it did.

        spans: of which words; None, every predicate in the order of the text.
        """
        tree = self._tree(text)
        return certainties(tree, attributions(tree), spans)

    def places(self, text: str) -> list[Toponym]:
        """Every place that a text names, resolved as far as the text allows, with its precision.

        Peoples and bodies named after a place count too ("Kenyan", "Leeds City Council"); where
        something happens is in the records.
        """
        tree = self._tree(text)
        return named(tree, Cast(tree, None, self.own))

    def code(
        self, text: str, *, actor: Span | None = None, recipient: Span | None = None
    ) -> dict[str, float]:
        """How likely each PLOVER category, and ``none``, is what the marked actor does to the
        marked recipient; calibrated, and summing to one.

        actor, recipient: ``[start, end)`` in code points; either may be left out. The sentences
        from the one to the other are what is judged. Raises ValueError for a span that is empty
        or not in the text, and where neither is given.
        """
        return code_pair(self.nlp, _encodable(text), actor, recipient)

    def amounts(self, text: str) -> list[Amount]:
        """Every amount of a text with its bound and unit."""
        return amount_finder.find(text)

    def _tree(self, text: str) -> Tree:
        doc: Doc = self.nlp(_encodable(text))
        return Tree(doc, text)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Python's search for circles of objects waits until a report is read: in the midst of it all
    that was made is still in use, and would be looked at again and again in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def as_report(report: str | Report, published: date | str | None = None) -> Report:
    """Plain text and its day as a Report; a Report with that day, where one is given."""
    if not isinstance(report, Report):
        return Report(text=report, published=_day(published))
    return report if published is None else replace(report, published=_day(published))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _day(published: date | str | None) -> date | None:
    return date.fromisoformat(published) if isinstance(published, str) else published


def _encodable(text: str) -> str:
    """The text with the replacement character for lone surrogates, which spaCy refuses; as long."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text
