"""What is yet to come by the form of its clause, and what was over when something was tried."""

from __future__ import annotations

from onrecord.codes.steering import having
from onrecord.reading.dates.lexicon import units
from onrecord.reading.status.conditions import is_condition
from onrecord.reading.tree import Tree

_ABOUT = frozenset(("about", "on", "over"))
_UNTIL = frozenset(("until", "till"))


def is_destined(tree: Tree, trigger: int) -> bool:
    """ "lent it 400 doses, to be given back in May", "30 men to be exchanged"."""
    relation = tree.deps[trigger]
    if relation == "xcomp" and tree.child(tree.heads[trigger], "obj") is not None:
        relation = "acl"  # "named six men to be questioned": the men's
    if relation not in ("advcl", "acl") or tree.child(trigger, "aux:pass") is None:
        return False
    return any(tree.tags[mark] == "TO" for mark in tree.having(trigger, "mark"))


def is_set_time(tree: Tree, place: int) -> bool:
    """Whether somebody gives, or has, time to do it: "gave the gunmen until Thursday to disarm"."""
    if tree.tags[place] != "VB" or not any(
        tree.tags[mark] == "TO" for mark in tree.having(place, "mark")
    ):
        return False
    verb = next((p for p in tree.ancestors(place) if tree.upos[p] == "VERB"), place)
    if tree.lemmas[verb].lower() not in having("allotting"):
        return False
    between = range(verb + 1, place)
    return any(
        tree.words[word].lower() in _UNTIL or tree.words[word].lower() in units()
        for word in between
    )


def is_topic(tree: Tree, place: int) -> bool:
    """ "talks about an exchange of prisoners", "discussed a withdrawal", "held talks on freeing
    them": there is none yet."""
    if tree.tags[place] == "VBG":
        return _is_talked_of(tree, place)
    if tree.upos[place] != "NOUN" or not any(
        tree.words[mark].lower() in ("a", "an") for mark in tree.having(place, "det")
    ):
        return False
    above, relation = tree.heads[place], tree.deps[place]
    led = relation in ("obl", "nmod") and tree.case(place) in _ABOUT
    return (led or relation == "obj") and tree.lemmas[above].lower() in having("topic")


def _is_talked_of(tree: Tree, gerund: int) -> bool:
    """ "discussed freeing them", "met for talks on freeing them", "talked about freeing them"."""
    above, relation = tree.heads[gerund], tree.deps[gerund]
    if relation == "xcomp":
        return tree.lemmas[above].lower() in having("topic")
    led = any(tree.lemmas[mark].lower() in _ABOUT for mark in tree.having(gerund, "mark", "case"))
    if relation not in ("advcl", "acl") or not led:
        return False
    words = (above, *tree.having(above, "obj", "obl"))
    return any(tree.lemmas[word].lower() in having("topic") for word in words if word < gerund)


def is_over(tree: Tree, place: int) -> bool:
    """ "tried to meet her weeks after he had attacked her": what is tried is the meeting; "an order
    to release a film of a soldier beating a boy": what is ordered, the release."""
    if tree.deps[place] == "acl" and tree.tags[place] == "VBG":
        return tree.child(place, "nsubj") is not None
    if tree.deps[place] != "advcl" or is_condition(tree, place):
        return False
    return tree.tags[place] == "VBD" or any(
        tree.tags[c] == "VBD" for c in tree.having(place, "aux", "aux:pass")
    )


def is_announced(tree: Tree, place: int) -> bool:
    """ "Sweden to expel two envoys": a headline's infinitive, with a subject and nothing finite."""
    if tree.tags[place] != "VB" or tree.deps[place] not in ("root", "ccomp", "parataxis", "conj"):
        return False
    led = tree.words[place - 1 : place] == ["to"] and tree.heads[place - 1] == place
    who = tree.child(place, "nsubj", "nsubj:pass")
    helped = [c for c in tree.having(place, "aux", "aux:pass", "cop") if tree.words[c] != "to"]
    return led and who is not None and who < place - 1 and not helped


def is_yet_to_come(tree: Tree, place: int) -> bool:
    """ "a bill to send troops"; not "the first state to sign", where one of a rank has done so."""
    noun = tree.heads[place]
    if tree.deps[place] != "acl" or tree.tags[place] != "VB" or tree.child(place, "aux"):
        return False
    to = any(tree.deps[c] == "mark" and tree.lemmas[c] == "to" for c in tree.children[place])
    ranked = tree.child(noun, "amod") is not None and any(
        tree.lemmas[c].lower() == "the" for c in tree.children[noun]
    )
    return to and not ranked and not tree.doc[noun].ent_type_
