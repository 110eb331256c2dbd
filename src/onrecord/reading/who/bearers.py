"""Who is meant by an office told with where it is of: "the Ohio senator", "the Zambian minister".

It is whoever the report named last with that office, unless a country says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from onrecord.codes.actors import Resolution
from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Mention
from onrecord.reading.who.referring import referring
from onrecord.reading.who.salience import PLURAL
from onrecord.reading.who.wording import nominal
from onrecord.record import Entity

_BY_THE_WAY = frozenset(("PTY", "CVL", "BUS", "JRN", "ELI", "SOC"))
Resolve = Callable[[str], Resolution | None]
_OWN = ("compound", "amod")


def bearer(
    tree: Tree,
    head: int,
    before: Iterable[Mention],
    resolve: Resolve,
) -> Mention | None:
    """The person whom an office with a place or people before it means; None for any other noun.

    before: the names before it, the nearest first.
    """
    lemma = tree.lemmas[head].lower()
    if "person" not in referring().get((lemma, "role"), ()) or tree.tags[head] in PLURAL:
        return None
    words = [tree.words[child].lower() for child in tree.having(head, "det")]
    where = [c for c in tree.having(head, *_OWN) if tree.words[c][0].isupper()]
    if words != ["the"] or not where:
        return None
    meant = resolve(nominal(tree, head).text)
    if meant is None or meant.name is not None or meant.country is None:
        return None
    for mention in before:
        entity = mention.entity
        if mention.label != "PERSON" or lemma not in offices(entity.role):
            continue
        return mention if entity.country in (None, meant.country) else None
    return None


def is_further_title(tree: Tree, place: int, told: Sequence[Entity], resolve: Resolve) -> bool:
    """Whether a noun joined to one for somebody known says more of him: "the Ohio senator and
    presidential candidate". What he is by the way has no article; an office of its own may be
    another's ("the president and prime minister")."""
    if tree.deps[place] != "conj" or len(told) != 1:
        return False
    if told[0].kind != "person" or not told[0].name or told[0].name in told[0].text:
        return False
    if tree.tags[place] != "NN" or tree.child(place, "det", "nmod:poss", "nummod") is not None:
        return False
    found = resolve(nominal(tree, place).text)
    return found is not None and found.kind == "person" and found.sector in _BY_THE_WAY


def offices(role: str | None) -> set[str]:
    """The words of a person's office, those in full that it shortens too ("Sen.")."""
    words = (role or "").lower().split()
    return {*words, *(_short()[word] for word in words if word in _short())}


@cache
def _short() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("referring") if row["class"] == "title_short"}
