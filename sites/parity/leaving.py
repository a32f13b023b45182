"""The gate at the way out: no language is left alone where the standards apply.

Taking down, deleting and moving to another service end in Wagtail's actions, so the
gate stands before them. What goes by the clock takes its other language along: an end
that was set in one language holds for both.
"""

from functools import wraps
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from cms.activation import SERVICE_ROOT_PATH
from cms.publishing import HeldBack, are_own_words
from sites.parity.going import going, going_together
from sites.parity.models import PublishedAlone
from sites.parity.pairs import bound_site_around

STANDS = Q(live=True, ready_language__isnull=False)
"""A person has published it, as its own language."""


class OneLanguageLeft(HeldBack):
    """Nothing was taken down: the other language would stand alone, nobody said why."""

    def __init__(self, page: Page) -> None:
        self.page = page
        super().__init__(f"The other language of page {page.pk} would stand alone.")


class NotThere(HeldBack):
    """The page was not moved: where it was to go, it would stand in one language."""

    def __init__(self, page: Page) -> None:
        self.page = page
        super().__init__(f"Page {page.pk} would arrive in one language alone.")


def with_below(page: Page) -> QuerySet[Page]:
    """The page and every page below it."""
    return page.get_descendants(inclusive=True)


def only(page: Page) -> QuerySet[Page]:
    """The page as rows."""
    return Page.objects.filter(pk=page.pk)


def left_alone(pages: QuerySet[Page]) -> QuerySet[Page]:
    """The other languages that would stand alone once `pages`, of one service, go.

    Those with an open promise, whose time has not passed, may stand alone.
    """
    some = pages.order_by().first()
    site = None if are_own_words() or some is None else bound_site_around(some)
    if site is None:
        return Page.objects.none()
    gone = pages.filter(STANDS)
    promised = PublishedAlone.objects.filter(
        site=site,
        translation_key=OuterRef("translation_key"),
        language=OuterRef("locale__language_code"),
        outcome="",
        due_at__gt=timezone.now(),
    )
    root = site.root_page.path[:SERVICE_ROOT_PATH]
    return (
        Page.objects.filter(STANDS, path__startswith=root)
        .filter(translation_key__in=gone.values("translation_key"))
        .exclude(pk__in=gone.values("pk"))
        .exclude(pk__in=going())
        .exclude(Exists(promised))
        .select_related("locale")
        .order_by("path")
    )


def require_none_left(page: Page, pages: QuerySet[Page]) -> None:
    """Raise OneLanguageLeft where a language is left alone once `pages` go."""
    if left_alone(pages).exists():
        raise OneLanguageLeft(page)


def install() -> None:
    """Put the gate before Wagtail's actions."""
    _around_unpublishing()
    _around_deleting()
    _around_moving()


def _around_unpublishing() -> None:
    stock = UnpublishPageAction.execute

    @wraps(stock)
    def execute(self: Any, *args: Any, **kwargs: Any) -> Any:
        page = self.object
        pages = with_below(page) if self.include_descendants else only(page)
        left = list(left_alone(pages))
        if left and not self.set_expired:
            raise OneLanguageLeft(page)
        with going_together(_ids(pages) | {one.pk for one in left}):
            for one in left:
                one.specific.unpublish(set_expired=True, log_action=self.log_action)
            return stock(self, *args, **kwargs)

    UnpublishPageAction.execute = execute


def _around_deleting() -> None:
    stock = DeletePageAction.execute

    @wraps(stock)
    def execute(self: Any, *args: Any, **kwargs: Any) -> Any:
        # Wagtail takes each page down as it deletes it, after it was logged.
        pages = with_below(self.page)
        require_none_left(self.page, pages)
        with going_together(_ids(pages)):
            return stock(self, *args, **kwargs)

    DeletePageAction.execute = execute


def _around_moving() -> None:
    stock = MovePageAction.execute

    @wraps(stock)
    def execute(self: Any, *args: Any, **kwargs: Any) -> Any:
        root = self.page.path[:SERVICE_ROOT_PATH]
        if self.target.path[:SERVICE_ROOT_PATH] != root:
            pages = with_below(self.page)
            require_none_left(self.page, pages)
            if bound_site_around(self.target) and pages.filter(STANDS).exists():
                raise NotThere(self.page)
        return stock(self, *args, **kwargs)

    MovePageAction.execute = execute


def _ids(pages: QuerySet[Page]) -> set[int]:
    return set(pages.values_list("pk", flat=True))
