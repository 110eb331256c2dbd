"""Passages of the records corpus as units: which words get which labels."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from onrecord.errors import OnrecordError
from training.corpus.notation import Passage, record
from training.labels import CODES, CONTEXTS, EVENTS, MODES, ROLES, STATUSES, VOICES
from training.records import lexicon_units, record_unit
from training.units import NONE, Unit


@pytest.fixture(scope="module")
def nlp() -> Language:
    from onrecord.language import load

    try:
        return load()
    except OnrecordError as error:
        pytest.skip(f"no weights: {error}")


def unit(nlp: Language, text: str, *lines: str) -> Unit:
    made = [record(line) for line in lines]
    passage = Passage(
        id="x",
        published=date(2024, 5, 14),
        text=text,
        records=[gold for gold, _ in made],
        contexts=[contexts for _, contexts in made],
    )
    return record_unit(passage, nlp)


def labelled(found: Unit, head: str) -> dict[str, int]:
    return {
        word: label
        for word, label in zip(found.words, found.labels[head], strict=True)
        if label not in (0, NONE)
    }


TEXT = "Peruvian police arrested two farmers in Lima, and the mayor paid a visit to the jail."
ARREST = (
    "COERCE arrest ; arrested ; Peruvian police{PER COP} > two farmers=farmers{PER CVL} ; "
    'alleged ; 2024-05-14 day published ; voice: mayor "paid" alleges ; contexts: legal crime'
)
VISIT = "CONSULT visit ; paid a visit ; mayor{PER GOV} > jail ; asserted ; 2024-05-14 day published"


def test_labels_stand_at_the_naming_word(nlp: Language) -> None:
    found = unit(nlp, TEXT, ARREST, VISIT)
    assert labelled(found, "events") == {
        "arrested": EVENTS.index("COERCE"),
        "visit": EVENTS.index("CONSULT"),
    }
    assert labelled(found, "modes")["arrested"] == MODES.index("arrest")
    assert labelled(found, "status") == {"arrested": STATUSES.index("alleged")}  # 0: asserted
    bits = labelled(found, "contexts")["arrested"]
    assert {name for place, name in enumerate(CONTEXTS) if bits >> place & 1} == {"legal", "crime"}


def test_a_light_verb_is_left_open(nlp: Language) -> None:
    found = unit(nlp, TEXT, ARREST, VISIT)
    assert found.labels["events"][found.words.index("paid")] == NONE
    assert found.labels["events"][found.words.index("Lima")] == 0


def test_roles_and_pairs(nlp: Language) -> None:
    found = unit(nlp, TEXT, ARREST, VISIT)
    named = {
        (found.words[event], found.words[word], ROLES[role]) for event, word, role in found.roles
    }
    assert ("arrested", "police", "actor") in named
    assert ("arrested", "farmers", "recipient") in named
    pair = found.pairs[0]
    assert [found.words[word] for word in pair.actor] == ["Peruvian", "police"]
    assert pair.codes == (CODES.index("COERCE"),)


def test_what_may_be_left_out_is_left_open(nlp: Language) -> None:
    found = unit(nlp, TEXT, ARREST + " ; optional")
    assert found.labels["events"][found.words.index("arrested")] == NONE and found.asked == []


def test_nothing_on_record(nlp: Language) -> None:
    found = unit(nlp, "The lake has been shrinking for years.")
    assert set(found.labels["events"]) == {0} and found.pairs == []


def test_each_row_of_the_lexicon_teaches_its_word(nlp: Language) -> None:
    units = lexicon_units(nlp)
    taught = sum(any(label > 0 for label in u.labels["events"]) for u in units)
    assert len(units) > 1500 and taught > 0.9 * len(units)


SAID = "Quito has denied that its navy fired on a trawler, a minister told reporters on Monday."
FIRED = (
    "ASSAULT firearms ; fired ; navy=Ecuadorean navy{ECU MIL} > trawler{- BUS} ; denied ; "
    '2024-05-13 day relative ; voice: minister "told" says >> Quito "denied" denies'
)
TOLD = (
    "STATEMENT ; told ; minister{ECU GOV} > ; attributed ; 2024-05-13 day relative ; "
    'voice: minister "told" says'
)


def voice_tags(found: Unit) -> dict[str, str]:
    return {
        word: VOICES[label]
        for word, label in zip(found.words, found.labels["voices"], strict=True)
        if label != NONE
    }


def test_the_outermost_voice_teaches_the_voice_heads(nlp: Language) -> None:
    found = unit(nlp, SAID, FIRED)
    assert voice_tags(found) == {"minister": "B-source", "told": "B-cue", "fired": "I-content"}
    links = found.links or []
    cue = found.words.index("told")
    assert [links[found.words.index(word)] for word in ("minister", "fired", "told")] == [
        cue, cue, NONE,
    ]  # fmt: skip


def test_the_reports_own_word_is_in_no_content(nlp: Language) -> None:
    assert voice_tags(unit(nlp, TEXT, VISIT)) == {"paid": "O", "a": "O", "visit": "O"}


def test_a_saying_on_record_and_a_denied_happening(nlp: Language) -> None:
    found = unit(nlp, SAID, TOLD, FIRED.replace("; denied ;", "; not denied ;"))
    assert labelled(found, "statement") == {"told": 1}
    assert labelled(found, "negated") == {"fired": 1}
    assert set(unit(nlp, TEXT, VISIT).labels["statement"]) == {0}
