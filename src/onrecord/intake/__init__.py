"""Intake: whatever comes in becomes a Report; one file per kind."""
