"""Who is cited, as the language model heard it: sources, cues and contents, also across sentences.

The model knows one layer only and no lexicon; ``joined`` puts its answer together with
that of the tree (citing.py) where both found the same cue.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.codes.events import acting_verbs
from onrecord.reading.light import is_lent_by_actor
from onrecord.reading.nobody import is_nobody
from onrecord.reading.status.conditions import confirms
from onrecord.reading.tree import SUBJECTS, Tree, runs
from onrecord.reading.voices.asking import is_put
from onrecord.reading.voices.citing import TIMID, Attribution
from onrecord.reading.voices.contents import is_aside
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.naming import QUOTES, clean, named
from onrecord.reading.voices.scope import circumstances
from onrecord.reading.voices.sources import is_said_of, is_shown, is_weighed, received, written

_ON = frozenset(("on", "to", "about", "into", "over", "regarding", "concerning"))


def heard(tree: Tree) -> Iterator[Attribution]:
    """What the language model found, cue by cue."""
    groups: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for span in tree.doc.spans.get("voices", ()):
        roles = groups.setdefault(span.id, {"source": [], "cue": [], "content": []})
        roles[span.label_].append((span.start, span.end - 1))
    for roles in groups.values():
        if not roles["cue"] or not roles["content"]:
            continue
        cue = roles["cue"][0]
        head = _top(tree, cue)
        source = _sources(tree, head, roles["source"])
        agent = _agent(tree, head)
        if source and agent is not None:
            source = [named(tree, agent)]
        elif is_put(tree, head):
            source = []
        entry = entry_of(tree, head)
        if is_shown(tree, head) or (confirms(tree, head) and tree.child(head, *SUBJECTS) is None):
            continue  # "the raid, if confirmed, would be the first by the rebels"
        if source and tree.heads[head] == _top(tree, source[0]) and is_said_of(tree, head):
            continue  # "two men accused of ..." say nothing; the tree knows what is said of them
        yield Attribution(
            cue=cue,
            cue_head=head,
            stance="says" if entry is None else entry.stance,
            entry=entry,
            source_head=_top(tree, source[0]) if source else None,
            source=tuple(source),
            content=tuple(roles["content"]),
        )


def _agent(tree: Tree, cue: int) -> int | None:
    """Who says a thing that "was denied by" somebody."""
    if not tree.is_passive(cue):
        return None
    return next((c for c in tree.having(cue, "obl:agent", "obl") if tree.case(c) == "by"), None)


def _sources(tree: Tree, cue: int, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a source, whole and without a dateline; the cue's own subject first. Nobody
    ("no group") is none."""
    words = {word for first, last in found for word in range(first, last + 1)}
    for first, last in found:
        if first == last and tree.upos[first] == "DET" and tree.heads[first] != first:
            words.update(range(first, tree.heads[first] + 1))  # "an" of "warned an officer"
    whole = [run for run in runs(words - tree.datelines) if _is_one(tree, _top(tree, run))]
    own = set(tree.having(cue, *SUBJECTS))
    return sorted(whole, key=lambda run: own.isdisjoint(range(run[0], run[1] + 1)))


def _is_one(tree: Tree, place: int) -> bool:
    """Whether a word can stand for whoever says something: not "nobody", nor the "it" of "it
    appears that"."""
    return tree.deps[place] != "expl" and not is_nobody(tree, place)


def _top(tree: Tree, run: tuple[int, int]) -> int:
    for place in range(run[0], run[1] + 1):
        outside = not run[0] <= tree.heads[place] <= run[1] or tree.heads[place] == place
        if outside and tree.upos[place] not in ("PUNCT", "SPACE", "AUX"):
            return place
    return run[1]


def is_timid(item: Attribution) -> bool:
    """Whether the cue is a small word whose own rules know better than the model."""
    entry = item.entry
    return entry is not None and (entry.pos == "adv" or entry.lemma in (*TIMID, "as"))


def is_sound(tree: Tree, item: Attribution) -> bool:
    """Whether the model's word alone is enough: a known utterance, a clause or a quotation."""
    if not item.source or not item.content:
        return False
    if item.entry is not None and (is_timid(item) or item.entry.pos in ("adp", "adj")):
        return item.entry.pos == "adp" and not is_timid(item)
    if any(
        tree.words[word] in '"“'
        for first, last in item.content
        for word in (first, max(first - 1, 0))
    ):
        return True
    if item.entry is not None and tree.upos[item.cue_head] == "VERB" and item.entry.reports:
        # a verb that takes a clause tells nothing by a noun alone
        worded = "object" in item.entry.content or any(tree.is_verb(p) for p in item.words)
        return worded and item.entry.factive == "no"
    clause = tree.child(item.cue_head, "ccomp")
    if clause is None or not item.holds(clause):
        return False
    return tree.child(clause, "nsubj", "nsubj:pass") is not None


def is_act(item: Attribution) -> bool:
    """Whether a cue that lends its subject to a noun acts rather than tells ("offered aid",
    "declared war", not "reported an attack")."""
    if item.entry is None:
        return item.stance in ("intends", "wishes")
    acts = item.stance in ("intends", "wishes") or item.entry.lemma in acting_verbs()
    return acts and item.entry.pos == "verb" and item.entry.reports


