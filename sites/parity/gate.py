"""The gate: no page goes live in one language alone where the standards apply.

Every way to publish ends in Wagtail's action (the editor, an approval, many at once,
the schedule, both APIs, a translation), so the gate stands there and nowhere else.
Copying can make pages that are live at once: there copies become drafts.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from cms.publishing import HeldBack, are_own_words
from sites.parity.closing import count_again
from sites.parity.models import PublishedAlone
from sites.parity.pairs import bound_site, bound_site_around, is_published, pair_of


class OneLanguageAlone(HeldBack):
    """The page was not published: its other language is not, and nobody said why."""

    def __init__(self, page: Page) -> None:
        self.page = page
        super().__init__(f"Page {page.pk} would stand in one language alone.")


def require_both(page: Page) -> None:
    """Raise OneLanguageAlone unless the other language is published, or comes along.

    It comes along where it is scheduled for the same time or before; a page with an
    open promise, whose time has not passed, may stand alone meanwhile.
    """
    site = None if are_own_words() else bound_site(page)
    if site is None:
        return
    now = timezone.now()
    pair = pair_of(page)
    if pair and is_published(pair, by=max(page.go_live_at or now, now)):
        return
    promises = PublishedAlone.objects.filter(
        site=site, translation_key=page.translation_key, outcome="", due_at__gt=now
    )
    if not promises.filter(language=page.locale.language_code).exists():
        raise OneLanguageAlone(page)


def install() -> None:
    """Put the gate before Wagtail's actions."""
    publish = PublishPageRevisionAction
    _around(publish, lambda action: require_both(action.object), _published)
    _around(CopyPageAction, _copy_as_draft, lambda action: None)


Step = Callable[[Any], None]


def _around(action: type[Any], before: Step, after: Step) -> None:
    stock = action.execute

    @wraps(stock)
    def execute(self: Any, *args: Any, **kwargs: Any) -> Any:
        before(self)
        result = stock(self, *args, **kwargs)
        after(self)
        return result

    action.execute = execute


def _published(action: Any) -> None:
    count_again(action.object)


def _copy_as_draft(action: Any) -> None:
    """Nobody has written the other language of a copy yet."""
    top = action.to or action.page.get_parent()
    if action.keep_live and top and bound_site_around(top):
        action.keep_live = False
