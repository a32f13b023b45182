"""The screens: the service's, the hub's, the notice on the edit screen, the date."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from cms.models import KeptText, NationalText, StarterKey
from cms.national import check_law, keep
from cms.roles import Role
from cms.starter import start_site
from sites.models import Authority
from tests.factories import make_hub, make_service, make_staff
from tests.national.conftest import NEW, newest, pages_of, retitled

At = Callable[..., Client]
LIST, HUB = "/admin/national-texts/", "/admin/hub/national-texts/"


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def editing(text: NationalText, **changes: str) -> dict[str, Any]:
    """What the browser posts for the edit form of a text without streams changed."""
    data: dict[str, Any] = {"note_en": "Why.", "note_cy": "Pam."}
    for code, texts in text.texts.items():
        for name in ("title", "summary", "intro"):
            data[f"{code}_{name}"] = texts[name]
        data |= _stream(f"{code}_body", texts["body"])
    return data | changes


def _stream(name: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {f"{name}-count": len(parts)}
    for number, part in enumerate(parts):
        start = f"{name}-{number}"
        data |= {f"{start}-deleted": "", f"{start}-order": number}
        data[f"{start}-type"] = part["type"]
        if part["type"] == "faq":
            data |= _items(f"{start}-value-items", part["items"])
        elif part["type"] == "button":
            data[f"{start}-value-text"] = part["text"]
            data[f"{start}-value-link"] = part["link"]
        else:
            assert part["type"] == "text", part
            data[f"{start}-value"] = _draft(part["html"])
    return data


def _items(name: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {f"{name}-count": len(items)}
    for number, item in enumerate(items):
        start = f"{name}-{number}"
        data |= {f"{start}-deleted": "", f"{start}-order": number}
        data[f"{start}-value-question"] = item["question"]
        data[f"{start}-value-html"] = _draft(item["html"])
    return data


def _draft(html: str) -> str:
    """Rich text as the editor posts it, its links being anchors."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    features = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
    html = html.replace('href="page:', 'href="#page:')
    return ContentstateConverter(features).from_database_format(html)


