"""A hold: whatever the day, the case is not deleted until it is lifted."""
