"""Where: the places that a report names, and which of them are the scene of a happening."""
