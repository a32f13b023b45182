"""The mails about a record are erased with it, and the certificate tells the truth."""

import pytest

from cms.mail import queue_mail
from cms.models import OutboundEmail
from tests.casework.factories import make_case
from tests.rights.factories import make_request
from tests.rights.test_answers import choose, closed, erase, of_one

pytestmark = [pytest.mark.django_db, pytest.mark.needs_plugin("applications")]


def test_the_mails_about_a_record_go_with_it_and_nothing_says_that_they_stay(
    staff, gwynedd, coordinator
):
    case = closed(make_case(gwynedd), coordinator)
    to_staff = {"template": "casework/new_case", "language": "en", "context": {}}
    for address in (case.email, gwynedd.service.email):
        queue_mail(site=gwynedd, to=address, case_reference=case.reference, **to_staff)
    asked = make_request(gwynedd, kind="erasure")
    found = staff.get(of_one(asked, "find")).context["records"]
    choose(staff, asked, case)

    erase(staff, asked)

    assert [record.number for record in found] == [case.reference]
    asked.refresh_from_db()
    assert [each["number"] for each in asked.paper["erased"]] == [case.reference]
    assert asked.paper["kept"] == []
    assert not OutboundEmail.objects.filter(case_reference=case.reference).exists()
