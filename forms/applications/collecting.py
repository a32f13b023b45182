"""What an application collects, and what applicants are told of it."""

from django.utils.translation import gettext_lazy as _

from forms.journeys.collecting import Collecting, Collects, Use
from sites.models import Service
from sites.notices.audiences import Audience


def asks_for_a_third(service: Service) -> bool:
    """Whether the service asks for three referees."""
    return service.third_referee


def asks_for_languages(service: Service) -> bool:
    """Whether the service asks which language to use."""
    return service.asks_which_language


def asks_in_two_parts(service: Service) -> bool:
    """Whether the second part may wait."""
    return not service.both_parts_at_once


def _referee(number: int) -> list[str]:
    named = ("name", "relation", "knows", "email", "phone", "same_address")
    return [f"referee_{number}_{what}" for what in named]


_TO_ASK_THEM = _("to ask people who know you about you")

FIRST_TALK = [
    Use(
        fields=["write_language", "speak_language"],
        why=_("to write and to talk to you in your language"),
        asked_if=asks_for_languages,
    ),
    Use(
        fields=["postcode", "area", "area_other"],
        why=_("to know which area you live in: you can apply wherever that is"),
    ),
    Use(
        fields=["old_enough", "independence"],
        why=_("to know whether the law and this service let you be a visitor here"),
    ),
    Use(
        fields=["name", "email", "phone"],
        why=_("to reach you and to answer you"),
    ),
    Use(
        fields=["why_how", "why", "when_free", "when_free_note"],
        why=_("to have a good first talk with you"),
        special=True,
    ),
    Use(
        fields=["heard_from", "heard_words"],
        why=_("to learn how people come to hear about us"),
    ),
    Use(
        fields=["go_on"],
        why=_("to ask the rest when it suits you"),
        asked_if=asks_in_two_parts,
    ),
]
LATER_ON = [
    Use(
        fields=["experience", "interests", "interests_other"],
        why=_("to find a young person you would get on with"),
        special=True,
    ),
    Use(
        fields=["welsh", "bsl", "other_languages"],
        why=_("to know with whom you could talk in their own language"),
    ),
    Use(
        fields=["travel", "travel_note"],
        why=_("to plan visits, and to pay what they cost you"),
    ),
    Use(
        fields=["open_to", "visit_wishes", "visit_ages"],
        why=_("to know whom you would like to visit"),
    ),
    Use(fields=["referees", *_referee(1), *_referee(2)], why=_TO_ASK_THEM),
    Use(fields=_referee(3), why=_TO_ASK_THEM, asked_if=asks_for_a_third),
    Use(
        fields=["adjustments"],
        why=_("to make it easier for you to take part"),
        special=True,
    ),
    Use(
        fields=["dbs"],
        why=_("to be sure you know that there is a DBS check before you begin"),
    ),
]
COLLECTING = Collecting(
    reader=Audience.VOLUNTEER,
    parts=[
        Collects(
            audiences=[Audience.VOLUNTEER],
            whose=_("People who apply to be visitors, and their referees"),
            uses=[*FIRST_TALK, *LATER_ON],
            later=[
                _("What we talk about with you, and when we meet."),
                _("Each step of your application, with its day and its reason."),
                _("The letters and e-mails that we send you."),
            ],
            recipients=[
                _(
                    "The people you name as referees, when you know that we are writing"
                    " to them."
                ),
                _("Those who do the DBS check, when you have agreed to go on."),
            ],
        )
    ],
)