def test_managers_and_editors_see_what_waits_and_others_get_404(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    retitled(faq)
    seen = {
        role: client_at(gwynedd, make_staff(gwynedd, role)).get(LIST).status_code
        for role in (Role.MANAGER, Role.EDITOR, Role.COORDINATOR, Role.TRANSLATOR)
    }

    assert seen == {
        "manager": 200,
        "editor": 200,
        "coordinator": 404,
        "translator": 404,
    }
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    waiting = words(client.get(LIST)).split("All the others")[0]
    assert faq.texts["en"]["title"] in waiting
    assert "1 of your pages has a newer national text" in words(client.get("/admin/"))
    hub = make_hub()
    at_hub = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    assert at_hub.get(LIST).status_code == 404
    assert client.get(HUB).status_code == 404


def test_the_difference_is_marked_in_both_languages_and_taken_with_one_click(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    new = retitled(faq)
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    shown = words(client.get(f"{LIST}faq/"))
    for said in ('lang="en"', 'lang="cy"', "<ins>", "<del>", "Plainer.", "not changed"):
        assert said in shown
    assert "What you would lose" not in shown
    assert client.get(f"{LIST}faq/take/").status_code == 405

    stale = client.post(f"{LIST}faq/take/", {"text": faq.pk})
    assert pages_of(gwynedd)["en"].title != NEW["en"]
    done = client.post(f"{LIST}faq/take/", {"text": new.pk}, follow=True)

    assert stale.status_code == 302
    assert "The new text is published in" in words(done)
    assert pages_of(gwynedd)["cy"].title == NEW["cy"]
    assert "have the same words" in words(client.get(f"{LIST}faq/"))


def test_keeping_asks_for_a_reason_and_the_hub_reads_it(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    new = retitled(faq)
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))
    read = {"text": new.pk}
    refused = words(client.post(f"{LIST}faq/keep/", {**read, "reason": ""}))
    assert "Say why you keep your own words." in refused
    unread = {"text": faq.pk, "reason": "Of the version before."}
    client.post(f"{LIST}faq/keep/", unread)
    assert not KeptText.objects.exists()

    client.post(f"{LIST}faq/keep/", {**read, "reason": "Ours name the office."})

    assert "Ours name the office." in words(client.get(LIST))
    hub = make_hub()
    at_hub = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    assert "Ours name the office." in words(at_hub.get(f"{HUB}{new.pk}/"))


def test_what_is_behind_is_named_at_the_hub_and_nobody_else_opens_it(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    new = retitled(faq)
    NationalText.objects.filter(key="law").update(law_checked_on=None)
    hub = make_hub()
    seen = {
        role: client_at(hub, make_staff(hub, role)).get(f"{HUB}{new.pk}/").status_code
        for role in (Role.HUB_EDITOR, Role.NETWORK_ADMIN, Role.TRANSLATOR)
    }

    assert seen == {"hub_editor": 200, "network_admin": 200, "translator": 404}
    at_hub = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    detail = words(at_hub.get(f"{HUB}{new.pk}/"))
    assert "Behind (1)" in detail
    assert ": version 1" in detail
    listed = words(at_hub.get(HUB))
    assert "Law not checked yet" in listed
    manager = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    for path in ("", f"{new.pk}/", f"{new.pk}/edit/"):
        assert manager.get(HUB + path).status_code == 404


def test_the_hub_edits_both_languages_at_once_and_sees_them_filled_in(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    hub = make_hub()
    client = client_at(hub, make_staff(hub, Role.HUB_EDITOR))
    address = reverse("cms_national_edit", args=[faq.pk])
    assert "Save as a new version" in words(client.get(address))
    same = words(client.post(address, editing(faq)))
    assert "Nothing is different from the version of now." in same
    none = words(client.post(address, editing(faq, note_cy="", en_title="X")))
    assert "Something is missing" in none

    data = editing(faq, en_title="Asked in {area}", service=str(gwynedd.pk))
    seen = words(client.post(address, data | {"preview": "yes"}))
    assert "Gwynedd" in seen.split("As it would read")[1].split("About this")[0]
    assert NationalText.objects.filter(key="faq").count() == 1
    client.post(address, data)

    made = newest("faq")
    assert (made.version, made.texts["en"]["title"]) == (2, "Asked in {area}")
    links = json.dumps(faq.texts).count("page:")
    assert json.dumps(made.texts).count("page:") == links > 0
    assert "#page:" not in json.dumps(made.texts)
    assert made.texts["cy"]["title"] == faq.texts["cy"]["title"]


def test_a_page_says_where_it_came_from_on_its_edit_screen(
    gwynedd: Site, client_at: At
) -> None:
    check_law(text=newest("law", "Wales"), on=dt.date(2026, 5, 3), by=None)
    client = client_at(gwynedd, make_staff(gwynedd, Role.EDITOR))

    law = words(client.get(f"/admin/pages/{pages_of(gwynedd, 'law')['en'].pk}/edit/"))
    faq = words(client.get(f"/admin/pages/{pages_of(gwynedd)['en'].pk}/edit/"))

    translator = client_at(gwynedd, make_staff(gwynedd, Role.TRANSLATOR))
    seen = words(translator.get(f"/admin/pages/{pages_of(gwynedd)['en'].pk}/edit/"))

    assert "national text, version 1; law checked on 3 May 2026." in law
    for screen in (faq, seen):
        assert "Made from the national text, version 1." in screen
    # To compare and decide is for those who may take it.
    assert ("Compare" in faq, "Compare" in seen) == (True, False)


def test_law_pages_print_the_day_in_the_reader_s_language(
    gwynedd: Site, client_at: At
) -> None:
    client = client_at(gwynedd)
    addresses = {c: p.get_url() for c, p in pages_of(gwynedd, "law").items()}
    StarterKey.objects.update(law_checked_on=None)
    assert "iv-law-checked" not in words(client.get(addresses["en"]))

    check_law(text=newest("law", "Wales"), on=dt.date(2026, 5, 3), by=None)

    assert "Law checked on 3 May 2026" in words(client.get(addresses["en"]))
    assert "3 Mai 2026" in words(client.get(addresses["cy"]))
    other = pages_of(gwynedd)["en"].get_url()
    assert "iv-law-checked" not in words(client.get(other))


def test_another_service_s_decision_is_not_there(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    retitled(faq)
    keep(site=gwynedd, key="faq", reason="Zzyzx", by=None)
    helen = make_staff(devon, Role.MANAGER)

    at_devon = client_at(devon, helen)
    assert at_devon.get(f"{LIST}faq/").status_code == 404
    assert at_devon.post(f"{LIST}faq/keep/", {"reason": "x"}).status_code == 404
    start_site(devon)

    assert "Zzyzx" not in words(at_devon.get(f"{LIST}faq/"))
    assert "Zzyzx" not in words(at_devon.get(LIST))
    at_gwynedd = client_at(gwynedd, helen)  # Who has no role here has no admin here.
    assert at_gwynedd.get(LIST).status_code in (403, 404)
    assert at_gwynedd.post(f"{LIST}faq/take/").status_code in (403, 404)
    assert pages_of(gwynedd)["en"].title != NEW["en"]
