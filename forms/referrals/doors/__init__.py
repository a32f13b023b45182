"""The doors by which a request comes in: each with its own page, steps and words."""
