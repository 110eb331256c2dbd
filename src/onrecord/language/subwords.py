"""Words to subword ids: each distinct word is cut once and remembered.

News repeats its words, so a dictionary answers far faster than a tokenizer run
over the whole text, and gives the same pieces.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from onrecord.remembered import REMEMBERED

CLS, SEP, PAD, UNK = 101, 102, 0, 100
LONGEST = 12  # subwords kept of one word: longer strings are addresses, noise or attacks


def cutter(tokenizer_file: Path) -> Callable[[str], tuple[int, ...]]:
    """A function from a word to its subword ids (never empty, at most ``LONGEST``)."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    @lru_cache(maxsize=REMEMBERED)
    def cut(word: str) -> tuple[int, ...]:
        clean = word[:200].encode("utf-8", "replace").decode()
        ids = tokenizer.encode(clean, add_special_tokens=False).ids
        return tuple(ids[:LONGEST]) or (UNK,)

    return cut
