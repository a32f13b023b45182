"""Whoever translated a page and may not publish it hands it to those who may."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from cms.language.translations.checking import FINISHED, texts_of
from cms.language.translations.pairs import translation_into
from cms.language.translations.tasks import open_tasks, standing, translators_at
from cms.mail import queue_mail, site_url
from cms.models import TranslationTask
from cms.roles import PUBLISH_ROLES


class NotFinished(Exception):
    """Some of its texts are still to be done."""


@transaction.atomic
def hand_over(*, site: Site, page: Page, by: Any) -> TranslationTask:
    """Say that `page`, a translation, waits to be published. Twice tells nobody twice.

    Whoever asked for it hears of it, if they still publish here, else everybody who
    does. Raises NotFinished where texts are left to be done.
    """
    found = translation_into(page)
    if found is None or any(t.state not in FINISHED for t in texts_of(found)):
        raise NotFinished
    task = _task(site, page, page.locale.language_code)
    if task.translated_at:
        return task
    task.translated_at, task.translated_by = timezone.now(), by
    task.save()
    for person in _publishers(site, page, task, but=by):
        queue_mail(
            site=site,
            to=person.email,
            template="cms/translation_done",
            language=person.preferred_language,
            context={
                "title": page.get_admin_display_title(),
                "into": task.language,
                "by": str(by),
                "url": site_url(site, reverse("cms_translation", args=[page.pk])),
            },
        )
    return task


def _task(site: Site, page: Page, language: str) -> TranslationTask:
    key = page.translation_key
    tasks = open_tasks(site).filter(language=language, page__translation_key=key)
    return tasks.first() or TranslationTask(
        site=site,
        page=standing(page, language),
        language=language,
        due_on=timezone.localdate(),
    )


def _publishers(
    site: Site, page: Page, task: TranslationTask, *, but: Any
) -> list[Any]:
    """Whoever may publish it, which is not every editor where managers approve."""
    everybody = [
        person
        for person in translators_at(site, PUBLISH_ROLES)
        if person.pk != but.pk and page.permissions_for_user(person).can_publish()
    ]
    asked = [person for person in everybody if person.pk == task.asked_by_id]
    return asked or everybody
