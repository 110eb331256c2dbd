"""Which row of the cue lexicon a word of a report has, if it is a cue there at all."""

from __future__ import annotations

from onrecord.codes.cues import CueEntry, cues, modals
from onrecord.codes.events import events
from onrecord.reading.tree import Tree, remembered

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv", "ADP": "adp", "AUX": "verb"}

_UTTERED = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
_TITLE_CASE = 0.8  # of the words of a headline begin with a capital
_JOINT = frozenset(("agreement",))  # made by both sides, so not made where one rejects it


@remembered
def entry_of(tree: Tree, place: int) -> CueEntry | None:
    """The lexicon's entry for a cue word, the one whose further words stand with it first."""
    pos = POS.get(tree.upos[place])
    if pos is None:
        return None
    entries = cues(tree.lemmas[place].lower(), pos)
    # "the alleged raid", whatever the tag; not "men accused of a raid"
    if tree.deps[place] == "amod" and place < tree.heads[place]:
        rows = cues(tree.words[place].lower(), "adj")
        # not the row of "be alleged", which stands under its participle too
        return next((row for row in rows if not row.copular), next(iter(rows), None))
    if pos == "verb" and _is_name(tree, place):
        return None
    if pos == "verb" and tree.words[place].endswith("ing"):  # "according to", "citing"
        entries = cues(tree.words[place].lower(), "adp") or entries
    if not entries:
        return None
    following: set[str] = set()
    for entry in entries:
        if entry.rest and not following:
            following = {tree.lemmas[child].lower() for child in tree.children[place]}
            following.update(lemma.lower() for lemma in tree.lemmas[place + 1 : place + 4])
            following.update(word.lower() for word in tree.words[place + 1 : place + 4])
            following.update(_beside_object(tree, place))
            if tree.deps[place] == "case":  # "by the foreign ministry's account"
                following.add(tree.lemmas[tree.heads[place]].lower())
        if not all(word in following for word in entry.rest):
            continue
        if pos == "verb" and _is_other_verb(tree, place, entry):
            continue
        if entry.rest[:1] == ("it",) and tree.lemmas[place + 1].lower() != "it":
            continue  # "the papers have it that"; not "have bombed it"
        if not entry.copular or _with_be(tree, place):
            return entry
    return None


def _is_name(tree: Tree, place: int) -> bool:
    """ "Foreign Minister Said Hamdan": a capital inside a sentence that is no headline."""
    start, end = tree.sentence(place)
    if not tree.words[place][0].isupper() or place == start:
        return False
    if not tree.words[place - 1].isalpha():
        return False  # "“Stop,” Said Hamdan": its own sentence to a reader
    words = [word for word in tree.words[start:end] if word.isalpha()]
    return sum(word[0].isupper() for word in words) < _TITLE_CASE * len(words)


def is_answered(tree: Tree, noun: int) -> bool:
    """ "rejected a call", "refused an offer", "accusations were dismissed": what is answered was
    uttered, though nobody heeds it."""
    verb = tree.heads[noun]
    if tree.upos[noun] != "NOUN" or tree.deps[noun] not in ("obj", "nsubj:pass"):
        return False
    answer = entry_of(tree, verb)
    negates = any(row.effect == "negated" for row in modals(tree.lemmas[verb].lower()))
    if not negates and (answer is None or answer.stance != "denies"):
        return False
    lemma = tree.lemmas[noun].lower()
    if any(row.category in _UTTERED for row in events(lemma, "noun")):
        return True
    return lemma not in _JOINT and any(row.reports for row in cues(lemma, "noun"))


def _beside_object(tree: Tree, verb: int) -> set[str]:
    """ "held two officers of the guard responsible": what a parser hung on the object, be it behind
    a long one."""
    return {
        tree.lemmas[child].lower()
        for thing in tree.having(verb, "obj")
        for child in tree.having(thing, "amod", "acl")
        if child > thing
    }


def _is_other_verb(tree: Tree, place: int, entry: CueEntry) -> bool:
    """ "backed down", "called off": with its particle it is another verb than the row's."""
    return any(
        tree.words[child].lower() not in entry.rest for child in tree.having(place, "compound:prt")
    )


def _with_be(tree: Tree, place: int) -> bool:
    if tree.upos[place] == "ADJ" or tree.is_passive(place):
        return True
    return tree.tags[place] in ("VBN", "VBG") and tree.child(place, "obj") is None
