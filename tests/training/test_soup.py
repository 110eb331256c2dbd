"""The mean of checkpoints."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training's environment only")


def test_weights_are_averaged_by_name() -> None:
    from training.soup import mean

    one = {"a": torch.tensor([1.0, 3.0]), "b": torch.tensor(2.0)}
    two = {"a": torch.tensor([3.0, 5.0]), "b": torch.tensor(0.0)}
    found = mean([one, two])
    assert found["a"].tolist() == [2.0, 4.0] and found["b"].item() == 1.0
    with pytest.raises(KeyError):
        mean([one, {"a": one["a"]}])
