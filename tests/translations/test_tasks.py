"""Who is asked hears of it in their language; the task closes by itself."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from cms.language.translations import ask_for_translation, open_tasks
from cms.mail import OutboundEmail, send_now
from cms.models import TranslationTask
from cms.roles import Role
from tests.factories import make_service, make_staff
from tests.translations.pairs import (
    both,
    fill,
    republish,
    start,
    write,
)

pytestmark = pytest.mark.usefixtures("provisioned", "at_once")
At = Callable[..., Client]


@pytest.fixture
def story(site: Site) -> Page:
    return write(site, "en")


def tomorrow() -> dt.date:
    return timezone.localdate() + dt.timedelta(days=1)


def ask(site: Site, page: Page, by: Any = None, **told: Any) -> TranslationTask:
    told = {"language": "cy", "due_on": tomorrow()} | told
    return ask_for_translation(site=site, page=page, by=by, **told)


def mails() -> dict[str, str]:
    return {mail.to: mail.language for mail in OutboundEmail.objects.all()}


def test_an_editor_asks_and_the_translator_reads_it_in_their_language(
    site: Site, story: Page, client_at: At
) -> None:
    translator = make_staff(site, Role.TRANSLATOR)
    translator.preferred_language = "cy"
    translator.save()
    editor = client_at(site, make_staff(site, Role.EDITOR))
    address = reverse("cms_translation_ask", args=[story.pk, "cy"])
    told = {"assignee": translator.pk, "due_on": tomorrow(), "note": "Brysiwch."}

    assert "Whoever translates" in editor.get(address).text

    answer = editor.post(address, told)

    assert answer.url == reverse("cms_translation", args=[story.pk])
    task = open_tasks(site).get()
    assert (task.page.pk, task.language, task.assignee) == (story.pk, "cy", translator)
    mail = OutboundEmail.objects.get()
    assert (mail.to, mail.language) == (translator.email, "cy")
    send_now(mail)
    mail.refresh_from_db()
    assert "Brysiwch." in mail.text
    assert f"/admin/translations/{story.pk}/" in mail.text
    own = client_at(site, translator)
    for name in ("wagtailadmin_home", "cms_translations"):
        assert "Stories" in own.get(reverse(name)).text


def test_a_task_without_an_assignee_is_told_to_every_translator_but_the_asker(
    site: Site, story: Page
) -> None:
    one, two = make_staff(site, Role.TRANSLATOR), make_staff(site, Role.TRANSLATOR)
    make_staff(site, Role.EDITOR)
    make_staff(make_service("devon"), Role.TRANSLATOR)

    ask(site, story, by=one)

    assert set(mails()) == {two.email}


def test_asking_again_changes_the_task_and_tells_only_a_new_person(
    site: Site, story: Page
) -> None:
    one, two = make_staff(site, Role.TRANSLATOR), make_staff(site, Role.TRANSLATOR)
    ask(site, story, assignee=one)
    later = tomorrow() + dt.timedelta(days=3)

    ask(site, start(story, "cy").get_target_instance(), assignee=one, due_on=later)
    assert list(mails()) == [one.email]
    ask(site, story, assignee=two)

    assert set(mails()) == {one.email, two.email}
    assert [(t.page_id, t.assignee) for t in open_tasks(site)] == [(story.pk, two)]


def test_a_translator_hands_a_finished_page_to_those_who_publish_once(
    site: Site, story: Page, client_at: At
) -> None:
    editor, manager = make_staff(site, Role.EDITOR), make_staff(site, Role.MANAGER)
    translator = make_staff(site, Role.TRANSLATOR)
    make_staff(make_service("devon"), Role.MANAGER)
    found = start(story, "cy")
    page = found.get_target_instance()
    screen = reverse("cms_translation", args=[page.pk])
    done = reverse("cms_translation_done", args=[page.pk])
    client = client_at(site, translator)

    early = client.post(done, follow=True).text
    unfinished = client.get(screen).text
    fill(found)
    finished = client.get(screen).text
    for _click in range(2):
        client.post(done)
    after = client.get(screen).text

    assert "Some texts are still to be translated." in early
    assert done not in unfinished
    assert done in finished
    assert done not in after
    assert "waits to be published" in after
    assert set(mails()) == {editor.email, manager.email}
    assert OutboundEmail.objects.count() == 2
    mail = send_now(OutboundEmail.objects.all()[0])
    assert f"/admin/translations/{page.pk}/" in mail.text
    assert str(translator) in mail.text
    told = client_at(site, editor).get(screen).text
    assert "Read it and publish it" in told
    assert done not in told
    republish(page)
    assert not open_tasks(site).exists()


def test_who_asked_for_it_alone_is_told_and_asking_again_begins_anew(
    site: Site, story: Page, client_at: At
) -> None:
    editor, _manager = make_staff(site, Role.EDITOR), make_staff(site, Role.MANAGER)
    translator = make_staff(site, Role.TRANSLATOR)
    task = ask(site, story, by=editor, assignee=translator)
    OutboundEmail.objects.all().delete()
    found = start(story, "cy")
    page = fill(found)

    client_at(site, translator).post(reverse("cms_translation_done", args=[story.pk]))

    assert set(mails()) == {editor.email}
    task.refresh_from_db()
    assert task.translated_by == translator
    assert not task.is_overdue
    ask(site, page, by=editor, assignee=translator)
    task.refresh_from_db()
    assert task.translated_at is None


def test_a_page_that_is_no_translation_is_not_handed_over(
    site: Site, story: Page, client_at: At
) -> None:
    translator = client_at(site, make_staff(site, Role.TRANSLATOR))
    devon = make_service("devon")
    stranger = client_at(devon, make_staff(devon, Role.TRANSLATOR))
    theirs = start(write(site, "en", slug="x"), "cy").get_target_instance()
    addresses = [
        reverse("cms_translation_done", args=[pk]) for pk in (story.pk, theirs.pk)
    ]

    assert translator.post(addresses[0]).status_code == 404
    assert translator.post(addresses[1]).status_code == 302
    assert stranger.post(addresses[1]).status_code == 404


def test_a_task_closes_when_the_page_is_published_and_not_before(
    site: Site, story: Page
) -> None:
    task = ask(site, story)
    other = ask(site, write(site, "en", slug="other"))
    found = start(story, "cy")
    page = fill(found)
    assert task in open_tasks(site)

    republish(page)

    task.refresh_from_db()
    assert task.closed_at is not None
    assert list(open_tasks(site)) == [other]


def test_a_task_to_follow_a_change_closes_when_the_page_has_followed(
    site: Site,
) -> None:
    english, welsh = both(site, "en", "cy")
    republish(english, intro="Other.")
    ask(site, english)

    republish(welsh, title="Hanesion")
    assert open_tasks(site).count() == 1
    republish(welsh, intro="Arall.")

    assert open_tasks(site).count() == 0


def test_only_editors_ask_and_withdraw_and_nobody_of_another_service(
    site: Site, story: Page, client_at: At
) -> None:
    task = ask(site, story)
    devon = make_service("devon")
    stranger = client_at(devon, make_staff(devon, Role.EDITOR))
    translator = client_at(site, make_staff(site, Role.TRANSLATOR))
    editor = client_at(site, make_staff(site, Role.EDITOR))
    address = reverse("cms_translation_ask", args=[story.pk, "cy"])
    withdraw = reverse("cms_translation_withdraw", args=[task.pk])
    told = {"due_on": tomorrow()}

    assert stranger.get(address).status_code == 404
    assert stranger.post(address, told).status_code == 404
    assert stranger.post(withdraw).status_code == 404
    assert "Stories" not in stranger.get(reverse("cms_translations")).text
    assert translator.post(address, told).url == reverse("wagtailadmin_home")
    assert translator.post(withdraw).status_code == 404
    assert list(open_tasks(site)) == [task]
    assert editor.get(address.replace("/cy/", "/en/")).status_code == 404  # Ready.
    assert editor.get(address.replace("/cy/", "/fr/")).status_code == 404

    assert editor.post(withdraw).url == reverse("cms_translations")
    assert list(open_tasks(site)) == []


def test_a_day_that_is_over_and_a_stranger_are_refused_in_words(
    site: Site, story: Page, client_at: At
) -> None:
    editor = client_at(site, make_staff(site, Role.EDITOR))
    devon = make_staff(make_service("devon"), Role.TRANSLATOR)
    address = reverse("cms_translation_ask", args=[story.pk, "cy"])
    yesterday = timezone.localdate() - dt.timedelta(days=1)

    said = editor.post(address, {"due_on": yesterday, "assignee": devon.pk}).text

    assert "Choose today or a later day." in said
    assert "Select a valid choice" in said
    assert not TranslationTask.objects.exists()
    assert devon.email not in said
