"""What people choose between when they ask for a visitor."""

from django.utils.translation import gettext_lazy as _

from cms.theme.forms import Choice

YOUNG_PERSON = "young_person"
NOT_SURE = "not_sure"
UNDER_13 = {"under_8", "8-10", "11-12", "under_13"}
ONCE_ASKED = frozenset({"heard", "when_note"})
"""What older requests hold: the forms no longer ask it."""
OF_A_CHILD = ONCE_ASKED | frozenset(
    [
        *("child_name", "age_band", "how_shown", "heard_by", "explained_by"),
        *("district", "worker_name", "worker_email"),
        *("call_me", "my_age", "adult_name", "adult_phone", "my_phone", "worry_phone"),
    ]
)
"""Answers that say who a child is or how to find them: none leaves in a spreadsheet."""

PROFESSIONS = [
    Choice("social_worker", _("I am a social worker")),
    Choice("iro", _("I am an independent reviewing officer")),
    Choice("personal_adviser", _("I am a personal adviser")),
    Choice("advocate", _("I am an advocate")),
    Choice("school", _("I work at the child’s school or college")),
]
ROLES = [
    *PROFESSIONS,
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
