"""What a request collects and what those who ask are told of it."""

from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from forms.journeys.collecting import Collecting, Collects, Use
from forms.journeys.declaring import Situation
from forms.referrals.steps.who import is_young
from forms.referrals.terms import FILED, NOT_NEEDED
from sites.notices.audiences import Audience

ADULTS = (Audience.PROFESSIONAL, Audience.CARER)


def reader_of(situation: Situation) -> Audience:
    """Whose notice somebody is shown, by who they say they are."""
    if is_young(situation):
        return Audience.YOUNG
    by_family = situation.answers.get("role") in ("carer", "family")
    return Audience.CARER if by_family else Audience.PROFESSIONAL


def what_becomes_of_it(situation: Situation) -> str:
    """What is said of privacy before sending. A change raises JOURNEY's version."""
    names = {
        "controller": situation.service.controller_in(get_language() or "en"),
    }
    if is_young(situation):
        return (
            pgettext(
                "to a young person",
                "We use what you tell us to talk with you about a visitor."
                " %(controller)s is in charge of how it is used.",
            )
            % names
        )
    return (
        gettext(
            "We use what you write here to answer you, and to consider with the child"
            " whether they would like a visitor. %(controller)s answers for it."
        )
        % names
    )


WHO_ASKS = Collects(
    audiences=(*ADULTS, Audience.YOUNG),
    whose=_("Whoever asks for a visitor"),
    uses=[Use(fields=["role"], why=_("to ask only what fits"))],
)
OF_ADULTS = Collects(
    audiences=ADULTS,
    whose=_("Adults who ask for a visitor, and the child they ask for"),
    uses=[
        Use(
            fields=["name", "phone", "email"],
            why=_("to reach you and to answer you"),
        ),
        Use(
            fields=["write_language", "speak_language"],
            why=_("to write and to talk to you in your language"),
        ),
        Use(
            fields=["council"],
            why=_("to know which council has to consider it"),
        ),
        Use(
            fields=["child_name", "age_band"],
            why=_("to know which child you mean, and no more than that"),
        ),
        Use(
            fields=["child_knows", "child_says", "how_shown", "heard"],
            why=_("to begin with what the child says"),
            special=True,
        ),
        Use(
            fields=["when_to_ring", "when_note"],
            why=_("to ring you when it is good for you and safe for the child"),
            special=True,
        ),
    ],
    later=[
        _("What we talk about with you, and when."),
        _("What the child says later, who heard it and when."),
        _("Each step of the request, with its day and its reason."),
    ],
    recipients=[
        _("The social workers of the council that looks after the child."),
        _(
            "Another council, if it is the one that looks after the child: somebody"
            " decides that each time, and it is written down."
        ),
    ],
)
OF_YOUNG_PEOPLE = Collects(
    audiences=[Audience.YOUNG],
    whose=_("Children and young people who ask for a visitor for themselves"),
    uses=[
        Use(
            fields=["call_me", "my_age"],
            why=pgettext_lazy(
                "to a young person", "to know what to call you and how to talk with you"
            ),
        ),
        Use(
            fields=["my_council"],
            why=pgettext_lazy(
                "to a young person", "to know which council should help you"
            ),
        ),
        Use(
            fields=["reach_me", "adult_name", "adult_phone", "my_phone"],
            why=pgettext_lazy("to a young person", "to reach you in a safe way"),
        ),
        Use(
            fields=["worry", "worry_phone", "worry_no_phone"],
            why=pgettext_lazy(
                "to a young person", "to ring you about a worry, if you want us to"
            ),
            special=True,
        ),
        Use(
            fields=["my_times", "my_language", "my_write_language"],
            why=pgettext_lazy(
                "to a young person", "to talk when it suits you, in your language"
            ),
        ),
    ],
    later=[
        pgettext_lazy("to a young person", "What you say to us later, and when."),
        pgettext_lazy("to a young person", "What we do next, step by step."),
    ],
    recipients=[
        pgettext_lazy("to a young person", "Your social worker."),
        pgettext_lazy(
            "to a young person",
            "The grown-up you pick: we talk to them only if you ask us to.",
        ),
        pgettext_lazy(
            "to a young person",
            "Another council, if it looks after you. We tell you when we have passed"
            " it on.",
        ),
    ],
    kept_words={
        FILED.key: pgettext_lazy(
            "to a young person",
            "What you asked, counted from the day we have finished, and never deleted"
            " before it is in your own file",
        ),
        NOT_NEEDED.key: pgettext_lazy(
            "to a young person",
            "What came twice, counted from the day we have finished",
        ),
    },
)
COLLECTING = Collecting(parts=[WHO_ASKS, OF_ADULTS, OF_YOUNG_PEOPLE], reader=reader_of)
