"""What a carer or somebody of the family chooses between."""

from django.utils.translation import gettext_lazy as _

from cms.theme.forms import Choice, Divider
from forms.referrals.choices import NOT_SURE, ROLES

OWN, OTHER = "own", "other"
CARERS = ("carer", "family")
CARER_ROLES = [choice for choice in ROLES if choice.value in CARERS]

LIKES: list[Choice | Divider] = [
    Choice("football", _("Football"), picture="cms/pictures/football.svg"),
    Choice("swimming", _("Swimming"), picture="cms/pictures/swimming.svg"),
    Choice("walking", _("Walks"), picture="cms/pictures/walking.svg"),
    Choice("animals", _("Animals"), picture="cms/pictures/animals.svg"),
    Choice("games", _("Games"), picture="cms/pictures/games.svg"),
    Choice("music", _("Music"), picture="cms/pictures/music.svg"),
    Choice("films", _("Films"), picture="cms/pictures/films.svg"),
    Choice("drawing", _("Drawing"), picture="cms/pictures/drawing.svg"),
    Choice("making", _("Making things"), picture="cms/pictures/making.svg"),
    Choice("cooking", _("Cooking"), picture="cms/pictures/cooking.svg"),
    Choice("baking", _("Baking"), picture="cms/pictures/baking.svg"),
    Choice("reading", _("Reading"), picture="cms/pictures/reading.svg"),
    Divider(),
    Choice(NOT_SURE, _("I am not sure"), exclusive=True),
]
