"""What only this plugin does: an enquiry is kept, and answered in its language."""

import pytest
from acme_fostering.models import Enquiry

from cms.activation import enable
from cms.mail import OutboundEmail

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
