"""What a wish, an order, a plan or an offer takes for granted: who orders the release of a film of
a soldier beating a boy does not order the beating, and the report itself tells of it.

It stands in a clause that describes one of the nouns of the content, that says after what it
is wished ("plans to recall its envoy after gunmen shot at the embassy"), or behind a word for what
is done because of it ("a warrant for his arrest in the killing of a priest").
"""

from __future__ import annotations

from onrecord.codes.actors import resolve
from onrecord.codes.events import classes_of, events
from onrecord.codes.steering import having
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution

_OPEN = frozenset(("wishes", "intends", "denies"))
_SOMEBODY = frozenset(("actor", "people", "person", "group", "organisation"))
_POINTING = frozenset(("the", "this", "that", "these", "those"))
_GROUNDS = frozenset(("in", "for", "over", "into"))  # behind "arrest", "inquiry", "sack"
_PHRASES = ("obl", "nmod", "advcl", "acl")
_REACH = 12  # words looked back for what is done because of it


def is_granted(tree: Tree, item: Attribution, place: int) -> bool:
    """Whether a word of what is wished, meant or denied only tells of what has been."""
    open_ = item.form == "to" or item.stance in _OPEN
    if not open_ or item.form == "sentence":
        return False
    for word in (place, *tree.ancestors(place)):
        if word == item.cue_head or not item.holds(word):
            return False
        if item.holds(tree.heads[word]) and _is_told(tree, word):
            return True
        if item.stance != "denies" and _is_occasion(tree, word, item.cue_head):
            return True
        if item.stance != "denies" and _is_ground(tree, word, item.cue_head):
            return True
        if item.stance != "denies" and _is_under_way(tree, word, place):
            return True
    return False


def _is_told(tree: Tree, word: int) -> bool:
    """Whether a clause describes its noun by what was or is done."""
    if tree.deps[word] == "advcl":  # "to meet her weeks after he had attacked her"
        return any(tree.words[c].lower() == "had" for c in tree.having(word, "aux")) and not any(
            tree.lemmas[c].lower() in ("if", "unless") for c in tree.having(word, "mark")
        )
    if tree.deps[word] == "acl:relcl":
        return tree.tags[word] == "VBD" or any(
            tree.tags[c] in ("VBD", "VBZ", "VBP") for c in tree.having(word, "aux", "aux:pass")
        )
    if tree.deps[word] != "acl" or tree.child(word, "mark", "aux", "aux:pass") is not None:
        if tree.deps[word] != "acl" or tree.tags[word] != "VBG":
            return False
        # "a film of a soldier beating a boy" has its own subject
        return tree.child(word, "nsubj") is not None
    noun = tree.heads[word]
    if tree.tags[word] == "VBG":  # "a law banning it" is no more than wished
        return _is_somebody(tree, noun)
    return tree.tags[word] == "VBN" and (_is_somebody(tree, noun) or _is_definite(tree, noun))


def _is_occasion(tree: Tree, word: int, cue: int) -> bool:
    """Whether a clause in the past says after what something is wished or meant. Who "promised to
    leave after the captives were freed" may still wait for that."""
    led = any(tree.lemmas[mark].lower() == "after" for mark in tree.having(word, "mark"))
    if tree.deps[word] != "advcl" or not led or tree.lemmas[cue].lower() in having("binding"):
        return False
    return tree.tags[word] == "VBD" or any(
        tree.tags[c] == "VBD" for c in tree.having(word, "aux", "aux:pass", "cop")
    )


def _is_somebody(tree: Tree, noun: int) -> bool:
    if classes_of(tree.lemmas[noun].lower()) & _SOMEBODY or tree.doc[noun].ent_type_ == "PERSON":
        return True
    known = resolve(tree.part(*tree.phrase(noun)).text)
    return known is not None and known.kind is not None


def _is_definite(tree: Tree, noun: int) -> bool:
    marks = {tree.lemmas[c].lower() for c in tree.having(noun, "det")}
    return bool(marks & _POINTING) or tree.child(noun, "nmod:poss") is not None


def _is_ground(tree: Tree, word: int, cue: int) -> bool:
    """ "his arrest in the killing of", "an inquiry into the raid", "sack him over the shelling"."""
    if tree.deps[word] not in _PHRASES:
        return False
    marks = [c for c in tree.having(word, "case", "mark") if c < word]
    if not marks or tree.lemmas[marks[0]].lower() not in _GROUNDS:
        return False
    if not _names(tree, word) or tree.lemmas[word].lower() in having("ground"):
        return False  # "a warrant for his arrest": no arrest yet
    first = max(cue + 1, marks[0] - _REACH)
    return any(tree.lemmas[p].lower() in having("ground") for p in range(first, marks[0]))


def _names(tree: Tree, word: int) -> bool:
    """Whether a noun or a gerund names a happening, be it the object of another."""
    if tree.upos[word] == "VERB":
        return tree.tags[word] == "VBG"
    return bool(events(tree.lemmas[word].lower(), "noun"))


def _is_under_way(tree: Tree, word: int, place: int) -> bool:
    """ "help them in their fight against rebels": whose it is fights already."""
    if word != place or tree.deps[word] not in ("obl", "nmod") or tree.case(word) != "in":
        return False
    owner = tree.child(word, "nmod:poss")
    return owner is not None and _names(tree, word)
