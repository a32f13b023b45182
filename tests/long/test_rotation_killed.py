"""A rotation of the data keys is killed in the middle, and the next goes on."""

import base64
import os
import signal
import subprocess
import sys

import pytest

from cms.models import OutboundEmail
from cms.privacy.stored_keys import count_by_key
from tests.architecture.sources import ROOT
from tests.privacy.test_fields import SECRET, make_mail
from tests.retirement.gone import environment

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
NEW = f"new:{base64.b64encode(b'n' * 32).decode()}"


def test_a_rotation_that_is_killed_goes_on_and_leaves_no_row_behind(
    settings, transactional_db
):
    for _ in range(40):
        make_mail()
    old = settings.DATA_KEYS
    rotating = {**environment(gone=False), "PYTHONUNBUFFERED": "1"}
    rotating |= {"DATA_KEYS": f"{NEW},{old}", "INDEX_KEY": settings.INDEX_KEY}
    command = [sys.executable, "manage.py", "rotate_data_keys", "--batch-size", "1"]
    first = subprocess.Popen(
        command, cwd=ROOT, env=rotating, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout
    for line in first.stdout:
        if line.startswith("cms.OutboundEmail: 9 of 40"):
            os.kill(first.pid, signal.SIGKILL)
            break
    assert first.wait() == -signal.SIGKILL
    first.stdout.close()

    settings.DATA_KEYS = f"{NEW},{old}"
    between = count_by_key(OutboundEmail)
    assert 9 <= between["new"] < 40
    assert between.total() == 40
    second = subprocess.run(
        command, cwd=ROOT, env=rotating, capture_output=True, text=True, check=True
    )

    left = 40 - between["new"]
    assert f"cms.OutboundEmail: {left} of {left}" in second.stdout
    settings.DATA_KEYS = NEW
    assert {mail.text for mail in OutboundEmail.objects.all()} == {SECRET}
