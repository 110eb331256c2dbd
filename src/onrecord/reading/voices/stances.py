"""The stance of a cue where its contents or its source give it another than its row's: a question
that is asked, what somebody saw happen, what pictures suggest.
"""

from __future__ import annotations

from onrecord.codes.cues import CueEntry, cues
from onrecord.codes.events import classes_of
from onrecord.codes.steering import having
from onrecord.reading.frames import subject
from onrecord.reading.tree import Tree
from onrecord.reading.voices.asking import asks
from onrecord.reading.voices.contents import Form
from onrecord.record import Stance

_TELLERS = frozenset(("actor", "people", "person", "group", "organisation"))


def stance_here(tree: Tree, place: int, entry: CueEntry, form: Form) -> Stance:
    """The stance of a cue that has another with some contents or sources than the row's."""
    if entry.stance == "wishes" and asks(tree, place):
        return "says"
    if entry.lemma in having("seeing") and form == "clause" and _is_seen(tree, place):
        return "says"  # "saw a conscript shoot a man"
    if entry.lemma in having("evidence") and entry.pos == "verb" and form == "clause":
        source = subject(tree, place)  # "Satellite images suggest that ..." is nobody's utterance
        if source is not None and tree.upos[source] == "NOUN" and not can_tell(tree, source):
            return "believes"
    return entry.stance


def _is_seen(tree: Tree, verb: int) -> bool:
    """Whether somebody saw it happen, not as what he sees it: a past with a bare clause."""
    if tree.tags[verb] not in ("VBD", "VBN"):
        return False
    seen = tree.child(verb, "ccomp", "xcomp")
    return seen is not None and tree.upos[seen] == "VERB" and tree.child(seen, "mark") is None


def can_tell(tree: Tree, source: int) -> bool:
    """Whether a nominal can tell: somebody, or the name of something that is told."""
    lemma = tree.lemmas[source].lower()
    known = tree.doc[source].ent_type_ or tree.upos[source] in ("PRON", "PROPN")
    return bool(known or classes_of(lemma) & _TELLERS or cues(lemma, "noun"))
