"""Foster Care Fortnight: a small plugin that new services start with."""
