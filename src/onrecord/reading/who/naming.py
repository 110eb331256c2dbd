"""Which words of a report are a name: what the tagger marks, without what cannot be one, with
surnames that it passed over and words with capitals that it left out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from onrecord.codes import steering
from onrecord.codes.actors import Resolution, resolve
from onrecord.codes.countries import country
from onrecord.codes.parts import having
from onrecord.reading.tree import Tree
from onrecord.reading.who.titles import ARTICLES, is_party_tag

Resolve = Callable[[str], Resolution | None]


def name_spans(tree: Tree) -> tuple[list[tuple[int, int, str]], set[int]]:
    """(first word, last word, label) of each name in order, and the words of all of them."""
    spans = [
        (span.start, _end(tree, span.start, span.end - 1), span.label_)
        for span in tree.doc.ents
        # a name has a capital somewhere and is no article, whatever the tagger says
        if not "".join(tree.words[span.start : span.end]).islower()
        and span.text.lower() not in ARTICLES
        and not is_party_tag(tree, span.start)
        and not (span.label_ == "ORG" and _is_filed_by(tree, span.start))
    ]
    named = {place for first, last, _ in spans for place in range(first, last + 1)}
    spans = sorted([*spans, *_missed(tree, spans, named)])
    named.update(first for first, _, _ in spans)
    spans = [(_widened(tree, first, last, named), last, label) for first, last, label in spans]
    named.update(place for first, last, _ in spans for place in range(first, last + 1))
    return spans, named


def _is_filed_by(tree: Tree, first: int) -> bool:
    """ "LIMA, May 3 (Reuters) - ...", "(AFP) The ...": who files a report is nobody in it."""
    if first in tree.datelines:
        return True
    before = range(tree.sentence(first)[0], first)
    return [tree.words[p] for p in before if tree.upos[p] != "SPACE"] == ["("]


def _end(tree: Tree, first: int, last: int) -> int:
    """A name's last word, before the letters of a party and a state."""
    tags = (place for place in range(first + 2, last + 1) if is_party_tag(tree, place))
    return next((place - 2 for place in tags if place - 2 >= first), last)


def _missed(
    tree: Tree, spans: list[tuple[int, int, str]], named: Container[int]
) -> Iterator[tuple[int, int, str]]:
    """Surnames of people named in full that the tagger passed over elsewhere, and those that
    stand alone behind a title ("President Novak")."""
    surnames = {
        tree.words[last] for first, last, label in spans if label == "PERSON" and last > first
    }
    for place, upos in enumerate(tree.upos):
        if upos != "PROPN" or place in named:
            continue
        if tree.words[place] in surnames or _is_titled(tree, place, named):
            yield place, place, "PERSON"


def _is_titled(tree: Tree, place: int, named: Container[int]) -> bool:
    """Whether a single name stands right behind a title with a capital."""
    if not place or place - 1 in named or not tree.words[place].istitle():
        return False
    alone = place + 1 == len(tree) or tree.upos[place + 1] not in ("PROPN", "NOUN")
    title = tree.words[place - 1]
    return alone and title.istitle() and title.lower() in having("title")


def _widened(tree: Tree, first: int, last: int, named: set[int]) -> int:
    """The first word of a name with capitals before it that the tagger left out."""
    start = first
    while start > 0 and start - 1 not in named and tree.upos[start - 1] == "PROPN":
        before = start - 1
        if tree.deps[before] not in ("compound", "flat") or not tree.words[before][0].isupper():
            break
        if not start <= tree.heads[before] <= last or resolve(tree.words[before]) is not None:
            break
        start = before
    return start


def told_before(tree: Tree, first: int, last: int) -> list[Resolution]:
    """What small words before a name say of it: "the rebel Northern Front", "the Syrian town of"
    a place that no table knows."""
    found = _land_before(tree, first)
    for place in range(max(0, first - 2), last):
        word = tree.words[place]
        leads = tree.deps[place] in ("amod", "compound", "nmod:desc")
        if word.islower() and leads and first <= tree.heads[place] <= last:
            said = resolve(word)
            if said is not None and said.sector is not None:
                found.append(Resolution(sector=said.sector))
    return found


def _land_before(tree: Tree, first: int) -> list[Resolution]:
    noun = first - 2
    if (
        noun < 1
        or tree.words[first - 1] != "of"
        or tree.lemmas[noun].lower() not in steering.having("area")
    ):
        return []
    said = [resolve(tree.words[word]) for word in tree.having(noun, "amod")]
    return [Resolution(country=land.country) for land in said if land is not None and land.country]


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of a name that the others hang on."""
    for place in range(first, last + 1):
        if not first <= tree.heads[place] <= last or tree.heads[place] == place:
            return place
    return last


def proper(text: str) -> str:
    """A name without the small words that lead it in ("rebel Northern Front")."""
    words = text.split(" ")
    while len(words) > 1 and words[0].islower():
        del words[0]
    return " ".join(words)


def is_state_name(text: str, own: Resolution) -> bool:
    """Whether the whole of a text is a name of the state that its words led to."""
    if " " not in text or own.country is None:
        return True
    known = country(own.country)
    forms = (known.name, *known.names, *known.capital, *known.seats, *known.regions)
    return text.removeprefix("the ").casefold() in {form.casefold() for form in forms}


def of_owner(
    tree: Tree, words: tuple[int, int], head: int, own: Resolution, resolve: Resolve
) -> Resolution:
    """What a body's name means with its owner: "Brazil's Congress" is not the one that is meant by
    the name alone."""
    first, last = words
    owner = tree.child(head, "nmod:poss")
    if owner is None or owner >= first:
        return own
    whole = resolve(tree.part(tree.edges(owner)[0], last).text)
    if whole is None or whole.country in (None, own.country) or whole.sector != own.sector:
        return own
    return whole


def strangers(tree: Tree, spans: list[tuple[int, int, str]], resolve: Resolve) -> set[str]:
    """Surnames of people named in full whom no table knows: by "Blair" a report that tells of
    a Walter Blair means him, unless it names the one who is known as well."""
    known: set[str] = set()
    strange: set[str] = set()
    for first, last, label in spans:
        if label == "PERSON" and last > first:
            found = resolve(tree.part(first, last).text)
            (known if found is not None and found.name else strange).add(tree.words[last].lower())
    return strange - known
