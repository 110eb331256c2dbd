"""Neighbouring units packed into windows of random length, the network's input.

Packed so, the model reads single sentences and whole passages alike. What a unit has no
label for is ``NONE`` and costs nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import msgspec

from onrecord.language.features import feature, shape
from onrecord.language.subwords import CLS, SEP
from training.units import NONE, Pair, Unit

MASK = 103  # of BERT's vocabulary

TAGS = (
    "upos", "xpos", "sentence", "names", "voices",
    "events", "modes", "contexts", "status", "certainty", "statement", "negated",
    "certainty_web",
)  # fmt: skip


class Window(msgspec.Struct, kw_only=True):
    """A network's input and its labels. ids, features: subwords; the rest: words."""

    ids: list[int]
    features: list[int]
    first: list[int]
    last: list[int]
    labels: dict[str, list[int]]
    heads: list[int]
    deprels: list[int]
    links: list[int]
    sentences: list[int]
    asked: list[int]
    roles: list[tuple[int, int, int]]
    pairs: list[Pair]
    predicates: list[int]
    arguments: list[tuple[int, int, int]]


def pack(
    documents: list[list[Unit]],
    cut: Callable[[str], tuple[int, ...]],
    rng: random.Random | None,
    longest: int = 254,
    hidden: float = 0.0,
) -> Iterator[Window]:
    """Neighbouring units into windows: of random length with ``rng``, as long as may be without.

    In half of them a share ``hidden`` of the words is masked (see ``window``).
    """
    for units in documents:
        pending: list[Unit] = []
        size, target = 0, _target(rng, longest)
        for unit in units:
            length = sum(len(cut(word)) for word in unit.words)
            if pending and size + length > target:
                yield window(pending, cut, rng, longest, _hidden(rng, hidden))
                pending, size, target = [], 0, _target(rng, longest)
            pending.append(unit)
            size += length
        if pending:
            yield window(pending, cut, rng, longest, _hidden(rng, hidden))


def in_company(
    documents: list[list[Unit]], rng: random.Random, sizes: Sequence[int]
) -> list[list[Unit]]:
    """Short documents in a new order, now and then several as one: reports are longer."""
    mixed = rng.sample(documents, len(documents))
    found, place = [], 0
    while place < len(mixed):
        size = rng.choice(sizes)
        found.append([unit for document in mixed[place : place + size] for unit in document])
        place += size
    return found


def _target(rng: random.Random | None, longest: int) -> int:
    if rng is None:
        return longest
    return 0 if rng.random() < 0.2 else rng.randint(40, longest)


def _hidden(rng: random.Random | None, share: float) -> float:
    return share if rng is not None and share and rng.random() < 0.5 else 0.0


def window(
    units: list[Unit],
    cut: Callable[[str], tuple[int, ...]],
    rng: random.Random | None,
    longest: int = 254,
    hidden: float = 0.0,
) -> Window:
    """Units side by side as the network's input; words past ``longest`` subwords are dropped.

    A share ``hidden`` of the words is masked and keeps no tag, so that a text can't be known by
    heart and what is said of the others has to come from the company they keep.
    """
    restyle = _restyle(rng)
    out = Window(
        ids=[CLS], features=[feature(7, 0)], first=[], last=[],
        labels={name: [] for name in TAGS}, heads=[], deprels=[], links=[], sentences=[],
        asked=[], roles=[], pairs=[], predicates=[], arguments=[],
    )  # fmt: skip
    forget_lines = rng is not None and rng.random() < 0.2
    for number, unit in enumerate(units):
        base = len(out.first)
        for place, word in enumerate(unit.words):
            word = restyle(word)
            pieces = cut(word)
            if len(out.ids) + len(pieces) > longest + 1:
                break
            masked = hidden > 0 and rng is not None and rng.random() < hidden
            pieces = (MASK,) * len(pieces) if masked else pieces
            gap = unit.gaps[place]
            gap = 1 if gap == 2 and forget_lines else gap
            out.first.append(len(out.ids))
            out.ids.extend(pieces)
            out.last.append(len(out.ids) - 1)
            form = shape(word)
            out.features.append(feature(form, gap))
            out.features.extend([feature(form, 3)] * (len(pieces) - 1))
            for name in TAGS:
                tagged = name in unit.labels and not masked
                out.labels[name].append(unit.labels[name][place] if tagged else NONE)
            out.heads.append(NONE if unit.heads is None else base + unit.heads[place])
            out.deprels.append(NONE if unit.deprels is None else unit.deprels[place])
            out.sentences.append(number if unit.heads is not None else -1)
            link = NONE if unit.links is None else unit.links[place]
            # a cue may stand in a paragraph before or after: the offset leads there
            out.links.append(NONE if link == NONE else base + link)
        _relate(out, unit, base)
    count = len(out.first)
    out.links = [link if 0 <= link < count else NONE for link in out.links]
    out.heads = [head if 0 <= head < count else NONE for head in out.heads]
    out.ids.append(SEP)
    out.features.append(feature(7, 0))
    return out


def _relate(out: Window, unit: Unit, base: int) -> None:
    """Roles and pairs of a unit whose words stand from ``base``; those cut off are left out."""
    count = len(out.first) - base
    out.asked.extend(base + word for word in unit.asked if word < count)
    out.roles.extend(_moved(unit.roles, base, count))
    out.predicates.extend(base + word for word in unit.predicates if word < count)
    out.arguments.extend(_moved(unit.arguments, base, count))
    for pair in unit.pairs:
        if pair.actor + pair.recipient and max(pair.actor + pair.recipient) < count:
            out.pairs.append(
                Pair(
                    tuple(base + word for word in pair.actor),
                    tuple(base + word for word in pair.recipient),
                    pair.codes,
                )
            )


def _moved(
    relations: list[tuple[int, int, int]], base: int, count: int
) -> Iterator[tuple[int, int, int]]:
    """(word, word, label) of a unit whose words stand from ``base``."""
    for governor, word, label in relations:
        if max(governor, word) < count:
            yield base + governor, base + word, label


def _restyle(rng: random.Random | None) -> Callable[[str], str]:
    """Now and then curly quotation marks, capitals or small letters throughout."""
    if rng is None:
        return lambda word: word
    curly, case = rng.random() < 0.5, rng.random()
    state = {"open": False}

    def restyle(word: str) -> str:
        if curly:
            if word in ('"', "``", "''"):
                state["open"] = not state["open"]
                return "“" if state["open"] else "”"
            word = word.replace("'", "’")
        if case < 0.02:
            return word.upper()
        return word.lower() if case > 0.98 else word

    return restyle
