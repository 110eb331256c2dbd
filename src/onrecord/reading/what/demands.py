"""What must be done by somebody's word: "Lima said that the miners must leave" is a demand.

Whoever says that another must do a thing asks it of him: one REQUEST at the word of saying, which
that word makes and nobody hands on. "Should", "needs to" and "has to" may be advice or opinion:
there the model decides. What must be done stays a happening of its own, on the speaker's word, if
it is one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from onrecord.codes.composition import compose
from onrecord.codes.events import EventEntry, classes_of
from onrecord.reading.nobody import is_nobody
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.what.coded import row_of
from onrecord.reading.what.company import arguments_of
from onrecord.reading.what.happenings import Happening
from onrecord.reading.what.sayings import says, told

DEMAND = "REQUEST"
STRICT = frozenset(("must",))
LOOSE = frozenset(("should", "ought", "need", "have"))
FRAME, TOLD_TO = "subj>clause", "subj>iobj|obj"
_SOMEBODY = frozenset(("actor", "people", "person", "group", "organisation"))
_OPEN = frozenset(("i", "we", "you", "one", "it", "there", "this", "that"))


def with_demands(tree: Tree, found: Sequence[Happening]) -> list[Happening]:
    """The happenings with one demand at each word of saying that makes one, and without those that
    the model sees in the words of what is demanded."""
    made = {item.head: item for item in found}
    for verb, upos in enumerate(tree.upos):
        clause = told(tree, verb) if upos == "VERB" and says(tree, verb) else None
        duty = [] if clause is None else _duty(tree, clause)
        if clause is None or not duty or not _is_asked(tree, verb, clause, made):
            continue
        seen = made.get(verb)
        doubles = [word for word in duty if word in made and _is_double(made[word])]
        strict = any(tree.lemmas[word].lower() in STRICT for word in duty)
        # "explained that the enemy must not eat": to keep from a thing is less often asked
        strict = strict and not any(
            tree.lemmas[word].lower() in ("not", "never") for word in tree.having(clause, "advmod")
        )
        if (seen is None and not (strict or doubles)) or (seen and seen.entry.category != DEMAND):
            continue
        content = next((made[word] for word in duty if word in made), None)
        made[verb] = _demand(tree, verb, seen, content)
        for word in doubles:
            del made[word]
    return [made[head] for head in sorted(made)]


def _duty(tree: Tree, clause: int) -> list[int]:
    """The modal verb of a clause and what it says must be done; nothing where it only supposes
    ("must have fled")."""
    helping = tree.having(clause, "aux")
    modals = [word for word in helping if tree.lemmas[word].lower() in STRICT | LOOSE]
    if modals and tree.tags[modals[0]] == "MD":
        return [] if len(helping) > 1 and tree.tags[clause] == "VBN" else [modals[0], clause]
    if tree.lemmas[clause].lower() in LOOSE:
        return [clause, *tree.having(clause, "xcomp")]
    return []


def _is_asked(tree: Tree, verb: int, clause: int, made: Collection[int]) -> bool:
    """Whether somebody else than the speaker is to do it, or a happening is to be made or ended
    ("the hostages must be freed", "the shelling must stop")."""
    subject = tree.child(clause, *SUBJECTS)
    if subject is None or tree.words[subject].lower() in _OPEN or is_nobody(tree, subject):
        return False
    if subject in made or (tree.deps[subject] == "nsubj:pass" and clause in made):
        return True
    if tree.upos[subject] == "PRON":  # "told the king that he must"; "said he must" is his own
        return tree.child(verb, "obj", "iobj") is not None
    known = classes_of(tree.lemmas[subject].lower()) & _SOMEBODY
    return tree.upos[subject] == "PROPN" or bool(known)


def _is_double(item: Happening) -> bool:
    """Whether the model takes what is demanded for the demand."""
    own = item.row is not None and item.row.category == DEMAND
    return item.entry.category == DEMAND and not own


def _composed(entry: EventEntry, content: Happening) -> EventEntry:
    """The demand in the mode that what is demanded gives it, else in the one that the model sees
    there."""
    inner = content.row or content.entry
    if inner.category == DEMAND:
        return msgspec.structs.replace(entry, mode=inner.mode)
    composed = compose(msgspec.structs.replace(entry, mode=None), inner)
    return composed if composed.mode else entry


def _demand(tree: Tree, verb: int, seen: Happening | None, content: Happening | None) -> Happening:
    addressed = tree.child(verb, "obj", "iobj") is not None
    entry = row_of(tree, verb, "verb", DEMAND) if seen is None else seen.entry
    entry = msgspec.structs.replace(entry, frame=TOLD_TO if addressed else FRAME)
    if content is not None:
        entry = _composed(entry, content)
    if seen is not None:
        return msgspec.structs.replace(seen, entry=entry, row=entry)
    arguments = arguments_of(tree, verb)
    return Happening(head=verb, first=verb, last=verb, entry=entry, frame=arguments, row=entry)
