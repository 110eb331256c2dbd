"""Every row of the event lexicon is well-formed, and its example says what the row says."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from onrecord.codes import composition, events, plover, tables
from onrecord.codes.events import classes_of
from tests.codes.lexicon_rows import key, shows

EVENTS = tables.rows("events")
IDIOMS = tables.rows("idioms")
LIGHT = tables.rows("light_verbs")
CLASSES = {row["class"] for row in tables.rows("event_nouns")}
CONTEXTS = {row["context"] for row in tables.rows("plover_contexts")}
PLACES = {"subj", "obj", "iobj", "clause", "poss"}
PREPOSITIONS = set(
    re.findall(
        r"\w+",
        "of by between from with to for on against in at near outside into over off around about "
        "along towards toward alongside among upon through belonging_to as before behind out_of "
        "in_front_of during without",
    )
)


def conditions(row: dict[str, str]) -> tuple[set[str], set[str]]:
    """The classes and the prepositions that a row names."""
    named = re.findall(r"@(\S+?)(?:\||$)", row["object"] + "|" + row["prep"])
    return set(named), {part.split(" ")[0] for part in row["prep"].split("|") if part}


@pytest.mark.parametrize("row", EVENTS, ids=key)
def test_event_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["pos"] in {"verb", "noun", "adj"}
    assert row["complement"] in {"", "clause", "to"}
    assert row["category"] in plover.categories()
    assert not row["mode"] or row["mode"] in plover.modes(row["category"])
    assert set(row["contexts"].split()) <= CONTEXTS
    assert not row["future"] or row["future"] in plover.categories()
    assert re.fullmatch(r"\d{2,4}|", row["cameo"])
    named, prepositions = conditions(row)
    assert named <= CLASSES
    assert prepositions <= PREPOSITIONS
    assert len(re.findall(r"[>+]", row["frame"])) == 1
    assert set(re.split(r"[>+|]", row["frame"])) <= PLACES | PREPOSITIONS | {""}
    assert shows(row["example"], row["lemma"])
    assert row["example"][0].isupper() and row["example"].endswith(".")
    for words in (row["actor"] + "|" + row["recipient"]).split("|"):
        assert words in row["example"]


@pytest.mark.parametrize("row", IDIOMS, ids=key)
def test_idiom_row(row: dict[str, str]) -> None:
    assert row["pos"] in {"verb", "noun", "adj"}
    named, prepositions = conditions(row)
    assert named <= CLASSES
    assert prepositions <= PREPOSITIONS
    assert shows(row["example"], row["lemma"])


@pytest.mark.parametrize("row", LIGHT, ids=key)
def test_light_verb_row(row: dict[str, str]) -> None:
    assert row["subject"] in {"actor", "recipient", "teller", "none"}
    assert shows(row["example"], row["lemma"])


def test_no_row_and_no_example_twice() -> None:
    for table in (EVENTS, IDIOMS, LIGHT):
        assert [k for k, n in Counter(map(key, table)).items() if n > 1] == []
    examples = Counter(row["example"] for row in [*EVENTS, *IDIOMS, *LIGHT])
    assert [text for text, n in examples.items() if n > 1] == []


def test_every_category_and_mode_has_rows() -> None:
    told = {(row["category"], row["mode"]) for row in EVENTS}
    for name in plover.categories():
        assert any(category == name for category, _ in told)
        assert {mode for category, mode in told if category == name and mode} == set(
            plover.modes(name)
        )


def test_noun_classes_hold_lower_case_lemmas_and_known_classes() -> None:
    for row in tables.rows("event_nouns"):
        assert row["lemma"] == row["lemma"].lower().strip()
        assert not row["lemma"].startswith("@") or row["lemma"][1:] in CLASSES
    assert {"actor", "troops"} <= classes_of("soldier")
    assert classes_of("nonsense word") == frozenset()


def test_the_row_that_asks_for_most_comes_first() -> None:
    for lemma in ("call", "accuse", "send", "attack"):
        demands = [entry.demands for entry in events.events(lemma, "verb")]
        assert demands == sorted(demands, reverse=True)
    assert events.events("accuse", "verb")[-1].object is None


def test_of_rows_that_ask_for_as_much_the_narrowest_comes_first() -> None:
    order = [entry.object.groups for entry in events.events("summon", "verb") if entry.object]
    assert order[0] == {"diplomat"}


def test_conditions_hold_words_phrases_and_classes() -> None:
    (cut,) = [e for e in events.events("cut", "verb") if e.cameo == "161" and not e.rest]
    assert cut.object is not None and "ties" in cut.object.groups
    (blast,) = [e for e in events.events("explode", "verb") if e.object is not None]
    assert blast.object is not None and blast.object.of_subject is not None
    assert ("car", "bomb") in blast.object.of_subject.phrases
    assert {e.category for e in events.events("airstrike", "noun")} == {"ASSAULT"}
    assert events.events("airstrike", "verb") == ()
    assert events.events("war", "noun")[0].category == ""
    assert "carry out" in events.light_verbs()


@pytest.mark.parametrize("row", tables.rows("composition"), ids=lambda row: " ".join(row.values()))
def test_composition_row(row: dict[str, str]) -> None:
    assert row["outer"] in composition.OUTER
    assert row["content"] in plover.categories()
    assert row["category"] in plover.categories()
    assert not row["mode"] or row["mode"] in plover.modes(row["category"])
    assert row["detail"] in {"", "080", *plover.modes(row["content"])}


def test_a_promised_attack_is_a_threat_to_whom_it_would_hit() -> None:
    (vow,) = [e for e in events.events("vow", "verb") if e.complement]
    attack = next(e for e in events.events("attack", "verb") if e.object is None and not e.prep)
    threat = composition.compose(vow, attack)
    assert (threat.category, threat.mode) == ("THREATEN", "violence")
    assert threat.frame.startswith("subj>obj")
    visit = events.events("visit", "verb")[0]
    assert composition.compose(vow, visit) is vow


def test_loading_is_quick() -> None:
    def load() -> float:
        for name in ("_table", "_classes", "_sizes", "_needs", "light_verbs"):
            getattr(events, name).cache_clear()
        tables.rows.cache_clear()
        start = time.process_time()
        events.events("attack", "verb")
        events.light_verbs()
        return time.process_time() - start

    assert min(load() for _ in range(5)) < 0.08
