"""The lists people choose from, the same for every service so that they compare."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.theme.forms import Choice, Divider

INDEPENDENCE: list[Choice | Divider] = [
    Choice("none", _("None of these")),
    Choice("works", _("I work for the council, in its children’s services")),
    Choice(
        "councillor",
        _(
            "I am a councillor, or I sit on one of the council’s committees,"
            " elected or co-opted"
        ),
    ),
    Choice(
        "partner",
        _(
            "My husband, wife, civil partner or the partner I live with does one of"
            " these things"
        ),
    ),
    Divider(),
    Choice("not_sure", _("I am not sure"), hint=_("Go on: we will talk about it.")),
]

WHEN_FREE: list[Choice | Divider] = [
    Choice("weekday_day", _("Weekdays, in the day")),
    Choice("evening", _("Evenings")),
    Choice("saturday", _("Saturdays")),
    Choice("sunday", _("Sundays")),
    Divider(),
    Choice("varies", _("It changes from month to month"), exclusive=True),
]

INTERESTS = [
    Choice("walking", _("Walking")),
    Choice("cooking", _("Cooking and baking")),
    Choice("sport", _("Playing sport")),
    Choice("watching_sport", _("Watching sport")),
    Choice("music", _("Music")),
    Choice("films", _("Films and television")),
    Choice("games", _("Board games and video games")),
    Choice("making", _("Art, craft and making things")),
    Choice("animals", _("Animals")),
    Choice("outdoors", _("Gardens, farms and the outdoors")),
    Choice("reading", _("Books and stories")),
    Choice("science", _("Science and computers")),
]

WELSH_LEVELS = [
    Choice("none", pgettext_lazy("how much Welsh", "None yet")),
    Choice("some", pgettext_lazy("how much Welsh", "Some words")),
    Choice("learning", pgettext_lazy("how much Welsh", "I am learning and can chat")),
    Choice("fluent", pgettext_lazy("how much Welsh", "Fluent")),
]
BSL_LEVELS = [
    Choice("none", pgettext_lazy("how much sign language", "None yet")),
    Choice("some", pgettext_lazy("how much sign language", "Some signs")),
    Choice("fluent", pgettext_lazy("how much sign language", "Fluent")),
]

TRAVEL = [
    Choice("car", _("I have a car I can use")),
    Choice("bus", _("By bus or train")),
    Choice("bike", _("By bicycle or on foot")),
    Choice("lifts", _("With someone who drives me")),
]
