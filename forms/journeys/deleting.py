"""Delete what somebody has written, at once: draft, links, mails that led to it."""

from django.db import transaction

from cms.mail import OutboundEmail
from cms.privacy import blind_index
from forms.journeys.models import Draft, ResumeLink

MAILS = ("journeys/resume", "journeys/reminder")


@transaction.atomic
def delete_draft(draft: Draft) -> None:
    """Leave nothing of a draft that has not been sent.

    One that was sent meanwhile stays: its answers have left it, its receipt has not.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None or hasattr(locked, "receipt"):
        return
    forget_draft(locked)


@transaction.atomic
def forget_draft(draft: Draft) -> None:
    """Delete a draft, sent or not, with its receipt, its links and their mails."""
    forget_mails(draft)
    ResumeLink.objects.filter(draft=draft).delete()
    draft.delete()


def forget_mails(draft: Draft) -> None:
    """Delete the mails that led to this draft: others to the same address stay."""
    if not draft.saved_to:
        return
    mails = OutboundEmail.objects.filter(
        site=draft.site_id, template__in=MAILS, to_index=blind_index(draft.saved_to)
    )
    about = [mail.pk for mail in mails if draft.row_key.hex in _drafts_of(mail)]
    OutboundEmail.objects.filter(pk__in=about).delete()


def _drafts_of(mail: OutboundEmail) -> set[str]:
    return {str(said.get("draft", "")) for said in mail.context.values()}
