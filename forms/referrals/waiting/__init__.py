"""The waiting list: who waits, since when and why, and everyone who was referred."""
