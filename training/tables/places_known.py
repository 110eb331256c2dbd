"""List the places that a reader knows by name alone, out of the gazetteer's table.

Of the 254,000 places in ``places.bin`` most share their name with a person, a firm or a common
word. Those that a name alone points to are the large ones: cities and regions above 200,000
people, and the seas, rivers, parts of the world and sites that the table holds for being in the
news. The list lets the language model know them without unpacking the table. Run:
``python training/tables/places_known.py``; writes ``src/onrecord/codes/data/places_known.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.codes.countries import forms
from onrecord.codes.gazetteer import fold, rows_of_table
from onrecord.codes.tables import rows

TARGET = Path(__file__).parents[2] / "src" / "onrecord" / "codes" / "data" / "places_known.tsv"
LARGE = 200_000
SHORT = 4  # "Van", "Mon" and "Bid" are towns too
HEADER = f"""\
# Large or often mentioned places, by the name that they go by in English: cities and regions above
# {LARGE:,} people, seas, rivers, sites. Built by training/tables/places_known.py from places.bin
# (GeoNames, CC BY 4.0; see PLACES.md). Do not edit by hand.
name
"""


def known() -> list[str]:
    """The names, sorted; those of words in small letters ("Provincia di Como") are left out,
    as are peoples ("Somali" is a region too)."""
    common = {row["word"] for row in rows("places_common")}
    common |= {fold(form) for form, sense, _ in forms() if sense in ("demonym", "people")}
    common |= {fold(row["name"]) for row in rows("organisations") if row["kind"] == "people"}
    found = set()
    for _, _, name, _, _, _, _, people, letter in rows_of_table():
        large = letter == "p" or int(people or 0) >= LARGE
        if large and len(name) >= SHORT and fold(name) not in common and name.istitle():
            found.add(name)
    return sorted(found)


if __name__ == "__main__":
    TARGET.write_text(HEADER + "\n".join(known()) + "\n", encoding="utf-8")
