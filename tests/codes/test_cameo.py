"""CAMEO codes and the way from PLOVER back to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codes import cameo, plover


def test_codes_are_three_or_four_digits_and_speak_plover() -> None:
    for number, code in cameo.codes().items():
        assert number.isdigit() and len(number) in (3, 4)
        assert code.name
        if code.category is None:
            assert number[:2] in ("01", "02")
            continue
        assert code.mode is None or code.mode in plover.modes(code.category)
        assert set(code.contexts) <= set(plover.CONTEXTS)


@given(st.sampled_from(sorted(plover.categories())), st.data())
def test_best_is_always_a_code(category: str, data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from([None, *plover.modes(category)]))
    contexts = data.draw(st.lists(st.sampled_from(plover.CONTEXTS), max_size=4))
    assert cameo.best(category, mode, contexts) in cameo.codes()


@pytest.mark.parametrize(
    ("category", "mode", "contexts", "code"),
    [
        ("CONSULT", "visit", [], "042"),
        ("AID", None, ["military"], "072"),
        ("AID", None, ["lgbt"], "070"),
        ("ASSAULT", "drone", [], "195"),
        ("REQUEST", "assist", ["economic"], "1011"),
        ("RETREAT", "ceasefire", [], "0871"),
        ("PROTEST", "demo", [], "141"),
    ],
)
def test_best(category: str, mode: str | None, contexts: list[str], code: str) -> None:
    assert cameo.best(category, mode, contexts) == code


def test_no_code_for_what_plover_does_not_know() -> None:
    assert cameo.best("STATEMENT") is None
    assert cameo.best("AID", "no-such-mode") == "070"
    with pytest.raises(KeyError):
        cameo.code("999")


def test_the_default_of_a_category_is_of_that_category() -> None:
    for category in plover.categories():
        best = cameo.best(category)
        assert best is not None
        assert cameo.code(best).category == category
