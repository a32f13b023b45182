"""The addresses of the screens that every journey has, by language."""

from collections.abc import Mapping

Slugs = Mapping[str, str]

LANGUAGES = ("en", "cy")

SCREEN_SLUGS: dict[str, Slugs] = {
    "check": {"en": "check", "cy": "gwirio"},
    "sent": {"en": "sent", "cy": "wedi-anfon"},
    "save": {"en": "save", "cy": "cadw"},
    "resume": {"en": "resume", "cy": "parhau"},
    "code": {"en": "come-back", "cy": "dod-yn-ol"},
    "delete": {"en": "delete", "cy": "dileu"},
    "reminder": {"en": "reminder", "cy": "nodyn-atgoffa"},
    "status": {"en": "where-it-stands", "cy": "ble-mae-pethau"},
    "withdraw": {"en": "withdraw", "cy": "tynnu-yn-ol"},
    "details": {"en": "your-details", "cy": "eich-manylion"},
    "change_languages": {"en": "change-languages", "cy": "newid-ieithoedd"},
    "confirm_address": {"en": "confirm-address", "cy": "cadarnhau-cyfeiriad"},
    "leave": {"en": "leave", "cy": "gadael"},
    "not_me": {"en": "not-me", "cy": "nid-fi"},
}
"""No step may take their names."""

FOLLOWING = (
    "status",
    "withdraw",
    "details",
    "change_languages",
    "confirm_address",
    "not_me",
)
WITH_TOKEN = ("resume", "delete", "reminder", *FOLLOWING)
WITHOUT_TOKEN = ("check", "sent", "save", "code", "delete", "status")
FOR_CHILDREN = ("check", "sent", "delete", "leave")
"""A journey for children has no screen with a token: nothing leads back to it."""
