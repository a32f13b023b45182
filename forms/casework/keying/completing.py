"""Whoever was keyed in sends the form after all: what they write counts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from forms.casework.adding import add_to_case, in_both
from forms.casework.flags import Flag
from forms.casework.models import Addition, Case
from forms.casework.services import change_languages

CONTACT = ("display_name", "email", "phone")
NOTED = _("They write themselves now. We had noted")


@sensitive_variables("person")
@transaction.atomic
def complete_case(
    *,
    case: Case,
    person: Mapping[str, str],
    answers: Iterable[Any],
    what: str | Promise,
    flags: Iterable[Flag | str] = (),
) -> None:
    """Put their answers, name, ways to reach them and languages in place of ours.

    What we had noted otherwise stays in the timeline. A way that they leave out is
    kept: they gave it to us. `person` has CONTACT, language and spoken_language.
    """
    add_to_case(case=case, answers=answers, what=what, flags=flags)
    case.refresh_from_db()
    given = {name: person[name] for name in CONTACT if person[name]}
    changed = [name for name, value in given.items() if getattr(case, name) != value]
    before = [getattr(case, name) for name in changed if getattr(case, name)]
    if before:
        words = in_both(NOTED)
        told = {k: f"{said}: {', '.join(before)}" for k, said in words.items()}
        Addition.objects.create(case=case, what=told)
    for name in changed:
        setattr(case, name, given[name])
    case.save(update_fields=changed)
    change_languages(
        case=case,
        language=person["language"],
        spoken_language=person["spoken_language"],
        by=None,
    )
