"""Which date is a happening's own, and what stands where the text gives none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.reading.reader import Reader
from onrecord.record import Record

PUBLISHED = "2024-05-06"  # a Monday
Days = tuple[str | None, str | None, str]


def told(reader: Reader, text: str, trigger: str, published: str | None = PUBLISHED) -> Record:
    """The record whose trigger starts with the words."""
    found = [r for r in reader.read(text, published) if r.trigger.text.startswith(trigger)]
    assert found, f"no record at {trigger!r}"
    return found[0]


def days(record: Record) -> Days:
    return record.when.start, record.when.end, record.when.basis


DATED = [
    # a weekday with its date in brackets is in words
    ("Peruvian troops seized a port on Friday (May 3), the ministry said.", "seized",
     ("2024-05-03", "2024-05-03", "stated")),
    ("Gunmen killed six soldiers near Gao on April 2.", "killed",
     ("2024-04-02", "2024-04-02", "stated")),
    ("Soldiers arrested 30 people in Bamako on Saturday.", "arrested",
     ("2024-05-04", "2024-05-04", "relative")),
    # the saying's date is not the happening's: when that was, nobody said
    ("Ghana expelled two diplomats, the foreign ministry said on Friday (May 3).", "expelled",
     (None, "2024-05-06", "published")),
    ("The Chadian army freed 12 prisoners, a spokesman told reporters in Paris on Thursday.",
     "freed", (None, "2024-05-06", "published")),
    ("Rebels burned two schools, villagers say.", "burned", (None, "2024-05-06", "published")),
    ("The ministry denied that soldiers beat a monk.", "beat", (None, "2024-05-06", "published")),
    ("The envoy believes that Chad armed the rebels.", "armed",
     (None, "2024-05-06", "published")),
    ("Soldiers beat a monk in Mandalay.", "beat", ("2024-05-06", "2024-05-06", "published")),
    # a headline's present is the day's news, a sentence's goes on
    ("Togo expels Ghanaian envoy", "expels", ("2024-05-06", "2024-05-06", "published")),
    ("Chad frees 12 prisoners, recalls ambassador", "recalls",
     ("2024-05-06", "2024-05-06", "published")),
    ("Yemen releases Egyptian fishermen", "releases", ("2024-05-06", "2024-05-06", "published")),
    ("Mali arrests opposition leader", "arrests", ("2024-05-06", "2024-05-06", "published")),
    ("Sudan condemns raid on Darfur camp", "condemns", ("2024-05-06", "2024-05-06", "published")),
    ("The navy arms the fishermen of the island.", "arms", (None, "2024-05-06", "published")),
    # what goes on, was over by another act, or describes who it met
    ("Prosecutors are investigating two generals.", "investigating",
     (None, "2024-05-06", "published")),
    ("Peru recalled its envoy after Bolivia expelled a judge.", "expelled",
     (None, "2024-05-06", "published")),
    ("Villagers thanked the nurses kidnapped by the rebels.", "kidnapped",
     (None, "2024-05-06", "published")),
    ("Earlier, Chad had freed 12 prisoners, a radio station said on Friday (May 3).", "freed",
     (None, "2024-05-06", "published")),
    # a perfect, a state, a charge: past without a day
    ("Norway has sent tents to Haiti.", "sent", (None, "2024-05-06", "published")),
    ("The army is besieging the city of Aleppo.", "besieging", (None, "2024-05-06", "published")),
    ("The general accused Rwanda of shelling the camp.", "shelling",
     (None, "2024-05-06", "published")),
    # what is to come
    ("Kenya urged Sudan to withdraw its forces.", "withdraw", ("2024-05-06", None, "published")),
    ("Cuba plans to release 50 prisoners next week.", "release",
     ("2024-05-13", "2024-05-19", "relative")),
    # "since"
    ("Rebels have shelled the town since March 2022.", "shelled",
     ("2022-03-01", "2024-05-06", "stated")),
    ("Since the coup in August 2020, Mali and Niger have signed three pacts.", "signed",
     ("2020-08-01", "2024-05-06", "stated")),
    ("Rebels have besieged the port since Friday (May 3).", "besieged",
     ("2024-05-03", "2024-05-06", "stated")),
    # an end to come is not when a past act was
    ("Finland banned rallies until June 1.", "banned", ("2024-05-06", "2024-05-06", "published")),
    # shared by joined verbs, "when"-clauses and acts that others were part of
    ("Students marched to the ministry and threw stones on Wednesday.", "marched",
     ("2024-05-01", "2024-05-01", "relative")),
    ("In February this year, when Lula visited Angola, the two states signed a trade deal.",
     "visited", ("2024-02-01", "2024-02-29", "relative")),
    ("In February this year, when Lula visited Angola, the two states signed a trade deal.",
     "signed", ("2024-02-01", "2024-02-29", "relative")),
    ("Rebels killed four teachers in a raid on Sunday.", "killed",
     ("2024-05-05", "2024-05-05", "relative")),
    # the day stands on a part of the clause that has no time of its own
    ("Chad sent soldiers to guard the ministries on Sunday.", "sent",
     ("2024-05-05", "2024-05-05", "relative")),
    ("The guard seized a boat carrying rifles on Friday.", "seized",
     ("2024-05-03", "2024-05-03", "relative")),
    ("The governor refused to resign on Thursday.", "refused",
     ("2024-05-02", "2024-05-02", "relative")),
    ("Police arrested a man who was burning flags on Saturday.", "arrested",
     ("2024-05-04", "2024-05-04", "relative")),
    # to come: the next such weekday, from a day, before a day
    ("Cuba plans to release 50 prisoners on Friday.", "release",
     ("2024-05-10", "2024-05-10", "relative")),
    ("Ghana plans to expel two envoys on Tuesday.", "expel",
     ("2024-05-07", "2024-05-07", "relative")),
    ("Mali will withdraw its troops on Wednesday night.", "withdraw",
     ("2024-05-08", "2024-05-08", "relative")),
    ("Mali will withdraw its troops from June 3.", "withdraw", ("2024-06-03", None, "stated")),
    ("Cuba plans to release 50 prisoners before June 20.", "release",
     ("2024-05-06", "2024-06-20", "stated")),
    # counted from another act
    ("Rebels left the port on Saturday, two days after soldiers had attacked a camp.", "attacked",
     ("2024-05-02", "2024-05-02", "relative")),
    ("Troops seized a bridge on Friday, a day after gunmen killed a judge.", "killed",
     ("2024-05-02", "2024-05-02", "relative")),
    ("Niger closed the border on Friday, three days after a raid by rebels in Tillaberi.", "raid",
     ("2024-04-30", "2024-04-30", "relative")),
    ("Soldiers killed two men on Friday, hours after rebels had attacked a camp.", "attacked",
     ("2024-05-03", "2024-05-03", "context")),
    ("Gunmen attacked a bus on Sunday, minutes before troops arrested a bishop.", "arrested",
     ("2024-05-05", "2024-05-05", "context")),
    ("Two days after rebels killed a judge, troops arrested a bishop.", "killed",
     (None, "2024-05-06", "published")),
    # set against another act
    ("Gunmen freed 12 nurses on Friday (May 3), weeks after kidnapping them.", "kidnapping",
     (None, "2024-05-06", "published")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), DATED)
def test_own_date(reader: Reader, text: str, trigger: str, expected: Days) -> None:
    assert days(told(reader, text, trigger)) == expected


def test_precision_is_that_of_the_words(reader: Reader) -> None:
    text = "In February this year, when Lula visited Angola, they signed a trade deal."
    assert told(reader, text, "visited").when.precision == "month"


STORIES = [
    # an act on the ground goes on, a speech act is the day's news
    ("Soldiers arrested 30 people in Bamako on Saturday. They shot ten protesters.", "shot",
     ("2024-05-04", "2024-05-04", "context")),
    ("Soldiers arrested 30 people in Bamako on Saturday. France condemned the arrests.",
     "condemned", ("2024-05-06", "2024-05-06", "published")),
    ("In March, soldiers shelled a school. They destroyed two mosques.", "destroyed",
     ("2024-03-01", "2024-03-31", "context")),
    # a perfect steps out of the story, a new paragraph starts anew
    ("In March, soldiers shelled a school. Chad has condemned the shelling.", "condemned",
     (None, "2024-05-06", "published")),
    ("In March, soldiers shelled a school.\n\nRebels attacked a bridge.", "attacked",
     ("2024-05-06", "2024-05-06", "published")),
    # any dated verb of the main line dates the story, a saying does not
    ("The vote was held on Thursday. Soldiers arrested 12 observers.", "arrested",
     ("2024-05-02", "2024-05-02", "context")),
    ("A spokesman said on Thursday that the port was open. Soldiers killed a nurse.", "killed",
     ("2024-05-06", "2024-05-06", "published")),
    # what had been done before does not date what goes on, nor is it of the story's day
    ("Soldiers had burned 300 copies in March. Reporters attacked a barracks.", "attacked",
     ("2024-05-06", "2024-05-06", "published")),
    ("Rebels seized a port on Thursday. They had killed two guards.", "killed",
     (None, "2024-05-06", "published")),
    # counted from where the story stands
    ("Troops seized a port on Thursday. The next day they arrested the editor.", "arrested",
     ("2024-05-03", "2024-05-03", "relative")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), STORIES)
def test_story(reader: Reader, text: str, trigger: str, expected: Days) -> None:
    assert days(told(reader, text, trigger)) == expected


def test_a_statement_is_dated_by_the_saying(reader: Reader) -> None:
    text = "The president said on Saturday that he hopes for peace, recalling the losses of 2020."
    record = told(reader, text, "said")
    assert record.event == "STATEMENT"
    assert days(record) == ("2024-05-04", "2024-05-04", "relative")


@pytest.mark.parametrize(
    "text",
    [
        "Lisbon is hoping that the fishing grounds will recover soon.",
        "The central bank's governor is expecting prices to fall.",
        "The mayor of Lagos is fearing that the rains will come late.",
        "The union's leader is hoping that the factory will stay open.",
        "Villagers fear that the well is running dry.",
    ],
)
def test_a_stance_is_of_the_day_that_it_is_told(reader: Reader, text: str) -> None:
    (record,) = reader.read(text, "2025-03-14")
    assert record.event == "STATEMENT"
    assert (record.when.start, record.when.end) == ("2025-03-14", "2025-03-14")


def test_no_day_of_publication(reader: Reader) -> None:
    relative = told(reader, "Troops seized a port on Friday.", "seized", None)
    assert days(relative)[:2] == (None, None)
    stated = told(reader, "Troops seized a port on 3 May 2024.", "seized", None)
    assert days(stated) == ("2024-05-03", "2024-05-03", "stated")
    assert days(told(reader, "Troops seized a port.", "seized", None))[:2] == (None, None)


WORDS = st.sampled_from(
    [
        "troops",
        "seized",
        "Gao",
        "said",
        "on",
        "Friday",
        "(May",
        "3)",
        "since",
        "2021",
        ",",
        ".",
        "\n\n",
        "in",
        "had",
        "the",
        "next",
        "day",
        "two",
        "later",
        "will",
        "Peru",
        "and",
        "when",
        "last",
        "week",
        "killed",
        "earlier",
        "until",
        "June",
        "he",
        "“",
        "”",
        "has",
        "been",
        "after",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)),
    published=st.one_of(st.none(), st.dates()),
)
def test_any_text_on_any_day(reader: Reader, text: str, published: date | None) -> None:
    for record in reader.read(text, published):
        when = record.when
        assert (when.span is None) == (when.text is None)
        if when.span is not None:
            assert text[slice(*when.span)] == when.text
        if when.basis in ("published", "context"):
            assert when.span is None
        for day in (when.start, when.end):
            assert day is None or date.fromisoformat(day)
        if when.start and when.end:
            assert when.start <= when.end
        for place in record.where:
            assert text[slice(*place.span)] == place.text


def test_a_weekday_that_contradicts_its_date_lowers_the_confidence(reader: Reader) -> None:
    """31 December 2024 was a Tuesday."""
    told = []
    for weekday in ("Tuesday", "Friday"):
        text = f"Gunmen killed six soldiers near Gao on {weekday} (Dec 31)."
        (record,) = reader.read(text, "2025-01-02")
        told.append(record)
    assert told[0].when.start == "2024-12-31"
    assert told[1].confidence < told[0].confidence
