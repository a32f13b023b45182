"""The settings with which a service of each nation starts; forms stay closed."""

from typing import Any

from django.utils.translation import gettext, override

from sites.models.authority import Authority
from sites.place_names import council


def defaults_for(authority: Authority | None) -> dict[str, Any]:
    """Values for a new Service, by field; what only the service knows stays empty.

    Provisioning passes them to Service.objects.create. In Wales the Welsh language
    standards apply. The council is the controller until a manager says otherwise.
    """
    if authority is None:
        return {}
    return {
        "authority": authority,
        "welsh_standards": authority.is_welsh,
        "controller": authority.name_en,
        "area_served_en": _served(authority, "en"),
        "area_served_cy": _served(authority, "cy"),
    }


def _served(authority: Authority, language: str) -> str:
    with override(language):
        words = gettext(
            "Children and young people whom %(council)s looks after, wherever they"
            " live."
        )
        return words % {"council": council_as_object(authority, language)}


def council_as_object(authority: Authority, language: str) -> str:
    """The council as a verb or «gan» has it: in Welsh that softens its name."""
    if language != "cy":
        return str(council(authority, "", language))
    return str(council(authority, "to", language)).removeprefix("i ")
