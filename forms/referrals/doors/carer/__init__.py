"""The door of carers and family: a nudge of two minutes, and no more of the child."""
