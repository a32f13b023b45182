"""Who is asked to translate what, until when. It closes when the page is ready."""

import datetime as dt
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from cms.mail import queue_mail, site_url
from cms.models import PageLanguage, PublishedWords, TranslationTask
from cms.roles import PAGE_ROLES, Role


@transaction.atomic
def ask_for_translation(
    *,
    site: Site,
    page: Page,
    language: str,
    due_on: dt.date,
    by: Any,
    assignee: Any = None,
    note: str = "",
) -> TranslationTask:
    """Ask for `page` in `language`; asked again, the open task is changed.

    Whoever is asked hears of it in their own language; without an assignee every
    translator of the service does, or its managers where nobody translates.
    """
    page = standing(page, language)
    was = (
        open_tasks(site)
        .filter(page__translation_key=page.translation_key, language=language)
        .first()
    )
    task = was or TranslationTask(site=site, page=page, language=language)
    already_told = was is not None and was.assignee == assignee
    task.assignee, task.due_on, task.note = assignee, due_on, note.strip()
    task.asked_by = by
    task.translated_at = task.translated_by = None
    task.save()
    if not already_told:
        _tell(task, page)
    return task


def withdraw(*, task: TranslationTask) -> None:
    """Nobody is to do it any more."""
    TranslationTask.objects.filter(pk=task.pk, closed_at=None).update(
        closed_at=timezone.now()
    )


def open_tasks(site: Site) -> QuerySet[TranslationTask]:
    """What is still to be done at the site, the earliest first."""
    around = ("page__locale", "assignee", "asked_by")
    tasks = TranslationTask.objects.filter(site=site, closed_at=None)
    return tasks.select_related(*around)


def translators_at(site: Site, roles: Any = PAGE_ROLES) -> QuerySet[Any]:
    """The staff who may be asked; with `roles`, those who hold one of them."""
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(
        groups__role__site=site, groups__role__role__in=roles
    ).distinct()


@receiver(post_save, sender=PageLanguage)
@receiver(post_save, sender=PublishedWords)
def close_what_is_done(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page that is published and not behind needs no translator."""
    close_for(instance.page)


def close_for(page: Page) -> None:
    """Close the tasks of `page` in its language, if it is readable and up to date."""
    tasks = TranslationTask.objects.filter(
        page__translation_key=page.translation_key,
        language=page.locale.language_code,
        closed_at=None,
    )
    if tasks.exists() and _is_done(page):
        tasks.update(closed_at=timezone.now())


def standing(page: Page, language: str) -> Page:
    """The page of the pair that is not in `language`; `page` where there is none."""
    pages = Page.objects.filter(
        translation_key=page.translation_key, alias_of__isnull=True
    )
    return pages.exclude(locale__language_code=language).first() or page


def _is_done(page: Page) -> bool:
    is_ready = PageLanguage.objects.filter(page_id=page.pk).exists()
    words = PublishedWords.objects.filter(page_id=page.pk).first()
    return is_ready and not (words and words.behind)


def _asked(task: TranslationTask) -> list[Any]:
    """The assignee, else the translators, and the managers where there are none."""
    if task.assignee:
        return [task.assignee]
    translators = list(translators_at(task.site, (Role.TRANSLATOR,)))
    return translators or list(translators_at(task.site, (Role.MANAGER,)))


def _tell(task: TranslationTask, page: Page) -> None:
    path = reverse("cms_translation", args=[page.pk])
    for person in _asked(task):
        if person == task.asked_by:
            continue
        queue_mail(
            site=task.site,
            to=person.email,
            template="cms/translation_task",
            language=person.preferred_language,
            context={
                "title": page.get_admin_display_title(),
                "into": task.language,
                "by": str(task.asked_by) if task.asked_by else "",
                "due_on": task.due_on,
                "note": task.note,
                "url": site_url(task.site, path),
            },
        )
