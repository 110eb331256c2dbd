"""Claims that somebody calls false: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

REFUTED = [
    (
        "The claim that Gabon had shelled the village was false, its minister told reporters.",
        "shelled",
        "its minister",
    ),
    (
        "Reports that Togo had bombed the bridge were nonsense, the general said.",
        "bombed",
        "the general",
    ),
    (
        "The spokesman said that it was untrue that soldiers had attacked the crowd.",
        "attacked",
        "The spokesman",
    ),
    (
        "The minister described as “absolutely false” a report that troops had bombed a school.",
        "bombed",
        "The minister",
    ),
    (
        "According to state radio the rumours that guards killed a monk are “inventions”.",
        "killed",
        "state radio",
    ),
    (
        "Niger's radio branded as a lie the report that rebels had bombed a school.",
        "bombed",
        "Niger's radio",
    ),
    (
        "The envoy dismissed as lies reports that rebels had kidnapped nurses.",
        "kidnapped",
        "The envoy",
    ),
    (
        "It is not true that Togolese soldiers attacked the ferry, the prefect said.",
        "attacked",
        "the prefect",
    ),
    (
        "The Bolivian minister said it was a lie that police had tortured the miners.",
        "tortured",
        "The Bolivian minister",
    ),
    (
        "Reports that Laos had arrested a bishop are not accurate, the embassy said.",
        "arrested",
        "the embassy",
    ),
    (
        "It was not the case that guards had attacked the nuns, a Maltese spokesman said.",
        "attacked",
        "a Maltese spokesman",
    ),
    (
        "It is inconceivable that Fijian sailors attacked the trawler, the admiral said.",
        "attacked",
        "the admiral",
    ),
    (
        "The Omani spokesman said there was no truth in reports that gunmen had bombed the mosque.",
        "bombed",
        "The Omani spokesman",
    ),
    (
        "There is no basis for the claim that Peru deported the nurses, the consul said.",
        "deported",
        "the consul",
    ),
    (
        "It is doubtful that Chad attacked the caravan, the general said.",
        "attacked",
        "the general",
    ),
    # who finds no proof of it does not stand for it
    (
        "The African Union said there was no evidence that Togo had bombed the bridge.",
        "bombed",
        "The African Union",
    ),
    (
        "There is no proof that Peruvian sailors attacked the trawler, a judge said.",
        "attacked",
        "a judge",
    ),
    (
        "There was no indication that guards had tortured the singer, the coroner said.",
        "tortured",
        "the coroner",
    ),
]

NOT_REFUTED = [
    (
        "The African Union said there was evidence that Togo had bombed the bridge.",
        "bombed",
        ("attributed", ["The African Union"]),
    ),
    (
        "It is true that Togolese soldiers attacked the ferry, the prefect said.",
        "attacked",
        ("attributed", ["the prefect"]),
    ),
    # who says that a thing can't be done denies no deed
    (
        "It is impossible to attack the fort, the Chadian captain said.",
        "attack",
        ("attributed", ["the Chadian captain"]),
    ),
    # whose claim it is stands there: it is theirs
    (
        "The bishop's claim that soldiers had bombed a school was baseless, the general said.",
        "bombed",
        ("alleged", ["The bishop"]),
    ),
    # what is not false is not denied
    (
        "Reports that soldiers had bombed a school were not false, the general said.",
        "bombed",
        ("attributed", ["the general"]),
    ),
    # what is called false is something else
    (
        "Rebels bombed a school, the general said, and called the truce a lie.",
        "bombed",
        ("attributed", ["the general"]),
    ),
]


@pytest.mark.parametrize(("text", "trigger", "voice"), REFUTED)
def test_who_calls_a_claim_false_denies_it(
    reader: Reader, text: str, trigger: str, voice: str
) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert found.status == "denied"
    assert [(known.text, known.stance) for known in found.voices] == [(voice, "denies")]


@pytest.mark.parametrize(("text", "trigger", "told"), NOT_REFUTED)
def test_what_is_not_called_false(
    reader: Reader, text: str, trigger: str, told: tuple[str, list[str]]
) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert (found.status, [known.text for known in found.voices]) == told
