"""Filed in the child's case record: without it nothing of a request is deleted."""
