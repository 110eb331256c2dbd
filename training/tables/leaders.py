"""Builds ``codes/data/leaders.tsv``: who held which office when, since 1990.

Three sources, the later over the earlier: REIGN (surnames and terms of effective leaders, MIT),
PETRARCH2's Phoenix dictionary (their full names, matched on country, surname and term, MIT) and
our own supplement (full names, aliases, ministers, everything since March 2021). A REIGN term
that a supplement term of the same country and surname overlaps is dropped.

Run: ``python training/tables/leaders.py`` (data folder: environment variable ONRECORD_DATA).
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATA = Path(os.environ.get("ONRECORD_DATA", ROOT / "../shared/data"))
TABLE = ROOT / "src/onrecord/codes/data/leaders.tsv"
FIRST_YEAR = 1990
REIGN_UNTIL = "2021-03"

HEADER = """\
# Terms of office since 1990: heads of state and government, ministers, heads of organisations.
# Built by training/tables/leaders.py from REIGN (OEFDataScience/REIGN.github.io, MIT; terms to
# March 2021), names from PETRARCH2's Phoenix dictionaries (Open Event Data Alliance, MIT) and
# training/tables/leaders_supplement.tsv (our own, facts of public record). Do not edit by hand.
# aliases: other full names; surname: what the person is called alone, empty where that would
# mislead; start, end: ISO dates, shortened where the day is not known; end empty: not known to
# have ended."""
COLUMNS = ["name", "aliases", "surname", "country", "sector", "role", "start", "end"]
Row = dict[str, str]

# Whoever goes by a title has no surname to be called by.
TITLE = re.compile(r"(King|Queen|Prince|Pope|Sultan|Sheikh|Emperor|Dalai) ")

# Family name comes first in these countries' names as news English writes them.
FAMILY_FIRST = {"CHN", "PRK", "KOR", "TWN", "KHM"}
PARTICLE = re.compile(
    r"^(?:al|el|bin|ibn|von|van|der|den|de|del|da|di|dos|la|le|st|ould|ben|abu|abdul|ait)$", re.I
)


def fold(text: str) -> str:
    """Lower case without accents: the form in which names are compared."""
    flat = unicodedata.normalize("NFKD", text)
    return "".join(c for c in flat if not unicodedata.combining(c)).lower()


