"""Links on the screen of a case that lead to other plugins: these say so themselves.

The plugin of the case knows nothing of them. An inbox's own are its `links_for`.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cms.activation import is_on
from forms.casework.models import Case

Links = Callable[[Case], Iterable[tuple[str, Any]]]
_declared: dict[str, Links] = {}


def register_case_links(label: str, links: Links) -> None:
    """Let plugin `label` put links on the screens of cases: an address, and words.

    `links(case)` is asked for every case, of whatever kind, at sites where it is on.
    """
    _declared[label] = links


def links_of_others(case: Case) -> list[tuple[str, Any]]:
    """What the plugins that are on at its site lead to from this case."""
    return [
        link
        for label, links in _declared.items()
        if is_on(case.site, label)
        for link in links(case)
    ]
