"""Conditions: which clauses and phrases only suppose, and which happenings hang on them.

"If X, Y will ..." leaves both open; "in case of X" and "should X ..." too. A plain past
("was emptied in case ...") has happened, whatever it was for.
"""

from __future__ import annotations

from onrecord.codes.cues import modals
from onrecord.codes.steering import having
from onrecord.reading.tree import SUBJECTS, Tree

ASKED = ("ccomp", "csubj", "xcomp", "csubj:pass")  # "asked whether ..."
CLAUSES = ("advcl", "obl", "nmod", "obl:unmarked")


def is_condition(tree: Tree, place: int) -> bool:
    """Whether the clause or phrase at ``place`` is opened by if, unless, in case (of) ..."""
    if any(tree.lemmas[c] == "whether" and tree.deps[c] == "mark" for c in tree.children[place]):
        return True  # open wherever it hangs ("At issue: whether troops fired")
    if tree.deps[place] in ASKED:
        return any(
            tree.deps[child] == "mark" and _opens(tree, place, child)
            for child in tree.children[place]
        )
    if tree.deps[place] not in ("advcl", "obl", "nmod", "acl"):
        return False
    for child in tree.children[place]:
        opener = tree.deps[child] in ("mark", "case", "advmod") and child < place
        if opener and _opens(tree, place, child):
            return True
    return _is_inverted(tree, place)


def is_supposed(tree: Tree, place: int) -> bool:
    """ "Were rebels to attack, troops would fire", where the parser hung the first auxiliary on the
    main verb: both sides of the comma stay open."""
    start, end = tree.sentence(place)
    first = tree.visible(start, end - 1)[0]
    if tree.words[first] != "Were" or tree.words[end - 1] == "?":
        return False
    comma = next((p for p in range(first, end) if tree.words[p] == ","), end)
    marked = any(tree.lemmas[c] == "to" for c in tree.having(place, "mark"))
    would = any(tree.tags[c] == "MD" for c in tree.having(place, "aux"))
    return (marked and first < place < comma) or (would and comma < place)


def is_unconfirmed(tree: Tree, place: int) -> bool:
    """ "The raid, if confirmed, would be the first", "if it is true that they raided it": what is
    told hangs on its being so."""
    if tree.deps[place] in ASKED and confirms(tree, tree.heads[place]):
        return True
    while tree.deps[place] in ("nmod", "conj"):  # "the reports of a raid"
        place = tree.heads[place]
    if tree.deps[place] not in ("nsubj", "nsubj:pass"):
        return False
    clauses = (c for word in (place, tree.heads[place]) for c in tree.having(word, *CLAUSES, "acl"))
    return any(confirms(tree, c) and tree.child(c, *SUBJECTS) is None for c in clauses)


def confirms(tree: Tree, clause: int) -> bool:
    """Whether a clause supposes that something is so ("if true", "if it turns out that")."""
    lemma = tree.lemmas[clause].lower()
    particle = tree.child(clause, "compound:prt")
    whole = lemma if particle is None else f"{lemma} {tree.lemmas[particle].lower()}"
    return whole in having("confirming") and is_condition(tree, clause)


def _opens(tree: Tree, place: int, child: int) -> bool:
    for entry in modals(tree.lemmas[child].lower()):
        if entry.effect != "conditional" or entry.pos not in ("sconj", "adp"):
            continue
        following = [w.lower() for w in tree.words[child + 1 : child + 1 + len(entry.rest)]]
        if following != list(entry.rest):
            continue
        # "until the rebels surrendered" has happened; "if" and "in case" leave it open
        if len(entry.lemma) > 2 and not entry.rest and _plain_past(tree, place):
            return not _plain_past(tree, tree.heads[place])
        return True
    return False


def _is_inverted(tree: Tree, place: int) -> bool:
    """ "Should Iran attack", "Had Chad paid", "Were Peru to pay": the auxiliary comes first."""
    if tree.deps[place] != "advcl":
        return False
    first = tree.edges(place)[0]
    subject = tree.child(place, "nsubj", "nsubj:pass")
    if subject is None or first >= subject or tree.heads[first] != place:
        return False
    return tree.words[first].lower() in ("should", "had", "were") and tree.deps[first] in (
        "aux", "aux:pass", "cop",
    )  # fmt: skip


def is_counterfactual(tree: Tree, place: int) -> bool:
    """ "Had Chad paid, the convoy would have left": neither happened, and a negation in either
    turns that round."""
    if _is_unreal(tree, place) and is_condition(tree, place):
        return any(tree.tags[c] == "MD" for c in tree.having(tree.heads[place], "aux"))
    auxiliaries = tree.having(place, "aux")
    if not any(tree.tags[c] == "MD" for c in auxiliaries):
        return False
    if not any(tree.lemmas[c].lower() == "have" for c in auxiliaries):
        return False
    supposed = (c for c in tree.having(place, "advcl") if is_condition(tree, c))
    return any(_is_unreal(tree, clause) for clause in supposed)


def _is_unreal(tree: Tree, place: int) -> bool:
    """A supposition in the past perfect ("had X paid", "if X had paid")."""
    if tree.deps[place] != "advcl":
        return False
    asked = any(tree.lemmas[mark].lower() == "whether" for mark in tree.having(place, "mark"))
    return not asked and any(
        tree.words[c].lower() in ("had", "'d", "’d") for c in tree.having(place, "aux")
    )


def stands_under_condition(tree: Tree, place: int, modal: bool) -> bool:
    """Whether a condition hangs on the word and leaves it open: not where it is a plain past."""
    for child in tree.children[place]:
        if tree.deps[child] not in CLAUSES or not is_condition(tree, child):
            continue
        if not any(tree.lemmas[m] in having("temporal") for m in tree.having(child, "mark")):
            return modal or not _plain_past(tree, place)
    return False


def _plain_past(tree: Tree, place: int) -> bool:
    """A finite past without a modal, also of a passive or a perfect ("was emptied")."""
    if tree.upos[place] not in ("VERB", "AUX"):
        place = tree.child(place, "cop") or place
    if tree.tags[place] == "VBD":
        return True
    if tree.tags[place] != "VBN":
        return False
    return any(
        tree.deps[child] in ("aux", "aux:pass") and tree.tags[child] == "VBD"
        for child in tree.children[place]
    )
