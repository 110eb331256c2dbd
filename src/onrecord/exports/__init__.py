"""Exports: records in other people's formats; one file per format."""
