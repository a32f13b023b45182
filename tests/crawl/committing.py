"""Do at once what a transaction does when it is committed."""

from django.db import connection


def run_what_waits_for_the_commit() -> None:
    """Mails, tasks and indexes: what comes after a change is looked at with it."""
    while connection.run_on_commit:
        _sids, act, robust = connection.run_on_commit.pop(0)
        try:
            act()
        except Exception:
            if not robust:
                raise
