"""Cases that staff key in: somebody rang, a form came on paper, a list was taken in."""
