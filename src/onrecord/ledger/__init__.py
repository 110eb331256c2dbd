"""The ledger: reports, records and accounts in one SQLite file, and the questions put to it."""
