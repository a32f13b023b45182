"""What a chooser's field shows of a row out of reach, and a draft keeps: nothing.

Its lists are scoped, but a form that comes back with errors shows whatever number was
posted by its title, and so does a block. The field knows no request: who reads is kept
here while an admin address is answered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.admin.widgets import BaseChooser
from wagtail.models import CollectionMember, Page, Revision
from wagtail.permissions import policy_registry

from cms.admin.files import ACTIONS
from cms.admin.place import role_pairs
from cms.models import SiteOwned
from cms.references import PointsElsewhere, points_elsewhere
from cms.visibility import site_of

_reader: ContextVar[Any] = ContextVar("reader_of_admin_screens", default=None)


@contextmanager
def read_by(user: Any) -> Iterator[None]:
    """Meanwhile fields show `user` only what is within their reach."""
    token = _reader.set(user)
    try:
        yield
    finally:
        _reader.reset(token)


def within_reach(user: Any, row: Any) -> bool:
    """Whether the person may be shown the title of a page, a file or a site's row."""
    from cms.admin.guard import editable_roots  # It stands above us.

    if user.is_superuser:
        return True
    if isinstance(row, Page):
        return row.depth == 1 or any(map(row.path.startswith, editable_roots(user)))
    if isinstance(row, CollectionMember):
        policy = policy_registry.get_by_type(type(row))
        mine = policy.instances_user_has_any_permission_for(user, ACTIONS)
        return bool(mine.filter(pk=row.pk).exists())
    if isinstance(row, SiteOwned):
        return any(row.site_id == site for site, _role in role_pairs(user))
    return True


@receiver(pre_save, sender=Revision)
def keep_no_draft_that_points_elsewhere(
    sender: Any, instance: Revision, **kwargs: Any
) -> None:
    """PointsElsewhere for a draft that no form has looked at.

    A translation whose picture was replaced, an older draft that is brought back.
    """
    user = _reader.get()
    if user is None or user.is_superuser or not user.is_authenticated:
        return
    page = instance.as_object()
    if not isinstance(page, Page) or not within_reach(user, page):
        return  # Whoever makes a new service writes into no tree of their own.
    site = site_of(page)
    if site is not None and points_elsewhere(page, site):
        raise PointsElsewhere


def install() -> None:
    """Let every chooser's field ask before it shows a title."""
    stock = BaseChooser.get_value_data

    @wraps(stock)
    def get_value_data(self: Any, value: Any) -> Any:
        user = _reader.get()
        try:
            row = self.get_instance(value) if user is not None else None
        except ValueError:
            return None  # No row's number: the field's own error says so.
        if row is not None and not within_reach(user, row):
            return None
        return stock(self, row if row is not None else value)

    BaseChooser.get_value_data = get_value_data
