"""On whose word: every attribution of a report, and which of them a happening stands under.

Two readers answer together. The language model finds sources, cues and contents, also
across sentences, but knows one layer only; the tree and the cue lexicon see every
layer of "KCNA reported that Kim said he hopes ...", but only inside a sentence. Where
both found a cue, their contents are joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.codes.cues import CueEntry, cues
from onrecord.reading.frames import frame, subject
from onrecord.reading.tree import Tree, runs
from onrecord.record import Stance

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv", "ADP": "adp", "AUX": "verb"}
LINKS = ("ccomp", "xcomp", "csubj", "acl", "advcl", "parataxis")


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution, in token positions; runs are (first, last), both included.

    source is empty where nobody is named ("is believed to"); source_head is the head of
    its nominal; content is what is attributed.
    """

    cue: tuple[int, int]
    cue_head: int
    stance: Stance
    entry: CueEntry | None
    source_head: int | None
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]

    def holds(self, place: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= place <= last for first, last in self.content)

    @property
    def size(self) -> int:
        """Words of the content."""
        return sum(last - first + 1 for first, last in self.content)


def attributions(tree: Tree) -> list[Attribution]:
    """Every attribution of the report, in the order of their cues."""
    found = {item.cue_head: item for item in _by_tree(tree)}
    for item in _by_model(tree):
        same = [head for head in found if item.cue[0] <= head <= item.cue[1]]
        if same:
            found[same[0]] = _joined(tree, found[same[0]], item)
        else:
            found[item.cue_head] = item
    return sorted(found.values(), key=lambda item: item.cue)


def over(found: Iterable[Attribution], place: int) -> list[Attribution]:
    """The attributions that a word stands under, outermost first."""
    holding = [item for item in found if item.holds(place) and not _own(item, place)]
    return sorted(holding, key=lambda item: -item.size)


def _own(item: Attribution, place: int) -> bool:
    return item.cue[0] <= place <= item.cue[1]


def _joined(tree: Tree, ours: Attribution, model: Attribution) -> Attribution:
    words = {word for first, last in (*ours.content, *model.content) for word in range(first, last + 1)}
    words -= set(range(model.cue[0], model.cue[1] + 1)) | {ours.cue_head}
    return msgspec.structs.replace(
        ours,
        cue=model.cue,
        source=ours.source or model.source,
        source_head=ours.source_head if ours.source_head is not None else model.source_head,
        content=_clean(tree, words),
    )


# -- what the model found ------------------------------------------------------------


def _by_model(tree: Tree) -> Iterator[Attribution]:
    groups: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for span in tree.doc.spans.get("voices", ()):
        roles = groups.setdefault(span.id, {"source": [], "cue": [], "content": []})
        roles[span.label_].append((span.start, span.end - 1))
    for roles in groups.values():
        cue = roles["cue"][0]
        head = _top(tree, cue)
        entry = entry_of(tree, head)
        source = roles["source"]
        content = {word for first, last in roles["content"] for word in range(first, last + 1)}
        if content:
            yield Attribution(
                cue=cue,
                cue_head=head,
                stance=_stance(tree, head, entry),
                entry=entry,
                source_head=_top(tree, source[0]) if source else None,
                source=tuple(source),
                content=_clean(tree, content),
            )


def _top(tree: Tree, run: tuple[int, int]) -> int:
    for place in range(run[0], run[1] + 1):
        if not run[0] <= tree.heads[place] <= run[1] or tree.heads[place] == place:
            if tree.upos[place] not in ("PUNCT", "SPACE", "AUX"):
                return place
    return run[1]


def entry_of(tree: Tree, place: int) -> CueEntry | None:
    """The lexicon's entry for a cue word, the one whose further words stand with it first."""
    pos = POS.get(tree.upos[place])
    if pos is None:
        return None
    following = {tree.lemmas[child].lower() for child in tree.children[place]}
    following.update(lemma.lower() for lemma in tree.lemmas[place + 1 : place + 4])
    for entry in cues(tree.lemmas[place].lower(), pos):
        if all(word in following for word in entry.rest):
            return entry
    return None


def _stance(tree: Tree, head: int, entry: CueEntry | None) -> Stance:
    if entry is None:
        return "says"
    return entry.stance


# -- what the tree and the lexicon say -----------------------------------------------


def _by_tree(tree: Tree) -> Iterator[Attribution]:
    for place, pos in enumerate(tree.upos):
        if pos in POS:
            entry = entry_of(tree, place)
            if entry is not None:
                found = _read(tree, place, entry)
                if found is not None:
                    yield found


