"""Who: the actors and recipients of a happening, and whom a nominal means."""
