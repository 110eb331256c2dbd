"""The ledger's tables, and how a ledger of an earlier version becomes one of this version.

One SQLite file; what follows from a report's content has an id that follows from it too, so that
adding twice changes nothing. Tables join on ``pk`` (small, never shown); ``id`` is for people and
other programs. Times are UTC, ISO 8601, to the second; days are ISO 8601 days.

=================  ===============================================================================
table              one row is
=================  ===============================================================================
reports            one text on one day of publication (``Report.id``); ``reader`` null: not read
sightings          one place where a report stood: address, outlet, title. A reprint word for word
                   is a second sighting of one report. ``version`` counts the texts at an address
records            one record as read; ``json`` is the whole of it, columns are for questions
participants       one entity of a record: role actor, recipient or voice (then with its stance)
pairs              two countries of a record: actor and recipient, or both actors (both ways)
sources            one file that was added, and how far: ``done`` items of it are in the ledger
parked             one item that could not be taken in or read, and why
tombstones         one report that was removed; it is not taken in again
stories            one text as an agency or outlet first put it out          (ledger/stories.py)
story_reports      a report's place in a story: each report is in one at most
accounts           one happening in the world, as all its records tell it   (ledger/accounts.py)
account_records    a record's place in an account: each record is in one at most
claims             a happening first told on one voice's word                 (ledger/claims.py)
decisions          people's corrections, append-only: triggers refuse UPDATE and DELETE
reports_fts        full text of titles and texts (FTS5, external content)
record_view        (a view) records with names, report and account, for people
account_view       (a view) accounts without their words, for people
=================  ===============================================================================

Rules for what is built on it:

- What is derived (stories to claims in this list) can be dropped and made anew
  from reports, records and decisions. ``Store`` never touches it but by cascade: records that are
  read anew by a later reader are replaced, and their account_records go with them.
- Work still to do is what an anti-join finds: reports without story_reports, records without
  account_records. ``reports_by_text`` finds exact copies of a text across days.
- ``reports.superseded`` is 1 where each of its sightings has a later version at its address;
  questions leave those out unless asked.
- decisions name records by ``id``, not by ``pk``: they outlive a reading.

The modules around it, each usable alone:

- ``connection``: ``connect(path, readonly=False) -> sqlite3.Connection`` with pragmas set and
  migrations done; ``writing(connection)``: one transaction, all or nothing; SQLite's errors come
  out as OnrecordError
- ``rows``: Record -> rows of records, participants, pairs; pure functions; ``key(name)``
- ``store``: ``Store(connection)``: puts reports with their records in, parks, removes
- ``adding``: ``add(connection, names, read=..., reader=...)``: intake, reading, store; resumable
- ``questions``, ``actors``, ``searching``, ``looking``, ``explaining``, ``asking``: a connection
  and options in, plain values out; ``choosing``: which records those options mean; ``whom(words)``:
  a country or a name as the rows have it
- ``stories``, ``accounting``: bring what is derived up to date; ``decisions``: the log
- ``tables``: whole tables as Arrow, pandas, Polars; ``frames``: answers to questions as the same
- ``metadata``: what Datasette is told about the tables
- ``checks``: is this ledger whole?
- ``ledger``: ``Ledger(path)``, the public face: ``ledger.connection`` is open to the others; what
  is derived after adding belongs behind ``Ledger.steps``, in transactions of its own

A change of schema is a new tuple of statements at the end of MIGRATIONS, never an edit above it.
"""

from __future__ import annotations

APPLICATION_ID = 0x6F6E7263
"""In the file's header ("onrc"), so that ``file`` and we know a ledger from another database."""

