"""Snippets of HTML to plain text."""

from __future__ import annotations

import pytest

from onrecord.intake.markup import plain, storable


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words, 3 < 4", "plain words, 3 < 4"),
        ("<p>One\n line.</p><p>Two&nbsp;&amp; <b>three</b>.</p>", "One line.\nTwo & three."),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<script>x()</script><style>p{}</style>text", "text"),
        ("AT&amp;T", "AT&T"),
        ("<p>never closed <i>at all", "never closed at all"),
        ("</script></p>text", "text"),
    ],
)
def test_plain(markup: str, text: str) -> None:
    assert plain(markup) == text


def test_storable() -> None:
    assert storable("a\0b\ud800c\U0001f600") == "a\ufffdb\ufffdc\U0001f600"
