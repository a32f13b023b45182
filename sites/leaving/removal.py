"""Remove a service whole or not at all, and prove it.

The rows go in one transaction, which commits only when nothing of the service is found
any more and no other table has lost a row. Then the files go; the certificate names
those that are still there, so a run that was killed is finished by the next one.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.db.models import Model, ProtectedError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Collection, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.freed_pages import shrink_database
from cms.retirement.pages import with_what_hangs_on
from cms.retirement.tables import count_rows
from sites.leaving.archive import fingerprint, read_manifest, tells_how_it_stands
from sites.leaving.belongings import (
    Belongings,
    belongings,
    models_with_a_site,
    pages_of,
)
from sites.leaving.mentions import markers_of, mentions
from sites.leaving.refusing import Refused, reasons_to_refuse
from sites.models import RemovalCertificate

CHUNK = 500
Tell = Callable[[str], None]


class NotProven(Exception):
    """Something of the service was still there: the transaction was undone."""


def remove_service(
    site: Site,
    *,
    archive: Path,
    by: str,
    destroy_records: str = "",
    tell: Tell = lambda _words: None,
) -> RemovalCertificate:
    """Remove `site` and everything that is its own; Refused says why it may not go.

    `archive` is a finished folder of `write_archive`, or file of `seal_archive`, that
    still tells the whole truth.
    The certificate holds no personal data and stays.
    """
    site = Site.objects.get(pk=site.pk)  # As it stands now, not as it was loaded.
    owned = belongings(site)
    manifest = _manifest_that_fits(archive, owned)
    if reasons := list(reasons_to_refuse(owned, destroy_records=destroy_records)):
        raise Refused(reasons)
    facts = {
        **_facts_of(owned),
        "by": by,
        "why": destroy_records,
        "archive_made_at": parse_datetime(manifest["made_at"]),
        "archive_digest": fingerprint(archive),
    }
    marks = markers_of(owned)
    with transaction.atomic(), disable_reference_index_auto_update():
        before = _counts()
        _remove_rows(owned)
        _prove(before, owned)
        certificate: RemovalCertificate = RemovalCertificate.objects.create(**facts)
    tell("Its rows are gone.")
    finish(certificate, tell=tell)
    certificate.mentions = mentions(marks, leaving_out={certificate._meta.db_table})
    certificate.save()
    return certificate


def finish(certificate: RemovalCertificate, *, tell: Tell) -> None:
    """Remove the files that are still there, and what memory keeps; safe to repeat."""
    for name in list(certificate.files_left):
        default_storage.delete(name)
    certificate.files_left = [
        name for name in certificate.files_left if default_storage.exists(name)
    ]
    cache.clear()
    shrink_database()
    certificate.finished_at = None if certificate.files_left else timezone.now()
    certificate.save()
    tell("Its files are gone.")


def _manifest_that_fits(archive: Path, owned: Belongings) -> dict[str, Any]:
    try:
        manifest = read_manifest(archive)
    except ValueError as error:
        raise Refused([str(error)]) from error
    if manifest["hostname"] != owned.site.hostname:
        raise Refused([f"The archive is of {manifest['hostname']}."])
    if not tells_how_it_stands(manifest, owned):
        raise Refused(["Something has changed since the archive: make a new one."])
    return manifest


def _facts_of(owned: Belongings) -> dict[str, Any]:
    site = owned.site
    return {
        "authority": site.service.authority,
        "name_en": site.service.name_en,
        "name_cy": site.service.name_cy,
        "hostnames": [site.hostname, *_other_hosts(site)],
        "counts": owned.counts(),
        "files_left": list(owned.files),
    }


def _other_hosts(site: Site) -> list[str]:
    return list(site.aliases.order_by("hostname").values_list("hostname", flat=True))


def _remove_rows(owned: Belongings) -> None:
    pages = pages_of(owned.site).values_list("pk", flat=True)
    ids = list(pages.order_by("-depth"))
    of_the_site = set(models_with_a_site())
    _remove_in_order([model for model in owned.rows if model in of_the_site], owned)
    owned.of(Site).delete()
    for start in range(0, len(ids), CHUNK):
        some = Page.objects.filter(pk__in=ids[start : start + CHUNK])
        some.update(live=False)  # Nothing is unpublished on the way out.
        for rows in with_what_hangs_on(some):
            rows.delete()
    for collection in owned.of(Collection).order_by("-depth"):
        collection.refresh_from_db()
        _remove_in_order(_without_tree(owned), owned)
        collection.delete()
    _remove_in_order(_without_tree(owned), owned)


def _without_tree(owned: Belongings) -> list[type[Model]]:
    return [m for m in owned.rows if not issubclass(m, Page | Collection | Site)]


def _remove_in_order(some: Iterable[type[Model]], owned: Belongings) -> None:
    """Delete the rows of these models, what others protect after what protects it."""
    waiting = list(some)
    while waiting:
        still = [model for model in waiting if not _deleted(model, owned)]
        if len(still) == len(waiting):
            names = ", ".join(model._meta.label for model in still)
            raise NotProven(f"Protected by what is not the service's: {names}")
        waiting = still


def _deleted(model: type[Model], owned: Belongings) -> bool:
    try:
        with transaction.atomic():
            for some in _chunks(sorted(owned.rows[model], key=str)):
                # Not the model's own manager: the log of reads refuses to forget.
                models.QuerySet(model).filter(pk__in=some).delete()
    except ProtectedError:
        return False
    return True


def _chunks(ids: list[Any]) -> Iterable[list[Any]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _counts() -> dict[str, int]:
    names = connection.introspection.table_names()
    return {name: count_rows(name) for name in names if "_fts" not in name}


def _prove(before: dict[str, int], owned: Belongings) -> None:
    """Each table has lost the service's rows, all of them, and no other."""
    left = {m._meta.db_table: owned.of(m).count() for m in owned.rows}
    found = sorted(name for name, count in left.items() if count)
    if found:
        raise NotProven(f"Rows are left in {', '.join(found)}.")
    gone, through = owned.counts(), _many_to_many_tables()
    wrong = {
        name: (count - now, gone.get(name, 0))
        for name, count in before.items()
        if (now := count_rows(name)) != count - gone.get(name, 0)
        and name not in through
    }
    if wrong:
        raise NotProven(f"Tables lost other rows than the service's: {wrong}")


def _many_to_many_tables() -> set[str]:
    """Tables that only join two rows: theirs go with either, and are no one's facts."""
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.auto_created
    }
