"""The platform does not start without usable keys, and says what is wrong with them."""

import base64
import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks

from cms.privacy import BadKeys, require_keys
from cms.privacy.checks import keys_are_usable
from cms.privacy.keyring import keyring

GOOD = base64.b64encode(b"g" * 32).decode()
SHORT = base64.b64encode(b"s" * 16).decode()


def test_good_keys_start_and_the_first_is_active(settings) -> None:
    settings.DATA_KEYS = f"new:{GOOD},old:{base64.b64encode(b'o' * 32).decode()}"
    settings.INDEX_KEY = GOOD

    require_keys()

    assert keys_are_usable() == []
    assert keyring().active_id == "new"
    assert set(keyring().ciphers) == {"new", "old"}
    assert GOOD not in repr(keyring())


@pytest.mark.parametrize(
    ("data_keys", "sentence"),
    [
        ("", "DATA_KEYS is not set"),
        (GOOD, "key 1 does not begin with an id"),
        (f"a:{GOOD},", "key 2 does not begin with an id"),
        ("a:not base64!", "DATA_KEYS: key a is not base64"),
        (f"a:{SHORT}", "key a has 16 bytes instead of 32"),
        (f"a:{GOOD},a:{GOOD}", "the id a is given twice"),
    ],
)
def test_bad_data_keys_stop_the_start(settings, data_keys: str, sentence: str) -> None:
    settings.DATA_KEYS = data_keys

    [error] = [e for e in run_checks() if e.id == "cms.privacy.E001"]
    assert sentence in error.msg
    with pytest.raises(BadKeys) as refusal:
        require_keys()
    assert GOOD not in str(refusal.value)


@pytest.mark.parametrize(
    ("index_key", "sentence"),
    [
        ("", "INDEX_KEY is not set"),
        ("?", "INDEX_KEY is not base64"),
        (SHORT, "INDEX_KEY has 16 bytes instead of 32"),
    ],
)
def test_a_bad_index_key_stops_the_start(
    settings, index_key: str, sentence: str
) -> None:
    settings.INDEX_KEY = index_key

    [error] = [e for e in run_checks() if e.id == "cms.privacy.E002"]
    assert sentence in error.msg
    with pytest.raises(BadKeys):
        require_keys()


def test_a_production_server_without_keys_does_not_start() -> None:
    kept = {k: v for k, v in os.environ.items() if k not in ("DATA_KEYS", "INDEX_KEY")}
    server = subprocess.run(
        [sys.executable, "-c", "import cms.wsgi"],
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "cms.settings.base",
            "SECRET_KEY": "a secret of this test",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert server.returncode == 1
    assert 'DATA_KEYS is not set: "id:base64 of 32 random bytes"' in server.stderr
