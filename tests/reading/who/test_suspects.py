"""Who is held over an act is not its actor: nobody says that they did it."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def actors(reader: Reader, text: str, trigger: str) -> list[str]:
    read = reader.read(text, "2024-05-06")
    records = [r for r in read if trigger == r.trigger.text and r.event in ("ASSAULT", "COERCE")]
    assert records, f"no record at {trigger!r}"
    return [actor.name or actor.text for record in records for actor in record.actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peruvian police arrested three men in the killing of a judge.", "killing"),
        ("A Milan man was arrested in the murder of two women.", "murder"),
        ("Police held a student over the attack on the embassy.", "attack"),
        ("Two brothers were detained after the bombing of a market.", "bombing"),
        ("Police arrested a man in connection with the murder of a judge.", "murder"),
        pytest.param(
            "A sailor wanted in the shooting of a priest fled to Peru.",
            "shooting",
            marks=pytest.mark.xfail(
                reason="lost with the weights of 27 November, evening", strict=True
            ),
        ),
        ("Police questioned a student over the attack on the embassy.", "attack"),
        ("Kenyan police are investigating the bombing of a market.", "bombing"),
        ("Peru condemned the bombing of a market in Lima.", "bombing"),
        ("Ghana denounced the attack on the embassy.", "attack"),
    ],
)
def test_a_suspect_is_no_actor(reader: Reader, text: str, trigger: str) -> None:
    assert actors(reader, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Quito reported heavy shelling of two border villages.", "shelling"),
        ("The league documented killings in the camp.", "killings"),
        ("The Red Cross verified the killing of six nurses in Myanmar.", "killing"),
        ("Reporters witnessed the beating of two students in Minsk.", "beating"),
        ("The commission recorded thirty attacks on schools last year.", "attacks"),
    ],
)
def test_who_only_tells_of_an_act_is_no_actor(reader: Reader, text: str, trigger: str) -> None:
    assert actors(reader, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Peruvian rebels killed a judge, and police arrested three men.", "killed",
         ["Peruvian rebels"]),
        ("Police arrested three men in Lima.", "arrested", ["Police"]),
        ("The court probed the police's killing of a boy.", "killing", ["police"]),
        ("Rebels attacked a convoy in the north after the arrest of a leader.", "attacked",
         ["Rebels"]),
    ],
)  # fmt: skip
def test_who_acts_stays(reader: Reader, text: str, trigger: str, expected: list[str]) -> None:
    assert actors(reader, text, trigger) == expected


def recipients(reader: Reader, text: str, trigger: str) -> list[str]:
    read = reader.read(text, "2024-05-06")
    records = [r for r in read if trigger == r.trigger.text and r.event in ("ASSAULT", "COERCE")]
    assert records, f"no record at {trigger!r}"
    return [one.name or one.text for record in records for one in record.recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Milan waiter was arrested in the poisoning of two bankers.", ["Milan waiter"]),
        ("Peruvian police arrested three men in the killing of a judge.", ["men"]),
        ("A Lagos trader was arrested over the murder of a priest.", ["Lagos trader"]),
        ("Police detained two soldiers in connection with the shooting of a student.",
         ["soldiers"]),
        ("Kenyan police arrested a guard and a cook in Nairobi.", ["guard", "cook"]),
    ],
)  # fmt: skip
def test_a_victim_is_not_arrested(reader: Reader, text: str, expected: list[str]) -> None:
    arrests = [r.trigger.text for r in reader.read(text, "2024-05-06") if r.mode == "arrest"]
    assert recipients(reader, text, arrests[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police filed charges against the mayor on Wednesday.", ["Police"]),
        ("LIMA (AP) - Nurses filed a complaint against a general on Monday.", ["Nurses"]),
        ("The union filed a lawsuit against the ministry.", ["union"]),
        ("Prosecutors brought charges against two judges.", ["Prosecutors"]),
    ],
)
def test_who_files_charges_makes_them(reader: Reader, text: str, expected: list[str]) -> None:
    record = next(r for r in reader.read(text, "2024-05-06") if r.event == "ACCUSE")
    assert [actor.name or actor.text for actor in record.actors] == expected


@pytest.mark.parametrize(
    ("text", "event", "actors"),
    [
        ("Chad's president sacked the defence minister after a mutiny in Moundou.", "PROTEST", []),
        ("Lima suspended two generals after a massacre of villagers.", "ASSAULT", []),
        ("The emir dismissed a governor following a raid by rebels.", "ASSAULT", ["rebels"]),
        ("Oslo recalled its envoy after the bombing of a market.", "ASSAULT", []),
        ("Togo expelled the consul after a riot in Kara.", "PROTEST", []),
        # talks are held by those who sack afterwards
        ("The premier sacked a minister after a meeting with the union.", "CONSULT",
         ["The premier", "the union"]),
    ],
)  # fmt: skip
def test_who_is_sacked_after_an_act_did_not_do_it(
    reader: Reader, text: str, event: str, actors: list[str]
) -> None:
    found = next(r for r in reader.read(text, "2024-05-06") if r.event == event)
    assert [entity.text for entity in found.actors] == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chile's navy held drills off Peru on Friday.", ["Chile's navy"]),
        ("Japan and Fiji will hold joint drills in the Coral Sea.", ["Japan", "Fiji"]),
        ("Greece and Malta will hold naval exercises.", ["Greece", "Malta"]),
        ("Nurses held a protest in Oslo on Monday.", ["Nurses"]),
        ("Chad's envoy held talks with Ghana's premier.", ["Chad's envoy", "Ghana's premier"]),
    ],
)
def test_who_holds_a_drill_holds_nobody(reader: Reader, text: str, actors: list[str]) -> None:
    assert [entity.text for entity in reader.read(text, "2024-05-06")[0].actors] == actors
