"""Who reads a privacy notice: each kind of reader has one of their own."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Audience(StrEnum):
    """The kind of person that is told something."""

    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    CARER = "carer"
    YOUNG = "young"
    STAFF = "staff"

    @property
    def is_young(self) -> bool:
        """Whether we say "ti"."""
        return self is Audience.YOUNG

    @property
    def heading(self) -> str | Promise:
        """The heading of their notice, and the words of the link to it."""
        return _TITLES[self]

    def slug_in(self, language: str) -> str:
        """Their part of the notice's address in a language."""
        return _SLUGS[self][language]

    @classmethod
    def with_slug(cls, slug: str, language: str) -> "Audience | None":
        """Whose notice stands there; None for nobody's."""
        return next((one for one in cls if one.slug_in(language) == slug), None)


_TITLES: dict[Audience, str | Promise] = {
    Audience.VOLUNTEER: _("Your information when you apply to be a visitor"),
    Audience.PROFESSIONAL: _(
        "Your information when you ask for a visitor through your work"
    ),
    Audience.CARER: _("Your information when you ask as a carer or as family"),
    Audience.YOUNG: pgettext_lazy(
        "to a young person", "What we do with what you tell us"
    ),
    Audience.STAFF: _("Your information when you work for this service"),
}
_SLUGS = {
    Audience.VOLUNTEER: {"en": "volunteers", "cy": "gwirfoddolwyr"},
    Audience.PROFESSIONAL: {"en": "professionals", "cy": "gweithwyr"},
    Audience.CARER: {"en": "carers-and-family", "cy": "gofalwyr-a-theulu"},
    Audience.YOUNG: {"en": "young-people", "cy": "pobl-ifanc"},
    Audience.STAFF: {"en": "staff", "cy": "staff"},
}
