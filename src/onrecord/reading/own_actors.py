"""A user's own table of actors, opened: what is wrong with it is an error with a code."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.codes.actors import Actors, load_table
from onrecord.errors import OnrecordError


def own_actors(given: Actors | str | Path | None) -> Actors | None:
    """The table in a CSV file; one that is loaded already, or none, as it is.

    Raises OnrecordError E001, E007 or E011, which names the file.
    """
    if given is None or isinstance(given, Actors):
        return given
    path = os.fspath(given)
    try:
        return load_table(path)
    except FileNotFoundError:
        raise OnrecordError("E001", path=path) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OnrecordError("E007", reason=reason, path=path) from None
    except ValueError as error:
        raise OnrecordError("E011", reason=error, path=path) from None
