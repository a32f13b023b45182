"""Secrets at rest: sealed, opened only by their key, sealed anew by a rotation."""

import base64
import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import connection

from cms.privacy import CannotDecrypt
from sites.entry.sealing import open_secret
from tests.entry.codes import code_of, recovery_codes_of, sign_in

pytestmark = pytest.mark.django_db
NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, data FROM mfa_authenticator")
        return {kind: json.loads(data) for kind, data in cursor.fetchall()}


def test_neither_secret_nor_recovery_code_stands_in_the_database(coordinator, app):
    rows = stored()

    text = json.dumps(rows)
    assert rows["totp"]["secret"].startswith("v1:")
    assert rows["recovery_codes"]["seed"].startswith("v1:")
    assert app not in text
    assert not any(code in text for code in recovery_codes_of(coordinator))
    assert open_secret(rows["totp"]["secret"]) == app


def test_a_rotation_seals_them_with_the_new_key(
    settings, english, coordinator, app, capsys
):
    codes = recovery_codes_of(coordinator)
    settings.DATA_KEYS = f"{NEW},{settings.DATA_KEYS}"

    call_command("rotate_data_keys")
    settings.DATA_KEYS = NEW
    sign_in(english, coordinator)
    answer = english.post("/account/second-factor/enter/", {"code": code_of(app)})

    assert "mfa.Authenticator: 2" in capsys.readouterr().out
    assert answer.headers["Location"] == "/admin/"
    assert recovery_codes_of(coordinator) == codes


def test_a_second_rotation_changes_nothing(coordinator, app, capsys):
    call_command("rotate_data_keys")

    assert "mfa.Authenticator: 0" in capsys.readouterr().out


def test_a_rotation_names_the_one_that_does_not_open(settings, coordinator, app):
    row = Authenticator.objects.earliest("pk")
    settings.DATA_KEYS = NEW

    with pytest.raises(CommandError, match=f"mfa.Authenticator {row.pk}: "):
        call_command("rotate_data_keys")


def test_the_report_counts_them(settings, coordinator, app, capsys):
    call_command("rotate_data_keys", report=True)

    assert "mfa.Authenticator: demo1 (active): 2" in capsys.readouterr().out


def test_without_their_key_they_do_not_open(settings, coordinator, app):
    settings.DATA_KEYS = NEW

    with pytest.raises(CannotDecrypt):
        recovery_codes_of(coordinator)
