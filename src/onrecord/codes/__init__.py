"""The ontologies as data (PLOVER, CAMEO, sectors, actors, cues) and what looks them up."""
