"""Pages looked after: whose each is, when it is read again, and who is reminded."""
