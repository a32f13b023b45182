"""The pages of the database file in which deleted rows stood."""

from django.db import connection


def shrink_database() -> None:
    """Give them back: SQLite keeps them, and its log of writes what stood in them.

    Not within a transaction, where it cannot be done. While somebody reads, the log
    stays until the next time.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
