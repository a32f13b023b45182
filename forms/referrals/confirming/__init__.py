"""A work address that is not the council's own is confirmed by a mailed link."""
