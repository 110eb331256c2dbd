"""Text to annotated text: the language model that ships with the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load(*, threads: int = 1) -> Language:
    """The language model as a spaCy pipeline (see ``onrecord.language.pipeline``)."""
    from onrecord.language.pipeline import load as load_pipeline

    return load_pipeline(threads=threads)
