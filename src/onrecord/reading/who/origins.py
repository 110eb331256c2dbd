"""Which countries a report speaks of: by adjectives of origin and by the names of its cast."""

from __future__ import annotations

from onrecord.codes.actors import resolve
from onrecord.codes.events import classes_of
from onrecord.codes.gazetteer import lookup
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast, Mention


def origins(tree: Tree, cast: Cast) -> dict[int, str]:
    """The countries that adjectives of origin give, by word."""
    told = {}
    for place, upos in enumerate(tree.upos):
        if upos == "ADJ" and place not in cast.at and _tells(tree, place):
            found = resolve(tree.words[place])
            if found is not None and found.country:
                told[place] = found.country
    return told


def spoken_of(tree: Tree, cast: Cast) -> dict[str, float]:
    """Every country that the report speaks of, with the weight that it has in choosing between
    places of one name. A town's own name does not count: which one it is, is the question."""
    named = {
        mention.entity.country: 1.0
        for mention in cast.mentions
        if mention.entity.country and not _is_town(tree, mention)
    }
    return named | dict.fromkeys(origins(tree, cast).values(), 1.0)


def _is_town(tree: Tree, mention: Mention) -> bool:
    if mention.label != "PLACE":
        return False
    readings = lookup(tree.part(mention.first, mention.last).text)
    return not any(reading.precision == "country" for reading in readings)


def _tells(tree: Tree, place: int) -> bool:
    """Whether an adjective of origin tells of the matter; a French agency only reports it."""
    noun = tree.lemmas[tree.heads[place]].lower()
    return tree.words[place][0].isupper() and "mediahouse" not in classes_of(noun)
