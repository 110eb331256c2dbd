"""Which happenings stood on a voice's word first, and what became of its word later.

A *claim* is a happening (an account) that its earliest reports, those of one day, hand on as
attributed or alleged, innermost on that voice's word, while none of them vouches for it. It is

- *borne out* where, on a later day, a report of another story and another outlet vouches for it, or
  another voice says so (attributed: an allegation bears nothing out);
- *disputed* where, on any day, another voice denies it, or a report of another story says that it
  did not happen.

Both may be so, and neither makes the happening true or false: it says whose word stood first and
who gave theirs later. A report without a day of publication counts for none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.ledger.rows import key
from onrecord.ledger.summary import Telling, voice
from onrecord.record import Record


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A happening first told on a voice's word. key, name: the voice's, as ``participants`` has
    them; record: where it gives its word; borne_out, disputed: the first record that does so."""

    key: str
    name: str
    record: str
    borne_out: str | None = None
    disputed: str | None = None


def claims(tellings: Iterable[Telling]) -> list[Claim]:
    """The claims in one account, by key; a voice of several people is a claim of each."""
    dated = [telling for telling in tellings if telling.published]
    dated.sort(key=lambda told: (told.published or "", told.record.id))
    first = [told for told in dated if told.published == dated[0].published]
    if any(_vouches(told.record) for told in first):
        return []
    found: dict[str, Claim] = {}
    for told in first:
        if told.record.status in ("attributed", "alleged") and not told.record.negated:
            for name in _names(told.record):
                if key(name) not in found:
                    found[key(name)] = _claim(name, told, dated)
    return sorted(found.values(), key=lambda claim: claim.key)


def _claim(name: str, first: Telling, dated: Sequence[Telling]) -> Claim:
    mine = [told for told in dated if key(name) in map(key, _names(told.record))]
    stories = {_story(told) for told in mine}
    outlets = {outlet for told in mine for outlet in told.outlets}
    voices = {voice(told) for told in mine}

    def others() -> Iterator[Telling]:
        """What is told on another's word: another voice's, or that of a report elsewhere."""
        for told in dated:
            if told.record.voices:
                independent = voice(told) not in voices
            else:
                independent = _story(told) not in stories and outlets.isdisjoint(told.outlets)
            if independent:
                yield told

    later = (told for told in others() if (told.published or "") > (first.published or ""))
    return Claim(
        key=key(name),
        name=name,
        record=first.record.id,
        borne_out=next((told.record.id for told in later if _confirms(told.record)), None),
        disputed=next((told.record.id for told in others() if _denies(told.record)), None),
    )


def _names(record: Record) -> list[str]:
    """Whom the record cites innermost, under the names that ``participants`` has."""
    if not record.voices:
        return []
    last = record.voices[-1]
    names = [entity.name or entity.text for entity in last.entities] or [last.text]
    return [" ".join(name.split()) for name in names]


def _story(told: Telling) -> str:
    return told.story or told.record.report


def _vouches(record: Record) -> bool:
    return record.status == "asserted" and not record.negated


def _confirms(record: Record) -> bool:
    return record.status in ("asserted", "attributed") and not record.negated


def _denies(record: Record) -> bool:
    return record.negated != (record.status == "denied")
