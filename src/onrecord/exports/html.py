"""One self-contained page: each report's text, and beside it what it puts on record.

Every mark leads to its record and every value back to its words, without any script. News text is
hostile: all of it is escaped, and the page's own policy lets no style or script run but the two
that it carries (by their hashes).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord import __version__
from onrecord.exports import words
from onrecord.exports.marks import ROLES, Stretch, stretches
from onrecord.record import Entity, Place, Record, Span, Voice
from onrecord.report import Report

# A sign beside each status: what it says must not hang on colour alone.
_SIGNS = {
    "asserted": "●",
    "attributed": "“",
    "alleged": "!",
    "denied": "×",
    "believed": "≈",
    "intended": "→",
    "wished": "+",
    "conditional": "?",
}


def page(reads: Iterable[tuple[Report, list[Record]]]) -> str:
    """A whole HTML page for these reports and their records, in this order."""
    found = list(reads)
    sections = "\n".join(
        _section(f"p{number}", report, records) for number, (report, records) in enumerate(found, 1)
    )
    title = _shown(found[0][0].title or "On record") if len(found) == 1 else "On record"
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="onrecord {__version__}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{sections}
</main>
<p class="foot">Put on record by onrecord {__version__}. A record never says that a thing is true: \
it says who says so.</p>
<script>{script}</script>
</body>
</html>
"""


def _section(prefix: str, report: Report, records: list[Record]) -> str:
    cards = "\n".join(
        _card(prefix, number, record, report) for number, record in enumerate(records, 1)
    )
    found = f'<ol class="cards">\n{cards}\n</ol>' if cards else "<p>Nothing to put on record.</p>"
    text = "".join(_stretch(prefix, part) for part in stretches(report.text, records))
    return f"""<section aria-labelledby="{prefix}">
<div class="head"><h2 id="{prefix}">{_shown(report.title or "Untitled report")}</h2>
<p class="byline">{_byline(report, len(records))}</p></div>
<div class="columns">
<div class="report" tabindex="0" role="region" aria-label="The report">
{_legend()}
<div class="text" dir="auto">{text.strip()}</div></div>
<div>{found}</div>
</div>
</section>"""


def _byline(report: Report, count: int) -> str:
    parts = [_shown(report.outlet)] if report.outlet else []
    day = report.published
    parts.append(f'<time datetime="{day}">{words.day(day)}</time>' if day else "no date known")
    if report.address and urlsplit(report.address).scheme in ("http", "https"):
        address = escape(report.address)
        parts.append(f'<a href="{address}" rel="noopener noreferrer">source</a>')
    parts.append("1 record" if count == 1 else f"{count} records")
    return " · ".join(parts)


def _legend() -> str:
    items = "".join(
        f'<li><span class="m {role}">{name}</span></li>' for role, name in ROLES.items()
    )
    return f'<ul class="legend" aria-label="What the marks mean">{items}</ul>'


def _stretch(prefix: str, part: Stretch) -> str:
    text = escape(words.safe(part.text.replace("\r\n", "\n")))
    if not part.uses:
        return text
    roles: dict[str, list[str]] = {}
    for position, role in part.uses:
        roles.setdefault(role, []).append(str(position + 1))
    told = "; ".join(f"{ROLES[role]}: {', '.join(numbers)}" for role, numbers in roles.items())
    records = " ".join(sorted({str(position + 1) for position, _ in part.uses}, key=int))
    first, role = part.uses[0]
    numbers = "".join(
        f'<a class="n" href="#{prefix}r{position + 1}" aria-label="record {position + 1}">'
        f"{position + 1}</a>"
        for position in part.triggers
    )
    return (
        f'<a class="m {role}" id="{prefix}s{part.start}" href="#{prefix}r{first + 1}" '
        f'data-r="{records}" title="{told}">{text}</a>{numbers}'
    )


def _card(prefix: str, number: int, record: Record, report: Report) -> str:
    size = len(report.text)

    def value(text: str, span: Span | None, role: str) -> str:
        if span is None or not 0 <= span[0] < span[1] <= size:
            return f'<span class="v {role}">{_shown(text)}</span>'
        return f'<a class="v {role}" href="#{prefix}s{span[0]}">{_shown(text)}</a>'

    def several(parts: Iterable[Entity | Place], role: str) -> str:
        return ", ".join(value(part.name or part.text, part.span, role) for part in parts)

    def voice(one: Voice) -> str:
        names = words.entities(one.entities) or one.text
        cue = value(one.cue, one.cue_span, "plain") if one.cue else one.stance
        return f"{value(names, one.span, 'voice')} · {cue}"

    trigger = value(record.trigger.text, record.trigger.span, "did")
    who = f"{several(record.actors, 'actor') or '—'} {trigger}"
    if record.recipients:
        who += f' <span class="arrow">→</span> {several(record.recipients, "recipient")}'
    when = value(words.when(record.when), record.when.span, "date")
    lines = {
        "when": f'{when} <span class="plain">{_shown(words.basis(record.when))}</span>',
        "where": several(record.where, "place"),
        "how many": ", ".join(value(one.text, one.span, "amount") for one in record.amounts),
        "word of": " › ".join(map(voice, record.voices)) or words.nobody(record),
    }
    body = "".join(f"<dt>{name}</dt><dd>{shown}</dd>" for name, shown in lines.items() if shown)
    return f"""<li class="card {record.status}" id="{prefix}r{number}" data-r="{number}">
{_top(prefix, number, record)}
<p class="who">{who}</p>
<dl>{body}</dl>
</li>"""


def _top(prefix: str, number: int, record: Record) -> str:
    extras = [part for part in (record.mode, *record.contexts) if part]
    mode = f'<span class="mode">{_shown(" · ".join(extras))}</span>' if extras else ""
    negated = '<span class="not">did not happen</span>' if record.negated else ""
    about = words.STATUSES[record.status]
    width = round(36 * min(max(record.confidence, 0.0), 1.0))
    bar = '<rect {} width="{}" height="5" rx="2.5"/>'.format
    return f"""<div class="top">
<a class="number" href="#{prefix}s{record.trigger.span[0]}" title="to its words">{number}</a>
<h3 class="event">{_shown(record.event)}</h3>{mode}
<span class="status {record.status}" title="{about}"><span aria-hidden="true">\
{_SIGNS[record.status]}</span>{record.status}</span>{negated}
<span class="sure" title="confidence"><svg width="36" height="5" aria-hidden="true">\
{bar('class="rail"', 36)}{bar("", width)}</svg>\
{record.confidence:.0%}</span></div>"""


def _shown(text: str) -> str:
    return escape(words.line(text))


@cache
def _asset(name: str) -> str:
    return (files("onrecord.exports") / name).read_text(encoding="utf-8")


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
