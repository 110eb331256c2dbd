"""Builds ``codes/data/cameo.tsv``: CAMEO's codes with their names and PLOVER equivalents.

From the Open Event Data Alliance's CAMEO2PLOVER table (draft 0.8, CC BY-SA 4.0). Modes that
PLOVER 2.0 has dropped or renamed are brought up to date by MODES; categories and contexts too.
The 01 and 02 codes, which have no PLOVER category, are ours from ``cameo_rest.tsv``.

Run: ``python training/tables/cameo.py`` (data folder: environment variable ONRECORD_DATA).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATA = Path(os.environ.get("ONRECORD_DATA", ROOT / "../shared/data"))
TABLE = ROOT / "src/onrecord/codes/data/cameo.tsv"
HEADER = """\
# CAMEO event codes, their names, and the PLOVER 2.0 category, mode and contexts that they map to.
# Built by training/tables/cameo.py from CAMEO2PLOVER (draft 0.8 of 17 September 2021, edited by
# Philip Schrodt, Open Event Data Alliance, CC BY-SA 4.0), with modes brought up to PLOVER 2.0.
# This table is under CC BY-SA 4.0 too. Contexts are separated by |."""
COLUMNS = "code\tname\tcategory\tmode\tcontexts"
# Contexts of draft 0.8 by their names in PLOVER 2.0.
CONTEXTS = {"democracy": "pro_democracy", "humanitarian": "human_security"}
LINE = re.compile(r"^(\d{3,4}): *(\w+) *, *([\w-]*) *, *([\w;/ -]*?) *# *(.*?) *$")


def table(name: str) -> list[list[str]]:
    """Cells of a hand-kept TSV beside this script, without comments and header."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and line[0] != "#"][1:]


def build() -> list[list[str]]:
    """Rows of code, name, category, mode and contexts, by code."""
    modes = {(category, old): new for category, old, new in table("cameo_modes.tsv")}
    fixes = {row[0]: row for row in table("cameo_rest.tsv")}
    found = {}
    for line in (DATA / "codes/CAMEO2PLOVER-2021.txt").read_text("utf-8").splitlines():
        match = LINE.match(line)
        if match is None:
            continue
        code, category, mode, contexts, name = match.groups()
        name = re.sub(r" +\d\d\.\d\d\.\d\d:.*", "", name)
        mode = modes.get((category, mode), mode)
        wanted = [CONTEXTS.get(c.strip(), c.strip()) for c in contexts.split(";")]
        found[code] = [code, name, category, mode, "|".join(c for c in wanted if c)]
    found.update({code: row + [""] * (5 - len(row)) for code, row in fixes.items()})
    return [found[code] for code in sorted(found)]


def main() -> None:
    """Write the table."""
    rows = build()
    lines = [HEADER, COLUMNS, *("\t".join(row) for row in rows)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} codes -> {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
