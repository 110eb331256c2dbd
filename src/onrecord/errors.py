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
    "E020": Problem(
        message="took longer than {limit} s",
        remedy="look at the item; give it longer with --time-limit",
        about="Untrusted formats are read in a process of their own, which is ended when one item "
        "takes too long: so many seconds of computing, or twelve times as many by the clock. A "
        "hostile or broken page can hold a parser for minutes.",
    ),
    "E021": Problem(
        message="took more memory than {limit} MB",
        remedy="look at the item; give it more with --memory-limit",
        about="Untrusted formats are read in a process of their own, whose memory is limited.",
    ),
    "E022": Problem(
        message="ended the process that read it ({reason})",
        remedy="look at the item: it is broken or hostile; the others are taken in",
        about="A parser crashed on the item. Only the process that had it in hand was lost.",
    ),
    "E023": Problem(
        message="damaged: {reason}",
        remedy="fetch or unpack the file again; what stands before and after it is taken in",
        about="An archive, a record of an archive, a line or a table is not what its format says.",
    ),
    "E024": Problem(
        message="unpacks to far more than it is ({reason})",
        remedy="unpack it yourself if you trust it, and add what it holds",
        about="A small file that unpacks to gigabytes is a bomb, or no collection of reports.",
    ),
    "E025": Problem(
        message="no column with the text (there are: {columns})",
        remedy="name it with --text-column",
        about="None of a table's columns has a name that is commonly given to a report's text.",
    ),
    "E026": Problem(
        message="nothing matches",
        remedy="check the name or the pattern; quote patterns so that the shell leaves them alone",
        about="A folder without files, or a pattern (*, ?, [...]) that no file fits.",
    ),
    "E027": Problem(
        message="no article on this page",
        remedy="save the article's text as a text file and add that",
        about="A web page on which no main text was found: a front page, a video, a login.",
    ),
    "E028": Problem(
        message="no column {column!r} (there are: {columns})",
        remedy="check the spelling of the column's name",
        about="A column named with --text-column, --date-column and so on is not in the table.",
    ),
    "E030": Problem(
        message="there is no ledger here",
        remedy="make one with onrecord add, or name one with --ledger or ONRECORD_LEDGER",
        about="Questions are put to a ledger that exists; only `onrecord add` and `Ledger(path)` "
        "make one.",
    ),
    "E031": Problem(
        message="not a ledger: {reason}",
        remedy="name a file that onrecord add made",
        about="The file is no SQLite database, or one of another program.",
    ),
    "E032": Problem(
        message="made by a newer onrecord (version {found} of the tables, known up to {known})",
        remedy="upgrade onrecord; nothing was changed",
        about="Ledgers of earlier versions are brought up to date when opened, never the other "
        "way.",
    ),
    "E033": Problem(
        message="in use by another program for over {seconds} s",
        remedy="wait until it has finished, then start again: what is in the ledger stays",
        about="Several programs may add to a ledger at once, each waiting for the other's last "
        "report. One that keeps its transaction open blocks the others.",
    ),
    "E034": Problem(
        message="can't be written: {reason}",
        remedy="make room or choose another place, then start again: nothing written is lost",
        about="The disk is full, or the file or its folder may only be read.",
    ),
    "E035": Problem(
        message="damaged: {reason}",
        remedy="restore it from a copy, or make a new one and add the reports again",
        about="The database's own checks failed: a failing disk, or another program wrote to it.",
    ),
    "E036": Problem(
        message="nothing in the ledger has the id {id!r}",
        remedy="take an id from onrecord timeline or onrecord search; its first digits suffice",
        about="Ids of reports and records are 16 hexadecimal digits.",
    ),
    "E037": Problem(
        message="more than one thing in the ledger has an id that starts {id!r}",
        remedy="give more of its digits",
        about="The start of an id is enough where only one id starts so.",
    ),
    "E038": Problem(
        message="can't search for {words!r}",
        remedy="give words, or a phrase in quotation marks",
        about="The search holds no word: only marks and spaces.",
    ),
    "E039": Problem(
        message="{library} is not installed",
        remedy="install it: pip install {library}",
        about="Tables come as Arrow; as pandas or Polars only where those are installed.",
    ),
    "E040": Problem(
        message="no table {name!r} (there are: {names})",
        remedy="take one of those names",
        about="The name of a table for `Ledger.arrow` is not one of the ledger's.",
    ),
    "E041": Problem(
        message="{id!r} is a report, not a record",
        remedy="onrecord show lists its records",
        about="What can be explained is a record: what one report says of one happening.",
    ),
    "E050": Problem(
        message="can't decide {verdict!r}: {reason}",
        remedy="give same or not_same with two records, right or wrong with one",
        about="A decision is one of four verdicts on records, named by their ids: same and "
        "not_same of two, right and wrong of one (docs/accounts.md).",
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
