"""Encrypted fields on a real model: the outbox's mails."""

import copy
import pickle
import uuid
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.core.serializers import serialize
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page, Site

from cms.models import OutboundEmail
from cms.privacy import (
    CannotDecrypt,
    Sealed,
    blind_index,
)
from tests.privacy.test_sealing import unhurried

SECRET = "Siân Ŵyn, 4 Ffordd y Parc"


def a_site() -> Site:
    root = Page.get_first_root_node()
    return Site.objects.get_or_create(
        hostname="gwynedd.localhost", defaults={"root_page": root}
    )[0]


def make_mail(**facts: Any) -> OutboundEmail:
    values = {
        "site": a_site(),
        "to": "sian@cartref.example",
        "text": SECRET,
        "context": {"en": {"name": SECRET}},
        "template": "cms/message",
        "language": "en",
        "next_attempt_at": timezone.now(),
        "message_id": f"<{uuid.uuid4()}@iv.example>",
    }
    return OutboundEmail.objects.create(**{**values, **facts})


def stored(mail: OutboundEmail, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "{column}" FROM cms_outboundemail WHERE id = %s',  # noqa: S608 (our own column names)
            [mail.pk],
        )
        return cursor.fetchone()[0]


@pytest.fixture
def mail(db: None) -> OutboundEmail:
    return make_mail()


@pytest.fixture
def loaded(mail: OutboundEmail) -> OutboundEmail:
    return OutboundEmail.objects.get(pk=mail.pk)


def test_a_row_opens_on_its_instance_and_is_sealed_in_the_database(mail, loaded):
    assert (loaded.text, loaded.context) == (SECRET, {"en": {"name": SECRET}})
    assert stored(mail, "text").startswith("v1:")
    assert "Siân" not in stored(mail, "text") + stored(mail, "context")


def test_empty_values_are_stored_as_they_are(mail):
    assert (mail.subject, stored(mail, "subject")) == ("", "")
    mail.refresh_from_db()
    assert mail.subject == ""


def test_values_and_values_list_give_sealed_texts_alone(mail):
    [row] = OutboundEmail.objects.values("text", "context")
    [[text]] = OutboundEmail.objects.values_list("text")

    assert (row["text"], text) == (stored(mail, "text"), stored(mail, "text"))
    assert isinstance(row["context"], Sealed)


def test_a_deferred_value_opens_when_it_is_read(mail, django_assert_num_queries):
    deferred = OutboundEmail.objects.defer("text", "row_key").get(pk=mail.pk)
    only = OutboundEmail.objects.only("status").get(pk=mail.pk)

    assert (deferred.text, only.text) == (SECRET, SECRET)
    assert only.get_deferred_fields().isdisjoint({"text", "status"})


def test_refresh_from_db_gives_what_another_process_wrote(mail, loaded):
    loaded.text = "Newydd"
    loaded.save()

    mail.refresh_from_db()
    assert mail.text == "Newydd"
    mail.text = "heb ei gadw"
    mail.refresh_from_db(fields=["text"])
    assert mail.text == "Newydd"


def test_a_json_value_changed_in_place_is_saved(mail, loaded):
    loaded.context["en"]["name"] = "Gethin"
    loaded.save(update_fields=["context"])

    mail.refresh_from_db()
    assert mail.context == {"en": {"name": "Gethin"}}


def test_saving_one_field_leaves_the_others_sealed_as_they_were(mail, loaded):
    before = stored(mail, "text")
    loaded.save(update_fields=["status"])

    assert stored(mail, "text") == before


def test_bulk_create_and_update_or_create_seal(db):
    OutboundEmail.objects.bulk_create(
        [
            OutboundEmail(
                site=a_site(),
                to="a@cartref.example",
                text=SECRET,
                next_attempt_at=timezone.now(),
                message_id="<bulk@iv.example>",
            )
        ]
    )
    changed, created = OutboundEmail.objects.update_or_create(
        message_id="<bulk@iv.example>", defaults={"subject": SECRET}
    )

    fresh = OutboundEmail.objects.get()
    assert (fresh.text, fresh.subject, created) == (SECRET, SECRET, False)
    assert stored(changed, "subject").startswith("v1:")
    assert fresh.to_index == blind_index("a@cartref.example")


def test_update_and_bulk_update_refuse_to_write_plain_text(mail):
    with pytest.raises(FieldError, match="save the instance"), transaction.atomic():
        OutboundEmail.objects.update(text="noeth")
    with pytest.raises(FieldError, match="save the instance"), transaction.atomic():
        OutboundEmail.objects.bulk_update([mail], ["text"])

    assert stored(mail, "text").startswith("v1:")


