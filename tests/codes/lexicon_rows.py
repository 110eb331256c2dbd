"""What the tests of the hand-made lexicons share: does an example have its row's word?"""

from __future__ import annotations

import re

# forms of irregular lemmas that do not begin with the lemma's first letters
FORMS = {
    "be": "is are was were been",
    "blow": "blew",
    "break": "broke",
    "bring": "brought",
    "buy": "bought",
    "choose": "chose",
    "cling": "clung",
    "come": "came",
    "cry": "cried",
    "do": "does did done",
    "draw": "drew",
    "drive": "drove",
    "fall": "fell",
    "feed": "fed",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fly": "flies flew flown",
    "forgive": "forgave",
    "freeze": "froze frozen",
    "get": "got",
    "give": "gave",
    "go": "went",
    "have": "has had",
    "hold": "held",
    "keep": "kept",
    "know": "knew",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lie": "lied",
    "make": "made",
    "meet": "met",
    "overrun": "overran",
    "overthrow": "overthrew",
    "pay": "paid",
    "retake": "retook",
    "ring": "rang",
    "rise": "rose",
    "run": "ran",
    "say": "said",
    "see": "saw",
    "seek": "sought",
    "sell": "sold",
    "set": "set",
    "shoot": "shot",
    "sink": "sank",
    "sit": "sat",
    "slay": "slew",
    "speak": "spoke",
    "spy": "spied",
    "stand": "stood",
    "steal": "stole",
    "strike": "struck",
    "strive": "strove",
    "swear": "swore",
    "take": "took",
    "tear": "tore",
    "tell": "told",
    "think": "thought",
    "throw": "threw",
    "try": "tried",
    "uphold": "upheld",
    "unfreeze": "unfroze",
    "win": "won",
    "write": "wrote",
    "wo": "won't",
}


def shows(example: str, lemma: str) -> bool:
    """Whether the example has a form of the lemma's first word."""
    text, word = example.lower(), lemma.split(" ")[0]
    starts = [*FORMS.get(word, "").split(), word[: min(5, max(3, len(word) - 2))]]
    edge = r"(?<!\w)" if word[0].isalpha() and word != "n't" else ""
    return any(re.search(edge + re.escape(start), text) for start in starts)


def key(row: dict[str, str]) -> str:
    """The cells that tell a row from every other."""
    return " ".join(row.get(name, "") for name in ("lemma", "pos", "object", "prep", "complement"))
