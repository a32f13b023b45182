"""Take out again a case that was keyed in by mistake: whom it was about is forgotten.

Only shortly after, and only while nothing has happened to it: such a mistake is seen at
once, and what staff have done since must not be lost. Never once its person was written
to: they hold a reference, and nothing acknowledged is ever lost. Whoever asks by it
must find an answer, so that such a case is closed, with a reason, and kept its time.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from cms.mail import OutboundEmail
from forms.casework.errors import NotTakenOut, PersonWasTold
from forms.casework.keying.models import EVENT, PAPER, PHONE
from forms.casework.keying.words import arrival_of
from forms.casework.models import Case, CaseMail, Note, SearchMark
from forms.casework.notices import goes_to_staff

UNDONE_WITHIN = timedelta(hours=1)
ONE_BY_ONE = (PHONE, PAPER, EVENT)
LOGGED = "casework.keying_undone"


class Mistake(models.TextChoices):
    """Why it is taken out: of a list, so that nobody writes a name into the log."""

    DOUBLE = "double", _("They are in the inbox already")
    WRONG = "wrong", _("It is the wrong person, or what was keyed in is wrong")
    TRIED = "tried", _("It was only a try")


def may_be_undone(case: Case) -> bool:
    """Whether it was keyed in a moment ago, by itself, and nothing happened since."""
    arrival = arrival_of(case)
    if arrival is None or arrival.how not in ONE_BY_ONE:
        return False
    if arrival.at + UNDONE_WITHIN < timezone.now():
        return False
    return not _has_a_story(case, arrival.at)


def was_told(case: Case) -> bool:
    """Whether a mail about it has been written to its person."""
    mails = _mails(case).values_list("template", flat=True)
    return any(not goes_to_staff(template) for template in mails)


@transaction.atomic
def undo_keying(*, case: Case, mistake: Mistake, by: Any) -> None:
    """Delete the case with all that hangs on it; the log says who did, when and why.

    Raises NotTakenOut and PersonWasTold where it must stay.
    """
    locked = Case.objects.select_for_update().filter(pk=case.pk).first()
    if locked is None or not may_be_undone(locked):
        raise NotTakenOut
    if was_told(locked):
        raise PersonWasTold
    _mails(locked).delete()
    log(
        locked.site,
        LOGGED,
        user=by,
        data={
            "kind": locked.kind,
            "reference": locked.reference,
            "mistake": mistake.value,
        },
    )
    locked.delete()


def _mails(case: Case) -> models.QuerySet[OutboundEmail]:
    return OutboundEmail.objects.filter(
        site=case.site_id, case_reference=case.reference
    )


def _has_a_story(case: Case, since: datetime) -> bool:
    """Whether anything hangs on it, of any plugin, but what came with it."""
    happened = Q()
    for relation in Case._meta.related_objects:
        model: Any = relation.related_model
        # What was mailed to its person is asked by itself: was_told.
        if relation.one_to_one or model in (SearchMark, CaseMail):
            continue
        rows = model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        happened |= Q(Exists(rows.filter(at__gt=since) if model is Note else rows))
    return Case.objects.filter(happened, pk=case.pk).exists()
