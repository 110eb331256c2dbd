"""Model and lexicon weighed together, with scores made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from onrecord.language.inventories import CONTEXTS, EVENTS, MODES
from onrecord.language.scores import SCORES
from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.what.coded import weighed
from onrecord.reading.what.happenings import Happening, happenings

TEXT = "Peru's navy seized two trawlers on Monday and the minister blathered."


def told(reader: Reader, **logits: dict[str, float]) -> list[Happening]:
    """The happenings of TEXT where the model has these logits; elsewhere it says none."""
    doc = reader.nlp(TEXT)
    events = np.zeros((len(doc), len(EVENTS)), np.float32)
    events[:, 0] = 9.0
    rows: dict[str, Any] = {
        "events": events,
        "modes": np.zeros((len(doc), len(MODES)), np.float32),
        "contexts": np.full((len(doc), len(CONTEXTS)), -9.0, np.float32),
    }
    for word, scores in logits.items():
        place = next(token.i for token in doc if token.text == word)
        for name, value in scores.items():
            if name in EVENTS:
                events[place, EVENTS.index(name)] = value
            elif name in MODES:
                rows["modes"][place, MODES.index(name)] = value
            else:
                rows["contexts"][place, CONTEXTS.index(name)] = value
    doc.user_data[SCORES] = rows
    tree = Tree(doc, TEXT)
    return weighed(tree, happenings(tree, lambda place: ()).happenings)


def test_both_agree(reader: Reader) -> None:
    (item,) = told(reader, seized={"COERCE": 9.0, "O": 5.0})
    assert (item.entry.category, item.coded is not None) == ("COERCE", True)
    assert item.row is not None and item.row.category == "COERCE"
    assert item.coded is not None and item.coded.ranking[0][1] > 0.9


def test_what_the_model_holds_for_nothing_is_left_out(reader: Reader) -> None:
    assert told(reader, seized={"O": 9.0}) == []


def test_the_model_may_code_otherwise(reader: Reader) -> None:
    (item,) = told(reader, seized={"ASSAULT": 9.0, "O": 0.0, "abduct": 4.0, "military": 3.0})
    assert (item.entry.category, item.entry.mode) == ("ASSAULT", "abduct")
    assert item.entry.contexts == ("military",) and item.row is not None


def test_a_word_that_the_lexicon_lacks(reader: Reader) -> None:
    items = told(reader, blathered={"REJECT": 9.0, "O": 0.0, "yield": 3.0})
    assert [item.head for item in items if item.row is None] == [items[-1].head]
    assert (items[-1].entry.category, items[-1].entry.mode) == ("REJECT", "yield")


def test_a_mode_is_one_of_its_category(reader: Reader) -> None:
    (item,) = told(reader, blathered={"REJECT": 9.0, "O": 0.0, "abduct": 9.0})
    assert item.entry.mode is None


@pytest.mark.parametrize("word", [",", "the", "on"])
def test_only_words_that_can_name_something(reader: Reader, word: str) -> None:
    doc = reader.nlp(TEXT)
    if word in [token.text for token in doc]:
        assert told(reader, **{word: {"ASSAULT": 9.0, "O": 0.0}}) == []


def test_without_scores_the_lexicon_alone_decides(reader: Reader) -> None:
    doc = reader.nlp(TEXT)
    doc.user_data.pop(SCORES, None)
    tree = Tree(doc, TEXT)
    found = weighed(tree, happenings(tree, lambda place: ()).happenings)
    assert [item.entry.category for item in found] == ["COERCE"]
    assert found[0].coded is None and found[0].row == found[0].entry


def test_a_word_of_another_happening_is_none_of_its_own(reader: Reader) -> None:
    # the parser takes this "greetings" for a clause of its own
    text = (
        "Portuguese Prime Minister Inês Valadares sent greetings to Kenyan President Joseph Otieno "
        "on Friday, praising “two decades of steady friendship,” the Lisbon Press Agency reported."
    )
    triggers = [record.trigger.text for record in reader.read(text, "2025-03-14")]
    assert [trigger for trigger in triggers if "greetings" in trigger] == ["sent greetings"]


@pytest.mark.parametrize(
    "text",
    [
        "The Karen army offered a ceasefire on Sunday.",
        "Chad's rebels offered the junta a three-week truce.",
        "Lima promised the miners an armistice.",
        "Fiji offered the release of six Tongan sailors.",
        "The militia offered concessions to the mayors of the valley.",
    ],
)
def test_what_is_offered_is_not_done(reader: Reader, text: str) -> None:
    (offer,) = reader.read(text, "2024-05-06")
    assert (offer.event, offer.status) == ("CONCEDE", "asserted")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo's army will hold military drills.", "MOBILIZE"),
        ("Belgium's army will hold military exercises.", "MOBILIZE"),
        ("Chile and Peru will hold joint drills in May.", "AGREE"),
        ("Nurses will stage a protest in Oslo.", "PROTEST"),
        ("Malta's premier will pay a visit to Oslo.", "AGREE"),
    ],
)
def test_a_verb_and_its_noun_are_seen_together(reader: Reader, text: str, event: str) -> None:
    assert event in {record.event for record in reader.read(text, "2024-05-06")}


@pytest.mark.parametrize(
    "text",
    [
        "The Associated Press contributed to this report.",
        "Jan Novak in Lima contributed to this story.",
        "Reuters contributed to this article.",
        "(Reporting by Jan Novak in Lima; Editing by Ana Kolar)",
        "Additional reporting by Ana Kolar in Nairobi; writing by Jan Novak.",
    ],
)
def test_who_wrote_it_did_nothing(reader: Reader, text: str) -> None:
    assert reader.read(text, "2024-05-06") == []
