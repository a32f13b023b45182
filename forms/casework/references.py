"""Reference numbers that can be read out on the telephone: GWY-7KM-4R2X.

The alphabet leaves out what looks or sounds alike. The last sign checks the others: one
wrong sign, or two signs swapped, is always noticed.
"""

import secrets

from wagtail.models import Site

ALPHABET = "2346789CDFHJKMNPQRTVWXY"  # 23 signs: a prime, so that every slip shows.
RANDOM_SIGNS = 6
_BODY = RANDOM_SIGNS + 1


def new_reference(site: Site) -> str:
    """A new reference with the prefix of the site's authority."""
    random = "".join(secrets.choice(ALPHABET) for _sign in range(RANDOM_SIGNS))
    return _written(site.profile.reference_prefix, random + _check_sign(random))


def check_reference(text: str) -> str:
    """The reference that somebody typed or read out, as we write it; "" if it is wrong.

    Spaces, hyphens and small letters do not matter.
    """
    signs = "".join(sign for sign in text.upper() if sign not in " -\u2010\u2011\u2013")
    prefix, body = signs[:-_BODY], signs[-_BODY:]
    if not 1 <= len(prefix) <= 4 or not prefix.isalnum() or not prefix.isascii():
        return ""
    if any(sign not in ALPHABET for sign in body):
        return ""
    if _check_sign(body[:-1]) != body[-1]:
        return ""
    return _written(prefix, body)


def _check_sign(random: str) -> str:
    weighted = (
        weight * ALPHABET.index(sign) for weight, sign in enumerate(random, start=2)
    )
    return ALPHABET[-sum(weighted) % len(ALPHABET)]


def _written(prefix: str, body: str) -> str:
    return f"{prefix}-{body[:3]}-{body[3:]}"