def _read(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    if entry.pos == "adp":
        return _according(tree, place, entry)
    if entry.pos == "adv":
        governor = tree.heads[place]
        words = set(tree.descendants(governor)) - {place}
        return _make(tree, place, entry, None, words) if governor != place else None
    words = _content(tree, place, entry)
    if not words:
        return None
    return _make(tree, place, entry, _source(tree, place), words)


def _according(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    """ "according to X": X is the source, the clause that it hangs on the content."""
    source = tree.heads[place]
    if tree.deps[place] != "case" or source == place:
        return None
    governor = tree.heads[source]
    if governor == source:
        return None
    words = set(tree.descendants(governor)) - set(tree.descendants(source))
    last = max((child for child in tree.children[place]), default=place)
    made = _make(tree, place, entry, source, words)
    return msgspec.structs.replace(made, cue=(place, max(place, last)))


def _source(tree: Tree, place: int) -> int | None:
    if tree.upos[place] in ("VERB", "AUX"):
        if _passive(tree, place):
            found = frame(tree, place)
            return found.subject
        return subject(tree, place)
    if tree.upos[place] == "ADJ":
        return subject(tree, place)
    found = frame(tree, place)
    for slot in ("poss", "by", "of", "from"):
        owner = found.oblique(slot)
        if owner is not None:
            return owner
    if found.subject is not None:
        return found.subject
    return subject(tree, tree.heads[place]) if tree.deps[place] in ("obj", "obl") else None


def _passive(tree: Tree, verb: int) -> bool:
    return tree.is_passive(verb)


def _content(tree: Tree, place: int, entry: CueEntry) -> set[int]:
    """The words cited: a clause, an object, a phrase, or the sentence that the cue interrupts."""
    words: set[int] = set()
    forms = entry.content
    for child in tree.children[place]:
        relation = tree.deps[child]
        if _is_content(tree, place, child, relation, forms):
            words.update(tree.descendants(child))
    if tree.upos[place] == "VERB" and not words and tree.deps[place] in ("parataxis", "advcl"):
        if "clause" in forms or "quote" in forms:
            governor = tree.heads[place]
            if tree.deps[place] == "parataxis" and _interrupts(tree, place, governor):
                words.update(set(tree.descendants(governor)) - set(tree.descendants(place)))
    if words and tree.is_passive(place):
        grammatical = tree.child(place, "nsubj:pass", "nsubj")
        if grammatical is not None and tree.child(place, "xcomp") is not None:
            words.update(tree.descendants(grammatical))
    return words


def _is_content(
    tree: Tree, place: int, child: int, relation: str, forms: frozenset[str]
) -> bool:
    if relation in ("ccomp", "csubj"):
        return bool(forms & {"clause", "quote", "to"})
    if relation == "parataxis":
        # "X said: ..." hangs what was said on the verb
        return "clause" in forms and child > place and tree.is_verb(child)
    if relation == "xcomp":
        return bool(forms & {"to", "clause"})
    if relation == "acl" and tree.upos[place] == "NOUN":
        return bool(forms & {"clause", "to"})
    if relation == "obj":
        return "object" in forms and tree.child(place, "ccomp") is None
    if relation in ("obl", "nmod"):
        return tree.case(child) in forms and tree.case(child) != ""
    if relation == "advcl":
        marks = {tree.lemmas[c].lower() for c in tree.children[child] if tree.deps[c] == "mark"}
        return bool(marks & forms & {"of", "for", "about", "to", "against"})
    return False


def _interrupts(tree: Tree, verb: int, governor: int) -> bool:
    """ "The pact, she said, will hold": the saying has a subject and no content of its own."""
    return governor != verb and tree.child(verb, "nsubj", "nsubj:pass", "obl", "expl") is not None


def _make(
    tree: Tree, place: int, entry: CueEntry, source: int | None, words: set[int]
) -> Attribution:
    span: tuple[tuple[int, int], ...] = ()
    if source is not None:
        first, last = tree.visible(*tree.phrase(source))
        span = ((first, last),)
        words = words - set(range(first, last + 1))
    words = words - {place}
    return Attribution(
        cue=(place, place),
        cue_head=place,
        stance=entry.stance,
        entry=entry,
        source_head=source,
        source=span,
        content=_clean(tree, words),
    )


def _clean(tree: Tree, words: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Words as runs without white space and loose marks at their ends."""
    found = []
    for first, last in runs(words):
        while first <= last and tree.upos[first] in ("SPACE", "PUNCT") and not _quote(tree, first):
            first += 1
        while last >= first and tree.upos[last] in ("SPACE", "PUNCT") and not _quote(tree, last):
            last -= 1
        if first <= last:
            found.append((first, last))
    return tuple(found)


def _quote(tree: Tree, place: int) -> bool:
    return tree.words[place] in "\"“”'‘’«»"
