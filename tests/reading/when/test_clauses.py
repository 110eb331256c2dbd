"""Days that stand beside a happening's own word, and of what is done by saying it; sentences of
our own."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.when.times import Times

PUBLISHED = "2024-05-06"  # a Monday


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        # a day to come is the act's, not the plan's
        ("The army tomorrow plans to attack Goma.", "attack", "2024-05-07", "2024-05-07"),
        ("The premier said that she tomorrow intends to visit Oslo.", "visit",
         "2024-05-07", "2024-05-07"),
        # done by saying it
        ('"I applaud the minister for his courage," said Senator Bo Lindqvist.', "applaud",
         "2024-05-06", "2024-05-06"),
        ('"We praise the king for his courage," the envoy said on Friday.', "praise",
         "2024-05-03", "2024-05-03"),
        # a headline's participle
        ("Chadian envoy expelled", "expelled", "2024-05-06", "2024-05-06"),
        ("Two priests kidnapped near Goma", "kidnapped", "2024-05-06", "2024-05-06"),
    ],
)  # fmt: skip
def test_days(reader: Reader, text: str, trigger: str, start: str, end: str) -> None:
    found = [r for r in reader.read(text, PUBLISHED) if trigger in r.trigger.text]
    assert (start, end) in {(r.when.start, r.when.end) for r in found}


@pytest.mark.parametrize(
    ("text", "word", "start", "end"),
    [
        ("Rebels fired the missile that killed a priest last April.", "fired",
         "2024-04-01", "2024-04-30"),
        ("Kenya deplored the bombings which killed 20 people in Goma on Thursday.", "bombings",
         "2024-05-02", "2024-05-02"),
        ("He fired the shots that killed a priest last April.", "fired",
         "2024-04-01", "2024-04-30"),
        # a weapon may be had long before
        ("He bought the rifle that killed a priest last April.", "bought", "2024-05-06",
         "2024-05-06"),
        # whom somebody was arrested for shooting was shot before
        ("Police arrested the man who shot a guard last April.", "arrested",
         "2024-05-06", "2024-05-06"),
    ],
)  # fmt: skip
def test_what_an_act_or_a_weapon_did(
    reader: Reader, text: str, word: str, start: str, end: str
) -> None:
    tree = Tree(reader.nlp(text), text)
    when = Times(tree, date.fromisoformat(PUBLISHED)).of(tree.words.index(word))
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        # what somebody is known for having said is no news of the day
        ("He beat a councillor who accused him of neglecting the poor.", "accused", None),
        ("Norway expelled the banker who praised the coup.", "praised", None),
        ("The senator met the envoy who promised him grain.", "promised", None),
        # what goes on is, and so is an act on the ground
        ("The mayor met the envoy, who promised him grain.", "promised", PUBLISHED),
        ("Peru arrested two men who attacked a bank.", "attacked", PUBLISHED),
    ],
)
def test_what_somebody_is_known_for(
    reader: Reader, text: str, trigger: str, start: str | None
) -> None:
    found = [r for r in reader.read(text, PUBLISHED) if r.trigger.text.startswith(trigger)]
    assert [r.when.start for r in found] == [start]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("In a letter delivered on Thursday, Mongolia urged Peru to free the painter.", "urged",
         "2024-05-02"),
        ("Forty nuns, in a petition that was read out in Lima on Saturday, urged the king to "
         "free the poet.", "urged", "2024-05-04"),
        ("In a statement released on Friday, the rebels accused Chad of spying.", "accused",
         "2024-05-03"),
        ("Iran thanked Oman in a message broadcast on Sunday.", "thanked", "2024-05-05"),
        ("The militia threatened the envoy in a tape that a station aired on Friday.",
         "threatened", "2024-05-03"),
        # the day of the town's fall is not that of the accusation
        ("In a town that fell on Friday, a bishop condemned Togo.", "condemned", "2024-05-06"),
    ],
)  # fmt: skip
def test_what_is_written_is_said_when_it_is_put_out(
    reader: Reader, text: str, trigger: str, day: str
) -> None:
    found = next(r for r in reader.read(text, PUBLISHED) if trigger in r.trigger.text)
    assert (found.when.start, found.when.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Rebels seized six women as they fled Goma on Sunday.", "seized", "2024-05-05"),
        ("Police beat two nuns while they prayed in Lima on Friday.", "beat", "2024-05-03"),
        ("Gunmen attacked a senator as she left home on Saturday.", "attacked", "2024-05-04"),
        ("The army shelled the town as talks began in Oslo on Friday.", "shelled", "2024-05-03"),
        # what had been asked on Friday may be done on Monday
        ("Oslo expelled two spies as Riga had asked on Friday.", "expelled", "2024-05-06"),
    ],
)
def test_as_and_while_share_their_day(reader: Reader, text: str, trigger: str, day: str) -> None:
    found = next(r for r in reader.read(text, PUBLISHED) if trigger in r.trigger.text)
    assert (found.when.start, found.when.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Oslo said troops had crossed the river on Friday and shot three herders.", "shot",
         "2024-05-03"),
        ("The UN said rebels had stormed a school on Saturday and killed six nuns.", "killed",
         "2024-05-04"),
        ("Police had raided the hall on Friday and arrested two poets, he said.", "arrested",
         "2024-05-03"),
        ("Chad said gunmen had entered a camp on Sunday and kidnapped a nurse.", "kidnapped",
         "2024-05-05"),
        ("Lima said the navy had seized a boat on Friday and jailed its crew.", "jailed",
         "2024-05-03"),
    ],
)  # fmt: skip
def test_joined_verbs_share_had_and_their_day(
    reader: Reader, text: str, trigger: str, day: str
) -> None:
    found = next(r for r in reader.read(text, PUBLISHED) if trigger in r.trigger.text)
    assert (found.when.start, found.when.end) == (day, day)
