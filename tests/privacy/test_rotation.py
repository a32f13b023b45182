"""Rotation seals every row with the active key, so that the old one can go."""

import base64

import pytest
from django.core.management import call_command

from cms.models import OutboundEmail
from cms.privacy import CannotDecrypt, blind_index
from tests.privacy.test_fields import SECRET, make_mail

NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"


@pytest.mark.django_db
def test_rotated_rows_open_without_the_old_key(settings, capsys):
    mails = [make_mail() for _ in range(5)]
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"

    call_command("rotate_data_keys", batch_size=2)
    settings.DATA_KEYS = NEW

    assert "cms.OutboundEmail: 5" in capsys.readouterr().out
    rows = OutboundEmail.objects.in_bulk([mail.pk for mail in mails])
    assert {row.text for row in rows.values()} == {SECRET}
    assert {row.to for row in rows.values()} == {"sian@cartref.example"}


@pytest.mark.django_db
def test_without_rotation_the_old_key_is_still_needed(settings):
    mail = make_mail()
    settings.DATA_KEYS = NEW

    with pytest.raises(CannotDecrypt):
        _ = OutboundEmail.objects.get(pk=mail.pk).text


@pytest.mark.django_db
def test_a_second_rotation_changes_nothing(capsys):
    make_mail()

    call_command("rotate_data_keys")

    assert "cms.OutboundEmail: 0" in capsys.readouterr().out


@pytest.mark.django_db
def test_rotation_makes_blind_indexes_anew(settings):
    make_mail()
    settings.INDEX_KEY = base64.b64encode(b"x" * 32).decode()

    call_command("rotate_data_keys")

    assert OutboundEmail.objects.get().to_index == blind_index("sian@cartref.example")
