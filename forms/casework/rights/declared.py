"""Whose data cases and all that hangs on them hold."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, PersonalData, by_accounts, by_all_words
from forms.casework.retaining import erase_case
from forms.casework.rights import reading
from forms.casework.rights.correcting import CORRECTED, correct_case
from forms.casework.rights.finding import cases_of, cases_that_mention
from forms.casework.rights.keeping import keeps_case, keeps_list


def _of_case(
    model: str, title: str | Promise, fields: Mapping[str, Care], **more: Any
) -> PersonalData:
    """What hangs on a case goes with it."""
    return PersonalData(
        model=f"casework.{model}", title=title, fields=fields, through=["case"], **more
    )


CASES = PersonalData(
    model="casework.Case",
    title=_("Application or request"),
    fields={
        "reference": Care.GIVE,
        "received_at": Care.GIVE,
        "display_name": Care.GIVE,
        "email": Care.GIVE,
        "phone": Care.GIVE,
        "language": Care.GIVE,
        "spoken_language": Care.GIVE,
        "stage": Care.GIVE,
        "answers": Care.OTHERS,
        "flags": Care.OTHERS,
        "assignee": Care.OTHERS,
    },
    labels={
        "reference": _("Reference"),
        "received_at": pgettext_lazy("what is kept of a person", "Received"),
        "assignee": _("Who works on it"),
    },
    read={
        "display_name": reading.their_own("display_name", lambda: gettext("Name")),
        "email": reading.their_own("email", lambda: gettext("E-mail address")),
        "phone": reading.their_own("phone", lambda: gettext("Phone number")),
        "language": reading.their_own(
            "language",
            lambda: pgettext("what is kept of a person", "Language to write in"),
        ),
        "spoken_language": reading.their_own(
            "spoken_language",
            lambda: pgettext("what is kept of a person", "Language to speak in"),
        ),
        "stage": reading.stage,
        "answers": reading.answers,
        "flags": reading.flags,
    },
    find=cases_of,
    mentioned=cases_that_mention,
    number="reference",
    kind="kind",
    correctable=[*CORRECTED],
    correct=correct_case,
    kept=keeps_case,
    erase=erase_case,
)
STORY = [
    _of_case(
        "Arrival",
        _("How it came"),
        {"how": Care.GIVE, "at": Care.GIVE, "kept_at": Care.GIVE, "by": Care.OTHERS},
        labels={
            "how": pgettext_lazy("what is kept of a person", "How it came"),
            "kept_at": _("Where the paper form is kept"),
        },
    ),
    _of_case(
        "Note",
        _("Note by staff"),
        {"at": Care.GIVE, "text": Care.OTHERS, "by": Care.OTHERS},
        labels={"text": pgettext_lazy("what is kept of a person", "Note")},
    ),
    _of_case(
        "Addition",
        _("Later information"),
        {"at": Care.GIVE, "what": Care.OTHERS, "by": Care.OTHERS},
        read={"what": reading.addition},
    ),
    _of_case(
        "StageMove",
        _("Step of the application or request"),
        {"at": Care.GIVE, "why": Care.OTHERS, "facts": Care.OTHERS, "by": Care.OTHERS},
        read={"facts": reading.facts},
    ),
    _of_case(
        "LanguageChange",
        _("Change of languages"),
        {
            "at": Care.GIVE,
            "to_language": Care.GIVE,
            "to_spoken": Care.GIVE,
            "by": Care.OTHERS,
        },
        labels={
            "to_language": pgettext_lazy(
                "what is kept of a person", "Language to write in"
            ),
            "to_spoken": pgettext_lazy(
                "what is kept of a person", "Language to speak in"
            ),
        },
    ),
    _of_case(
        "DayChange",
        _("Change of the day for an answer"),
        {"at": Care.GIVE, "after": Care.GIVE, "by": Care.OTHERS},
        labels={"after": _("Answer by")},
    ),
    _of_case(
        "Assignment",
        _("Who was given it"),
        {"at": Care.GIVE, "to": Care.OTHERS, "by": Care.OTHERS},
        labels={"to": pgettext_lazy("what is kept of a person", "Given to")},
    ),
    _of_case(
        "NewAddress",
        _("E-mail address asked for on the website"),
        {"email": Care.GIVE, "asked_at": Care.GIVE},
        labels={"asked_at": pgettext_lazy("what is kept of a person", "When")},
    ),
    _of_case(
        "Filing",
        _("Filing in the child’s case record"),
        {
            "on": Care.CHILD,
            "system": Care.CHILD,
            "filer": Care.OTHERS,
            "by": Care.OTHERS,
        },
        labels={
            "on": _("Filed on"),
            "system": _("In which system"),
            "filer": _("Who filed it"),
        },
    ),
    _of_case(
        "Hold",
        _("Decision to keep it"),
        {
            "at": Care.GIVE,
            "why": Care.OTHERS,
            "by": Care.OTHERS,
            "lifted_by": Care.OTHERS,
        },
        labels={"lifted_by": _("Who ended it")},
    ),
    _of_case(
        "HandOver",
        _("Hand-over to another council"),
        {
            "at": Care.GIVE,
            "to": Care.CHILD,
            "contact": Care.OTHERS,
            "why": Care.CHILD,
            "sent": Care.CHILD,
            "answer": Care.CHILD,
            "by": Care.OTHERS,
            "answered_by": Care.OTHERS,
        },
        labels={
            "to": pgettext_lazy("what is kept of a person", "To which council"),
            "contact": _("Whom it was sent to there"),
            "sent": pgettext_lazy("what is kept of a person", "What was sent"),
            "answer": _("What they answered"),
            "answered_by": _("Who answered"),
        },
    ),
    _of_case(
        "CaseMail",
        _("Letter by e-mail"),
        {"at": Care.GIVE, "by": Care.OTHERS},
        left_out={"mail": "What it says is found as the mail itself."},
    ),
    _of_case(
        "PassedUp",
        _("Reminder to colleagues"),
        {},
        left_out={"to": "A role, and nobody's name: colleagues were reminded."},
    ),
    _of_case(
        "SearchMark",
        _("Search mark"),
        {},
        left_out={"drawer": "A keyed hash: nobody can read it, and it goes with them."},
    ),
]
OF_STAFF = [
    PersonalData(
        model="casework.SavedFilter",
        title=_("List of cases that a member of staff keeps"),
        fields={"name": Care.GIVE},
        left_out={"user": "The row is found by it."},
        find=by_accounts("casework.SavedFilter", ["user"]),
    ),
    PersonalData(
        model="casework.UploadedList",
        title=_("List that waits to be taken in"),
        fields={"at": Care.OTHERS, "rows": Care.OTHERS, "ignored": Care.OTHERS},
        left_out={"by": "Who uploaded it, as part of the service's own record."},
        labels={
            "rows": _("People in the list"),
            "ignored": _("What was not taken in"),
        },
        mentioned=by_all_words("casework.UploadedList", ["rows", "ignored"]),
        kept=keeps_list,
    ),
]
EVERYTHING = [CASES, *STORY, *OF_STAFF]
