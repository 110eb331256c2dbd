"""An account as a value: what all the records of one happening come to, and on whose word.

It never says what is true. It lists who asserts, attributes, alleges and denies, with the reports
in which they do, and counts those voices that are independent: a text that forty outlets print is
one, a person whom forty reports quote is one, and a report's own word counts once a story.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.ledger.agreement import Days, Figures, days, figures
from onrecord.ledger.rows import key
from onrecord.record import Entity, Record, Status


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A record with what is known of its report; story: the id of the text that it prints, or
    the report's own id."""

    record: Record
    outlets: tuple[str, ...] = ()
    published: str | None = None
    story: str = ""


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One record's word on the happening. voice: whose, innermost; None: the report's own.

    independent: none before it in the account, by date, is of the same voice or story.
    """

    record: str
    report: str
    status: Status
    negated: bool
    voice: str | None
    outlets: list[str]
    published: str | None
    confidence: float
    text: str
    independent: bool


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as all its records tell it.

    statuses: how many records have each. words: earliest first. doubted: the same happening is
    both told as a fact or on someone's word, and denied. decided: a person has spoken on it.
    """

    id: str
    event: str
    mode: str | None
    actors: list[str]
    recipients: list[str]
    countries: list[str]
    start: str | None
    end: str | None
    places: list[str]
    statuses: dict[str, int]
    doubted: bool
    days: Days
    figures: list[Figures]
    records: int
    reports: int
    outlets: int
    voices: int
    first_word: str | None
    last_word: str | None
    decided: bool = False
    words: list[Word]


def account(tellings: Sequence[Telling], *, decided: bool = False) -> Account:
    """The account of records that tell of one happening. Raises ValueError for none."""
    if not tellings:
        raise ValueError("an account needs a record")
    ordered = sorted(tellings, key=lambda t: (t.published or "9999", t.record.id))
    records = [telling.record for telling in ordered]
    words = list(_words(ordered))
    published = [telling.published for telling in ordered if telling.published]
    statuses = Counter(_standing(record) for record in records)
    start, end = _when(records)
    return Account(
        id=account_id(records[0].id),
        event=_commonest(record.event for record in records),
        mode=_commonest(record.mode for record in records if record.mode) or None,
        actors=_names(records, "actors"),
        recipients=_names(records, "recipients"),
        countries=sorted({e.country for r in records for e in _all(r) if e.country}),
        start=start,
        end=end,
        places=_ranked(p.name or p.text for r in records for p in r.where),
        statuses=dict(sorted(statuses.items())),
        doubted=0 < statuses["denied"] < len(records),
        days=days(records),
        figures=figures(records),
        records=len(records),
        reports=len({record.report for record in records}),
        outlets=len({outlet for telling in ordered for outlet in telling.outlets}),
        voices=sum(word.independent for word in words),
        first_word=published[0] if published else None,
        last_word=published[-1] if published else None,
        decided=decided,
        words=words,
    )


def account_id(first: str) -> str:
    """An account's id: it follows from its earliest record, so later reports don't change it."""
    return hashlib.sha256(f"account {first}".encode()).hexdigest()[:16]


def voice(telling: Telling) -> str:
    """Who gives their word for a record: whoever is cited innermost, or the report's own story.

    A voice without a name ("officials") is another in each story.
    """
    story = telling.story or telling.record.report
    if not telling.record.voices:
        return f"story {story}"
    last = telling.record.voices[-1]
    named = [entity for entity in last.entities if entity.name or entity.id]
    if named:
        return "voice " + " ".join(sorted(e.id or key(e.name or "") for e in named))
    return f"voice {key(last.text)} in {story}"


def _words(ordered: Sequence[Telling]) -> Iterable[Word]:
    heard: set[str] = set()
    for telling in ordered:
        record, who = telling.record, voice(telling)
        yield Word(
            record=record.id,
            report=record.report,
            status=record.status,
            negated=record.negated,
            voice=_called(record),
            outlets=list(telling.outlets),
            published=telling.published,
            confidence=record.confidence,
            text=record.trigger.text,
            independent=who not in heard,
        )
        heard.add(who)


def _called(record: Record) -> str | None:
    if not record.voices:
        return None
    last = record.voices[-1]
    return ", ".join(e.name for e in last.entities if e.name) or last.text


def _standing(record: Record) -> str:
    """A record's status; what a text says did not happen is denied, whoever says so."""
    return "denied" if record.negated and record.status != "denied" else record.status


def _when(records: Sequence[Record]) -> tuple[str | None, str | None]:
    """The days that most records give, those in words before those of publication."""
    spoken = [r.when for r in records if r.when.basis != "published"] or [r.when for r in records]
    counts: Counter[tuple[str, str]] = Counter((w.start or "", w.end or "") for w in spoken)
    start, end = min(counts, key=lambda both: (-counts[both], not both[0], both))
    return start or None, end or None


def _all(record: Record) -> list[Entity]:
    return [*record.actors, *record.recipients]


def _names(records: Sequence[Record], role: str) -> list[str]:
    found = (entity for record in records for entity in getattr(record, role))
    return _ranked(" ".join((entity.name or entity.text).split()) for entity in found)


def _ranked(found: Iterable[str]) -> list[str]:
    """Each once, those told most often first; of one name's spellings the commonest."""
    spelt: dict[str, Counter[str]] = {}
    for name in found:
        spelt.setdefault(key(name), Counter())[name] += 1
    order: Mapping[str, int] = {one: -counts.total() for one, counts in spelt.items()}
    return [_commonest(spelt[one].elements()) for one in sorted(spelt, key=lambda o: (order[o], o))]


def _commonest(found: Iterable[str]) -> str:
    counts = Counter(found)
    return min(counts, key=lambda one: (-counts[one], one)) if counts else ""
