"""The ontologies as data (PLOVER, CAMEO, sectors, countries, actors, cues) and what looks them up."""
