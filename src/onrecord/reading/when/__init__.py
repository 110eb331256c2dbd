"""When: which of a report's dates is a happening's own (the dates themselves: reading/dates)."""
