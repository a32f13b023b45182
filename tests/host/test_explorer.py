"""The explorer as a service's staff see it."""

import pytest

from cms.roles import Role
from tests.factories import home_of, make_service, make_staff


@pytest.fixture
def editor_at_gwynedd(client, provisioned):
    site = make_service("gwynedd")
    client.force_login(make_staff(site, Role.EDITOR))
    client.defaults["HTTP_HOST"] = "gwynedd.localhost"
    return client, home_of(site, "cy").get_parent()


def test_the_root_of_a_service_lists_both_homes_and_warns_of_nothing(
    editor_at_gwynedd,
):
    client, root = editor_at_gwynedd

    answer = client.get(f"/admin/pages/{root.pk}/")

    assert "Ymwelwyr Annibynnol Gwynedd" in answer.text
    assert "Gwynedd Independent Visitors" in answer.text
    assert "no site record" not in answer.text


def test_nobody_is_asked_for_a_time_zone(editor_at_gwynedd):
    client, _root = editor_at_gwynedd

    assert "Europe/Copenhagen" not in client.get("/admin/account/").text
