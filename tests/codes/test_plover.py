"""PLOVER's categories, modes, contexts and sectors."""

import pytest

from onrecord.codes import plover


def test_sixteen_categories_37_contexts_32_sectors() -> None:
    assert len(plover.categories()) == 16
    assert len(plover.CONTEXTS) == len(set(plover.CONTEXTS)) == 37
    assert len(plover.SECTORS) == len(set(plover.SECTORS)) == 32


def test_scores_lie_on_the_scale() -> None:
    for name, category in plover.categories().items():
        for mode in (None, *plover.modes(name)):
            assert -10 <= plover.score(name, mode) <= 10
        assert category.quad == plover.quad(name)


def test_a_mode_has_its_own_score() -> None:
    assert plover.score("ASSAULT") == -9
    assert plover.score("ASSAULT", "crowd-control") == -7.5
    assert plover.score("RETREAT", "disarm") == 10


def test_who_needs_a_recipient() -> None:
    needs = {name for name, c in plover.categories().items() if c.recipient}
    assert needs == {"COOPERATE", "AID", "SANCTION"}


def test_modes() -> None:
    assert plover.modes("REQUEST") == ("assist", "change", "yield", "meet")
    assert plover.modes("AGREE") == ()


def test_unknown_names_raise() -> None:
    with pytest.raises(KeyError):
        plover.category("STATEMENT")
    with pytest.raises(KeyError):
        plover.score("AID", "visit")
    with pytest.raises(AttributeError):
        _ = plover.NOTHING
