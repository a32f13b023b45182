"""What the hub and a service decide on their screens, and what is refused there."""

import datetime as dt
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.fields import RichTextField
from wagtail.models import GroupPagePermission, Site

from cms.admin.national.text_form import TextForm
from cms.models import KeptText, NationalText
from cms.publishing import own_words
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import make_hub, make_staff
from tests.national.conftest import NEW, newest, pages_of, retitled
from tests.national.test_screens import HUB, LIST, words

At = Callable[..., Client]


@pytest.fixture
def hub_editor(gwynedd: Site, client_at: At) -> Client:
    hub = make_hub()
    return client_at(hub, make_staff(hub, Role.HUB_EDITOR))


@pytest.fixture
def manager(gwynedd: Site, client_at: At) -> Client:
    return client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))


def told(answer: Any) -> list[str]:
    return [unescape(str(said)).strip() for said in answer.context["messages"]]


def test_the_law_is_checked_for_a_day_that_has_been(hub_editor: Client) -> None:
    law = newest("law", "Wales")
    address = reverse("cms_national_law", args=[law.pk])
    today = timezone.localdate()

    empty = hub_editor.post(address, {"on": ""})
    late = hub_editor.post(address, {"on": "2999-01-01"}, follow=True)
    done = hub_editor.post(address, {"on": today.isoformat()}, follow=True)

    assert "Enter the day." in words(empty)
    assert told(late) == ["Choose today or a day before today."]
    assert told(done) == ["The pages with these words show the new day."]
    law.refresh_from_db()
    assert law.law_checked_on == today


def test_a_text_that_is_no_law_is_not_checked(
    hub_editor: Client, faq: NationalText
) -> None:
    address = reverse("cms_national_law", args=[faq.pk])

    assert hub_editor.post(address, {"on": "2026-06-01"}).status_code == 404
    assert hub_editor.get(address).status_code == 405
    faq.refresh_from_db()
    assert faq.law_checked_on is None


@pytest.mark.parametrize(
    ("use", "said", "version"),
    [("yes", "There is a new version.", 2), ("", "The hub's words stay.", 1)],
)
def test_the_hub_decides_once_on_the_words_of_a_release(
    hub_editor: Client, faq: NationalText, use: str, said: str, version: int
) -> None:
    faq.file_texts = {c: {**faq.texts[c], "title": NEW[c]} for c in NEW}
    faq.save()
    address = reverse("cms_national_file", args=[faq.pk])
    seen = words(hub_editor.get(reverse("cms_national_hub_text", args=[faq.pk])))

    first = hub_editor.post(address, {"use": use}, follow=True)
    again = hub_editor.post(address, {"use": use}, follow=True)

    assert "Questions" in seen
    assert told(first) == [said]
    assert again.status_code == 200
    assert newest("faq").version == version
    assert newest("faq").file_texts is None


def test_only_the_newest_version_is_edited_and_an_old_one_is_read(
    hub_editor: Client, faq: NationalText
) -> None:
    retitled(faq)
    read = reverse("cms_national_hub_text", args=[faq.pk])

    answer = hub_editor.get(reverse("cms_national_edit", args=[faq.pk]))

    assert (answer.status_code, answer["Location"]) == (302, read)
    assert "Edit this text" not in words(hub_editor.get(read))
    newest_read = reverse("cms_national_hub_text", args=[newest("faq").pk])
    assert "Edit this text" in words(hub_editor.get(newest_read))


def test_a_nation_s_text_is_edited_among_that_nation_s(hub_editor: Client) -> None:
    law = newest("law", "Wales")

    answer = hub_editor.get(reverse("cms_national_edit", args=[law.pk]))

    assert list(answer.context["view"].services.values()) != []
    assert "Law checked on" in words(answer)


def test_a_text_whose_plugin_is_gone_cannot_be_edited(hub_editor: Client) -> None:
    texts = newest("faq").texts
    gone = NationalText.objects.create(
        key="gone", version=1, texts=texts, is_newest=True
    )

    assert hub_editor.get(f"{HUB}{gone.pk}/edit/").status_code == 404


def test_who_may_not_publish_decides_nothing(
    gwynedd: Site, faq: NationalText, client_at: At
) -> None:
    new = retitled(faq)
    editor = make_staff(gwynedd, Role.EDITOR)
    client = client_at(gwynedd, editor)
    GroupPagePermission.objects.filter(
        group__user=editor, permission__codename="publish_page"
    ).delete()

    refused = client.post(f"{LIST}faq/take/", {"text": new.pk})

    assert refused.status_code in (302, 403)
    assert {page.title for page in pages_of(gwynedd).values()} == {
        texts["title"] for texts in faq.texts.values()
    }


def test_taking_says_what_it_did_and_what_stood_already(
    gwynedd: Site, faq: NationalText, manager: Client
) -> None:
    new = retitled(faq)
    page = pages_of(gwynedd)["cy"]
    with own_words():
        page.unpublish()
    address = f"{LIST}faq/take/"

    old = manager.post(address, {"text": faq.pk}, follow=True)
    first = manager.post(address, {"text": new.pk}, follow=True)
    again = manager.post(address, {"text": new.pk}, follow=True)

    assert told(old) == ["There is a newer version: read it first."]
    assert "A page that is not published has it as a draft." in told(first)[0]
    assert "has these words already" in told(again)[0]


def test_running_text_is_edited_with_the_features_of_its_field(
    faq: NationalText, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = RichTextField(features=["bold"])
    monkeypatch.setattr(TextForm, "_stored", lambda self, name: field)
    flat = {code: {"title": "T"} for code in NEW}
    text = NationalText(key="x", texts=flat, law_checked_on=dt.date(2026, 6, 1))

    form = TextForm(None, text=text, model=StandardPage, pages=[], services=[])

    assert form.fields["en_title"].widget.features == ["bold"]


def test_a_service_that_keeps_its_own_law_page_says_when_it_was_checked(
    gwynedd: Site, manager: Client
) -> None:
    law = retitled(newest("law", "Wales"))
    address = f"{LIST}law/keep/"
    day = dt.date(2026, 6, 1)
    reason = {"reason": "Ours names our own policy.", "text": law.pk}

    shown = words(manager.get(f"{LIST}law/"))
    refused = manager.post(address, {**reason, "law_checked_on": "2999-01-01"})
    manager.post(address, {**reason, "law_checked_on": day.isoformat()})

    assert "law_checked_on" in shown
    assert "Choose today or a day before today." in words(refused)
    kept = KeptText.objects.get(text=law)
    assert (kept.site, kept.law_checked_on) == (gwynedd, day)