def test_an_encrypted_column_can_be_asked_only_whether_it_is_empty(mail):
    assert OutboundEmail.objects.filter(subject="").get() == mail
    assert not OutboundEmail.objects.filter(text="").exists()
    assert OutboundEmail.objects.exclude(text="").get() == mail
    assert not OutboundEmail.objects.filter(text__isnull=True).exists()

    for question in (
        {"text": SECRET},
        {"text__icontains": "Siân"},
        {"text__in": [SECRET]},
        {"context__en": 1},
        {"to__lower": "x"},
        {"text": F("subject")},
    ):
        with pytest.raises(FieldError, match="only whether it is empty"):
            OutboundEmail.objects.filter(**question)


def test_rows_are_found_by_the_blind_index_of_a_value(mail):
    make_mail(to="rhywun.arall@cartref.example")

    found = OutboundEmail.objects.filter(to_index=blind_index("SIAN@cartref.example "))
    assert found.get() == mail


def test_an_index_follows_its_value_when_that_alone_is_saved(mail):
    mail.to = "newydd@cartref.example"
    mail.save(update_fields=["to"])

    mail.refresh_from_db()
    assert mail.to_index == blind_index("newydd@cartref.example")


def test_a_value_moved_to_another_row_does_not_open(mail):
    other = make_mail(text="rhywbeth arall")
    OutboundEmail.objects.filter(pk=other.pk).update(text=Sealed(stored(mail, "text")))

    other.refresh_from_db(fields=["status"])
    with pytest.raises(CannotDecrypt):
        _ = OutboundEmail.objects.get(pk=other.pk).text


def test_a_value_moved_to_another_field_does_not_open(mail):
    OutboundEmail.objects.update(subject=F("text"))

    with pytest.raises(CannotDecrypt):
        _ = OutboundEmail.objects.get(pk=mail.pk).subject


def test_plain_text_in_the_column_is_not_taken_for_a_value(mail):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cms_outboundemail SET text = 'noeth'")

    with pytest.raises(CannotDecrypt):
        _ = OutboundEmail.objects.get(pk=mail.pk).text


def test_a_row_copied_under_another_key_is_refused_when_saved(loaded):
    loaded.pk, loaded.row_key, loaded.message_id = None, uuid.uuid4(), "<copy@x>"
    loaded._state.adding = True

    with pytest.raises(CannotDecrypt):
        loaded.save()


def test_a_wrong_key_raises_and_never_returns_the_sealed_text(loaded, settings):
    settings.DATA_KEYS = f"other:{settings.INDEX_KEY}"

    with pytest.raises(CannotDecrypt) as refusal:
        _ = loaded.text
    assert "v1:" not in str(refusal.value)


def test_no_text_of_a_row_shows_what_stands_in_it(mail, loaded):
    assert str(mail) == f"outboundemail {mail.pk}"
    assert repr(loaded) == f"<OutboundEmail: {mail.pk}>"
    assert "Siân" not in serialize("json", [mail]) + serialize("json", [loaded])


def test_pickles_hold_sealed_values_and_copies_open(mail, loaded):
    pickled = pickle.dumps(mail)

    assert b"Ffordd" not in pickled
    assert pickle.loads(pickled).text == SECRET  # noqa: S301 (made just above)
    assert copy.deepcopy(loaded).context == mail.context
    assert mail.__dict__["text"] == SECRET


def test_error_reports_do_not_hold_the_values(mail, rf, loaded):
    from django.views.debug import SafeExceptionReporterFilter

    OutboundEmail.objects.filter(pk=mail.pk).update(subject=F("text"))
    mail.refresh_from_db(fields=["status"])
    request = rf.get("/")
    reports = []
    try:
        mail.text = object()
        mail.save()
    except TypeError as error:
        frame = error.__traceback__
        while frame is not None:
            reports += SafeExceptionReporterFilter().get_traceback_frame_variables(
                request, frame.tb_frame
            )
            frame = frame.tb_next
    in_fields = [value for name, value in reports if name in ("value", "plain", "text")]
    assert in_fields
    assert set(in_fields) == {SafeExceptionReporterFilter.cleansed_substitute}


def test_a_value_that_is_not_text_is_refused(db):
    with pytest.raises(TypeError, match="text takes text, not int"):
        make_mail(text=5)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.slow
class AnyValue(TestCase):
    """Hypothesis needs a database of its own for every example."""

    @unhurried
    @given(text=st.text(), context=st.dictionaries(st.text(), JSON))
    def test_any_text_and_any_json_come_back_as_they_went(self, text, context):
        mail = make_mail(text=text, context=context)

        fresh = OutboundEmail.objects.get(pk=mail.pk)
        assert (fresh.text, fresh.context) == (text, context)
