"""Ways to look for a person among rows: by account, by hash, and by reading them all.

Reading all opens the sealed words of every row of one site, some at a time: slow, and
meant for what happens a few times a year.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.views.decorators.debug import sensitive_variables

if TYPE_CHECKING:
    from cms.privacy.rights import Search

Find = Callable[["Search"], QuerySet[Any]]
AT_A_TIME = 200


def by_accounts(model: str, names: Sequence[str]) -> Find:
    """Rows that point to the account of the person with one of these fields."""

    def find(search: "Search") -> QuerySet[Any]:
        rows = apps.get_model(model)._base_manager
        address, asked = search.person.email.strip(), Q()
        if not address:
            return rows.none()
        for name in names:
            asked |= Q(**{f"{name}__email__iexact": address})
        return rows.filter(asked)

    return find


def by_all_words(model: str, names: Sequence[str], *, named: bool = True) -> Find:
    """Rows whose sealed words name the person or say how to reach them.

    Not `named`: the name alone is not enough.
    """

    @sensitive_variables()
    def find(search: "Search") -> QuerySet[Any]:
        rows = apps.get_model(model)._base_manager
        speaks = search.person.is_in if named else search.person.is_reached_by
        found = [
            row.pk
            for row in opened(rows.filter(site=search.person.site), names)
            if speaks(*(getattr(row, name) for name in names))
        ]
        return rows.filter(pk__in=found)

    return find


def opened(rows: QuerySet[Any], names: Iterable[str]) -> Iterator[Any]:
    """The rows one after another, with these fields and no more in memory."""
    only = rows.order_by().only("row_key", *names)
    yield from only.iterator(chunk_size=AT_A_TIME)
