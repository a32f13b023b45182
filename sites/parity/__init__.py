"""Both languages alike: the gate before publishing, the board, scores, evidence.

Where the Welsh language standards apply (a setting of the service), no page is
published in one language alone without a reason and a date.
"""
