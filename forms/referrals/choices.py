"""What people choose between when they ask for a visitor."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.theme.forms import Choice

YOUNG_PERSON = "young_person"
NOT_SURE = "not_sure"
UNDER_13 = {"under_8", "8-10", "11-12", "under_13"}
OF_A_CHILD = frozenset(
    [
        *("child_name", "age_band", "how_shown", "heard", "when_note"),
        *("call_me", "my_age", "adult_name", "adult_phone", "my_phone", "worry_phone"),
    ]
)
"""Answers that say who a child is or how to find them: none leaves in a spreadsheet."""

ROLES = [
    Choice(
        "professional",
        _("I am a social worker or an independent reviewing officer"),
    ),
    Choice(
        "carer",
        _("I am a carer"),
        hint=_("A foster carer, or staff of a children’s home."),
    ),
    Choice("family", _("I am family")),
    Choice(YOUNG_PERSON, _("It is me: I am the child or young person")),
    Choice("other", _("I am somebody else")),
]

AGE_BANDS = [
    Choice("under_8", _("Under 8")),
    Choice("8-10", _("8 to 10")),
    Choice("11-12", _("11 or 12")),
    Choice("13-15", _("13 to 15")),
    Choice("16-17", _("16 or 17")),
    Choice("18+", _("18 or over")),
    Choice(NOT_SURE, _("I am not sure")),
]

CHILD_SAYS = [
    Choice("wants", _("They would like a visitor")),
    Choice("not_sure", _("They are not sure")),
    Choice(
        "not_now",
        _("They do not want one now"),
        hint=_("That is fine. We agree on a day to ask again."),
    ),
    Choice(
        "not_asked",
        _("Nobody has asked them yet"),
        hint=_("We explain first, and ask then."),
    ),
    Choice(
        "shows_without_words",
        _("They show it without words"),
        reveals=("how_shown",),
    ),
]

WHEN_TO_RING = [
    Choice("morning", _("In the morning")),
    Choice("afternoon", _("In the afternoon")),
    Choice("after_school", _("Between 4pm and 6pm")),
    Choice("any", _("Any time in working hours"), exclusive=True),
]

MY_AGES = [
    Choice("under_13", pgettext_lazy("to a young person", "Under 13")),
    Choice("13-15", pgettext_lazy("to a young person", "13 to 15")),
    Choice("16-17", pgettext_lazy("to a young person", "16 or 17")),
    Choice("18+", pgettext_lazy("to a young person", "18 or over")),
]

BY_PHONE = "me"
WAYS_TO_REACH_ME = [
    Choice(
        "grown_up",
        pgettext_lazy("a young person answers", "Through a grown-up I pick"),
        reveals=("adult_name", "adult_phone"),
    ),
    Choice(
        BY_PHONE,
        pgettext_lazy("a young person answers", "Straight to me, by phone or message"),
        reveals=("my_phone",),
    ),
    Choice(
        "safe_way",
        pgettext_lazy("a young person answers", "You work out a safe way"),
        hint=pgettext_lazy(
            "to a young person", "You do not have to do anything. We will find a way."
        ),
    ),
]

MY_TIMES = [
    Choice("lunch", pgettext_lazy("to a young person", "At lunchtime")),
    Choice(
        "after_school", pgettext_lazy("to a young person", "After school or college")
    ),
    Choice("day", pgettext_lazy("to a young person", "During the day")),
    Choice("any", pgettext_lazy("to a young person", "Any time"), exclusive=True),
]
