"""Somebody rang: a name, a way to reach them and a language are a case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from forms.casework.keying.arriving import key_in
from forms.casework.keying.models import PHONE
from forms.casework.letters import Letter
from forms.casework.models import Case
from forms.casework.services import open_case, write_note


@dataclass(frozen=True, kw_only=True)
class Calls:
    """What an inbox declares so that staff can key in whoever rings.

    Such a case opens at `stage`, an initial one of the machine. `answer_by` gives the
    day by which somebody who rang on a day hears of us. `letter`, with a link to the
    form, is offered beside it.
    """

    stage: str
    answer_by: Callable[[Site, date], date] | None = None
    letter: Letter | None = None


@sensitive_variables("person", "about")
@transaction.atomic
def take_call(
    *,
    site: Site,
    kind: str,
    calls: Calls,
    person: dict[str, str],
    about: str,
    by: Any,
    token: UUID,
) -> tuple[Case, bool]:
    """Open a case for somebody who rang; whether it is a new one.

    `person` has their name, email, phone, language and spoken_language. The same form
    token again opens nothing.
    """
    today = timezone.localdate()

    def opening() -> Case:
        case = open_case(
            site=site,
            kind=kind,
            stage=calls.stage,
            display_name=person["name"],
            email=person["email"],
            phone=person["phone"],
            language=person["language"],
            spoken_language=person["spoken_language"],
            answers=[],
            answer_by=calls.answer_by(site, today) if calls.answer_by else None,
        )
        if about:
            write_note(case=case, text=about, by=by)
        return case

    return key_in(site=site, opening=opening, token=token, by=by, how=PHONE)
