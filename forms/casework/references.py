"""Reference numbers that can be read out on the telephone: GWY-7KM-4R2X."""

from wagtail.models import Site

from cms.spoken_codes import ALPHABET, are_right, new_signs, tidied

__all__ = [
    "ALPHABET",
    "RANDOM_SIGNS",
    "check_reference",
    "example_reference",
    "new_reference",
]

RANDOM_SIGNS = 6
_BODY = RANDOM_SIGNS + 1


def new_reference(site: Site) -> str:
    """A new reference with the prefix of the site's authority."""
    return _written(site.profile.reference_prefix, new_signs(RANDOM_SIGNS))


def example_reference(site: Site) -> str:
    """What references of this service look like; its check sign is wrong."""
    return _written(site.profile.reference_prefix, "7KM4R2X")


def check_reference(text: str) -> str:
    """The reference that somebody typed or read out, as we write it; "" if it is wrong.

    Spaces, hyphens and small letters do not matter.
    """
    signs = tidied(text)
    prefix, body = signs[:-_BODY], signs[-_BODY:]
    if not 1 <= len(prefix) <= 4 or not prefix.isalnum() or not prefix.isascii():
        return ""
    return _written(prefix, body) if are_right(body) else ""


def _written(prefix: str, body: str) -> str:
    return f"{prefix}-{body[:3]}-{body[3:]}"