def judges(tree: Tree, item: Attribution) -> bool:
    """Whether a cue only calls what is told something ("expelled him, a step that Minsk called
    rash"): the telling is not its source's."""
    if item.entry is None or item.form != "sentence" or "clause" in item.entry.content:
        return False
    return bool(item.content) and tree.words[item.content[0][0]] not in QUOTES


def tells(item: Attribution) -> bool:
    return bool(item.source) and item.entry is not None and item.entry.reports


def full(tree: Tree, item: Attribution) -> Attribution:
    """The source with the whole of its nominal ("spokeswoman" Grace Mutiso)."""
    if item.source_head is None:
        return item
    first, last = named(tree, item.source_head)
    low, high = item.source[0]
    if first > high or last < low:
        return item
    return msgspec.structs.replace(
        item, source=((min(first, low), max(last, high)), *item.source[1:])
    )


def joined(tree: Tree, ours: Attribution, model: Attribution) -> Attribution:
    """One attribution of two: the model's cue; the nearer source; both contents."""
    words = ours.words - _left_out(tree, ours, model) | model.words
    words -= circumstances(tree, ours)
    words -= set(range(model.cue[0], model.cue[1] + 1)) | {ours.cue_head}
    if tree.deps[ours.cue_head] == "acl:relcl":  # "(which says ...)" is closed to what goes on
        words &= ours.words | set(tree.descendants(ours.cue_head))
    source, head = ours.source, ours.source_head
    own = head is not None and tree.heads[head] == ours.cue_head
    if head is not None and ours.entry is not None and ours.entry.pos == "adp":
        own = True  # "according to two doctors reached by telephone"
    rivals = list(tree.having(ours.cue_head, "nsubj", "nsubj:pass"))
    if own and model.source_head != head and model.source_head in rivals:
        own = False  # of two subjects ("BOGOTA (Reuters) - ..., the mayor said") the model knows
    if head is not None and head > ours.cue_head:
        own = True  # "Lima, said two diplomats, had ..."
    said_of = is_said_of(tree, ours.cue_head)
    if said_of:  # "men believed to have fled, saying ..." goes no further than the men
        words &= ours.words
    if received(tree, ours.cue_head) is not None:
        own = True  # "got a letter saying that ...": not the reader's word
    if tree.deps[ours.cue_head] == "acl:relcl" and head is not None:
        own = True  # "the army, which denies that ...": the noun before it, nobody farther off
    if head is not None and written(tree, ours.cue_head) == head:
        own = True  # "jailed over a letter saying that ...": not the judge's word
    # "men accused of bombing": the noun suffers the accusation
    suffered = (
        tree.is_passive(ours.cue_head)
        or is_shown(tree, ours.cue_head)
        or (tree.deps[ours.cue_head] == "acl" and tree.tags[ours.cue_head] == "VBN")
    )
    itself = model.source_head == ours.cue_head  # "the blame was laid on the army"
    taken = own or said_of or suffered or itself or _is_of_others(tree, ours, model)
    if model.source and not taken:
        source, head = model.source, model.source_head
    if ours.form == "object":  # what the report itself adds of someone ("whose leader ...")
        asides = [word for word in words if is_aside(tree, word)]
        words = words.difference(*(tree.descendants(aside) for aside in asides))
    made = msgspec.structs.replace(
        ours, cue=model.cue, source=source, source_head=head, content=clean(tree, words)
    )
    return full(tree, made)


def _is_of_others(tree: Tree, ours: Attribution, model: Attribution) -> bool:
    """ "suspicions that the mayor paid them" aren't the mayor's, nor are "claims rejected by
    Tripoli" its own."""
    head = model.source_head
    if head is None or ours.entry is None or ours.entry.pos != "noun":
        return False
    agent = tree.deps[head].startswith("obl") and tree.case(head) == "by"
    if ours.holds(head) or (agent and not is_lent_by_actor(tree, tree.heads[head])):
        return True
    if head in tree.descendants(ours.cue_head):
        return False
    return _is_answered_to(tree, ours.cue_head)


def _is_answered_to(tree: Tree, noun: int) -> bool:
    """ "has not commented on the claim that", "is investigating reports that": who answers a word
    or looks into it does not utter it."""
    verb = tree.heads[noun]
    if tree.deps[noun] == "obj":
        return is_weighed(tree, noun)
    return tree.deps[noun] in ("obl", "nmod") and tree.case(noun) in _ON and verb < noun


def _left_out(tree: Tree, ours: Attribution, model: Attribution) -> set[int]:
    """A joined verb that speaks for itself and that the model left outside: "X said that the
    vote was calm, but deplored ..."."""
    found: set[int] = set()
    for word in ours.words:
        if tree.deps[word] != "conj" or model.holds(word) or tree.upos[word] != "VERB":
            continue
        entry = entry_of(tree, word)
        if entry is not None and entry.reports and tree.child(word, "nsubj") is None:
            found.update(tree.descendants(word))
    return found
