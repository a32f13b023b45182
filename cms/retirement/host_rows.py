"""What the host itself keeps for a plugin: offers, mails, runs of its jobs."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry

from cms.models import JobRun, MailWords, NationalItem, Offer, OutboundEmail
from cms.retirement.holdings import Holding


def mails(label: str) -> QuerySet[Any]:
    """Mails whose words are the plugin's."""
    return OutboundEmail.objects.filter(template__startswith=f"{label}/")


def unsent_mails(label: str) -> QuerySet[Any]:
    """Those that nobody has received."""
    return mails(label).exclude(status=OutboundEmail.Status.SENT)


def mail_words(label: str) -> QuerySet[Any]:
    """What services say in the plugin's mails."""
    return MailWords.objects.filter(mail__startswith=f"{label}/")


def offers(label: str) -> QuerySet[Any]:
    """Offers of the plugin's pages to the hub."""
    return Offer.objects.filter(kind__startswith=f"{label}.")


def national_items(label: str) -> QuerySet[Any]:
    """What services show of the plugin's pages as national news."""
    return NationalItem.objects.filter(kind__startswith=f"{label}.")


def log_of_offers(label: str) -> QuerySet[Any]:
    """What the log says of these offers: it names their pages."""
    keys = offers(label).values_list(Cast("pk", CharField()), flat=True)
    kind = ContentType.objects.get_for_model(Offer)
    return ModelLogEntry.objects.filter(content_type=kind, object_id__in=keys)


def job_runs(label: str) -> QuerySet[Any]:
    """When the plugin's jobs ran."""
    return JobRun.objects.filter(name__startswith=f"{label}.")


HOLDINGS = (
    Holding(
        mails,
        precious=unsent_mails,
        because="Nobody has received these mails.",
    ),
    Holding(mail_words),
    Holding(log_of_offers),
    Holding(offers),
    Holding(national_items),
    Holding(job_runs),
)
