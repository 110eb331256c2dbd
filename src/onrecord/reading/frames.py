"""Who stands where around a predicate: its subject, object and prepositional phrases,
read through passives, participles, infinitives, relative clauses and joined verbs.

A subject that is not said is taken from the clause that governs the verb (control in
the sense of Universal Dependencies' enhanced graphs): an infinitive takes its verb's
object if it has one, else its subject; a participle its main clause's subject; a verb
of a relative clause the noun that the clause describes.
"""

from __future__ import annotations

import msgspec

from onrecord.codes.actors import resolve
from onrecord.codes.steering import having
from onrecord.reading.light import lent, light_verb
from onrecord.reading.nobody import is_by_nobody
from onrecord.reading.tree import SUBJECTS, Tree, remembered

RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SUBJECT_CONTROL = frozenset(("promise", "vow", "pledge", "threaten", "agree", "offer", "refuse"))
CHARGES = frozenset(("of", "from", "for", "into", "with"))
_DEEP = 12  # governing clauses climbed in search of a subject


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Heads of a predicate's arguments, as token positions; None where there is none.

    subject and object are the logical ones: a passive's subject is its object, its
    "by"-phrase its subject. clause is the head of a that- or to-clause, aim the object of
    an infinitive of purpose, matrix the subject of the clause above a that-clause in which
    the verb is joined to another, and shares its subject only if that can act.
    """

    subject: int | None = None
    object: int | None = None
    iobject: int | None = None
    obliques: tuple[tuple[str, int], ...] = ()
    clause: int | None = None
    passive: bool = False
    aim: int | None = None
    matrix: int | None = None

    def oblique(self, preposition: str) -> int | None:
        """The first phrase with the preposition."""
        for found, place in self.obliques:
            if found == preposition:
                return place
        return None


def place_of(frame: Frame, slot: str) -> int | None:
    """The word that fills a slot of a frame pattern."""
    if slot == "subj":
        return frame.subject
    if slot == "obj":
        return frame.object if frame.object is not None else frame.iobject
    if slot == "iobj":
        return frame.iobject if frame.iobject is not None else frame.oblique("iobj")
    if slot == "clause":
        return None
    return frame.oblique(slot) if slot else None


@remembered
def frame(tree: Tree, predicate: int) -> Frame:
    """The arguments of a verb, noun or adjective."""
    if tree.upos[predicate] in ("VERB", "AUX"):
        return _verb(tree, predicate)
    if tree.upos[predicate] == "ADJ":
        return _adjective(tree, predicate)
    return _noun(tree, predicate)


def _verb(tree: Tree, verb: int) -> Frame:
    passive = _is_passive(tree, verb)
    obliques = [(p, place) for p, place in tree.obliques(verb) if p]
    obliques.extend(_of_light_object(tree, verb))
    grammatical = subject(tree, verb)
    thing = _resolve_relative(tree, tree.child(verb, "obj"), verb)
    receiver = tree.child(verb, "iobj")
    clause = tree.child(verb, "ccomp", "xcomp")
    if passive:
        agent = next((place for p, place in obliques if p == "by"), None)
        if tree.child(verb, "obl:agent") is not None:
            agent = tree.child(verb, "obl:agent")
        return Frame(
            subject=agent,
            object=grammatical if thing is None else thing,
            iobject=receiver if thing is None else grammatical,
            obliques=tuple(obliques),
            clause=clause,
            passive=True,
        )
    described = tree.deps[verb] == "acl:relcl" and grammatical != tree.heads[verb]
    if thing is None and described and _relative_object(tree, verb):
        thing = tree.heads[verb]
    if thing is None and clause is not None and tree.child(verb, "ccomp") is None:
        # "asked the council to act": one receiver and a task, whatever the parser calls it
        thing, receiver = receiver, None
    return Frame(
        subject=grammatical,
        object=thing,
        iobject=receiver,
        obliques=tuple(obliques),
        clause=clause,
        aim=_aim(tree, verb),
        matrix=_matrix(tree, verb),
    )


def _aim(tree: Tree, verb: int) -> int | None:
    """ "fired tear gas to disperse the crowd": the crowd."""
    for child in tree.having(verb, "advcl"):
        if tree.tags[child] == "VB" and tree.child(child, *SUBJECTS, "aux") is None:
            found = tree.child(child, "obj")
            if found is not None:
                return found
    return None


def _matrix(tree: Tree, verb: int) -> int | None:
    above = tree.heads[verb]
    if tree.deps[verb] != "conj" or tree.deps[above] != "ccomp":
        return None
    if tree.child(verb, *SUBJECTS) is not None:
        return None
    return subject(tree, tree.heads[above])


def _is_passive(tree: Tree, verb: int) -> bool:
    if tree.is_passive(verb):
        return True
    if tree.tags[verb] != "VBN" or tree.child(verb, "aux", "nsubj") is not None:
        return False
    if tree.deps[verb] in ("acl", "amod"):
        return True
    if tree.deps[verb] == "conj":
        return _is_passive(tree, tree.heads[verb])
    return tree.deps[verb] in ("advcl", "root") and tree.child(verb, "obj") is None


@remembered
def subject(tree: Tree, verb: int) -> int | None:
    """The grammatical subject, said or shared."""
    for _ in range(_DEEP):
        own = tree.child(verb, *SUBJECTS)
        if own is not None:
            return _resolve_relative(tree, _beside(tree, verb, own), verb)
        relation, governor = tree.deps[verb], tree.heads[verb]
        if relation in ("acl", "amod") and tree.upos[governor] not in ("VERB", "AUX"):
            if tree.tags[verb] in ("VBG", "VBN", "VBD"):
                return governor
            return _owner(tree, governor)
        if relation == "acl:relcl":
            return governor if not _relative_object(tree, verb) else None
        if relation in ("xcomp", "ccomp") and _takes_object(tree, governor, verb):
            found = tree.child(governor, "obj", "iobj")
            if found is not None:
                return found
            if tree.is_passive(governor):
                return tree.child(governor, "nsubj:pass")
        if relation == "advcl" and _is_charge(tree, verb):
            found = tree.child(governor, "obj", "iobj", "nsubj:pass")
            if found is not None:
                return found
        if relation not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "advcl:relcl"):
            return None
        if relation in ("ccomp", "parataxis") and tree.tags[verb] not in ("VB", "VBG", "VBN"):
            return None
        if relation == "conj" and tree.upos[governor] not in ("VERB", "AUX", "ADJ", "NOUN"):
            return None
        # the parser hangs a participle behind a teller on him as one more thing that he tells
        hung = relation in ("advcl", "ccomp", "parataxis")
        verb = _told_before(tree, verb, governor) if hung else governor
    return None


def _beside(tree: Tree, verb: int, own: int) -> int:
    """The name that a parser made a second subject behind a title ("Comrade" "Ana Paz")."""
    for child in tree.having(verb, *SUBJECTS):
        if child == own + 1 and tree.upos[child] == tree.upos[own] == "PROPN":
            return child
    return own


def _is_charge(tree: Tree, verb: int) -> bool:
    """ "accused them of hiding it", "kept them from leaving": the object does it."""
    return tree.tags[verb] == "VBG" and any(
        tree.lemmas[child].lower() in CHARGES for child in tree.having(verb, "mark", "case")
    )


def _told_before(tree: Tree, participle: int, governor: int) -> int:
    """ "X left, praising Y, the agency said", "X left, the agency said, praising Y": the participle
    goes with what is told. Behind any other teller it is his own ("he said, praising Y")."""
    if tree.tags[participle] != "VBG" or (participle > governor and not hands_on(tree, governor)):
        return governor
    if tree.lemmas[participle] in having("adding"):
        return governor
    told = [c for c in tree.having(governor, "ccomp", "parataxis") if c < participle]
    return next((c for c in told if participle < governor or c < governor), governor)


def hands_on(tree: Tree, verb: int) -> bool:
    """Whether its subject is a paper, an agency, a broadcaster: it praises and blames nobody."""
    teller = tree.child(verb, "nsubj")
    known = resolve(tree.part(*tree.phrase(teller)).text) if teller is not None else None
    return known is not None and known.sector == "JRN"


def _takes_object(tree: Tree, governor: int, verb: int) -> bool:
    return tree.lemmas[governor] not in SUBJECT_CONTROL and tree.heads[verb] == governor


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose plan it is: "its plan to close ...", "the readiness of Oman to host"."""
    owner = tree.child(noun, "nmod:poss")
    if owner is None:
        owner = next((place for p, place in tree.obliques(noun) if p in ("of", "by")), None)
    if owner is None and tree.deps[noun] in ("obj", "xcomp", "nsubj:pass"):
        owner = subject(tree, tree.heads[noun])
    return owner


