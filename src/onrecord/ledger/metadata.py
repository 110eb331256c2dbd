"""What Datasette is told about a ledger: tables in words, what labels their rows, two questions.

``data/datasette.json`` holds it; Datasette wants it under the database's name, which is the file's.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec


def metadata(path: str | Path) -> dict[str, Any]:
    """Datasette's metadata for the ledger at ``path``, which need not be there."""
    source = files("onrecord.ledger") / "data" / "datasette.json"
    about = msgspec.json.decode(source.read_bytes())
    return {"title": "onrecord", "databases": {Path(path).stem: about}}
