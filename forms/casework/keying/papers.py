"""A form on paper: keyed in through the questions of the website, with its origin."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Site

from forms.casework.flags import Flag
from forms.casework.keying.arriving import key_in
from forms.casework.models import Case
from forms.journeys.declaring import Journey, Situation
from forms.journeys.sheet import Sheet
from forms.journeys.submission import Submission

LEFT_OUT = Flag(
    "left_out_on_paper",
    _("Some answers were not given on paper: ask them, by phone or by e-mail."),
)


class Receive(Protocol):
    """Keeps what came on paper as a case: mails the person where they shall hear."""

    def __call__(
        self,
        submission: Submission,
        *,
        flags: list[Flag],
        at: datetime,
        acknowledges: bool,
    ) -> Case: ...


@dataclass(frozen=True, kw_only=True)
class Papers:
    """What an inbox declares so that staff can key in a form.

    `journey` gives its questions as a service asks them today.
    """

    journey: Callable[[Site], Journey]
    receive: Receive


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a form came from: what staff say of the paper.

    An empty version says that the paper has none; what was not signed was not declared.
    """

    how: str
    came_on: date
    written_in: str
    signed: str
    declaration_version: str
    privacy_version: str
    kept_at: str

    @property
    def came_at(self) -> datetime:
        """Midday of that day, or now where it is today and midday is to come."""
        midday = datetime.combine(self.came_on, datetime.min.time()).replace(hour=12)
        return min(timezone.make_aware(midday), timezone.now())


@sensitive_variables("sheet")
@transaction.atomic
def take_paper(
    *,
    site: Site,
    papers: Papers,
    sheet: Sheet,
    origin: Origin,
    acknowledges: bool,
    by: Any,
    token: UUID,
) -> tuple[Case, bool]:
    """Open a case for a form on paper; whether it is a new one.

    Days to answer are counted from when the paper came. No check for machines: staff
    have seen the paper. The same form token again opens nothing.
    """

    def opening() -> Case:
        return papers.receive(
            submission_of(sheet, origin),
            flags=[LEFT_OUT] if sheet.left_out else [],
            at=origin.came_at,
            acknowledges=acknowledges,
        )

    return key_in(
        site=site,
        opening=opening,
        token=token,
        by=by,
        how=origin.how,
        written_in=origin.written_in,
        signed=origin.signed,
        kept_at=origin.kept_at,
    )


def submission_of(sheet: Sheet, origin: Origin) -> Submission:
    """What the plugin is given: as if it had been sent on the website."""
    walk = sheet.walk(origin.written_in)
    return Submission(
        site=walk.situation.site,
        language=origin.written_in,
        answers=walk.answers,
        snapshot=sheet.snapshot(origin.written_in),
        flags=[],
        started_at=timezone.now(),
        statements=statements_on(sheet.journey, walk.situation, origin),
    )


def statements_on(
    journey: Journey, situation: Situation, origin: Origin
) -> list[dict[str, str]]:
    """What stood on the paper: the words where they are the website's of today."""
    language = origin.written_in
    with override(language):
        privacy = str(journey.privacy(situation)) if journey.privacy else ""
        words = {
            "declaration": (journey.declaration_version, str(journey.declaration)),
            "privacy": (journey.privacy_version, privacy),
        }
    given = {
        "declaration": origin.declaration_version if origin.signed == "signed" else "",
        "privacy": origin.privacy_version,
    }
    return [
        {
            "key": key,
            "version": version,
            "language": language,
            "text": words[key][1] if version == words[key][0] else "",
        }
        for key, version in given.items()
        if version
    ]
