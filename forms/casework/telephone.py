"""Telephone numbers for comparing, however people write them."""

import re


def dialled(phone: str) -> str:
    """A number as it is dialled at home: +44 7700 and 07700 are the same."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    return re.sub(r"^(00)?44", "0", digits)
