"""Codes that can be read out on the telephone and copied from paper without a slip.

The alphabet leaves out what looks or sounds alike. A check sign closes a code: one
wrong sign, or two signs swapped, is always noticed.
"""

import secrets

ALPHABET = "2346789CDFHJKMNPQRTVWXY"  # 23 signs: a prime, so that every slip shows.
_BETWEEN = " -\u2010\u2011\u2013"


def new_signs(count: int) -> str:
    """As many random signs, and the one that checks them."""
    random = "".join(secrets.choice(ALPHABET) for _sign in range(count))
    return random + check_sign(random)


def tidied(text: str) -> str:
    """What somebody typed or read out, in capitals and without spaces and hyphens."""
    return "".join(sign for sign in text.upper() if sign not in _BETWEEN)


def are_right(signs: str) -> bool:
    """Whether all signs are ours and the last one checks the others."""
    if len(signs) < 2 or any(sign not in ALPHABET for sign in signs):
        return False
    return check_sign(signs[:-1]) == signs[-1]


def check_sign(random: str) -> str:
    """The sign that checks these."""
    weighted = (
        weight * ALPHABET.index(sign) for weight, sign in enumerate(random, start=2)
    )
    return ALPHABET[-sum(weighted) % len(ALPHABET)]
