"""The pages that the law asks for say when somebody last read or wrote them."""

import time_machine
from django.utils import timezone

from cms.language import plain_date
from cms.roles import Role
from cms.visibility import visible_pages
from sites.upkeep.services import say_it_is_right
from tests.factories import make_service, make_staff


def test_legal_pages_say_when_they_were_last_reviewed_and_others_do_not(
    started, client_at
):
    site = make_service("gwynedd")
    client = client_at(site)
    page = visible_pages(site, "en").get(slug="accessibility")
    written_on = plain_date(timezone.localdate(page.last_published_at), "en")
    written = client.get("/en/accessibility/").text
    with time_machine.travel("2030-06-07 10:00", tick=False):
        say_it_is_right(page=page, site=site, by=make_staff(site, Role.EDITOR))

    assert f"Last updated on {written_on}" in written
    assert "Last reviewed on 7 June 2030" in client.get("/en/accessibility/").text
    assert "Adolygwyd ddiwethaf ar 7 Mehefin 2030" in client.get("/cy/hygyrchedd/").text
    assert "Last updated on" not in client.get("/en/contact/").text
