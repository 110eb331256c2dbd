"""Writes the pages of docs/ that follow from the code: cli.md, errors.md, csv.md.

python docs/generate.py            write them
python docs/generate.py --check    fail if one of them is stale
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from onrecord.cli import main
from onrecord.errors import ERRORS
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


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "errors.md": errors_page,
    "csv.md": csv_page,
}


def stale() -> list[str]:
    """The names of the pages that are not what the code says."""
    return [
        name
        for name, page in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page()
    ]


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
