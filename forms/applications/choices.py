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
    Choice("not_now", _("I cannot give that time at the moment"), exclusive=True),
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

HEARD_FROM: list[Choice | Divider] = [
    Choice("visitor", _("From somebody who is a visitor")),
    Choice("friend", _("From a friend or a relative")),
    Choice("work", _("At work, or where I study")),
    Choice("event", _("At an event or a talk")),
    Choice("poster", _("A poster or a leaflet")),
    Choice("social", _("Social media")),
    Choice("website", _("The council’s website")),
    Choice("search", _("I searched online")),
    Choice("news", _("A newspaper, the radio or television")),
    Divider(),
    Choice("other", _("Somewhere else")),
]

KNOWS_AS = [
    Choice("work", _("From work")),
    Choice("volunteering", _("From volunteering or a club")),
    Choice("study", _("From school, college or a course")),
    Choice("neighbour", _("As a neighbour")),
    Choice("friend", _("As a friend")),
    Choice("relative", _("As a relative")),
    Choice("other", _("In another way")),
]

# Ages of young people, with the youngest and the oldest of each.
VISIT_AGES = [
    (Choice("under_8", _("Under 8")), 0, 7),
    (Choice("8-11", _("8 to 11")), 8, 11),
    (Choice("12-15", _("12 to 15")), 12, 15),
    (Choice("16-17", _("16 or 17")), 16, 17),
    (Choice("18+", _("18 or over")), 18, 25),
]
