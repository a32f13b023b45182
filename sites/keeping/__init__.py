"""The screen on which managers see what is kept for how long, and what goes when."""
