"""Every row of the hand-made lexicons is well-formed and its example says what the row says."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from onrecord.codes import lexicon, plover, tables

EVENTS = tables.rows("events")
CUES = tables.rows("cues")
MODALS = tables.rows("modals")
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
# forms of irregular lemmas that do not begin with the lemma's first letters
FORMS = {
    "be": "is are was were been",
    "blow": "blew",
    "break": "broke",
    "bring": "brought",
    "buy": "bought",
    "choose": "chose",
    "cling": "clung",
    "come": "came",
    "cry": "cried",
    "do": "does did done",
    "draw": "drew",
    "drive": "drove",
    "fall": "fell",
    "feed": "fed",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fly": "flies flew flown",
    "forgive": "forgave",
    "freeze": "froze frozen",
    "get": "got",
    "give": "gave",
    "go": "went",
    "have": "has had",
    "hold": "held",
    "keep": "kept",
    "know": "knew",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lie": "lied",
    "make": "made",
    "meet": "met",
    "overrun": "overran",
    "overthrow": "overthrew",
    "pay": "paid",
    "retake": "retook",
    "ring": "rang",
    "rise": "rose",
    "run": "ran",
    "say": "said",
    "see": "saw",
    "seek": "sought",
    "sell": "sold",
    "set": "set",
    "shoot": "shot",
    "sink": "sank",
    "sit": "sat",
    "slay": "slew",
    "speak": "spoke",
    "spy": "spied",
    "stand": "stood",
    "steal": "stole",
    "strike": "struck",
    "strive": "strove",
    "swear": "swore",
    "take": "took",
    "tear": "tore",
    "tell": "told",
    "think": "thought",
    "throw": "threw",
    "try": "tried",
    "uphold": "upheld",
    "unfreeze": "unfroze",
    "win": "won",
    "write": "wrote",
    "wo": "won't",
}


def shows(example: str, lemma: str) -> bool:
    """Whether the example has a form of the lemma's first word."""
    text, word = example.lower(), lemma.split(" ")[0]
    starts = [*FORMS.get(word, "").split(), word[: min(5, max(3, len(word) - 2))]]
    edge = r"(?<!\w)" if word[0].isalpha() and word != "n't" else ""
    return any(re.search(edge + re.escape(start), text) for start in starts)


def key(row: dict[str, str]) -> str:
    return " ".join(row.get(name, "") for name in ("lemma", "pos", "object", "prep", "complement"))


@pytest.mark.parametrize("row", EVENTS, ids=key)
def test_event_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["pos"] in {"verb", "noun", "adj"}
    assert row["complement"] in {"", "clause"}
    assert row["category"] in plover.categories()
    assert not row["mode"] or row["mode"] in plover.modes(row["category"])
    assert set(row["contexts"].split()) <= CONTEXTS
    assert not row["future"] or row["future"] in plover.categories()
    assert re.fullmatch(r"\d{2,4}|", row["cameo"])
    named = re.findall(r"@(\S+?)(?:\||$)", row["object"] + "|" + row["prep"])
    assert set(named) <= CLASSES
    assert {alt.split(" ")[0] for alt in row["prep"].split("|") if alt} <= PREPOSITIONS
    assert len(re.findall(r"[>+]", row["frame"])) == 1
    assert set(re.split(r"[>+|]", row["frame"])) <= PLACES | PREPOSITIONS | {""}
    assert shows(row["example"], row["lemma"])
    assert row["example"][0].isupper() and row["example"].endswith(".")
    for words in (row["actor"] + "|" + row["recipient"]).split("|"):
        assert words in row["example"]


def test_no_key_twice() -> None:
    assert [k for k, n in Counter(map(key, EVENTS)).items() if n > 1] == []
    assert [k for k, n in Counter(map(key, CUES)).items() if n > 1] == []
    assert [k for k, n in Counter(map(key, MODALS)).items() if n > 1] == []
    assert [k for k, n in Counter(map(key, LIGHT)).items() if n > 1] == []


def test_no_example_twice() -> None:
    examples = Counter(row["example"] for row in [*EVENTS, *CUES, *MODALS, *LIGHT])
    assert [text for text, n in examples.items() if n > 1] == []


def test_every_category_and_mode_has_rows() -> None:
    told = {(row["category"], row["mode"]) for row in EVENTS}
    for name in plover.categories():
        assert any(category == name for category, _ in told)
        assert {mode for category, mode in told if category == name and mode} == set(
            plover.modes(name)
        )


@pytest.mark.parametrize("row", CUES, ids=key)
def test_cue_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["pos"] in {"verb", "noun", "adj", "adp", "adv"}
    assert row["stance"] in {"says", "alleges", "denies", "believes", "intends", "wishes"}
    assert 0 <= float(row["strength"]) <= 1
    assert row["factive"] in {"yes", "no", "counter"}
    assert row["reports"] in {"yes", "no"}
    contents = set(row["content"].split("|"))
    assert contents <= {"clause", "to", "object", "quote"} | PREPOSITIONS
    assert shows(row["example"], row["lemma"])


@pytest.mark.parametrize("row", MODALS, ids=key)
def test_modal_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["effect"] in {
        "intended",
        "conditional",
        "believed",
        "wished",
        "negated",
        "alleged",
    }
    assert shows(row["example"], row["lemma"])


@pytest.mark.parametrize("row", LIGHT, ids=key)
def test_light_verb_row(row: dict[str, str]) -> None:
    assert row["subject"] in {"actor", "recipient", "none"}
    assert shows(row["example"], row["lemma"])


def test_noun_classes_hold_lower_case_lemmas_and_known_classes() -> None:
    for row in tables.rows("event_nouns"):
        assert row["lemma"] == row["lemma"].lower().strip()
        assert not row["lemma"].startswith("@") or row["lemma"][1:] in CLASSES
    assert all(lexicon.nouns(name) for name in CLASSES)


def test_the_most_specific_row_comes_first() -> None:
    visits = lexicon.events("call", "verb")
    assert [len(entry.rest) for entry in visits] == sorted(
        (len(entry.rest) for entry in visits), reverse=True
    )
    attack = lexicon.events("accuse", "verb")
    assert attack[-1].preps == () and attack[-1].object is None


def test_conditions_hold_words_and_classes() -> None:
    (cut,) = [e for e in lexicon.events("cut", "verb") if e.cameo == "161" and not e.rest]
    assert cut.object is not None
    assert cut.object.has("diplomatic relations") and not cut.object.has("cake")


def test_lookups_answer_with_entries() -> None:
    assert {e.category for e in lexicon.events("airstrike", "noun")} == {"ASSAULT"}
    assert lexicon.events("airstrike", "verb") == ()
    assert any(cue.rest == ("to",) for cue in lexicon.cues("according", "adp"))
    assert lexicon.modals("unless")[0].effect == "conditional"
    assert any(verb.rest == ("out",) for verb in lexicon.light_verbs()["carry"])
    assert "soldier" in lexicon.nouns("actor")
    with pytest.raises(KeyError):
        lexicon.nouns("nonsense")


def test_loading_is_quick() -> None:
    def load() -> float:
        for name in ("_events", "_cues", "_modals", "_classes", "nouns", "light_verbs"):
            getattr(lexicon, name).cache_clear()
        tables.rows.cache_clear()
        start = time.process_time()
        lexicon.events("attack", "verb")
        lexicon.cues("say", "verb")
        lexicon.modals("will")
        lexicon.light_verbs()
        lexicon.nouns("actor")
        return time.process_time() - start

    assert min(load() for _ in range(5)) < 0.06
