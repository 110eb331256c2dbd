"""The exports by name: what each holds, what it loses, and where it's made.

Nothing of an export is loaded until it's asked for. A new format is a new file beside this one,
and an entry here; the command line and docs/exports.md follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from onrecord.exports.parts import Reads


class Format(NamedTuple):
    """An export.

    home: module and function. folder: it's a folder, not a stream. text: it can't be made without
    the reports' text. binary: not for a terminal. unvoiced: it can't say on whose word.
    about, holds and lost are for the documentation.
    """

    home: str
    about: str
    holds: str
    lost: str
    folder: bool = False
    text: bool = False
    binary: bool = False
    unvoiced: bool = False


FORMATS: dict[str, Format] = {
    "plover": Format(
        home="plover:plover",
        about="PLOVER JSON Lines, with POLECAT's columns",
        holds="One JSON object a line for each actor and recipient of a record, as POLECAT has "
        "them; where a record has several, `Record ID` holds its rows together. Two actors of a "
        "meeting are one row with `Mutual`. POLECAT's columns come first, ours after them.",
        lost="Only the first place is told, and the spans of parties and voices are not. POLECAT "
        "writes `None` for what is unknown; here it's null.",
    ),
    "csv": Format(
        home="datapackage:datapackage",
        about="folder of CSV tables with codebook and datapackage.json",
        folder=True,
        holds="Related tables, one row for each record, party, voice, place, amount and quote, "
        "described by `datapackage.json` (Frictionless Data, with keys) and `codebook.csv`. A "
        "cell that a spreadsheet would run as a formula has an apostrophe before it. For one "
        "flat sheet take `onrecord read --format csv` ([columns](csv.md)).",
        lost="Nothing but what `--text` adds: with it, the records come back out of the tables "
        "as they were (the tests do so), guarded cells and days that no calendar has aside.",
    ),
    "parquet": Format(
        home="parquet:parquet",
        about="folder of Parquet tables with codebook",
        folder=True,
        holds="The same tables as Parquet, for pandas, polars, DuckDB or Spark; what each column "
        "holds is in its field's metadata. No cell is guarded: nothing runs here.",
        lost="As for `csv`.",
    ),
    "gdelt": Format(
        home="gdelt:gdelt",
        about="GDELT 2.0 events, 61 tab-separated columns",
        unvoiced=True,
        holds="GDELT's event table without a header, a row for each actor and recipient. "
        "`SQLDATE` is the happening's own day, `DATEADDED` that of publication.",
        lost="**Status, voices and confidence**: GDELT has no column for them, and a row there "
        "reads as a fact. `--only asserted` leaves out whatever the report itself does not vouch "
        "for; what is denied or did not happen is always left out. Lost too are the end of the "
        "date, amounts, quotes, all places but the first, and spans.",
    ),
    "graphml": Format(
        home="graphml:graphml",
        about="GraphML network, an edge for each record",
        holds="Parties are nodes, records edges, each with an id of its own (the record's, and the "
        "number of the pair). Who has no name is a node of its report alone.",
        lost="Records with one party only make no edge (the node counts them). Places, amounts, "
        "quotes and spans are not told.",
    ),
    "graphml-pairs": Format(
        home="graphml:graphml_pairs",
        about="GraphML network, an edge for each pair, with counts",
        holds="All that one party did to another is one edge, what they did together is another. "
        "Its weight is the number of records; how many are asserted, alleged, denied ... are "
        "attributes of their own.",
        lost="The single records.",
    ),
    "gexf": Format(
        home="gexf:gexf",
        about="GEXF network for Gephi, an edge for each record",
        holds="As `graphml`, and each edge has its first and last day, so that Gephi's timeline "
        "works; an open end is open there too.",
        lost="As for `graphml`.",
    ),
    "gexf-pairs": Format(
        home="gexf:gexf_pairs",
        about="GEXF network for Gephi, an edge for each pair, with counts",
        holds="As `graphml-pairs`, from the earliest to the latest day of its records.",
        lost="As for `graphml-pairs`.",
    ),
    "timeline": Format(
        home="timeline:timeline",
        about="TimelineJS, a slide for each record",
        holds="One JSON object for TimelineJS. The status opens the headline and is the slide's "
        "group; the voices stand in its text. All text is escaped, for TimelineJS shows HTML.",
        lost="Records without any day are left out; places, amounts and spans are not told.",
    ),
    "annotation": Format(
        home="annotation:annotation",
        about="W3C Web Annotation, the words that records rest on",
        holds="One AnnotationPage: an annotation for each record, and one for each stretch of text "
        "that it rests on. Positions count code points of the report's text; with `--text` each "
        "quote has the words around it, to be found again on a page.",
        lost="Names, dates and codes of the parts: they're in the record that each links to.",
    ),
    "ftm": Format(
        home="ftm:ftm",
        about="FollowTheMoney statements, JSON Lines",
        holds="Statements for `ftm` and nomenklatura: a report is an Article, a record an Event "
        "that the article proves, actors its organizers, recipients its involved.",
        lost="FollowTheMoney can't say who says so: status and voices stand in an Event's name, "
        "summary and keywords only. Amounts, spans and confidence are lost.",
    ),
    "claimreview": Format(
        home="claimreview:claimreview",
        about="ClaimReview JSON-LD, what was claimed and by whom",
        holds="One JSON-LD graph with a ClaimReview for each record on somebody's word, for "
        "fact-checkers to take up. **It is never rated**: `author` and `reviewRating` are for "
        "whoever checks the claim, and search engines show nothing without them.",
        lost="Records that the report itself vouches for are left out; so are outer voices but in "
        "`reviewBody`, places, amounts and spans.",
    ),
    "brat": Format(
        home="brat:brat",
        about="folder of brat standoff annotations",
        folder=True,
        holds="An `.ann` file for each report, and `annotation.conf`. With `--text` the `.txt` "
        "files that brat wants beside them; without it a quote is marked at its first 280 "
        "characters only.",
        lost="Places' coordinates and amounts' values; the rest is in attributes and notes.",
    ),
    "spacy": Format(
        home="docbin:docbin",
        about="spaCy DocBin, the texts with their spans (needs --text)",
        text=True,
        binary=True,
        holds="A Doc for each report with a span group for each role, and the records whole in "
        '`doc.user_data["onrecord"]`. It holds the texts, so it asks for `--text`.',
        lost="Spans are widened to whole tokens; the exact ones are in the records.",
    ),
}  # fmt: skip


def stream(name: str, reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """The export called ``name``, in pieces. Raises KeyError for no such stream."""
    from onrecord.exports.parts import distinct

    if FORMATS[name].folder:
        raise KeyError(f"{name} is a folder: use fill")
    made: Iterator[bytes] = _maker(name)(distinct(reads), text=text)
    return made


def fill(name: str, reads: Reads, folder: Path, *, text: bool = False) -> None:
    """Write the export called ``name`` into ``folder``, which is there. KeyError as for stream."""
    from onrecord.exports.parts import distinct

    if not FORMATS[name].folder:
        raise KeyError(f"{name} is a stream: use stream")
    _maker(name)(distinct(reads), folder, text=text)


def columns(name: str) -> Mapping[str, Mapping[str, str]]:
    """The fields that an export has, by table, with what they hold."""
    found: Mapping[str, Mapping[str, str]] = _module(name).COLUMNS
    return found


def _module(name: str) -> Any:
    return import_module(f"onrecord.exports.{FORMATS[name].home.split(':')[0]}")


def _maker(name: str) -> Callable[..., Any]:
    maker: Callable[..., Any] = getattr(_module(name), FORMATS[name].home.split(":")[1])
    return maker
