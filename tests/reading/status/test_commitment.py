"""How sure: one sentence for each class, own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.status.commitment import status_of
from onrecord.reading.tree import Tree

STATUSES = [
    # auxiliaries and words like "have to" only where all their words stand
    ("Norway's army has frequently attacked smugglers near the border.", "attacked", "asserted"),
    ("Chad will send troops to Mali.", "send", "intended"),
    ("Under the deal, Ghana is to release 40 prisoners.", "release", "intended"),
    ("The army was about to attack the town.", "attack", "intended"),
    ("Brazil could attack the rebels.", "attack", "conditional"),
    ("Denmark would not send troops to Iraq, its premier said.", "send", "intended"),
    ("Ghana's parliament will debate a bill to send troops to Niger.", "send", "intended"),
    ("Mendes is the first president to visit Malabo.", "visit", "asserted"),
    # conditions, also under an infinitive; not where the main clause has happened
    ("Chad will send troops to Mali unless the rebels attack.", "send", "conditional"),
    ("Should Iran attack Oman, the emirates will send troops.", "attack", "conditional"),
    ("Were the pirates to kill a hostage, Oman would attack their ship.", "kill", "conditional"),
    ("Were the pirates to kill a hostage, Oman would attack their ship.", "attack", "conditional"),
    ("The pact obliges both to send troops if one of them is attacked.", "send", "conditional"),
    ("The pact obliges both to send troops in case Iran attacks.", "send", "conditional"),
    # a duty or a right is no act
    ("The accord requires Zambia to withdraw its troops.", "withdraw", "intended"),
    ("The charter obliges Togo to release the prisoners.", "release", "intended"),
    ("The decree allows Thailand to seize the boats.", "seize", "conditional"),
    ("Both will send troops in case the other is attacked.", "attacked", "conditional"),
    ("The army attacked the camp in case rebels returned.", "attacked", "asserted"),
    ("It is unclear whether rebels attacked the convoy.", "attacked", "conditional"),
    ("At issue: whether troops killed monks", "killed", "conditional"),
    ("Did the army attack the village?", "attack", "conditional"),
    # what was over when something else was tried
    ("The mayor tried to flee Kano weeks after he had attacked a priest.", "attacked", "asserted"),
    # what is told hangs on its being so
    (
        "If it is true that Niger killed the nuns, we will respond, a prefect said.",
        "killed",
        "conditional",
    ),
    (
        "If it turns out that Chad attacked the well, Sudan will close the road.",
        "attacked",
        "conditional",
    ),
    (
        "The killing of the Danish nurse, if confirmed, would be the second.",
        "killing",
        "conditional",
    ),
    ("If true, the arrest of the bishop would be a blow to Laos.", "arrest", "conditional"),
    ("The kidnapping of the pilot, if proven, would be a crime.", "kidnapping", "conditional"),
    # told, but on nobody's word
    ("The reported arrest of two Chilean singers in Peru drew a crowd.", "arrest", "believed"),
    (
        "Villagers fled after the reported killing of a monk by Laotian police.",
        "killing",
        "believed",
    ),
    ("Samoa condemned the reported kidnapping of its consul.", "kidnapping", "believed"),
    # nobody is named
    ("Boko Haram is believed to have abducted twelve women in Borno.", "abducted", "believed"),
    ("Kenya's president is expected to visit Tokyo in July.", "visit", "believed"),
    ("The minister reportedly resigned on Monday.", "resigned", "believed"),
    ("Police were accused of torturing detainees in Minsk.", "torturing", "alleged"),
    ("The alleged killing of a priest led to protests in Lima.", "killing", "alleged"),
    ("The two sides agreed to release 200 prisoners.", "release", "intended"),
    # what is voted for is still to come
    ("The miners of Tete voted to blockade the port.", "blockade", "intended"),
    ("Tonga's assembly voted to expel the consul.", "expel", "intended"),
    # the innermost voice commits
    ("Analysts believe Peru is ready to release the prisoners.", "release", "believed"),
    ("The army denied shooting protesters in Suva.", "shooting", "denied"),
    ("The general pleaded not guilty to ordering the shelling of Goma.", "shelling", "denied"),
    ("The priest pleaded guilty to arming rebels.", "arming", "attributed"),
    ("Police charged a soldier with killing a monk.", "killing", "alleged"),
    ("The army rejected claims that it had bombed a school.", "bombed", "denied"),
    ("The opposition accused the police of torturing detainees.", "torturing", "alleged"),
    ("The UN condemned the bombing of the clinic.", "bombing", "asserted"),
    ("Tunisia's premier voiced his readiness to visit Ankara.", "visit", "intended"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_status(reader: Reader, text: str, trigger: str, status: str) -> None:
    found = [r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()]
    assert [record.status for record in found] == [status]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Fiji failed to sign the treaty.", True),
        ("The treaty has not yet been ratified by Togo.", True),
        ("Neither Serbia nor Kosovo signed the agreement.", True),
        ("No soldiers were killed in Gao.", True),
        ("The army denied shooting protesters.", False),
        ("Togo ratified the treaty on Monday.", False),
        ("The army attacked rebels who had not signed the truce.", False),
    ],
)
def test_negated(reader: Reader, text: str, negated: bool) -> None:
    assert reader.read(text, "2024-05-15")[0].negated is negated


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param(
            "Lima has no plans to hold talks with Quito.",
            "talks",
            marks=pytest.mark.xfail(reason="lost with the weights of 26 November", strict=True),
        ),
        ("The guards at Sarh shot no one.", "shot"),
        ("The village was shelled by nobody, the army said.", "shelled"),
        ("A crowd came close to stoning the consul in Pune.", "stoning"),
        ("Had Togo paid, Ghana would have withdrawn its troops.", "withdrawn"),
        ("If Togo had paid, Ghana would have freed the priest.", "freed"),
    ],
)
def test_nobody_as_object_no_plans_and_what_would_have_been(
    whole_reader: Reader, text: str, trigger: str
) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text]
    assert [r.negated for r in found] == [True]


def test_whether_it_had_happened_is_open(whole_reader: Reader) -> None:
    text = "Doha would not say whether Hamas had accepted the truce."
    assert not any(r.negated for r in whole_reader.read(text, "2024-05-14"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad arrested 30 herders, to be exchanged for its soldiers.", "exchanged"),
        ("Oman lent Fiji two ships, to be returned in May.", "returned"),
        ("Fiji made a list of Chinese diplomats to be expelled.", "expelled"),
        ("Malta handed over a ship to be searched in Bari.", "searched"),
        ("The court named a clerk to be questioned on Monday.", "questioned"),
    ],
)
def test_what_something_is_meant_for_is_to_come(reader: Reader, text: str, word: str) -> None:
    tree = Tree(reader.nlp(text), text)
    assert status_of(tree, tree.words.index(word), []) == "intended"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # told in the present of a day to come
        ("Norway's king visits Lima on Friday, his office said.", "visits", "intended"),
        ("Mali closes its embassy in Paris on June 1.", "closes", "intended"),
        (
            "Oman's sultan meets rebels in Muscat on Saturday, an aide said.",
            "meets",
            "intended",
        ),
        ("The pope flies to Luanda on Saturday to meet rebels.", "flies", "intended"),
        pytest.param(
            "Lima recalls its envoy on 20 May, the ministry said.",
            "recalls",
            "intended",
            marks=pytest.mark.xfail(
                reason="lost with the weights of 27 November, evening", strict=True
            ),
        ),
        # and of one that is past
        ("Rebels attack a convoy near Gao on Monday, killing two.", "attack", "asserted"),
        # what would come, under a participle beside a past
        (
            "Cairo freed nine men, a lawyer said, adding that it would free their leader.",
            "free",
            "intended",
        ),
        (
            "Peru sent aid, its envoy said, adding that it would send troops too.",
            "send",
            "intended",
        ),
        # nobody stands for what "is said"
        ("The general is said to have ordered the raid on Gao.", "raid", "believed"),
        ("Rebels are reported to have attacked a bus.", "attacked", "believed"),
        ("The nuns are said to have been arrested in Vinh.", "arrested", "believed"),
        ("Troops reportedly shelled the port on Monday.", "shelled", "believed"),
        ("The colonel is reported to have shot a priest.", "shot", "believed"),
        ("Police said that rebels had attacked a bus.", "attacked", "attributed"),
    ],
)
def test_days_to_come_and_what_is_said(
    whole_reader: Reader, text: str, trigger: str, status: str
) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-15") if trigger in r.trigger.text]
    assert status in {r.status for r in found}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Malta will not receive the Libyan envoy, the premier said.", False),
        ("Pyongyang has not replied to Seoul's proposal of talks.", False),
        ("Chad will not take part in the talks with the rebels, its envoy said.", False),
        ("Fiji will not sign the treaty with Australia.", False),
        ("Peru will not hand the priest over to Chile.", False),
        ("The government has not rejected the offer of the rebels.", True),
    ],
)
def test_a_refusal_is_not_negated_by_its_own_not(
    whole_reader: Reader, text: str, negated: bool
) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-15") if r.event == "REJECT"]
    assert all(r.negated is negated for r in found)
    assert found or not negated


@pytest.mark.parametrize(
    "text",
    [
        "Chad would not have attacked had Niger not killed its soldiers.",
        "Had Togo not arrested the pilot, Ghana would not have attacked.",
        "Rebels would not have attacked the bridge if Chad had not arrested their leader.",
        "Oman would not have attacked the dhow had the crew not killed a guard.",
        "If Laos had not arrested the singer, the mob would not have attacked the embassy.",
    ],
)
def test_a_negation_turns_round_what_would_have_been(whole_reader: Reader, text: str) -> None:
    read = whole_reader.read(text, "2024-05-15")
    found = [r for r in read if r.trigger.text.startswith("attacked")]
    assert [(r.status, r.negated) for r in found] == [("conditional", False)]


@pytest.mark.parametrize(
    ("text", "trigger", "negated"),
    [
        ("Peru did not go to war with Ecuador.", "war", True),
        ("Peru almost went to war with Ecuador in 1981.", "war", True),
        ("India never came under attack by Nepal.", "attack", True),
        ("The court blocked the deportation of 12 Syrians.", "deportation", True),
        ("A Maltese judge barred the deportation of a nurse.", "deportation", True),
        ("The town came under attack by Nepal.", "attack", False),
        ("The court ordered the deportation of 12 Syrians.", "deportation", False),
    ],
)
def test_what_was_kept_from_happening(
    whole_reader: Reader, text: str, trigger: str, negated: bool
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert found.negated is negated


@pytest.mark.parametrize(
    "text",
    [
        "Police foiled a plot to bomb the stadium.",
        "Rabat thwarted a plan to attack the port.",
        "The army prevented an attempt to kidnap the envoy.",
    ],
)
def test_who_foils_a_plot_did_not_plot(whole_reader: Reader, text: str) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-14") if r.event == "ASSAULT"]
    assert found and not any(record.actors for record in found)
    assert all(record.negated or record.status != "asserted" for record in found)
