"""What only this plugin does: an enquiry is kept, and answered in its language."""

import pytest
from acme_fostering.models import Enquiry

from cms.activation import enable
from cms.mail import OutboundEmail
from cms.starter import start_site
from forms.casework.models import Case

pytestmark = pytest.mark.django_db


def test_a_question_is_kept_for_the_service_that_was_asked(two_authorities, client_at):
    gwynedd, devon = two_authorities
    for site in two_authorities:
        enable(site=site, label="fostering")

    client_at(gwynedd).post(
        "/cy/services/fostering/", {"name": "Siân", "email": "sian@post.example"}
    )

    enquiry = Enquiry.objects.get()
    mail = OutboundEmail.objects.get()
    assert (enquiry.site, enquiry.name) == (gwynedd, "Siân")
    assert (mail.site, mail.to, mail.language) == (gwynedd, "sian@post.example", "cy")
    assert not Enquiry.objects.filter(site=devon).exists()


def test_whoever_sends_the_journey_stands_in_the_inbox(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    enable(site=gwynedd, label="fostering")
    start_site(gwynedd)
    visitor, page = client_at(gwynedd), "/cy/dechrau-maethu/"

    visitor.post(f"{page}ystafell/", {"room": "no"})
    visitor.post(f"{page}lle/", {"space": "yes"})
    visitor.post(f"{page}cyrraedd/", {"name": "Siân", "phone": "01632 960 001"})
    sent = visitor.post(f"{page}gwirio/", follow=True).content.decode()

    case = Case.objects.get(site=gwynedd, kind="fostering")
    assert case.reference in sent
    assert [(row["question"], row["answer"]) for row in case.answers[:2]] == [
        ("Oes gennych chi ystafell wely sbâr?", "Nac oes"),
        ("Allwch chi ryddhau ystafell o fewn blwyddyn?", "Gallaf"),
    ]
