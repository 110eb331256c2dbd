"""Everything that can go wrong has a code, says what it is in one line, and says what to do next.

The codes are stable: scripts may rely on them, and docs/errors.md, generated from this table,
explains each.
"""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of error. ``message`` and ``remedy`` are templates for ``OnrecordError.details``."""

    message: str
    remedy: str
    about: str


ERRORS: dict[str, Problem] = {
    "E001": Problem(
        message="no such file",
        remedy="check the name, or give - to read standard input",
        about="The path names nothing on this machine.",
    ),
    "E002": Problem(
        message="not a text file: {reason}",
        remedy="save the report's text as UTF-8 and read that",
        about="The file holds something other than plain text: a PDF, an archive, a picture, "
        "a web page, or bytes in no encoding that onrecord knows (UTF-8, UTF-16 and UTF-32 with "
        "a byte order mark, Windows-1252).",
    ),
    "E003": Problem(
        message="nothing to read: no text",
        remedy="check that the file holds the report, not only its date or title",
        about="The file is empty, or holds only blank lines or header lines.",
    ),
    "E004": Problem(
        message="not in English (it looks like {language})",
        remedy="onrecord reads English only so far; translate the report first",
        about="The text is long enough to judge by, and its language isn't English.",
    ),
    "E005": Problem(
        message="impossible date {value!r}",
        remedy="write the day of publication as YYYY-MM-DD",
        about="A day of publication (--published, a first line `date ...` or a `Date:` line) "
        "that the calendar doesn't have, or that isn't written so that it has one meaning: "
        "03/04/2025 may be March or April.",
    ),
    "E006": Problem(
        message="too large: over {limit} bytes",
        remedy="split it into single reports",
        about="One file is one report. A longer text is a collection, or no news report at all.",
    ),
    "E007": Problem(
        message="can't be opened: {reason}",
        remedy="check that it is a file and that you may read it",
        about="The path is a folder, or the system refuses to open it.",
    ),
    "E008": Problem(
        message="can't be written: {reason}",
        remedy="choose another file or folder to write to",
        about="The file given to --output or --html can't be created, or is one of the reports.",
    ),
    "E009": Problem(
        message="reading failed: {reason}",
        remedy="run again with onrecord --debug to see where, and report it",
        about="A fault in onrecord itself. The other reports are still read.",
    ),
    "E010": Problem(
        message="the language model can't be used: {reason}",
        remedy="install onrecord again, or unset ONRECORD_WEIGHTS if it names another folder",
        about="A file of the model's weights is missing, or its bytes are not those that its "
        "SHA256SUMS states. They are compared each time the model is loaded.",
    ),
    "E011": Problem(
        message="no table of actors: {reason}",
        remedy="put the line right: docs/python.md says what each column holds",
        about="The CSV file given as a table of your own actors (--actors, `Reader(actors=...)`) "
        "has a row without a name, an unknown country, sector or kind, or a date that is none.",
    ),
}


class OnrecordError(Exception):
    """An error with a code from ERRORS; ``details`` fill its message, ``path`` says where.

    Raises KeyError where the code or one of the message's details is missing.
    """

    def __init__(self, code: str, **details: object) -> None:
        problem = ERRORS[code]
        self.code = code
        self.details = details
        self.message = problem.message.format(**details)
        self.remedy = problem.remedy.format(**details)
        super().__init__(code, details)

    def __str__(self) -> str:
        path = self.details.get("path")
        where = f"{path}: " if path is not None else ""
        return f"{self.code} {where}{self.message}; {self.remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions travel between processes pickled, which would lose the keywords.
        return _again, (self.code, self.details)

    def at(self, path: str) -> OnrecordError:
        """The same error, saying where it happened; one that knows already stays as it is."""
        if "path" in self.details:
            return self
        return OnrecordError(self.code, **{**self.details, "path": path})


def _again(code: str, details: dict[str, object]) -> OnrecordError:
    return OnrecordError(code, **details)
