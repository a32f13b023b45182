"""A list of people that a service has already: read, checked row by row, taken in."""
