"""On whose word: who is cited for what, by which words, and what is verbatim."""
