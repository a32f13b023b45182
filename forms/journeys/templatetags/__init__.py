"""Template tags of journeys."""
