"""Questions: which happenings a sentence only asks about."""

from __future__ import annotations

from onrecord.reading.light import light_verb
from onrecord.reading.tree import Tree

QUESTIONS = frozenset(("WP", "WRB", "WDT", "WP$"))  # tags of "who", "why", "which", "whose"
_STOPS = frozenset((".", "?", "!", "”"))
_OWN = ("aux", "aux:pass", "mark", "nsubj", "nsubj:pass")


def is_asked(tree: Tree, trigger: int) -> bool:
    """Whether the sentence is a question that the report itself leaves open."""
    start, end = tree.sentence(trigger)
    last = end - 1
    while last > start and (tree.upos[last] == "SPACE" or tree.words[last] in "\"”’'"):
        last -= 1
    if tree.words[last] != "?":
        return False
    # "X demanded it, but will Y listen?": only what is joined on is asked
    joined = tree.having(trigger, "conj")
    return not any(_inverted(tree, verb) for verb in joined) or _inverted(tree, trigger)


def _inverted(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary goes before the subject."""
    auxiliary = tree.child(verb, "aux", "aux:pass")
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    return auxiliary is not None and subject is not None and auxiliary < subject


def is_yes_or_no(tree: Tree, trigger: int) -> bool:
    """Whether the word is what a question asks for a yes or a no about, whoever asks it ("Did they
    shell it?", "Was there a raid?"); "Why did they shell it?" takes it for granted."""
    verb, auxiliary, asked = _asked_with(tree, trigger)
    if auxiliary is None or asked is None or auxiliary > asked:
        return False
    if any(child < auxiliary for child in tree.having(verb, "advmod", "cc:preconj")):
        return False  # "not only did they shell it", "why did they"
    fronted = [c for c in tree.children[verb] if c < auxiliary and tree.deps[c] != "advcl"]
    for child in fronted:
        first, last = tree.edges(child)
        if any(tree.tags[place] in QUESTIONS for place in range(first, last + 1)):
            return False
    _, end = tree.sentence(trigger)
    stop = next((p for p in range(trigger, end) if tree.words[p] in _STOPS), trigger)
    return tree.words[stop] == "?"


def _asked_with(tree: Tree, trigger: int) -> tuple[int, int | None, int | None]:
    """The verb that a happening is told with, the auxiliary that makes it a question, and the
    subject that this goes before."""
    lender = light_verb(tree, trigger)
    verb = trigger if lender is None else lender  # "Did they carry out the raid?"
    # "Did they shell the camp and burn it?", "Do they intend to shell it?"
    while tree.deps[verb] == "xcomp" or (
        tree.deps[verb] == "conj" and not stands_alone(tree, verb)
    ):
        verb = tree.heads[verb]
    above = tree.heads[verb]
    there = tree.child(above, "expl")
    if there is not None and tree.deps[verb].startswith("nsubj"):
        return above, above, there  # "Was there a raid?"
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    return verb, tree.child(verb, "aux", "aux:pass"), subject


def stands_alone(tree: Tree, place: int) -> bool:
    """Whether a joined verb has its own auxiliary or subject."""
    return tree.child(place, *_OWN) is not None
