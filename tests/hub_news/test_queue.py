"""The hub decides in its own admin; a service sees what became of its offers."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from cms.activation import disable
from cms.mail.rendering import rendered
from cms.models import Offer, OutboundEmail
from cms.roles import Role
from tests.factories import make_hub, make_service, make_staff, make_user
from tests.hub_news.factories import make_offer
from tests.news.factories import republish

At = Callable[..., Client]
State = Offer.State
pytestmark = pytest.mark.usefixtures("at_once")
REASON = {"decision": "decline", "reason_en": "We have one like it.", "reason_cy": ""}


@pytest.fixture
def hub(provisioned: None) -> Site:
    return make_hub()


@pytest.fixture
def gwynedd(provisioned: None) -> Site:
    return make_service("gwynedd")


@pytest.fixture
def offer(hub: Site, gwynedd: Site) -> Offer:
    return make_offer(gwynedd, cy="Noson", en="Evening")


def screen(offer: Offer) -> str:
    return reverse("hub_offers:offer", args=[offer.pk])


@pytest.mark.parametrize("role", [Role.HUB_EDITOR, Role.NETWORK_ADMIN])
def test_the_hub_s_editors_see_the_queue_and_decide(
    hub: Site, offer: Offer, client_at: At, role: str
) -> None:
    client = client_at(hub, make_staff(hub, role))

    queue = client.get(reverse("hub_offers:index")).text
    assert "Evening" in queue
    assert "Noson" in queue
    assert "Both languages" in queue
    answer = client.post(screen(offer), {"decision": "accept"})

    assert answer.status_code == 302
    offer.refresh_from_db()
    assert offer.state == State.ACCEPTED


def test_nobody_else_reaches_the_queue(
    hub: Site, gwynedd: Site, offer: Offer, client_at: At
) -> None:
    hub_editor = make_staff(hub, Role.HUB_EDITOR)
    asked = [
        client_at(hub, make_staff(gwynedd, Role.EDITOR)),
        client_at(hub, make_staff(gwynedd, Role.MANAGER)),
        client_at(hub, make_staff(hub, Role.TRANSLATOR)),
        client_at(hub, make_user(is_superuser=True)),
        client_at(gwynedd, hub_editor),
    ]
    answers = [
        client.post(screen(offer), {"decision": "accept"}).status_code
        for client in asked
    ] + [client.get(reverse("hub_offers:index")).status_code for client in asked]

    offer.refresh_from_db()
    assert offer.state == State.OFFERED
    assert set(answers) <= {302, 403, 404}
    assert 200 not in answers


def test_hub_editors_never_reach_the_service_s_page(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))

    answer = client.get(reverse("wagtailadmin_pages:edit", args=[offer.page_en_id]))

    assert answer.status_code == 404


def test_declining_says_why_to_the_service_and_by_mail(
    hub: Site, gwynedd: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))

    client.post(screen(offer), REASON)

    offer.refresh_from_db()
    assert (offer.state, offer.reason_en) == (State.DECLINED, "We have one like it.")
    mail = OutboundEmail.objects.get(template="hub_news/decided")
    assert (mail.site, mail.to, mail.language) == (hub, "iv@gwynedd.example", "both")
    editor = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    dashboard = editor.get(reverse("wagtailadmin_home")).text
    assert "We have one like it." in dashboard
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[offer.page_en_id])).text
    assert "We have one like it." in edit


@pytest.mark.parametrize(
    "reasons",
    [
        {"reason_en": "", "reason_cy": " "},
        {"reason_en": "Because …", "reason_cy": ""},
    ],
)
def test_a_refusal_without_a_reason_of_its_own_is_shown_again(
    hub: Site, offer: Offer, client_at: At, reasons: dict[str, str]
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))

    answer = client.post(screen(offer), {"decision": "decline", **reasons})

    assert answer.status_code == 200
    offer.refresh_from_db()
    assert offer.state == State.OFFERED


def test_a_decision_that_comes_too_late_is_said_in_words(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    client.post(screen(offer), {"decision": "feature"})

    answer = client.post(screen(offer), {"decision": "accept"}, follow=True)

    assert "Somebody has changed this offer meanwhile." in answer.text
    offer.refresh_from_db()
    assert offer.state == State.FEATURED


def test_what_was_edited_after_it_was_accepted_is_flagged_until_it_was_read(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    client.post(screen(offer), {"decision": "accept"})
    assert "Edited since" not in client.get(reverse("hub_offers:index")).text

    republish(offer.page_en.specific, title="Another evening")

    assert "Edited since" in client.get(reverse("hub_offers:index")).text
    assert "1 was edited after you accepted it." in client.get("/admin/").text
    assert "I have read the change: keep it" in client.get(screen(offer)).text
    client.post(screen(offer), {"decision": "keep"})
    offer.refresh_from_db()
    assert (offer.state, offer.title_en) == (State.ACCEPTED, "Another evening")
    assert "Edited since" not in client.get(reverse("hub_offers:index")).text
    assert OutboundEmail.objects.filter(template="hub_news/decided").count() == 1


def test_another_service_s_staff_see_nothing_of_the_offer(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client_at(hub, make_staff(hub, Role.HUB_EDITOR)).post(screen(offer), REASON)
    devon = make_service("devon")

    text = client_at(devon, make_staff(devon, Role.EDITOR)).get("/admin/").text

    assert "Evening" not in text
    assert "We have one like it." not in text


def test_the_dashboard_counts_what_waits(
    hub: Site, offer: Offer, client_at: At
) -> None:
    text = client_at(hub, make_staff(hub, Role.HUB_EDITOR)).get("/admin/").text

    assert "1 offer waits for a decision." in text


def test_the_queue_is_gone_where_the_plugin_is_off(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    disable(site=hub, label="hub_news")

    assert client.get(reverse("hub_offers:index")).status_code == 404
    assert "Offers to the hub" not in client.get("/admin/").text


def test_the_mail_says_in_both_languages_what_became_of_the_offer(
    hub: Site, offer: Offer, client_at: At
) -> None:
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    client.post(
        screen(offer),
        {**REASON, "reason_cy": "Mae gennym un tebyg."},
    )

    mail = rendered(OutboundEmail.objects.get(template="hub_news/decided"))

    welsh, english = mail.text.split("* * *")
    assert "“Noson”" in welsh
    assert "Mae gennym un tebyg." in welsh
    assert "“Evening”" in english
    assert "We have one like it." in english
    assert "http://hub.localhost/cy/" in welsh
