"""Whoever reads an archive can neither sign in with it nor follow a link in it."""

import re

import pytest
from allauth.mfa.models import Authenticator

from cms.mail.rendering import rendered
from cms.models import OutboundEmail
from cms.roles import Role
from sites.leaving import write_archive
from sites.staff.invitations import invite
from tests.factories import make_service, make_staff

pytestmark = pytest.mark.slow


def test_nothing_in_the_archive_opens_a_door(provisioned, tmp_path, client_at):
    gwynedd = make_service("gwynedd")
    mair = make_staff(gwynedd, Role.MANAGER)
    browser = client_at(gwynedd, mair)
    browser.get("/admin/")
    Authenticator.objects.create(user=mair, type="totp", data={"secret": "zz-sealed"})
    person = {"email": "new@gwynedd.example", "first_name": "Nia", "language": "cy"}
    invite(site=gwynedd, by=mair, roles=[Role.EDITOR], **person)
    mail = rendered(OutboundEmail.objects.get(template="staff/invitation"))
    link = re.search(r"https?://\S+", mail.text)[0]

    folder = write_archive(gwynedd, to=tmp_path, by="Owen")

    rows = "\n".join(p.read_text("utf-8") for p in (folder / "rows").iterdir())
    token = link.rstrip("/").rpartition("/")[2]
    assert len(token) > 40
    keys = (browser.session.session_key, "zz-sealed", token)
    assert [key for key in keys if key in rows] == []
    said = (folder / "rows" / "cms.outboundemail.csv").read_text("utf-8")
    assert "Nia" in said
    assert link.replace(token, "…") in said