def table(path: Path) -> list[Row]:
    """Rows of a hand-kept TSV, comments skipped."""
    lines = [x for x in path.read_text("utf-8").splitlines() if x.strip() and x[0] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def surname_of(name: str, country: str, alone: set[str]) -> str:
    """What the person is called alone; empty where a word or a month would be mistaken for it."""
    words = name.split()
    if len(words) == 1:
        return name
    while len(words) > 1 and fold(words[-1]).strip(".") in {"jr", "sr", "ii", "iii", "iv", "vi"}:
        words.pop()
    if country in FAMILY_FIRST and words[-1] not in {"Manet"}:
        return "" if fold(words[0]) in alone else words[0]
    last = words[-1]
    return "" if fold(last) in alone else last


def phoenix_names(text: str) -> list[tuple[str, str, str, str]]:
    """(country, name, start, end) of every dated government post in the Phoenix dictionary.

    Dates are YYYYMM; an open start is 000000 and an open end 999999.
    """
    found = []
    name = ""
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line[0] not in "[+\t ":
            name = line.split("[")[0].strip().strip("_").replace("_", " ").title()
        for code, span in re.findall(r"\[([A-Z]{3}GOV)[A-Z]* ([<>]?\d{6,8}(?:-\d{6,8})?)\]", line):
            bounds = [_month(part) for part in span.strip("<>").split("-")]
            start = "000000" if span[0] == "<" else bounds[0]
            end = bounds[-1] if len(bounds) == 2 or span[0] == "<" else "999999"
            found.append((code[:3], name, start, end))
    return found


def _month(digits: str) -> str:
    if len(digits) == 6:
        digits = ("19" if digits[:2] > "30" else "20") + digits
    return digits[:6]


def reign_rows() -> list[Row]:
    """REIGN's terms that reach into FIRST_YEAR or later, in our columns, with REIGN's names."""
    cow = {row["cow"]: row["iso"] for row in table(HERE / "cow.tsv")}
    offices = table(HERE / "reign_roles.tsv")
    skip = {(row["cow"], row["leader"]) for row in table(HERE / "reign_skip.tsv")}
    found = []
    raw = (DATA / "actors/reign-leaders-2021-03.csv").read_bytes().splitlines()
    for row in csv.DictReader(map(_decoded, raw)):
        key = (row["stateabb"], row["leader"].strip())
        country = cow.get(row["stateabb"], row["stateabb"])
        late = int(row["eyear"] or 9999) >= FIRST_YEAR
        if not late or key in skip or (row["stateabb"], "*") in skip:
            continue
        start = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
        end = f"{row['eyear']}-{int(row['emonth']):02d}" if row["eyear"] else ""
        known = [o["role"] for o in offices if o["country"] == country and o["from"] <= start]
        role = known[-1] if known else "president"
        cells = [_plain(row["leader"]), "", "", country, "GOV", role, start, end]
        found.append(dict(zip(COLUMNS, cells, strict=True)))
    return found


def _decoded(line: bytes) -> str:
    """REIGN mixes encodings from line to line."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _plain(name: str) -> str:
    """A REIGN name without notes and initials, given name first."""
    name = re.sub(r"\(.*?\)", "", name).strip()
    if "," in name:
        name = " ".join(part.strip() for part in reversed(name.split(",")))
    name = re.sub(r"^([A-Z])\. ?(?=[A-Z][a-z])", "", name)
    return " ".join(word for word in name.split() if not re.fullmatch(r"[A-Z]\.", word))


def full_name(row: Row, posts: dict[str, list[tuple[str, str, str, str]]]) -> str:
    """The Phoenix name of a REIGN term: same country, same words, in office at its start."""
    words = set(re.findall(r"\w+", fold(row["name"])))
    if len(words) >= 2 and not any(PARTICLE.match(word) for word in words):
        return row["name"]
    start = row["start"][:7].replace("-", "")
    names = {
        name
        for _, name, first, last in posts.get(row["country"], [])
        if abs(_months(first) - _months(start)) <= 2
        and last > start
        and words < set(re.findall(r"\w+", fold(name)))
        and 2 <= len(name.split()) <= 4
    }
    # A name that starts with a title would take the place of the person's own.
    names = {n for n in names if not re.match(r"(President|Prime|Minister|Mr|Gen|Premier)\b", n)}
    return min(names, key=lambda n: (len(n), n)) if names else row["name"]


def _months(digits: str) -> int:
    return int(digits[:4]) * 12 + int(digits[4:6])


def overlaps(old: Row, new: Row) -> bool:
    """Whether two terms are one person's of the same country and share time."""
    if old["country"] != new["country"] or new["sector"] != "GOV":
        return False
    theirs = set(re.findall(r"\w+", fold(new["name"] + " " + new["aliases"])))
    mine = [w for w in re.findall(r"\w+", fold(old["name"])) if not PARTICLE.match(w)]
    if not mine or not {mine[0], mine[-1]} & theirs:
        return False
    return old["start"] < (new["end"] or "9999") and new["start"] < (old["end"] or "9999")


def close(row: Row, supplement: list[Row]) -> None:
    """End an open REIGN term where we know when it ended, or else who held the office next."""
    if row["end"]:
        return
    later = [
        new["start"]
        for new in supplement
        if new["country"] == row["country"]
        and new["role"] == row["role"]
        and new["start"] > REIGN_UNTIL
    ]
    known = {r["country"] + r["leader"]: r["end"] for r in table(HERE / "reign_ends.tsv")}
    row["end"] = known.get(row["country"] + row["name"]) or min(later, default="")


def build() -> list[Row]:
    """All rows of the table, by country, start and name."""
    small = {row["country"] for row in table(HERE / "full_name_countries.tsv")}
    alone = {row["word"] for row in table(HERE / "surnames_not_alone.tsv")}
    supplement = [{"surname": "", **row} for row in table(HERE / "leaders_supplement.tsv")]
    posts: dict[str, list[tuple[str, str, str, str]]] = {}
    phoenix = (DATA / "actors/Phoenix.Countries.actors.txt").read_text("utf-8", "replace")
    for post in phoenix_names(phoenix):
        posts.setdefault(post[0], []).append(post)
    given = {(row["country"], row["reign"]): row for row in table(HERE / "reign_names.tsv")}
    rows = []
    for row in reign_rows():
        close(row, supplement)
        ours = given.get((row["country"], row["name"]))
        if ours is not None:
            row["name"], row["aliases"] = ours["name"], ours["aliases"] or ""
        if any(overlaps(row, new) for new in supplement):
            continue
        row["name"] = row["name"] if ours is not None else full_name(row, posts)
        rows.append(row)
    rows += supplement
    for row in rows:
        if row["country"] not in small and not TITLE.match(row["name"]):
            row["surname"] = row["surname"] or surname_of(row["name"], row["country"], alone)
    unique = {tuple(row[c] or "" for c in COLUMNS): row for row in rows}
    return sorted(unique.values(), key=lambda r: (r["country"], r["start"], r["name"], r["role"]))


def main() -> None:
    """Write the table."""
    lines = [HEADER, "\t".join(COLUMNS)]
    lines += ["\t".join(row[c] or "" for c in COLUMNS) for row in build()]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} terms -> {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
