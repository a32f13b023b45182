"""A file that came with a mail of the demo can be kept, or opened in a calendar."""

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from sites.demo.mailbox import EmlBackend, all_mail
from tests.factories import make_service

pytestmark = pytest.mark.django_db


def test_what_came_with_a_mail_can_be_kept(settings, tmp_path, provisioned):
    settings.EMAIL_FILE_PATH = tmp_path
    client = Client(SERVER_NAME=make_service("gwynedd").hostname)
    message = EmailMultiAlternatives(
        "Cyfweliad", "Helo Siân", "iv@gwynedd.example", ["sian@post.example"]
    )
    message.attach("invitation.ics", "BEGIN:VCALENDAR", "text/calendar")
    EmlBackend().send_messages([message])
    [mail] = all_mail()
    address = f"/cy/demo/mailbox/{mail.name}/"

    page = client.get(address).content.decode()
    file = client.get(f"{address}attached/0/")

    assert f'{address}attached/0/">invitation.ics</a>' in page
    assert file.content == b"BEGIN:VCALENDAR"
    assert file.headers["Content-Type"] == "text/calendar"
    assert 'attachment; filename="invitation.ics"' in file.headers.values()
    assert client.get(f"{address}attached/1/").status_code == 404
