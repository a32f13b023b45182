"""What of Devon's others may see, each narrowly: what it publishes or offers."""

from collections.abc import Callable
from typing import Any

from tests.crawl.people import Sent

Allowed = Callable[[Any], set[str]]


def shown_by_design(sent: Sent, theirs: Any) -> Allowed:
    """The markers that an answer to `sent` may hold, by what answered.

    - A resized picture stands at one public address for all hosts (docs/tenancy.md);
      its marker is in the name that we asked for, so nothing has to be allowed.
    - The hub's editors read what Devon's editors offered to the hub, to decide on it.
    """
    offered = {theirs.mark(kind).lower().removeprefix("zzyzx") for kind in OFFERED}

    def allowed(match: Any) -> set[str]:
        if sent.at_hub and match and "hub_offers" in match.namespaces:
            return offered
        return set()

    return allowed


OFFERED = (
    "newspage",
    "newspagesummary",
    "newspageimagealt",
    "fosteringstory",
    "fosteringstorysummary",
    "fosteringstoryimagealt",
)
"""Titles, summaries and descriptions of pictures of what is offered to the hub."""
