"""Nothing that leads to a record is left: what was sent, saved, begun, or filed."""

import datetime as dt
from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, ReferenceIndex

from cms.mail import queue_mail
from cms.models import OutboundEmail
from cms.retention import erase, purge_due
from forms.casework.models import Case
from forms.journeys.jobs import purge_drafts
from forms.journeys.models import Draft, Receipt, ResumeLink
from tests.casework.factories import make_case
from tests.retention.conftest import CLOSED_ON, noon

pytestmark = pytest.mark.django_db
A_YEAR_ON = dt.date(2025, 5, 3)


def draft_of(site, kind="applications", **facts):
    now = timezone.now()
    return Draft.objects.create(
        site=site,
        kind=kind,
        language="cy",
        started_at=now,
        expires_at=now + timedelta(days=3650),
        saved_to="sian@post.example",
        **facts,
    )


def link_to(draft):
    link = {"site": draft.site, "kind": draft.kind, "draft": draft}
    ResumeLink.objects.create(
        token_hash=str(draft.pk), expires_at=timezone.now(), **link
    )
    queue_mail(
        site=draft.site,
        to=draft.saved_to,
        template="journeys/resume",
        language="cy",
        context={"url": "https://x.example/", "draft": draft.row_key.hex},
    )


def test_what_it_was_sent_from_and_what_was_added_goes_with_it(gwynedd, closed, on):
    case, other = closed(gwynedd), make_case(gwynedd)
    sent, began = draft_of(gwynedd), draft_of(gwynedd, adds_to=case.reference)
    others = draft_of(gwynedd)
    Receipt.objects.create(draft=sent, reference=case.reference, language="cy")
    Receipt.objects.create(draft=others, reference=other.reference, language="cy")
    for draft in (sent, began, others):
        link_to(draft)

    on(A_YEAR_ON)

    assert list(Draft.objects.all()) == [others]
    assert [link.draft for link in ResumeLink.objects.all()] == [others]
    left = OutboundEmail.objects.filter(template="journeys/resume")
    assert [m.context["cy"]["draft"] for m in left] == [others.row_key.hex]
    assert list(Case.objects.all()) == [other]


def test_an_old_draft_takes_the_mails_that_led_to_it(gwynedd):
    old, young = draft_of(gwynedd), draft_of(gwynedd)
    for draft in (old, young):
        link_to(draft)
    Draft.objects.filter(pk=old.pk).update(expires_at=timezone.now())

    purge_drafts()

    assert list(Draft.objects.all()) == [young]
    left = OutboundEmail.objects.filter(template="journeys/resume")
    assert [m.context["cy"]["draft"] for m in left] == [young.row_key.hex]


def test_a_row_is_erased_with_its_file_its_log_and_its_references(
    gwynedd, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    document = get_document_model()(title="Taflen")
    document.file.save("taflen.txt", ContentFile(b"Sian"))
    log(document, "wagtail.edit")
    name, pk = document.file.name, str(document.pk)
    gone = type(document)(pk=document.pk)
    ReferenceIndex.create_or_update_for_object(document)

    erase(document)

    assert not default_storage.exists(name)
    assert not ModelLogEntry.objects.for_instance(gone).exists()
    assert not ReferenceIndex.objects.filter(object_id=pk).exists()


def test_mails_of_no_record_go_after_a_year_and_those_that_wait_stay(gwynedd):
    def mail(**facts):
        made = queue_mail(
            site=gwynedd,
            to="a@post.example",
            template="casework/withdrawn",
            language="cy",
            context={"name": "A", "reference": "B"},
            **facts,
        )
        return made.pk

    sent, waits, of_a_case = mail(), mail(), mail(case_reference="GWY-7KM-4R2X")
    OutboundEmail.objects.filter(pk__in=(sent, of_a_case)).update(
        status="sent", sent_at=noon(CLOSED_ON)
    )
    OutboundEmail.objects.update(created_at=noon(CLOSED_ON))

    for day in (A_YEAR_ON - timedelta(days=1), A_YEAR_ON):
        with time_machine.travel(noon(day), tick=False):
            gone = [judged.name for judged in purge_due()]
        expected = ["cms.mails"] if day == A_YEAR_ON else []
        assert gone == expected

    left = set(OutboundEmail.objects.values_list("pk", flat=True))
    assert left == {waits, of_a_case}


def test_the_command_says_what_goes_and_then_deletes_it(gwynedd, closed, capsys):
    case = closed(gwynedd)

    with time_machine.travel(noon(CLOSED_ON), tick=False):
        call_command("purge", "--dry-run", "--on", A_YEAR_ON.isoformat())
    said = capsys.readouterr().out
    still = Case.objects.count()
    with time_machine.travel(noon(A_YEAR_ON), tick=False):
        call_command("purge")
    done = capsys.readouterr().out

    line = (
        f"{gwynedd.hostname}  applications.not_taken_on  {case.reference}  2025-05-03"
    )
    assert said.splitlines() == [line, "1 would be deleted."]
    assert done.splitlines() == [line, "1 deleted."]
    assert (still, Case.objects.count()) == (1, 0)
    with pytest.raises(CommandError, match="--dry-run"):
        call_command("purge", "--on", "2030-01-01")