def _resolve_relative(tree: Tree, place: int | None, verb: int) -> int | None:
    """A relative pronoun stands for the noun that its clause describes."""
    if place is None or tree.lemmas[place].lower() not in RELATIVE:
        return place
    clause = verb
    for _ in range(_DEEP):
        if tree.deps[clause] == "acl:relcl":
            return tree.heads[clause]
        if tree.deps[clause] not in ("conj", "xcomp", "ccomp"):
            return place
        clause = tree.heads[clause]
    return place


def _relative_object(tree: Tree, verb: int) -> bool:
    own = tree.child(verb, *SUBJECTS)
    return own is not None and tree.lemmas[own].lower() not in RELATIVE


def _of_light_object(tree: Tree, verb: int) -> list[tuple[str, int]]:
    """Phrases that hang on the object but say whom the act meets: "imposed sanctions on X"."""
    thing = tree.child(verb, "obj", "nsubj:pass")
    if thing is None:
        return []
    return [(p, place) for p, place in tree.obliques(thing) if p and p != "of"]


def _adjective(tree: Tree, adjective: int) -> Frame:
    return Frame(
        subject=subject(tree, adjective),
        obliques=tuple((p, place) for p, place in tree.obliques(adjective) if p),
        clause=tree.child(adjective, "xcomp", "ccomp", "advcl"),
    )


def _noun(tree: Tree, noun: int) -> Frame:
    """A noun's possessor, adjective of origin or light verb's subject acts; its phrases follow."""
    phrases = [(p, place) for p, place in tree.obliques(noun) if p]
    owner = tree.child(noun, "nmod:poss")
    if owner is not None:
        phrases.append(("poss", owner))
    for child in tree.having(noun, "amod", "compound", "nmod:desc"):
        if child < noun and (tree.words[child][0].isupper() or tree.deps[child] == "compound"):
            phrases.append(("origin", child))
    lender = light_verb(tree, noun)
    acting = None
    if lender is not None:
        verb = frame(tree, lender)
        role = lent(tree, lender)
        acting = verb.subject if role in ("actor", "teller") else None
        if role == "teller" and is_by_nobody(tree, lender):
            acting = None  # "the cell has not claimed the attack"
        if role == "recipient" and verb.subject is not None:
            phrases.append(("iobj", verb.subject))
        phrases.extend((p, place) for p, place in verb.obliques if p not in ("of", "in", "at"))
        if verb.iobject is not None:
            phrases.append(("iobj", verb.iobject))
    return Frame(
        subject=acting,
        obliques=tuple(phrases),
        clause=tree.child(noun, "acl", "ccomp"),
        passive=lender is not None and _is_passive(tree, lender),
    )
