"""Whose data an application holds, beside its case."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.privacy import Care, Line, PersonalData


def _statements(application: Any) -> Iterator[Line]:
    for said in application.statements:
        label = gettext("What they declared and were told")
        yield Line("statements", label, str(said["text"]), Care.GIVE)


APPLICATIONS = PersonalData(
    model="applications.Application",
    title=_("Application"),
    fields={
        "language": Care.GIVE,
        "started_at": Care.GIVE,
        "second_part_at": Care.GIVE,
        "statements": Care.GIVE,
    },
    left_out={
        "answers": "The same answers stand in words with the case.",
        "snapshot": "As above: the questions and answers stand with the case.",
    },
    labels={
        "started_at": pgettext_lazy("what is kept of a person", "Begun"),
        "second_part_at": _("Rest of the application sent"),
        "statements": _("What they declared and were told"),
    },
    read={"statements": _statements},
    through=["case"],
)
INTERVIEWS = PersonalData(
    model="applications.Interview",
    title=_("Interview"),
    fields={
        "begins_at": Care.GIVE,
        "way": Care.GIVE,
        "where": Care.GIVE,
        "status": Care.GIVE,
        "host": Care.OTHERS,
        "by": Care.OTHERS,
    },
    labels={
        "begins_at": pgettext_lazy("what is kept of a person", "When"),
        "way": _("How you meet"),
        "where": pgettext_lazy("what is kept of a person", "Where"),
        "status": pgettext_lazy("what is kept of a person", "Where it stands"),
        "host": _("Who talks with them"),
    },
    through=["case"],
)
EVERYTHING = [APPLICATIONS, INTERVIEWS]
