"""Annotated text to records: one file per question that a reader asks."""
