"""What a professional chooses between: ticks in place of narratives.

Nothing here asks for faith, culture or offences: those are never on a public form.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.theme.forms import Choice, Divider
from forms.referrals.choices import NOT_SURE

Answers = list[Choice | Divider]

LANGUAGES = [
    Choice("cy", pgettext_lazy("language of a talk", "Welsh")),
    Choice("en", pgettext_lazy("language of a talk", "English")),
    Choice("other", pgettext_lazy("language of a talk", "Another language")),
    Choice("none", pgettext_lazy("language of a talk", "Without words")),
]

GENDERS = [
    Choice("girl", _("Girl or young woman")),
    Choice("boy", _("Boy or young man")),
    Choice("non_binary", _("Non-binary")),
    Choice("other", _("They say it in another way")),
    Choice("not_said", _("They have not said, or would rather not")),
]

ETHNICITIES = [
    # The five groups of the census, with "not said": no more is needed to act.
    Choice("asian", _("Asian, Asian British or Asian Welsh")),
    Choice("black", _("Black, Black British, Black Welsh, Caribbean or African")),
    Choice("mixed", _("Mixed or multiple ethnic groups")),
    Choice("white", _("White")),
    Choice("other", _("Another ethnic group")),
    Choice("not_said", _("They have not said, or would rather not")),
]

FIRST_LANGUAGES = [
    Choice("cy", pgettext_lazy("first language", "Welsh")),
    Choice("en", pgettext_lazy("first language", "English")),
    Choice("both", pgettext_lazy("first language", "Welsh and English alike")),
    Choice("bsl", pgettext_lazy("first language", "British Sign Language")),
    Choice("other", pgettext_lazy("first language", "Another language")),
    Choice(NOT_SURE, _("I am not sure")),
]

COMMUNICATION: Answers = [
    Choice("easy_words", _("Short sentences and easy words")),
    Choice("pictures", _("Pictures or symbols")),
    Choice("signing", _("Signing")),
    Choice("device", _("A communication device")),
    Choice("hearing", _("Hard of hearing")),
    Choice("sight", _("Hard of seeing")),
    Choice("time", _("More time to think and answer")),
    Divider(),
    Choice("none", _("None that I know of"), exclusive=True),
]

PLACEMENTS = [
    Choice("foster", _("Foster care")),
    Choice("kinship", _("With family or friends")),
    Choice("home", _("A children’s home")),
    Choice("supported", _("Supported accommodation")),
    Choice("school", _("A residential school")),
    Choice("parents", _("With their parents")),
    Choice("other", _("Somewhere else")),
    Choice(NOT_SURE, _("I am not sure")),
]

VISITORS: Answers = [
    Choice("woman", _("A woman")),
    Choice("man", _("A man")),
    Choice("welsh", _("Somebody who speaks Welsh")),
    Choice("calm", _("Somebody calm")),
    Choice("active", _("Somebody who likes being outdoors")),
    Choice("patient", _("Somebody with much patience")),
    Divider(),
    Choice("any", _("The child does not mind"), exclusive=True),
]

NOT_WANTED: Answers = [
    Choice("woman", _("Not a woman")),
    Choice("man", _("Not a man")),
    Choice("near", _("Nobody from their own neighbourhood")),
    Choice("young", _("Nobody under 25")),
    Divider(),
    Choice("none", _("Nothing of these"), exclusive=True),
]

WHY_NOW = [
    # What is supplied; a service may say it in its own words, or add to it (reasons).
    Choice("no_visits", _("They have little or no contact with family")),
    Choice("moved", _("They have moved, or are about to")),
    Choice("away", _("They live a long way from home")),
    Choice("asked", _("They have asked for somebody")),
    Choice("review", _("It came up at a review")),
    Choice("transition", _("They leave school or care before long")),
]
NO_REASON: Answers = [
    Divider(),
    Choice("none", _("Nothing in particular"), exclusive=True),
]

LIMITS: Answers = [
    # Each "yes" means a telephone call: nothing more is written here.
    Choice("people", _("There are people they must not meet")),
    Choice("places", _("There are places they must not go to")),
    Choice("alone", _("A visitor should not be alone with them at first")),
    Choice("health", _("There is something about their health to know")),
    Choice("court", _("A court has made an order about contact")),
    Divider(),
    Choice("none", _("None that I know of"), exclusive=True),
]

ENGLAND = "England"
LEGAL_STATUS = {
    "england": [
        Choice("care_order", _("Care order")),
        Choice("interim", _("Interim care order")),
        Choice("s20", _("Accommodated under section 20")),
        Choice("placement", _("Placement order")),
        Choice("remand", _("On remand")),
        Choice("other", pgettext_lazy("legal status", "Another status")),
    ],
    "wales": [
        Choice("care_order", _("Care order")),
        Choice("interim", _("Interim care order")),
        Choice("s76", _("Accommodated under section 76")),
        Choice("placement", _("Placement order")),
        Choice("remand", _("On remand")),
        Choice("other", pgettext_lazy("legal status", "Another status")),
    ],
}
"""By nation of the council: section 20 is England's Act, section 76 Wales's."""
ACCOMMODATED = frozenset({"s20", "s76"})

PARENTS_ASKED = [
    Choice("yes", _("They have been asked")),
    Choice("not_yet", _("They have not been asked yet")),
    Choice("not_appropriate", _("It is not appropriate"), reveals=("who_decided",)),
    Choice(NOT_SURE, _("I am not sure")),
]

CARERS_VIEW = [
    Choice("for", _("They are for it")),
    Choice("unsure", _("They are not sure about it")),
    Choice("against", _("They would rather not")),
    Choice("not_asked", _("Nobody has asked them")),
]
