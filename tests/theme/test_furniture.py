"""What stands around every page."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_home_page_speaks_its_own_language(two_authorities, client_at):
    gwynedd, _devon = two_authorities

    welsh = client_at(gwynedd).get("/cy/").content.decode()
    english = client_at(gwynedd).get("/en/").content.decode()

    assert '<html lang="cy"' in welsh
    assert '<html lang="en"' in english


@pytest.mark.django_db
def test_an_unknown_host_hears_both_languages(client_at):
    answer = Client(SERVER_NAME="nobody.localhost").get("/cy/rhywbeth/")

    assert answer.status_code == 404
    assert "Nid oes gwasanaeth" in answer.content.decode()
    assert "There is no service" in answer.content.decode()
