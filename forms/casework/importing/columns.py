"""Which column of somebody's spreadsheet holds what, in either language."""

from collections.abc import Mapping, Sequence

from cms.language.slugs import without_accents

# The first of each is what our own empty list says: ours of the export come next.
HEADINGS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "name": {
        "en": ("Name", "Full name", "Volunteer"),
        "cy": ("Enw", "Enw llawn", "Gwirfoddolwr"),
    },
    "first_name": {
        "en": ("First name", "Forename"),
        "cy": ("Enw cyntaf",),
    },
    "last_name": {
        "en": ("Last name", "Surname", "Family name"),
        "cy": ("Cyfenw",),
    },
    "email": {
        "en": ("E-mail", "Email", "Email address", "E-mail address"),
        "cy": ("E-bost", "Ebost", "Cyfeiriad e-bost"),
    },
    "phone": {
        "en": ("Phone", "Telephone", "Mobile", "Phone number", "Telephone number"),
        "cy": ("Ffôn", "Rhif ffôn", "Ffôn symudol"),
    },
    "language": {
        "en": ("Language to write in", "Language", "Written language"),
        "cy": ("Iaith ysgrifennu", "Iaith"),
    },
    "spoken_language": {
        "en": ("Language to speak in", "Spoken language"),
        "cy": ("Iaith siarad",),
    },
    "stage": {"en": ("Stage", "Status"), "cy": ("Cam", "Statws")},
    "received": {
        "en": ("Received", "Date received", "Date"),
        "cy": ("Derbyniwyd", "Dyddiad derbyn", "Dyddiad"),
    },
    "note": {"en": ("Note", "Notes"), "cy": ("Nodyn", "Nodiadau")},
}
OFFERED = (
    *("name", "email", "phone", "language", "spoken_language"),
    *("stage", "received", "note"),
)
"""The columns of the empty list that we hand out."""


def folded(text: str) -> str:
    """A heading for comparing: case, accents, spaces and hyphens do not matter."""
    plain = without_accents(text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


_KNOWN = {
    folded(heading): column
    for column, languages in HEADINGS.items()
    for headings in languages.values()
    for heading in headings
}


def column_of(heading: str) -> str:
    """What stands under a heading; empty for one that says nothing to us."""
    return _KNOWN.get(folded(heading), "")


def offered(language: str) -> list[str]:
    """The headings of the empty list, in "en" or "cy"."""
    return [HEADINGS[column][language][0] for column in OFFERED]
