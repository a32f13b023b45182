"""What one runs from a clone: prepare it, check it, picture it. Not installed."""
