"""Who is cited by a cue: its subject, agent or owner, who stands behind it, or nobody."""

from __future__ import annotations

from onrecord.codes.cues import CueEntry
from onrecord.codes.events import classes_of, events
from onrecord.codes.steering import having
from onrecord.reading.frames import frame, subject
from onrecord.reading.light import is_lent_by_actor, lent, light_verb
from onrecord.reading.nobody import is_nobody
from onrecord.reading.tree import Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.stances import can_tell

NOT_BARE = ("nsubj", "nsubj:pass", "aux", "aux:pass", "obj")
OPENS = frozenset(("DET", "NOUN", "PROPN", "ADJ", "NUM"))  # a nominal
NAMING = frozenset(("NOUN", "PROPN"))
_SOMEBODY = frozenset(("actor", "people", "person", "group", "organisation"))
_AGAINST = frozenset(("COERCE", "SANCTION", "REJECT", "ACCUSE"))
WEIGHING = frozenset(("into", "at", "about", "on"))  # "looks into reports", "asked about reports"
UTTERED_IN = frozenset(("in", "with", "through"))  # before the noun for one's own words


def is_shown(tree: Tree, verb: int) -> bool:
    """ "Jury shown film of raid": a headline's participle, whose subject hears or sees it."""
    return (
        tree.words[verb].lower() in having("shown")
        and tree.child(verb, "aux", "aux:pass") is None
        and tree.child(verb, "nsubj", "nsubj:pass") is not None
    )


def source_of(tree: Tree, place: int, entry: CueEntry) -> int | None:
    """Whom a cue cites: the head of the nominal, None where nobody is named."""
    found = frame(tree, place)
    if tree.upos[place] in ("VERB", "AUX"):
        behind = _behind(tree, place) if entry.reports else None
        if behind is not None:
            return behind
        letter = received(tree, place)
        if letter is not None:
            return sender(tree, letter)
        said_of = is_said_of(tree, place) or is_shown(tree, place)
        if said_of or found.passive or (entry.copular and tree.tags[place] == "VBN"):
            agent = found.subject if found.passive else None
            return _quoting(tree, place) if agent is None else agent
        return holder(tree, subject(tree, place))
    if tree.upos[place] == "ADJ":
        return holder(tree, subject(tree, place))
    for slot in ("by", "poss", "of", "from"):  # "Friday's report by the agency"
        owner = found.oblique(slot)
        if owner is not None and slot not in entry.content and _is_owner(tree, place, owner):
            return owner
    if found.subject is not None and _is_owner(tree, place, found.subject):
        return found.subject
    if tree.case(place) in having("amid") and entry.reports and tree.child(place, "acl", "ccomp"):
        return place  # "Amid reports that the town had fallen": whoever reports it
    # "said in a statement that"; not "has not commented on the report that"
    said_in = tree.deps[place] == "obl" and entry.reports and tree.case(place) in UTTERED_IN
    if is_received(tree, place):
        return sender(tree, place)
    if entry.reports and is_weighed(tree, place):
        return place  # "is investigating reports that": whoever reports it
    if tree.deps[place] == "obj" or said_in:
        outer = entry_of(tree, tree.heads[place])
        if outer is not None and outer.stance == "denies":
            return None  # "denies rumours of it": whose they are is not told
        return holder(tree, subject(tree, tree.heads[place]))
    return None


def is_received(tree: Tree, noun: int) -> bool:
    """ "got a letter": whoever gets it says nothing in it."""
    verb = tree.heads[noun]
    gets = tree.deps[noun] == "obj" and lent(tree, verb) == "recipient"
    return gets and entry_of(tree, verb) is None  # who rejects a claim answers it


def is_weighed(tree: Tree, noun: int) -> bool:
    """ "is investigating reports that": who looks into a word does not utter it."""
    lemma = tree.lemmas[tree.heads[noun]].lower()
    if tree.deps[noun] == "obl" and tree.case(noun) in WEIGHING:
        return lemma in having("weighing") or lemma in having("asking")
    return tree.deps[noun] == "obj" and lemma in having("weighing")


def sender(tree: Tree, noun: int) -> int:
    """Whom a letter that somebody gets is from; the letter itself where nobody is named."""
    phrases = [p for word in (noun, tree.heads[noun]) for p in tree.having(word, "nmod", "obl")]
    return next((p for p in phrases if tree.case(p) == "from"), noun)


def received(tree: Tree, verb: int) -> int | None:
    """The letter that a participle gives the words of: "got a letter saying that ..."."""
    if tree.tags[verb] != "VBG":
        return None
    above = tree.heads[verb]
    letters = [above] if tree.deps[verb] == "acl" else tree.having(above, "obj")
    told = (p for p in letters if p < verb and is_received(tree, p) and entry_of(tree, p))
    return next(told, None)


