"""Names out of the model's scores: weighed with what is known, made to agree, their bounds set.

- ``evidence`` adds what our tables know of a text's words;
- the best path (``paths``) makes whole names of them;
- mentions of one name in a text share what speaks for one label rather than another;
- bounds are those of training/corpus/README.md where the words alone tell them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.codes import parts, steering
from onrecord.language.evidence import weighed
from onrecord.language.paths import best_labels
from onrecord.language.spans import Stretch, stretches

Floats = NDArray[np.float32]

SHORT = 3  # letters of a word that may open a name in small ones ("dpa", "van")
_REGNAL = re.compile(r"(?=[IVX])X{0,2}(IX|IV|V?I{0,3})")


def names(
    words: Sequence[str],
    starts: Sequence[bool],
    scores: Floats,
    inventory: Sequence[str],
    costs: Floats,
) -> list[Stretch]:
    """The names of a text: scores [words, inventory]; costs as ``paths.transitions`` has them."""
    capitals = [place for place, word in enumerate(words) if word[0].isupper()]
    evident = weighed(words, starts, capitals, scores, inventory)
    found = stretches(best_labels(evident, costs), inventory)
    agreed = level(words, capitals, found, evident)
    if agreed is not None:
        found = stretches(best_labels(agreed, costs), inventory)
    return list(bounded(words, found))


def level(
    words: Sequence[str], capitals: Sequence[int], found: Sequence[Stretch], scores: Floats
) -> Floats | None:
    """scores with the mentions of one name levelled, or None where their labels agree as they are.

    A mention is a name found, or a capitalised word like one that was found elsewhere. Each takes
    what speaks for one label rather than another from them all; whether it is a name stays its own
    affair, but where the mentions speak for different labels, little is left for any.
    """
    mentions: dict[str, list[Stretch]] = defaultdict(list)
    inside = [False] * len(words)
    for name in found:
        mentions[" ".join(words[name.start : name.end]).lower()].append(name)
        inside[name.start : name.end] = [True] * (name.end - name.start)
    for place in capitals:
        if not inside[place]:
            same = mentions.get(words[place].lower())
            if same:
                same.append(Stretch(place, place + 1, "O"))
    differing = [same for same in mentions.values() if len({one.label for one in same}) > 1]
    if not differing:
        return None
    levelled = scores.copy()
    for same in differing:
        rows = [scores[one.start : one.end, 1:].mean(axis=0) for one in same]
        # labels stand in the inventory as B-, I-, B-, I- ...
        kinds = np.stack(rows).reshape(len(same), -1, 2).max(axis=2)
        gains = kinds.mean(axis=0) - kinds
        gains -= gains.mean(axis=1, keepdims=True)
        for one, gain in zip(same, gains.repeat(2, axis=1), strict=True):
            levelled[one.start : one.end, 1:] += gain
    return levelled


def bounded(words: Sequence[str], found: Sequence[Stretch]) -> Iterator[Stretch]:
    """The names within their bounds; one of common nouns alone is none."""
    if not any(word[0].isupper() for word in words):
        yield from found  # a text without capitals can't tell them
        return
    limits = [*(name.start for name in found), len(words)][1:]  # where the next name begins
    for name, limit in zip(found, limits, strict=True):
        start, end = name.start, name.end
        while start < end and _is_outside(words[start:end], name.label):
            start += 1
        if end < limit and _goes_on(words[start:end], words[end : end + 2], name.label):
            end += 1
        if start < end:
            yield Stretch(start, end, name.label)


def _is_outside(words: Sequence[str], label: str) -> bool:
    """Whether the first of the words is a common noun, a mark or a title, no part of the name."""
    first = words[0]
    if not first[0].isalnum():
        return True
    if first.islower() and first.isalpha() and len(first) > SHORT:
        return first not in steering.having("particle")
    titled = label == "PERSON" and len(words) > 1
    return titled and first.rstrip(".").lower() in parts.having("title")


def _goes_on(words: Sequence[str], behind: Sequence[str], label: str) -> bool:
    """Whether the next word is a ruler's number ("Norton I", not "Norton I met") or closes a
    bracket that the name opened."""
    if behind[0] == ")":
        return "(" in "".join(words)
    alone = behind[0] != "I" or len(behind) == 1 or not behind[1].isalpha()
    return label == "PERSON" and alone and _REGNAL.fullmatch(behind[0]) is not None
