"""Writes the pages of docs/ that follow from the code: cli.md, errors.md, csv.md, exports.md.

python docs/generate.py            write them
python docs/generate.py --check    fail if one of them is stale
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import click

from onrecord.cli import main
from onrecord.errors import ERRORS
from onrecord.exports import formats
from onrecord.exports.csv import COLUMNS

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py: change the code, then run `make docs`. -->\n"
# The width of the help pages; without it they would follow the terminal they're written on.
WIDTH = 88


def cli_page() -> str:
    """Every command with its help, as click prints it."""
    parts = [NOTE, "# The command line\n"]
    for context in _contexts(main, "onrecord", None):
        parts += [f"## {context.command_path}\n", "```text", context.get_help(), "```\n"]
    parts += [
        "Errors and warnings go to standard error, one line each, with a code that",
        "[errors](errors.md) explains. Colours are left out where output is no terminal, and",
        "where `NO_COLOR` is set. `--format jsonl` prints [records](record.md), one a line;",
        "`--format csv` the [columns](csv.md) of a spreadsheet.",
    ]
    return "\n".join(parts) + "\n"


def errors_page() -> str:
    """Every error code."""
    parts = [
        NOTE,
        "# Errors\n",
        "Every error has a code, says what it is, and says what to do next. On the command line",
        "it is one line on standard error; in Python it is `onrecord.OnrecordError` with `code`,",
        "`message`, `remedy` and `details`. Codes keep their meaning from version to version.\n",
    ]
    for code, problem in ERRORS.items():
        parts += [
            f"## {code}\n",
            f"> {problem.message}\n",
            f"{problem.about}\n",
            f"**What to do:** {problem.remedy}.\n",
        ]
    return "\n".join(parts)


def csv_page() -> str:
    """Every column of the CSV export."""
    rows = [f"| `{name}` | {about} |" for name, (about, _) in COLUMNS.items()]
    parts = [
        NOTE,
        "# CSV\n",
        "`onrecord read --format csv` writes one row a record, in UTF-8, with a header. What has",
        'several values is joined by " | ", in the same order in columns that belong together',
        "(`voices`, `cues`, `stances`). A cell that a spreadsheet would run as a formula has an",
        "apostrophe before it. Spans, Wikidata and GeoNames ids are only in",
        "[JSON Lines](record.md).\n",
        "| column | what it holds |",
        "| --- | --- |",
        *rows,
    ]
    return "\n".join(parts) + "\n"


def exports_page() -> str:
    """Every export: what it holds, what it loses, its columns."""
    parts = [
        NOTE,
        "# Exports\n",
        "`onrecord export --format NAME [--output PATH] SOURCE...` reads reports and writes their",
        "[records](record.md) in other programs' formats. In the tests every format is read back",
        "by a program that isn't ours, or, where Python has none, checked against its rules.\n",
        "A record never says that a thing is true: it says who says so. Not every format can say",
        "that: see what each one **loses**. `--only STATUS` exports records of that status only.\n",
        "Names, the words that a record rests on, quotes up to 280 characters, positions and",
        "addresses are exported; the sentences and the whole text of reports only with `--text`.",
        "The same text of the same day, given twice, is exported once.\n",
        "| format | what it is |",
        "| --- | --- |",
        *(f"| [`{name}`](#{name}) | {form.about} |" for name, form in formats.FORMATS.items()),
        "",
        "In Python, from an iterable of reports with their records:\n",
        "```python",
        "from onrecord import Report, read",
        "from onrecord.exports import formats\n",
        'report = Report(text="Farmers blocked the road to Lima, the radio said.")',
        'pieces = formats.stream("gexf", [(report, read(report))])',
        'assert b"".join(pieces).startswith(b"<?xml")',
        "```\n",
    ]
    described: dict[str, str] = {}
    for name, form in formats.FORMATS.items():
        parts += [f"## {name}\n", _filled(form.holds), _filled(f"**Lost:** {form.lost}")]
        module = form.home.split(":")[0]
        found = formats.columns(name)
        if (first := described.setdefault(str(found), name)) != name:
            parts.append(f"Its columns are those of [`{first}`](#{first}).\n")
            continue
        for table, columns in found.items():
            parts += [f"### {module}: {table}\n", "| column | what it holds |", "| --- | --- |"]
            parts += [f"| `{column}` | {about} |" for column, about in columns.items()]
            parts.append("")
    return "\n".join(parts)


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "errors.md": errors_page,
    "csv.md": csv_page,
    "exports.md": exports_page,
}


def stale() -> list[str]:
    """The names of the pages that are not what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page()
    ]


def _filled(paragraph: str) -> str:
    lines = textwrap.wrap(paragraph, 96, break_long_words=False, break_on_hyphens=False)
    return "\n".join([*lines, ""])


def _contexts(
    command: click.Command, name: str, parent: click.Context | None
) -> list[click.Context]:
    context = click.Context(command, parent, name, **command.context_settings)
    context.terminal_width = WIDTH
    found = [context]
    for part_name, part in getattr(command, "commands", {}).items():
        found += _contexts(part, part_name, context)
    return found


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if old := stale():
            sys.exit(f"stale: {', '.join(old)} in docs/; run `make docs`")
    else:
        for name, page in PAGES.items():
            (DOCS / name).write_text(page(), encoding="utf-8")
