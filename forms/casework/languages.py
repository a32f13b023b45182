"""In which languages somebody wants to be written and spoken to, in words for staff."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LANGUAGES = [
    ("en", pgettext_lazy("language of a person", "English")),
    ("cy", pgettext_lazy("language of a person", "Welsh")),
]
SPOKEN = [*LANGUAGES, ("either", pgettext_lazy("language of a person", "either"))]
WRITES = {"en": _("Writes in English"), "cy": _("Writes in Welsh")}
SPEAKS = {
    "en": _("speaks English"),
    "cy": _("speaks Welsh"),
    "either": _("speaks either language"),
}


def in_words(language: str, spoken: str) -> str:
    """In which languages to write and to speak, as one sentence for staff."""
    wishes = [WRITES[language], SPEAKS.get(spoken, "")]
    return " · ".join(str(wish) for wish in wishes if wish)
