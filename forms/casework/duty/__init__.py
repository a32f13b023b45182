"""Who sees a young person’s request at once, and who if nobody has opened it."""
