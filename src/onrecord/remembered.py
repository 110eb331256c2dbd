"""How much is remembered of what texts bring: words without end come by, memory must not grow.

Each function that keeps its answers for the words of texts keeps ``REMEMBERED`` at most. News
repeats its commonest words: more room makes reading no faster, and fills for hours.
"""

from __future__ import annotations

REMEMBERED = 4096
