"""Which reports of a ledger tell one agency text: kept in ``stories`` and ``story_reports``.

What is there can be dropped and made anew. ``update`` places the reports that have no story yet;
those that stand in one already are only looked at again to be compared with.
"""

from __future__ import annotations

import sqlite3

from onrecord.ledger.connection import told, writing
from onrecord.ledger.copies import Copies, Story

METHOD = "runs of three words, 1"
"""How the stories were made; another method makes them all anew."""


def update(connection: sqlite3.Connection) -> set[str]:
    """Place every report that has no place yet; the ids of all reports whose story has changed."""
    with told():
        stale = connection.execute(
            "SELECT 1 FROM stories WHERE method <> ? LIMIT 1", (METHOD,)
        ).fetchone()
        waiting = {
            name
            for (name,) in connection.execute(
                "SELECT id FROM reports WHERE pk NOT IN (SELECT report FROM story_reports)"
            )
        }
    if stale:
        with writing(connection):
            connection.execute("DELETE FROM stories")
        return update(connection)
    if not waiting:
        return set()
    copies = Copies()
    with told():
        for name, text, day in connection.execute(
            "SELECT id, text, published FROM reports ORDER BY pk"
        ):
            copies.add(name, text, day or "")
    changed: set[str] = set()
    with writing(connection):
        for name in sorted(waiting):
            if name not in changed:
                story = copies.story(name)
                changed.update(place.text for place in story.places)
                _write(connection, story)
    return changed


def of_reports(connection: sqlite3.Connection) -> dict[str, str]:
    """Each placed report's story, by ids."""
    query = """SELECT r.id, s.id FROM story_reports p
        JOIN reports r ON r.pk = p.report JOIN stories s ON s.pk = p.story"""
    with told():
        return dict(connection.execute(query))


def _write(connection: sqlite3.Connection, story: Story) -> None:
    """A story in place of those that its reports were in."""
    names = [place.text for place in story.places]
    pks = {
        name: connection.execute("SELECT pk FROM reports WHERE id = ?", (name,)).fetchone()[0]
        for name in names
    }
    for pk in pks.values():
        connection.execute(
            "DELETE FROM stories WHERE pk IN (SELECT story FROM story_reports WHERE report = ?)",
            (pk,),
        )
    (number,) = connection.execute(
        "INSERT INTO stories (id, first_report, method) VALUES (?, ?, ?) RETURNING pk",
        (story.id, pks[names[0]], METHOD),
    ).fetchone()
    connection.executemany(
        "INSERT INTO story_reports (report, story, relation, similarity) VALUES (?, ?, ?, ?)",
        [(pks[p.text], number, p.relation, p.similarity) for p in story.places],
    )
