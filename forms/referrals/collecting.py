"""What each door of a request collects and what those who ask are told of it."""

from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from forms.journeys.collecting import Collecting, Collects, Use
from forms.journeys.declaring import Situation
from forms.referrals.terms import FILED, NOT_NEEDED
from sites.notices.audiences import Audience


def what_becomes_of_it(situation: Situation) -> str:
    """What adults are told of privacy before sending. A change raises the versions."""
    return gettext(
        "We use what you write here to answer you, and to consider with the child"
        " whether they would like a visitor. %(controller)s answers for it."
    ) % {"controller": _controller(situation)}


def what_becomes_of_yours(situation: Situation) -> str:
    """The same for a young person."""
    return pgettext(
        "to a young person",
        "We use what you tell us to talk with you about a visitor."
        " %(controller)s is in charge of how it is used.",
    ) % {"controller": _controller(situation)}


def _controller(situation: Situation) -> str:
    return situation.service.controller_in(get_language() or "en")


_WHO = Use(fields=["role"], why=_("to ask only what fits"))
_REACHING = [
    Use(fields=["name", "phone", "email"], why=_("to reach you and to answer you")),
    Use(
        fields=["write_language", "speak_language"],
        why=_("to write and to talk to you in your language"),
    ),
    Use(fields=["council"], why=_("to know which council has to consider it")),
]
_RINGING = Use(
    fields=["when_to_ring"],
    why=_("to ring you when it is good for you and safe for the child"),
)
_OF_PROFESSIONALS = [
    Use(fields=["role", "go_on"], why=_("to ask only what fits")),
    *_REACHING,
    Use(
        fields=["manager_name", "manager_email"],
        why=_("to ask your manager for approval, where the council wants it"),
    ),
    Use(
        fields=["child_name", "age_band"],
        why=_("to know which child you mean, and no more than that"),
    ),
    Use(
        fields=["explained", "explained_by", "explained_on", "explained_in"],
        why=_("to know whether it should be explained to the child first"),
    ),
    Use(
        fields=["child_says", "how_shown", "heard_by", "heard_on", "heard_in"],
        why=_("to begin with what the child says"),
        special=True,
    ),
    Use(
        fields=["likes", "visitor", "not_wanted"],
        why=_("to look for somebody the child would like"),
    ),
    _RINGING,
    Use(
        fields=["gender", "ethnicity", "first_language", "communication"],
        why=_("to find a visitor who suits the child"),
        special=True,
    ),
    Use(
        fields=["placement", "district"],
        why=_("to know where and how visits could be made"),
    ),
    Use(fields=["why_now"], why=_("to understand why the request comes now")),
    Use(
        fields=["limits"],
        why=_("to ring you about what keeps the child safe"),
        special=True,
    ),
    Use(
        fields=[
            *("legal_status", "parents_asked", "who_decided", "carers_view"),
            "next_review",
        ],
        why=_("to follow the law and the child’s care plan"),
        special=True,
    ),
]
OF_PROFESSIONALS = Collects(
    audiences=[Audience.PROFESSIONAL],
    whose=_("Adults who ask for a visitor, and the child they ask for"),
    uses=_OF_PROFESSIONALS,
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
OF_CARERS = Collects(
    audiences=[Audience.CARER],
    whose=_("Carers and family who ask for a visitor, and the child they ask for"),
    uses=[
        _WHO,
        *_REACHING,
        Use(
            fields=["child_name"],
            why=_("to know which child you mean, and no more than that"),
        ),
        Use(
            fields=["child_knows"],
            why=_("to begin with what the child says"),
            special=True,
        ),
        Use(
            fields=["likes"],
            why=_("to begin the talk with something the child enjoys"),
        ),
        Use(
            fields=["worker_name", "worker_email"],
            why=_(
                "to send the child’s social worker a link, and nothing about the child"
            ),
        ),
        _RINGING,
    ],
    later=OF_PROFESSIONALS.later,
    recipients=OF_PROFESSIONALS.recipients,
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
            fields=["my_likes", "my_visitor"],
            why=pgettext_lazy(
                "to a young person", "to look for somebody you would like"
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
FROM_PROFESSIONALS = Collecting(parts=[OF_PROFESSIONALS], reader=Audience.PROFESSIONAL)
FROM_CARERS = Collecting(parts=[OF_CARERS], reader=Audience.CARER)
FROM_YOUNG_PEOPLE = Collecting(parts=[OF_YOUNG_PEOPLE], reader=Audience.YOUNG)
