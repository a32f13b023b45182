"""The letters to applicants; three ask for more, with a link of their own."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.mail import EditableMail
from forms.applications.models import Application
from forms.applications.papers import questions
from forms.applications.stages import BEFORE_APPLYING
from forms.casework.errors import CaseworkError
from forms.casework.keying.filling import lacking
from forms.casework.letters import LETTERS, Letter, changeable
from forms.casework.models import Case
from forms.journeys.declaring import Step
from forms.journeys.inviting import NoForm, invite


class NoApplicationForm(CaseworkError):
    """There is no page to which the letter could lead."""

    def __init__(self) -> None:
        super().__init__(
            gettext("Your website has no application form. Publish its page first.")
        )


def address_of_second_part(case: Case) -> str:
    """The address that opens the second part of this application."""
    return _address(case)


def address_of_application(case: Case) -> str:
    """The address that opens the whole form, with what they told us on the phone."""
    languages = {
        "write_language": case.language,
        "speak_language": case.spoken_language,
    }
    known = {"name": case.display_name, "email": case.email}
    # All of a step is answered, or it is asked: they may want to add a number.
    known |= {"phone": case.phone} if case.phone else {}
    return _address(case, {**known, **(languages if case.spoken_language else {})})


def steps_missing(case: Case) -> list[Step]:
    """The steps with a question that the paper left out, as they are asked today."""
    missing = set(lacking(case))
    return [step for step in questions(case.site).steps if missing & {*step.names}]


def address_of_missing(case: Case) -> str:
    """The address that opens these steps alone, with what the paper says there."""
    missing, steps = lacking(case), steps_missing(case)
    given = case.application.answers
    names = [name for step in steps for name in step.names if name not in missing]
    known = {name: given[name] for name in names if name in given}
    return _address(case, known, asks_only=[step.key for step in steps])


def _address(
    case: Case, known: dict[str, Any] | None = None, asks_only: Sequence[str] = ()
) -> str:
    try:
        return invite(
            site=case.site,
            kind=case.kind,
            adds_to=case.reference,
            to=case.email,
            language=case.language,
            known=known or {},
            asks_only=asks_only,
        )
    except NoForm:
        raise NoApplicationForm from None


def without_second_part_to_send(cases: Sequence[Case]) -> dict[int, str]:
    """Those who cannot be asked for the second part, and why."""
    applied = Application.objects.filter(case__in=cases)
    has_second = dict(applied.values_list("case", "has_second_part"))
    why = {
        None: gettext("The first part has not come yet."),
        True: gettext("The second part has come already."),
    }
    found = {case.pk: has_second.get(case.pk) for case in cases}
    return {key: why[has] for key, has in found.items() if has is not False}


def with_nothing_to_apply_for(cases: Sequence[Case]) -> dict[int, str]:
    """Those who cannot be sent the application form, and why."""
    applied = Application.objects.filter(case__in=cases)
    sent = set(applied.values_list("case", flat=True))
    why_not = {}
    for case in cases:
        if case.pk in sent:
            why_not[case.pk] = gettext("The form has come already.")
        elif case.stage not in BEFORE_APPLYING:
            why_not[case.pk] = gettext("Only for those who have not applied yet.")
    return why_not


SECOND_PART = Letter(
    "second_part",
    _("The second part of the application"),
    _("The rest of your application ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for talking to us. We would be glad if you went on. Here is the"
        " rest of the application. You can stop at any time and come back:\n\n"
        "{link}\n\n"
        "The link works once, for 30 days, on any device. You can fill in the form in"
        " Welsh or in English. If you would rather do it with us by phone, tell us.\n\n"
        "Best wishes,\n{coordinator}"
    ),
    link=address_of_second_part,
    refuses=without_second_part_to_send,
)
MISSING = Letter(
    "missing",
    _("The link for what is missing on paper"),
    _("What is missing on your form ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for your application. Some questions on the paper have no answer"
        " yet. This link asks those alone:\n\n"
        "{link}\n\n"
        "The link works once, for 30 days, on any device. You can answer in Welsh or"
        " in English. If you would rather tell us by phone, ring us.\n\n"
        "Best wishes,\n{coordinator}"
    ),
    link=address_of_missing,
)
APPLY = Letter(
    "apply",
    _("The link to the application form"),
    _("Your application ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for getting in touch. Here is the application form. It takes about"
        " five minutes, and you can stop at any time and come back:\n\n"
        "{link}\n\n"
        "The link works once, for 30 days, on any device. You can fill in the form in"
        " Welsh or in English. If you would rather do it with us by phone, tell us.\n\n"
        "Best wishes,\n{coordinator}"
    ),
    link=address_of_application,
    refuses=with_nothing_to_apply_for,
)


def _to_applicants(letter: Letter) -> EditableMail:
    return changeable(
        letter,
        label="applications",
        to=_("Letter to an applicant"),
        sent=_("You start from it, and can still change it before it goes."),
    )


RING, MEET, MORE, NOT_NOW, NEXT = (_to_applicants(letter) for letter in LETTERS)
REST = _to_applicants(SECOND_PART)
GAPS = _to_applicants(MISSING)
FORM = _to_applicants(APPLY)
"""Each as a mail whose words a service may change."""
