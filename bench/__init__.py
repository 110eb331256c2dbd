"""Accuracy and speed beside named rivals: see bench/README.md."""
