"""The log of offers: what reviewing officers note by a link, without naming a child."""