_V1 = (
    """
    CREATE TABLE sources (
        pk INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        kind TEXT,
        done INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0),
        finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        UNIQUE (name, sha256)
    ) STRICT
    """,
    """
    CREATE TABLE reports (
        pk INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT,
        text TEXT NOT NULL,
        published TEXT,
        published_time TEXT,
        published_from TEXT,
        language TEXT,
        text_sha256 TEXT NOT NULL,
        reader TEXT,
        ontology TEXT,
        superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reports_by_text ON reports (text_sha256)",
    "CREATE INDEX reports_by_day ON reports (published)",
    """
    CREATE TABLE sightings (
        pk INTEGER PRIMARY KEY,
        report INTEGER NOT NULL REFERENCES reports (pk) ON DELETE CASCADE,
        address TEXT,
        outlet TEXT,
        title TEXT,
        version INTEGER,
        source INTEGER REFERENCES sources (pk),
        item TEXT NOT NULL DEFAULT '',
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX sightings_once
        ON sightings (report, coalesce(address, ''), coalesce(outlet, ''))
    """,
    "CREATE INDEX sightings_by_address ON sightings (address, version)",
    "CREATE INDEX sightings_by_source ON sightings (source)",
    """
    CREATE TABLE records (
        pk INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        report INTEGER NOT NULL REFERENCES reports (pk) ON DELETE CASCADE,
        event TEXT NOT NULL,
        mode TEXT,
        cameo TEXT,
        status TEXT NOT NULL,
        negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
        start TEXT,
        end TEXT,
        day TEXT NOT NULL,
        precision TEXT,
        basis TEXT NOT NULL,
        confidence REAL NOT NULL,
        json TEXT NOT NULL,
        trigger TEXT GENERATED ALWAYS AS (json_extract(json, '$.trigger.text')) VIRTUAL,
        evidence TEXT GENERATED ALWAYS AS (json_extract(json, '$.evidence.text')) VIRTUAL,
        reader TEXT NOT NULL,
        ontology TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX records_by_report ON records (report)",
    "CREATE INDEX records_by_event ON records (event, day)",
    "CREATE INDEX records_by_day ON records (day)",
    """
    CREATE TABLE participants (
        record INTEGER NOT NULL REFERENCES records (pk) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'voice')),
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        kind TEXT,
        country TEXT,
        sector TEXT,
        wikidata TEXT,
        stance TEXT,
        PRIMARY KEY (record, role, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX participants_by_key ON participants (key, role)",
    "CREATE INDEX participants_by_country ON participants (country, role)",
    "CREATE INDEX participants_by_wikidata ON participants (wikidata) WHERE wikidata IS NOT NULL",
    """
    CREATE TABLE pairs (
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        day TEXT NOT NULL,
        record INTEGER NOT NULL REFERENCES records (pk) ON DELETE CASCADE,
        PRIMARY KEY (one, other, day, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX pairs_by_record ON pairs (record)",
    """
    CREATE TABLE parked (
        pk INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES sources (pk),
        item TEXT NOT NULL,
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        UNIQUE (source, item)
    ) STRICT
    """,
    """
    CREATE TABLE tombstones (
        report TEXT PRIMARY KEY,
        reason TEXT NOT NULL,
        removed TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE stories (
        pk INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        first_report INTEGER NOT NULL REFERENCES reports (pk) ON DELETE CASCADE,
        method TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE story_reports (
        report INTEGER PRIMARY KEY REFERENCES reports (pk) ON DELETE CASCADE,
        story INTEGER NOT NULL REFERENCES stories (pk) ON DELETE CASCADE,
        relation TEXT NOT NULL CHECK (relation IN ('first', 'copy', 'rewrite')),
        similarity REAL NOT NULL
    ) STRICT
    """,
    "CREATE INDEX story_reports_by_story ON story_reports (story)",
    """
    CREATE TABLE accounts (
        pk INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        event TEXT NOT NULL,
        start TEXT,
        end TEXT,
        records INTEGER NOT NULL,
        reports INTEGER NOT NULL,
        outlets INTEGER NOT NULL,
        voices INTEGER NOT NULL,
        json TEXT NOT NULL,
        method TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE account_records (
        record INTEGER PRIMARY KEY REFERENCES records (pk) ON DELETE CASCADE,
        account INTEGER NOT NULL REFERENCES accounts (pk) ON DELETE CASCADE,
        score REAL NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX account_records_by_account ON account_records (account)",
    """
    CREATE TABLE decisions (
        pk INTEGER PRIMARY KEY,
        verdict TEXT NOT NULL CHECK (verdict IN ('same', 'not_same', 'right', 'wrong')),
        one TEXT NOT NULL,
        other TEXT,
        who TEXT,
        note TEXT,
        made TEXT NOT NULL,
        CHECK ((other IS NOT NULL) = (verdict IN ('same', 'not_same')))
    ) STRICT
    """,
    """
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT raise(ABORT, 'decisions are never changed'); END
    """,
    """
    CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions
    BEGIN SELECT raise(ABORT, 'decisions are never deleted'); END
    """,
    """
    CREATE VIRTUAL TABLE reports_fts USING fts5 (
        title, text, content = 'reports', content_rowid = 'pk',
        tokenize = "porter unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE TRIGGER reports_fts_insert AFTER INSERT ON reports BEGIN
        INSERT INTO reports_fts (rowid, title, text) VALUES (new.pk, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER reports_fts_delete AFTER DELETE ON reports BEGIN
        INSERT INTO reports_fts (reports_fts, rowid, title, text)
        VALUES ('delete', old.pk, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER reports_fts_update AFTER UPDATE OF title, text ON reports BEGIN
        INSERT INTO reports_fts (reports_fts, rowid, title, text)
        VALUES ('delete', old.pk, old.title, old.text);
        INSERT INTO reports_fts (rowid, title, text) VALUES (new.pk, new.title, new.text);
    END
    """,
)

# Datasette and sqlite-utils know a full-text table by content="reports", written just so.
_V2 = (
    "DROP TABLE reports_fts",
    """
    CREATE VIRTUAL TABLE reports_fts USING fts5 (
        title, text, content="reports", content_rowid="pk",
        tokenize="porter unicode61 remove_diacritics 2"
    )
    """,
    "INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')",
    "CREATE INDEX reports_superseded ON reports (superseded) WHERE superseded = 1",
    """
    CREATE TABLE claims (
        account INTEGER NOT NULL REFERENCES accounts (pk) ON DELETE CASCADE,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        record INTEGER NOT NULL REFERENCES records (pk) ON DELETE CASCADE,
        borne_out INTEGER REFERENCES records (pk) ON DELETE SET NULL,
        disputed INTEGER REFERENCES records (pk) ON DELETE SET NULL,
        PRIMARY KEY (account, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX claims_by_key ON claims (key)",
    "CREATE INDEX claims_by_record ON claims (record)",
    "CREATE INDEX claims_borne_out ON claims (borne_out) WHERE borne_out IS NOT NULL",
    "CREATE INDEX claims_disputed ON claims (disputed) WHERE disputed IS NOT NULL",
    # An account counts outlets: a report that was seen elsewhere too makes its accounts stale.
    """
    CREATE TRIGGER sightings_are_counted AFTER INSERT ON sightings WHEN new.outlet IS NOT NULL
    BEGIN
        DELETE FROM accounts WHERE pk IN (
            SELECT m.account FROM account_records m JOIN records r ON r.pk = m.record
            WHERE r.report = new.report);
    END
    """,
    """
    CREATE VIEW record_view AS
    SELECT r.id, r.start, r."end", r.event, r.mode, r.status, r.negated,
        (SELECT group_concat(name, '; ') FROM participants
            WHERE record = r.pk AND role = 'actor') AS actors,
        (SELECT group_concat(name, '; ') FROM participants
            WHERE record = r.pk AND role = 'recipient') AS recipients,
        (SELECT group_concat(name, '; ') FROM participants
            WHERE record = r.pk AND role = 'voice') AS voices,
        r.trigger, r.evidence, r.confidence, p.title, s.outlet, s.address, p.published,
        p.id AS report, a.id AS account
    FROM records r JOIN reports p ON p.pk = r.report
    LEFT JOIN sightings s ON s.pk = (SELECT min(pk) FROM sightings WHERE report = p.pk)
    LEFT JOIN account_records m ON m.record = r.pk LEFT JOIN accounts a ON a.pk = m.account
    WHERE p.superseded = 0
    """,
    # accounts.json in full: json_each has a hidden column of that name.
    """
    CREATE VIEW account_view AS
    SELECT id, start, "end", event,
        (SELECT group_concat(value, '; ')
            FROM json_each(accounts.json, '$.actors')) AS actors,
        (SELECT group_concat(value, '; ')
            FROM json_each(accounts.json, '$.recipients')) AS recipients,
        (SELECT group_concat(key || ' ' || value, '; ')
            FROM json_each(accounts.json, '$.statuses')) AS statuses,
        json_extract(json, '$.doubted') AS doubted, records, reports, outlets, voices,
        json_extract(json, '$.first_word') AS first_word,
        json_extract(json, '$.last_word') AS last_word
    FROM accounts
    """,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_V1, _V2)
"""The statements that lead from each version to the next; the first from an empty file."""

VERSION = len(MIGRATIONS)
