"""Who is cited by which word, as the tree and the cue lexicon tell it inside a sentence.

A cue of the lexicon (codes/data/cues.tsv) counts where a form of content that its row
allows stands with it: a clause, an infinitive, an object, a phrase, or the sentence that
it interrupts or closes ("..., she said", "..., according to X").
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.codes.cues import CueEntry, cues
from onrecord.codes.steering import having
from onrecord.reading.frames import frame, is_lent_by_actor, light_verb, subject
from onrecord.reading.tree import Tree, remembered
from onrecord.reading.voices.contents import Form, at_edge, content, whole
from onrecord.reading.voices.naming import Run, clean, named
from onrecord.reading.voices.stances import can_tell, stance_here
from onrecord.record import Stance

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv", "ADP": "adp", "AUX": "verb"}
# Prepositions that cite only where a named member of the cast stands behind them at the
# edge of a sentence: elsewhere they have other work ("for two days", "30 per cent").
TIMID = frozenset(("for", "per", "as per"))
_NOT_BARE = ("nsubj", "nsubj:pass", "aux", "aux:pass", "obj")
OPENS = frozenset(("DET", "NOUN", "PROPN", "ADJ", "NUM"))  # a nominal
NAMING = frozenset(("NOUN", "PROPN"))
UTTERED_IN = frozenset(("in", "with", "through"))  # before the noun for one's own words


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution, in token positions; runs are (first, last), both included.

    source is empty where nobody is named ("is believed to"); source_head is the head of
    its nominal; content is what is attributed, in the form ``form``.
    """

    cue: Run
    cue_head: int
    stance: Stance
    entry: CueEntry | None
    source_head: int | None
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    form: Form = "clause"

    def holds(self, place: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= place <= last for first, last in self.content)

    @property
    def words(self) -> set[int]:
        """Positions of the content."""
        return {word for first, last in self.content for word in range(first, last + 1)}

    @property
    def size(self) -> int:
        """Words of the content."""
        return sum(last - first + 1 for first, last in self.content)


def by_tree(tree: Tree) -> Iterator[Attribution]:
    """Every attribution that a cue of the lexicon makes, in the order of the cues."""
    for place, pos in enumerate(tree.upos):
        if pos in POS:
            entry = entry_of(tree, place)
            if entry is not None:
                found = _read(tree, place, entry)
                if found is not None and found.content:
                    yield found


@remembered
def entry_of(tree: Tree, place: int) -> CueEntry | None:
    """The lexicon's entry for a cue word, the one whose further words stand with it first."""
    pos = POS.get(tree.upos[place])
    if pos is None:
        return None
    entries = cues(tree.lemmas[place].lower(), pos)
    # "the alleged raid", whatever the tag; not "men accused of a raid"
    if tree.deps[place] == "amod" and place < tree.heads[place]:
        return next(iter(cues(tree.words[place].lower(), "adj")), None)
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


def _is_other_verb(tree: Tree, place: int, entry: CueEntry) -> bool:
    """ "backed down", "called off": with its particle it is another verb than the row's."""
    return any(
        tree.words[child].lower() not in entry.rest for child in tree.having(place, "compound:prt")
    )


def _with_be(tree: Tree, place: int) -> bool:
    if tree.upos[place] == "ADJ" or tree.is_passive(place):
        return True
    return tree.tags[place] in ("VBN", "VBG") and tree.child(place, "obj") is None


