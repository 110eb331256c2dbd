"""What a cue cites: the forms of content that the tree shows beside it.

A clause, an infinitive, an object, a phrase; or the sentence that the cue interrupts,
opens or closes ("..., she said").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.codes.cues import CueEntry, cues
from onrecord.reading.tree import Tree

# "clause": words of their own subject; "to": an infinitive of the holder's own ("plans to");
# "object": a nominal; "sentence": what the cue interrupts, opens or closes.
Form = Literal["clause", "to", "object", "sentence"]


def content(tree: Tree, place: int, entry: CueEntry) -> tuple[set[int], Form]:
    """The words cited and their form; no words where the cue cites nothing here."""
    words: set[int] = set()
    form: Form = "object"
    for child in tree.children[place]:
        given = _form(tree, place, child, entry.content)
        if given is None and entry.stance == "alleges" and tree.deps[child] == "nsubj:pass":
            given = "object" if "object" in entry.content else None  # "the raid is blamed on them"
        if given == "clause" and entry.stance == "intends" and _binds(tree, place, child, entry):
            continue
        if given is None:
            continue
        if given == "object":
            words.update(_nominal(tree, child))
        else:
            words.update(clause(tree, child))
            form = given if form != "clause" else form
    if not words:
        words = _beyond_object(tree, place, entry.content)
        form = "clause" if words else form
    if not words and tree.upos[place] == "VERB" and entry.content & {"clause", "quote"}:
        words, form = _around(tree, place), "sentence"
    if words and tree.is_passive(place) and form in ("to", "clause"):
        grammatical = tree.child(place, "nsubj:pass", "nsubj")
        if grammatical is not None and tree.child(place, "xcomp") is not None:
            words.update(tree.descendants(grammatical))
            form = "clause"
    return words, form


def _beyond_object(tree: Tree, place: int, forms: frozenset[str]) -> set[int]:
    """ "accused the police of beating him", "held them responsible for beating him", where the
    parser hung the charge on the police or on what they are held to be."""
    return {
        word
        for thing in (*tree.having(place, "obj", "nsubj:pass"), *_held(tree, place))
        for child in tree.having(thing, "acl", "nmod", "obl", "advcl")
        if child > place
        and any(
            tree.deps[c] in ("mark", "case") and tree.lemmas[c].lower() in forms
            for c in tree.children[child]
        )
        for word in clause(tree, child)
    }


def _held(tree: Tree, place: int) -> Iterator[int]:
    """The adjective that a verb says of its object ("responsible")."""
    for thing in (place, *tree.having(place, "obj")):
        yield from (c for c in tree.having(thing, "xcomp", "amod", "acl") if tree.tags[c] == "JJ")


def _form(tree: Tree, place: int, child: int, forms: frozenset[str]) -> Form | None:
    """In which form a dependent is content of the cue, None where it is not."""
    relation = tree.deps[child]
    if relation in ("ccomp", "csubj", "csubj:pass", "xcomp") and forms & {"clause", "quote", "to"}:
        if relation == "xcomp" and tree.upos[child] == "ADJ" and tree.child(place, "obj"):
            return None  # "found him guilty and jailed him"
        return "to" if _own_infinitive(tree, place, child) else "clause"
    if relation == "parataxis" and "clause" in forms and child > place:
        # "X said: ..." hangs what was said on the verb
        if any(tree.words[mark] == ";" for mark in tree.children[child]):
            return None
        return "clause" if tree.is_verb(child) or tree.child(child, "nsubj") is not None else None
    if relation == "acl" and tree.upos[place] == "NOUN" and forms & {"clause", "to"}:
        if tree.child(child, "mark", "nsubj", "nsubj:pass") is None:
            return None  # "a statement posted on a website"
        return "to" if _own_infinitive(tree, place, child) else "clause"
    if relation == "obj" and "object" in forms and tree.child(place, "ccomp") is None:
        return "object"
    if relation in ("obl", "nmod", "obl:arg"):
        case = tree.case(child)
        return "object" if case and case in forms else None
    if relation in ("advcl", "xcomp"):
        marks = {tree.lemmas[c].lower() for c in tree.children[child] if tree.deps[c] == "mark"}
        if marks & forms & {"of", "for", "about", "to", "against", "from", "with"}:
            return "to" if _own_infinitive(tree, place, child) else "clause"
    return None


def _binds(tree: Tree, place: int, child: int, entry: CueEntry) -> bool:
    """ "The pact commits both to pay": its subject intends nothing."""
    return (
        tree.deps[child] == "xcomp"
        and not entry.content & {"object", "clause"}
        and tree.child(place, "obj") is not None
    )


def _own_infinitive(tree: Tree, place: int, child: int) -> bool:
    """ "hopes to visit", as against "wants the troops to leave" and "hopes that ..."."""
    to = any(tree.deps[c] == "mark" and tree.lemmas[c] == "to" for c in tree.children[child])
    if not to or tree.child(child, "nsubj", "nsubj:pass", "expl") is not None:
        return False
    return tree.child(place, "obj", "iobj") is None and not tree.is_passive(place)


def clause(tree: Tree, head: int) -> Iterator[int]:
    """A clause without finite verbs that a parser joined to an infinitive ("ordered them to
    leave and closed the road") and without what someone else says after a semicolon."""
    stack = [head]
    while stack:
        word = stack.pop()
        yield word
        for child in tree.children[word]:
            if tree.deps[child] in ("conj", "parataxis") and breaks_off(tree, word, child):
                continue
            stack.append(child)


def breaks_off(tree: Tree, word: int, child: int) -> bool:
    """Whether a joined verb can't belong to the clause of the word that it was joined to."""
    if tree.tags[word] == "VB" and tree.tags[child] in ("VBD", "VBZ"):
        return tree.child(word, "aux") is None
    if not any(tree.words[mark] == ";" for mark in tree.children[child]):
        return False
    return tree.child(child, "nsubj") is not None and bool(cues(tree.lemmas[child].lower(), "verb"))


def _nominal(tree: Tree, head: int) -> Iterator[int]:
    """A nominal without the clauses that the report itself adds ("whose leader was seized")."""
    stack = [head]
    while stack:
        word = stack.pop()
        yield word
        stack.extend(c for c in tree.children[word] if not is_aside(tree, c))


def is_aside(tree: Tree, place: int) -> bool:
    """A relative clause behind a comma."""
    if tree.deps[place] != "acl:relcl":
        return False
    before = tree.edges(place)[0]
    return tree.words[before] == "," or (before > 0 and tree.words[before - 1] == ",")


def _around(tree: Tree, verb: int) -> set[int]:
    """ "The pact, she said, will hold": the saying has a subject and no content of its own."""
    relation, governor = tree.deps[verb], tree.heads[verb]
    spoken = tree.child(verb, "nsubj", "nsubj:pass", "expl") is not None
    own = set(tree.descendants(verb))
    if relation == "parataxis" and spoken:
        return whole(tree, verb, governor) - own
    if relation == "advcl" and spoken:
        if any(tree.lemmas[c] == "as" and tree.deps[c] == "mark" for c in tree.children[verb]):
            return set(tree.descendants(governor)) - own
        return set()
    if relation == "root":
        return {word for word in _quoted(tree, verb) if word != verb}
    return set()


def _quoted(tree: Tree, verb: int) -> set[int]:
    """The quotation of a sentence that a verb of saying governs in some other relation."""
    start, end = tree.sentence(verb)
    marks = [word for word in range(start, end) if tree.words[word] in '"“”']
    if len(marks) < 2 or marks[0] < verb < marks[-1]:
        return set()
    return set(range(marks[0], marks[-1] + 1))


def at_edge(tree: Tree, place: int) -> bool:
    """Whether a phrase opens or closes its sentence, set off by a comma."""
    start, end = tree.sentence(place)
    first, last = tree.visible(*tree.edges(place))
    if all(tree.upos[word] in ("SPACE", "PUNCT") for word in range(start, first)):
        return last + 1 < end and tree.words[last + 1] == ","
    before = first - 1
    while before > start and tree.upos[before] == "SPACE":
        before -= 1
    return tree.words[before] in ',—–-"”' and all(
        tree.upos[word] in ("SPACE", "PUNCT") for word in range(last + 1, end)
    )


def whole(tree: Tree, place: int, governor: int) -> set[int]:
    """What an attribution covers that stands beside a clause: the clause, or, where it opens
    or closes the sentence, all of it up to a semicolon."""
    if not at_edge(tree, place):
        return set(tree.descendants(governor))
    start, end = tree.sentence(place)
    marks = [word for word in range(start, end) if tree.words[word] == ";"]
    start = max([mark + 1 for mark in marks if mark < place], default=start)
    end = min([mark for mark in marks if mark > place], default=end)
    return set(range(start, end))
