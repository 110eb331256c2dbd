"""What: the words that name a happening, and which of them put one on record."""
