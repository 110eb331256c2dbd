"""How certain a predicate is, on the scale from -3 (it did not happen) to 3 (it did): UW and
UDS-IH2 as units. Their words stand between spaces; the label belongs to a span's last word.

The two were labelled by other people after other rules, UW's news mostly near 3, UDS's web pages
all over the scale: each has a head of its own.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from training.units import NONE, Unit

CLOSING = frozenset(".,;:!?)]}%''”’")
OPENING = frozenset("([{$#“‘``")


def certainty_units(path: Path, head: str = "certainty") -> list[Unit]:
    """One unit a sentence; labels in hundredths from -3 (0 to 600), of the head named."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = row["text"].split(" ")
        labels = [NONE] * len(words)
        for target in row["targets"]:
            _, end = target["span1"]
            if 0 < end <= len(words):
                labels[end - 1] = round(100 * (min(3.0, max(-3.0, target["label"])) + 3))
        kept = [place for place, word in enumerate(words) if word.strip()]
        words = [words[place] for place in kept]
        found.append(
            Unit(
                words=words,
                gaps=gaps_of(words),
                labels={head: [labels[place] for place in kept]},
            )
        )
    return found


def gaps_of(words: list[str]) -> list[int]:
    """Whether a space stood before each word, before the words were parted for the data set."""
    gaps = [2]
    for before, word in pairwise(words):
        close = word in CLOSING or word.startswith(("'", "’")) or word in ("n't", "n’t")
        gaps.append(0 if close or before in OPENING else 1)
    return gaps
