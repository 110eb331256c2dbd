"""How many: amounts with their bounds and units."""
