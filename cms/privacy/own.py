"""Whose data the host itself holds: the mails, and who of the staff did what."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.privacy.looking import by_accounts
from cms.privacy.personal import Care, Kept, Line, PersonalData, acts
from cms.privacy.rights import Search
from cms.privacy.sealing import blind_index

_SECRET = re.compile(r"/[\w-]{40,}/")
_WAITING = ("queued", "sending")


def _to_them(search: Search) -> QuerySet[Any]:
    address = blind_index(search.person.email)
    asked = Q(to_index=address) if address else Q(pk__in=())
    return _mails().filter(asked, site=search.person.site)


def _about_them(search: Search) -> QuerySet[Any]:
    return _mails().filter(case_reference__in=search.references())


def _mails() -> Any:
    from cms.models import OutboundEmail

    return OutboundEmail.objects


def _text(mail: Any) -> Iterator[Line]:
    """Without the links that open somebody's answers to whoever holds them."""
    if mail.text:
        text = _SECRET.sub("/…/", mail.text)
        yield Line("text", gettext("What it said"), text, Care.GIVE)


def _keeps_mail(mail: Any) -> Kept | None:
    return Kept(_("It still waits to be sent.")) if mail.status in _WAITING else None


MAILS = PersonalData(
    model="cms.OutboundEmail",
    title=_("E-mail"),
    fields={
        "created_at": Care.GIVE,
        "to": Care.GIVE,
        "subject": Care.GIVE,
        "text": Care.GIVE,
    },
    left_out={
        "context": "The facts from which subject and text are made.",
        "html": "It says the same as the text.",
    },
    labels={
        "created_at": pgettext_lazy("what is kept of a person", "Written"),
        "to": _("Sent to"),
        "subject": pgettext_lazy("of an e-mail", "Subject"),
        "text": _("What it said"),
    },
    read={"text": _text},
    find=_to_them,
    mentioned=_about_them,
    goes_with="case_reference",
    kept=_keeps_mail,
)
TASKS = PersonalData(
    model="cms.TranslationTask",
    title=_("Request for a translation"),
    fields={"note": Care.OTHERS, "asked_by": Care.OTHERS, "assignee": Care.OTHERS},
    left_out={"translated_by": "Who did it, as part of the service's own record."},
    labels={
        "note": pgettext_lazy("what is kept of a person", "Note"),
        "asked_by": _("Who asked"),
        "assignee": _("Who was asked"),
    },
    find=by_accounts("cms.TranslationTask", ["assignee", "asked_by"]),
)
READS = PersonalData(
    model="cms.ReadLog",
    title=_("Log of reads"),
    fields={},
    left_out={
        "user": "Its own screen shows it by person; it is kept whole for its time.",
        "reader": "As above: it outlives the account on purpose.",
        "address": "Cut short, so that it leads to no household.",
    },
)
EVERYTHING = [
    MAILS,
    TASKS,
    READS,
    acts("cms.Offer", "decided_by"),
    acts("cms.SiteProfile", "suspended_by"),
    acts("cms.Activation", "changed_by"),
    acts("cms.MailWords", "saved_by"),
    acts("cms.NationalText", "law_checked_by", "made_by"),
    acts("cms.KeptText", "kept_by"),
    acts("cms.Rollout", "created_by", "stopped_by"),
    acts("cms.PublishedWords", "same_by"),
    acts("cms.SameWords", "marked_by"),
]
