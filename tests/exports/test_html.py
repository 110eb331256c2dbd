"""The page: self-contained, every link with its goal, and nothing of the news ever markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.html import page
from onrecord.exports.words import STATUSES
from onrecord.record import Entity, Part, Place, Record, Voice, When
from onrecord.report import Report
from tests.samples import greetings, records

EVIL = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;{{7*7}}"


class Seen(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile() -> tuple[Report, list[Record]]:
    text = f"{EVIL} attacked \u202e{EVIL}"
    report = Report(
        text=text,
        published=date(2025, 3, 14),
        title=EVIL,
        outlet=EVIL,
        address="javascript:alert(3)",
    )
    who = Entity(text=EVIL, span=(0, len(EVIL)), name=EVIL)
    record = Record(
        id="r",
        report=report.id,
        event=EVIL,
        mode=EVIL,
        contexts=[EVIL],
        actors=[who],
        recipients=[msgspec.structs.replace(who, span=(9000, 9001))],
        when=When(start=EVIL, end=EVIL, text=EVIL, span=(2, 9), basis="stated"),
        where=[Place(text=EVIL, span=(1, 4), name=EVIL)],
        status="alleged",
        voices=[Voice(text=EVIL, span=(3, 5), cue=EVIL, cue_span=(4, 8), entities=[who])],
        trigger=Part(text="attacked", span=(len(EVIL) + 1, len(EVIL) + 9)),
        evidence=Part(text=text, span=(0, len(text))),
        confidence=7.0,
    )
    return report, [record]


def test_links_have_goals_and_ids_are_unique() -> None:
    report = greetings()
    seen = Seen(page([(report, records(report)), (report, records(report))]))
    assert len(seen.ids) == len(set(seen.ids))
    links = {value[1:] for name, value in seen.attributes if name == "href"}
    assert links and links <= set(seen.ids)


def test_text_stands_there_word_for_word() -> None:
    report = greetings()
    shown = re.sub(r"(?<=\w)\d{1,2}(?= |\.)", "", Seen(page([(report, records(report))])).text)
    assert "Joseph Otieno on Friday, praising “two decades of steady friendship,”" in shown


def test_nothing_from_elsewhere() -> None:
    html = page([(greetings(), records())])
    seen = Seen(html)
    assert not {"link", "img", "iframe", "object", "base", "form"} & set(seen.tags)
    assert "http" not in re.sub(r"http-equiv", "", html)
    assert "url(" not in html and "@import" not in html


def test_policy_names_what_the_page_carries() -> None:
    html = page([(greetings(), records())])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    for tag in ("style", "script"):
        code = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert code
        digest = base64.b64encode(hashlib.sha256(code[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_hostile_news_stays_text() -> None:
    seen = Seen(page([hostile()]))
    assert seen.tags["script"] == 1
    assert not {"img", "iframe"} & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert not [value for name, value in seen.attributes if "javascript:" in value]
    assert "\u202e" not in seen.text
    assert EVIL in seen.text


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    report = Report(text=text, title=text, outlet=text, address=text)
    tags = Seen(page([(report, [])])).tags
    tags["a"] = 0  # an address may be a true link
    plain = Seen(page([(Report(text="a", title="b", outlet="c"), [])])).tags
    plain["a"] = 0
    assert tags == plain


def test_web_address_is_a_link() -> None:
    html = page([(Report(text="a", address="https://example.org/?a=1&b=2"), [])])
    assert 'href="https://example.org/?a=1&amp;b=2"' in html


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_words_sign_and_style(status: str) -> None:
    record = msgspec.structs.replace(records()[0], status=status)
    html = page([(greetings(), [record])])
    assert f'class="status {status}"' in html
    assert STATUSES[status] in html
    assert f".{status} {{ --hue" in html


def test_no_records() -> None:
    assert "Nothing to put on record" in page([(greetings(), [])])
