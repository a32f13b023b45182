"""Change the two languages: to write in and to speak in."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms.casework.by_person import choose_languages
from forms.journeys.screens.following.base import ChangingScreen
from forms.journeys.screens.following.forms import LanguagesForm


class ChangeLanguagesScreen(ChangingScreen):
    """The languages as we have them, to choose others."""

    key = "change_languages"
    template = "journeys/change_languages.html"
    button = _("Save")

    def form(self, data: Any = None) -> LanguagesForm:
        case = self.opened
        known = {"language": case.language, "spoken_language": case.spoken_language}
        return LanguagesForm(data, initial=known)

    def act(self, said: Mapping[str, Any]) -> str:
        choose_languages(
            case=self.opened,
            language=said["language"],
            spoken_language=said["spoken_language"],
        )
        return "languages_changed"
