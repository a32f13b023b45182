"""A service’s own words in its mails: the screens, the versions, the board."""
