"""Light verbs ("launch an attack"): they lend subject and object to the noun of a happening."""

from __future__ import annotations

from onrecord.codes.events import light_verbs
from onrecord.reading.tree import Tree
from onrecord.reading.voices.entries import is_answered


def light_verb(tree: Tree, noun: int) -> int | None:
    """The light verb that a noun is the object of ("launch an attack"), or None."""
    head = tree.heads[noun]
    if tree.deps[noun] == "conj":
        return light_verb(tree, head)
    if tree.deps[noun] not in ("obj", "nsubj:pass") or tree.upos[head] != "VERB":
        return None
    return head if lent(tree, head) else None


def naming_verb(tree: Tree, noun: int) -> int | None:
    """The light verb that names the happening together with its noun ("launch an attack"); none
    where its subject is no party to it ("condemn an attack") or answers it ("reject a call")."""
    verb = light_verb(tree, noun)
    if verb is None or lent(tree, verb) == "none" or is_answered(tree, noun):
        return None
    return verb


def is_lent_by_actor(tree: Tree, verb: int) -> bool:
    """Whether a light verb's subject does what the noun names ("made a claim", not "rejected a
    claim")."""
    return lent(tree, verb) == "actor"


def lent(tree: Tree, verb: int) -> str:
    """What a light verb's subject is to the happening of its noun; "" for other verbs."""
    lemma = tree.lemmas[verb]
    particle = tree.child(verb, "compound:prt")
    return light_verbs().get(f"{lemma} {tree.lemmas[particle]}" if particle else lemma, "")