def written(tree: Tree, verb: int) -> int | None:
    """What a participle behind it gives the words of: "jailed over a letter saying that ..."; none
    where the clause tells of whoever puts it out ("adopted a letter saying that ...")."""
    paper = tree.heads[verb]
    if tree.deps[verb] != "acl" or tree.tags[verb] != "VBG" or tree.upos[paper] != "NOUN":
        return None
    if classes_of(tree.lemmas[paper].lower()) & _SOMEBODY:
        return None  # "crowds demanding that he resign": somebody's own word
    above = tree.heads[paper]
    rows = events(tree.lemmas[above].lower(), "verb")
    held = any(row.category in _AGAINST for row in rows)  # "seized leaflets accusing ..."
    held = held or tree.lemmas[above].lower() in having("witnessing")
    if "," in tree.words[paper:verb] or (tree.deps[paper] in ("obj", "nsubj:pass") and not held):
        return None
    return paper


def _behind(tree: Tree, verb: int) -> int | None:
    """ "Lima, said two diplomats, had expelled him": who stands between the verb and a comma, where
    the verb itself stands behind one, whatever the parse makes of them."""
    start, end = tree.sentence(verb)
    if tree.lemmas[verb].lower() in having("addressing"):
        return None  # "the envoy, who gave no name, told the radio": who hears it
    if verb - 1 <= start or tree.words[verb - 1] not in (",", "”", '"'):
        return None
    last = next((p for p in range(verb + 1, end) if tree.words[p] in ",.;"), end)
    nominal = range(verb + 1, last)
    if len(nominal) == 1 and tree.words[verb + 1].lower() in having("other"):
        return verb + 1  # "had, said another, shot two miners"
    if not nominal or tree.upos[verb + 1] not in OPENS:
        return None
    if any(tree.upos[p] in ("VERB", "AUX", "SCONJ") and tree.deps[p] != "amod" for p in nominal):
        return None
    own = [p for p in nominal if tree.upos[p] in NAMING and tree.heads[p] not in nominal]
    known = (p for p in own if can_tell(tree, p))
    return next(known, None)


def _quoting(tree: Tree, verb: int) -> int | None:
    """ "was quoted in two papers as saying": where somebody's words stand, if that can tell."""
    if not any(as_saying(tree, child) is not None for child in tree.children[verb]):
        return None
    papers = (p for p in tree.having(verb, "obl") if tree.case(p) in UTTERED_IN)
    return next(papers, None)


def _is_owner(tree: Tree, noun: int, party: int) -> bool:
    """Whether it is a party to the noun itself, or to the light verb that carries it: in "claims
    that Libya armed them were rejected by Tripoli" nobody is named whose claims they are."""
    for word in (party, *tree.ancestors(party)):
        if word == noun:
            return True
        if word != party and tree.upos[word] == "VERB":
            return word == light_verb(tree, noun) and is_lent_by_actor(tree, word)
    return False


def is_said_of(tree: Tree, place: int) -> bool:
    """ "The men accused of a raid": they are not the ones who accuse."""
    if tree.tags[place] == "VBG":
        return False
    if _is_said_to(tree, place):
        return True
    if tree.deps[place] == "advcl":  # "Asked who had fired, the envoy ..."
        return tree.tags[place] in ("VBN", "VBD") and tree.child(place, *NOT_BARE) is None
    return tree.deps[place] in ("acl", "amod") and tree.heads[place] < place


def _is_said_to(tree: Tree, place: int) -> bool:
    """ "The rebels, said to have been armed by Chad, ...": nobody says to do a thing."""
    if tree.tags[place] not in ("VBN", "VBD") or tree.lemmas[place].lower() not in having("said"):
        return False
    if place == 0 or tree.words[place - 1] != ",":
        return False
    told = tree.child(place, "xcomp")
    return told is not None and tree.child(place, "aux", "aux:pass", "obj", "iobj") is None


def is_anybody(tree: Tree, place: int) -> bool:
    """ "any paper that says so will be sued", "whoever says so": nobody is said to say it."""
    marks = (place, *tree.having(place, "det"))
    return any(tree.lemmas[word].lower() in having("anybody") for word in marks)


def holder(tree: Tree, place: int | None) -> int | None:
    """None where "it", "there", "nobody" or a clause fills the place ("it is said that ...", "it is
    untrue that troops fired")."""
    if place is not None and (tree.deps[place] == "expl" or tree.words[place].lower() == "there"):
        return None
    if place is not None and (tree.deps[place].startswith("csubj") or is_anybody(tree, place)):
        return None
    return None if place is not None and is_nobody(tree, place) else place


def as_saying(tree: Tree, place: int) -> int | None:
    """ "quoted him as saying", "was quoted as saying": whoever is quoted."""
    governor = tree.heads[place]
    if tree.tags[place] != "VBG" or tree.deps[place] not in ("advcl", "xcomp", "obl"):
        return None
    if not any(tree.lemmas[c] == "as" for c in tree.children[place]):
        return None
    if tree.is_passive(governor):
        return tree.child(governor, "nsubj:pass", "nsubj")
    return tree.child(governor, "obj")