def _read(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    if entry.pos == "adp":
        return _phrase(tree, place, entry)
    if entry.pos == "adv":
        governor = tree.heads[place]
        if governor == place or tree.deps[place] != "advmod":
            return None
        return _make(tree, place, entry, None, set(tree.descendants(governor)), "object")
    if entry.pos == "adj" and (
        entry.content == {"object"} or tree.deps[place] == "amod"
    ):  # "the alleged raid"
        if tree.deps[place] != "amod" or "object" not in entry.content:
            return None
        words = set(tree.descendants(tree.heads[place]))
        return _make(tree, place, entry, None, words, "object")
    quoted = _as_saying(tree, place)
    if quoted is not None:
        words = set(content(tree, place, entry)[0])
        outer = entry_of(tree, tree.heads[place])
        if outer is not None:
            words |= content(tree, tree.heads[place], outer)[0] - set(tree.descendants(place))
        return _make(tree, place, entry, quoted, words - set(tree.descendants(quoted)), "clause")
    words, form = content(tree, place, entry)
    if not words:
        return None
    stance = stance_here(tree, place, entry, form)
    if stance != entry.stance:
        entry = msgspec.structs.replace(entry, stance=stance)
    teller = _teller(tree, place, entry)
    if teller is not None:  # "voiced its readiness to ...": by these words, in that stance
        told = msgspec.structs.replace(entry, reports=True)
        holder = _holder(tree, subject(tree, teller))
        return _make(tree, teller, told, holder, words | {place}, "clause")
    return _make(tree, place, entry, _source(tree, place, entry), words, form)


def _as_saying(tree: Tree, place: int) -> int | None:
    """ "quoted him as saying", "was quoted as saying": whoever is quoted."""
    governor = tree.heads[place]
    if tree.tags[place] != "VBG" or tree.deps[place] not in ("advcl", "xcomp", "obl"):
        return None
    if not any(tree.lemmas[c] == "as" for c in tree.children[place]):
        return None
    if tree.is_passive(governor):
        return tree.child(governor, "nsubj:pass", "nsubj")
    return tree.child(governor, "obj")


def _teller(tree: Tree, place: int, entry: CueEntry) -> int | None:
    """The verb of utterance that an attitude's noun is the object of."""
    verb = tree.heads[place]
    if entry.pos != "noun" or entry.reports or tree.deps[place] != "obj":
        return None
    told = entry_of(tree, verb)
    if told is None or not told.reports or "object" not in told.content:
        return None
    return verb


# -- prepositions ----------------------------------------------------------------------


def _phrase(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    """ "according to X": X is the source, the clause or sentence that it hangs on the content."""
    if tree.deps[place] == "case":
        outer = source = tree.heads[place]
        if tree.lemmas[source].lower() in entry.rest:  # "in the words of X"
            named = tree.child(source, "nmod", "nmod:poss")
            if named is None or not can_tell(tree, named):
                return None  # "in the first version of the program"
            source = named
        governor = tree.heads[outer]
    else:
        thing = tree.child(place, "obl", "obj", "nmod", "xcomp", "pobj", "obl:arg")
        if thing is None:
            return None
        outer, source, governor = place, thing, tree.heads[place]
    if entry.lemma == "as" or governor == outer:
        return None
    if entry.lemma in having("document") and not can_tell(tree, source):
        return None  # "citing the fire code"
    if entry.lemma in TIMID and not (at_edge(tree, outer) and tree.doc[source].ent_type_):
        return None
    own = set(tree.descendants(outer))
    below = _cited(tree, governor)
    words = (below if below is not None else whole(tree, outer, governor)) - own
    made = _make(tree, place, entry, source, words, "sentence")
    last = place + len(entry.rest)
    if place < source < outer:  # "by Chad's account"
        return msgspec.structs.replace(made, cue=(outer, outer))
    return msgspec.structs.replace(made, cue=(place, min(max(place, last), len(tree) - 1)))


def _cited(tree: Tree, governor: int) -> set[int] | None:
    """ "The station said that ..., citing X": what X told is what the station said."""
    entry = entry_of(tree, governor)
    if entry is None or not entry.reports or entry.stance != "says":
        return None
    if tree.deps[governor] not in ("root", "conj", "parataxis") or entry.pos != "verb":
        return None
    words, form = content(tree, governor, entry)
    return words if words and form == "clause" else None


# -- sources ---------------------------------------------------------------------------


def _source(tree: Tree, place: int, entry: CueEntry) -> int | None:
    found = frame(tree, place)
    if tree.upos[place] in ("VERB", "AUX"):
        behind = _behind(tree, place) if entry.reports else None
        if behind is not None:
            return behind
        said_of = is_said_of(tree, place)
        if said_of or found.passive or (entry.copular and tree.tags[place] == "VBN"):
            agent = found.subject if found.passive else None
            return _quoting(tree, place) if agent is None else agent
        return _holder(tree, subject(tree, place))
    if tree.upos[place] == "ADJ":
        return _holder(tree, subject(tree, place))
    for slot in ("by", "poss", "of", "from"):  # "Friday's report by the agency"
        owner = found.oblique(slot)
        if owner is not None and slot not in entry.content and _is_owner(tree, place, owner):
            return owner
    if found.subject is not None and _is_owner(tree, place, found.subject):
        return found.subject
    # "said in a statement that"; not "has not commented on the report that"
    said_in = tree.deps[place] == "obl" and entry.reports and tree.case(place) in UTTERED_IN
    if tree.deps[place] == "obj" or said_in:
        outer = entry_of(tree, tree.heads[place])
        if outer is not None and outer.stance == "denies":
            return None  # "denies rumours of it": whose they are is not told
        return _holder(tree, subject(tree, tree.heads[place]))
    return None


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
    if not nominal or tree.upos[verb + 1] not in OPENS:
        return None
    if any(tree.upos[p] in ("VERB", "AUX", "SCONJ") and tree.deps[p] != "amod" for p in nominal):
        return None
    own = [p for p in nominal if tree.upos[p] in NAMING and tree.heads[p] not in nominal]
    known = (p for p in own if can_tell(tree, p))
    return next(known, None)


def _quoting(tree: Tree, verb: int) -> int | None:
    """ "was quoted in two papers as saying": where somebody's words stand, if that can tell."""
    if not any(_as_saying(tree, child) is not None for child in tree.children[verb]):
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
        return tree.tags[place] == "VBN" and tree.child(place, *_NOT_BARE) is None
    return tree.deps[place] in ("acl", "amod") and tree.heads[place] < place


def _is_said_to(tree: Tree, place: int) -> bool:
    """ "The rebels, said to have been armed by Chad, ...": nobody says to do a thing."""
    if tree.tags[place] not in ("VBN", "VBD") or tree.lemmas[place].lower() not in having("said"):
        return False
    if place == 0 or tree.words[place - 1] != ",":
        return False
    told = tree.child(place, "xcomp")
    return told is not None and tree.child(place, "aux", "aux:pass", "obj", "iobj") is None


def _is_anybody(tree: Tree, place: int) -> bool:
    """ "any paper that says so will be sued", "whoever says so": nobody is said to say it."""
    marks = (place, *tree.having(place, "det"))
    return any(tree.lemmas[word].lower() in having("anybody") for word in marks)


def _holder(tree: Tree, place: int | None) -> int | None:
    """Nobody, where "it", "there" or a clause fills the place ("it is said that ...", "it is untrue
    that troops fired")."""
    if place is not None and (tree.deps[place] == "expl" or tree.words[place].lower() == "there"):
        return None
    if place is not None and (tree.deps[place].startswith("csubj") or _is_anybody(tree, place)):
        return None
    return place


# -- making ----------------------------------------------------------------------------


def _make(
    tree: Tree, place: int, entry: CueEntry, source: int | None, words: set[int], form: Form
) -> Attribution:
    span: tuple[Run, ...] = ()
    if source is not None:
        span = (named(tree, source),)
        words = words - set(range(span[0][0], span[0][1] + 1))
    return Attribution(
        cue=(place, place),
        cue_head=place,
        stance=entry.stance,
        entry=entry,
        source_head=source,
        source=span,
        content=clean(tree, words - {place}),
        form=form,
    )


def antecedent(tree: Tree, item: Attribution) -> Attribution:
    """Whom a relative pronoun stands for: "the agency, which denies" is the agency's denial."""
    head = item.source_head
    if head is None or tree.tags[head] not in ("WDT", "WP") or not item.source:
        return item
    for above in tree.ancestors(head):
        if tree.deps[above] == "acl:relcl":
            noun = tree.heads[above]
            if _is_anybody(tree, noun):
                return msgspec.structs.replace(item, source_head=None, source=())
            return msgspec.structs.replace(item, source_head=noun, source=(named(tree, noun),))
    return item
