"""The weights that ship in the package: where they lie, and whether they are whole."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from onrecord.errors import OnrecordError

VARIABLE = "ONRECORD_WEIGHTS"


def folder() -> Path:
    """The folder of the weights; the environment variable ``ONRECORD_WEIGHTS`` names another."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else Path(__file__).parent / "weights"


def checksums(where: Path) -> dict[str, str]:
    """SHA-256 by file name, as SHA256SUMS states them. Raises FileNotFoundError without it."""
    lines = (where / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def require(where: Path) -> Path:
    """The folder, if every file is there and whole. Raises OnrecordError E010.

    Reading 25 MB for it takes some 20 ms; a damaged file would otherwise fail anywhere,
    or read wrongly without a word.
    """
    try:
        damaged = verify(where)
    except (OSError, ValueError) as error:
        raise OnrecordError("E010", reason=str(error), path=str(where)) from error
    if damaged:
        reason = f"not as it was shipped: {', '.join(damaged)}"
        raise OnrecordError("E010", reason=reason, path=str(where))
    return where


def verify(where: Path) -> list[str]:
    """Names of files whose bytes are not those that were shipped; empty where all are whole."""
    return [
        name
        for name, digest in checksums(where).items()
        if hashlib.sha256((where / name).read_bytes()).hexdigest() != digest
    ]
