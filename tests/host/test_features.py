"""The Features screen, for whoever may switch and for everybody else."""

import pytest
from django.urls import reverse

from cms.activation import is_on
from cms.roles import Role
from tests.factories import make_staff

URL = "/admin/features/"
pytestmark = pytest.mark.django_db


def test_a_manager_sees_the_features_of_their_service(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    manager = make_staff(gwynedd, Role.MANAGER)

    answer = client_at(gwynedd, manager).get(URL)

    assert answer.status_code == 200
    labels = [feature.plugin.label for feature in answer.context["features"]]
    assert {"standard_pages", "news", "applications", "referrals"} <= set(labels)
    assert "hub_news" not in labels
    assert reverse("cms_features") == URL


@pytest.mark.parametrize("turn", ["off", "on"])
def test_a_manager_switches_a_feature(two_authorities, client_at, turn):
    gwynedd, devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    client.post(URL, {"plugin": "news", "turn": "off"})

    answer = client.post(URL, {"plugin": "news", "turn": turn})

    assert answer.status_code == 302
    gwynedd.__dict__.pop("_active_plugins", None)
    assert (is_on(gwynedd, "news"), is_on(devon, "news")) == (turn == "on", True)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR, Role.TRANSLATOR])
def test_other_roles_get_404_and_change_nothing(two_authorities, client_at, role):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, role))

    assert client.get(URL).status_code == 404
    assert client.post(URL, {"plugin": "news", "turn": "off"}).status_code == 404
    assert is_on(gwynedd, "news")


def test_another_services_manager_gets_404(two_authorities, client_at):
    gwynedd, devon = two_authorities

    assert (
        client_at(gwynedd, make_staff(devon, Role.MANAGER)).get(URL).status_code == 404
    )


def test_an_unknown_feature_is_404(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    assert client.post(URL, {"plugin": "nonsense", "turn": "on"}).status_code == 404


def test_a_refusal_is_said_in_words(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    answer = client.post(URL, {"plugin": "hub_news", "turn": "on"}, follow=True)

    assert "not made for this kind of site" in answer.content.decode()
