"""Tell those who follow a page that somebody has written a comment on it.

Wagtail's own notices would leave in the middle of a request, lost where the mail server
does not answer, with what was written in them, and also to people who have left the
service. Ours go through the outbox, to this service's people alone, and name the page.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, Site

from cms.mail import queue_mail, site_url
from cms.visibility import site_of
from sites.upkeep.looking import staff_for_pages
from sites.upkeep.models import PageCare

TEMPLATE = "upkeep/page_comments"


def install() -> None:
    """Our notices in the place of Wagtail's."""
    EditView.send_commenting_notifications = tell_of_comments


def tell_of_comments(view: EditView, changes: dict[str, Any]) -> None:
    """One mail each to who follows the page or a thread, and to the page's owner.

    `changes` is what Wagtail found in the form: comments that are new, deleted,
    resolved or answered. A comment that was only put in other words tells nobody.
    """
    answered = [comment for comment, _replies in changes["new_replies"]]
    touched = [*changes["resolved_comments"], *answered]
    said = [*touched, *changes["new_comments"], *changes["deleted_comments"]]
    if not said:
        return
    page, by = view.page, view.request.user
    site = site_of(page)
    if site is None:
        return
    address = site_url(site, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    for person in _followers(page, site, touched).exclude(pk=by.pk):
        queue_mail(
            site=site,
            to=person.email,
            template=TEMPLATE,
            language=person.preferred_language,
            context={
                "title": page.get_admin_display_title(),
                "by": str(by),
                "url": address,
            },
        )


def _followers(page: Page, site: Site, touched: Iterable[Any]) -> QuerySet[Any]:
    """Of those who work on pages here: who asked to hear, wrote in it, or owns it.

    But nobody who wants no mail about comments at all, as their account says.
    """
    threads = [comment.pk for comment in touched]
    asked = Q(page_subscriptions__page=page)
    asked &= Q(page_subscriptions__comment_notifications=True)
    wrote = Q(wagtail_admin_comments__in=threads)
    wrote |= Q(comment_replies__comment__in=threads)
    cares = PageCare.objects.filter(site=site, translation_key=page.translation_key)
    owns = Q(pk__in=cares.values("owner"))
    unwilling = Q(wagtail_userprofile__updated_comments_notifications=False)
    return staff_for_pages(site).filter(asked | wrote | owns).exclude(unwilling)
