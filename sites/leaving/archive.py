"""Write a service to files that can be read without this software.

An index to open in a browser, a page of HTML for each page, the pictures and documents
as they were uploaded, each table as CSV and as JSON lines, and a manifest with the
SHA-256 of every file. People's records are opened: they stand there in plain words. So
all of it goes into one sealed file, or, for the council that takes it, into a folder
readable only by the user who made it. No password, key or token goes into either.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from tarfile import TarError
from typing import Any

from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Site

from cms.privacy import CannotDecrypt, log_archive
from cms.spreadsheet import as_csv
from sites.leaving.belongings import Belongings, belongings
from sites.leaving.readable import PlainEncoder, page_facts, table_of, tables
from sites.leaving.refusing import records_of_people
from sites.leaving.rendering import index_html, page_html
from sites.leaving.sealed import (
    SUFFIX,
    archives_folder,
    new_sealed_tar,
    sealed_digests,
)
from sites.leaving.targets import FolderTarget, Target, TarTarget

ARCHIVE_KIND = "sites.archive"
Tell = Callable[[str], None]
MANIFEST = "manifest.json"
README = "README.txt"
WORDS = """\
{name_en}
{name_cy}

Open index.html in a browser to read the pages. media/ holds pictures and documents as
they were uploaded, rows/ holds each table twice: as CSV for a spreadsheet, and as JSON
lines with nothing left out. manifest.json has the SHA-256 of each file.
rows/ holds the records of people in plain words. Keep this folder as you keep a child's
file, and delete it when your retention rules say so.

Agorwch index.html mewn porwr i ddarllen y tudalennau. Mae'r lluniau a'r dogfennau yn
media/ fel y cawsant eu llwytho i fyny. Mae pob tabl ddwywaith yn rows/: yn CSV ar gyfer
taenlen, ac yn llinellau JSON heb ddim wedi'i hepgor. Mae SHA-256 pob ffeil yn
manifest.json.
Mae cofnodion pobl mewn geiriau plaen yn rows/. Cadwch y ffolder hon fel y cadwch ffeil
plentyn, a'i dileu pan fydd eich rheolau cadw yn dweud hynny.

{made_at}
"""


def _silent(_words: str) -> None:
    """Tell nobody."""


def write_archive(
    site: Site, *, to: Path | None = None, by: str = "", tell: Tell = _silent
) -> Path:
    """Write everything of `site` to a new folder below `to`; the manifest comes last.

    `by` says who asked, for the manifest and the log of reads. Returns the folder; one
    without a manifest was not finished.
    """
    target = FolderTarget(_new_path(site, to))
    _write(target, site, by, tell)
    return target.folder


def seal_archive(
    site: Site, *, to: Path | None = None, by: str = "", tell: Tell = _silent
) -> Path:
    """The same in one sealed file, which is there only when it is whole."""
    path = _new_path(site, to, SUFFIX)
    with new_sealed_tar(path) as tar:
        _write(TarTarget(tar), site, by, tell)
    return path


def read_manifest(archive: Path) -> dict[str, Any]:
    """The manifest of a finished archive; ValueError where a file is not as written."""
    try:
        found, text = _digests_and_manifest(archive)
        manifest: dict[str, Any] = json.loads(text.decode("utf-8"))
    except (OSError, ValueError, CannotDecrypt, TarError) as error:
        raise ValueError(f"{archive} has no readable {MANIFEST}.") from error
    found.pop(MANIFEST, None)
    expected = manifest["files"]
    wrong = sorted(
        name for name in {*found, *expected} if found.get(name) != expected.get(name)
    )
    if wrong:
        raise ValueError(f"The archive is not as it was written: {', '.join(wrong)}.")
    return manifest


def fingerprint(archive: Path) -> str:
    """The SHA-256 of an archive's manifest."""
    _found, text = _digests_and_manifest(archive)
    return hashlib.sha256(text).hexdigest()


def tells_how_it_stands(manifest: dict[str, Any], owned: Belongings) -> bool:
    """Whether every row is still as it was written out: corrected ones count too."""
    if manifest["rows"] != owned.counts():
        return False
    return all(
        manifest["files"].get(name) == hashlib.sha256(text.encode()).hexdigest()
        for name, text in _row_files(owned)
    )


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digests_and_manifest(archive: Path) -> tuple[dict[str, str], bytes]:
    if archive.is_file():
        return sealed_digests(archive, MANIFEST)
    return digests(archive), (archive / MANIFEST).read_bytes()


def _new_path(site: Site, to: Path | None, suffix: str = "") -> Path:
    parent = to or archives_folder()
    parent.mkdir(parents=True, exist_ok=True)
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
    return parent / f"{site.root_page.get_parent().slug}-{stamp}{suffix}"


def _write(target: Target, site: Site, by: str, tell: Tell) -> None:
    _log(site, by)  # First: the log is a part of what is written.
    owned = belongings(site)
    _write_pages(target, owned)
    tell("pages")
    _write_media(target, owned)
    tell("pictures and documents")
    for name, text in _row_files(owned):
        _add_text(target, name, text)
    tell("tables")
    service = site.service
    words = {"name_en": service.name_en, "name_cy": service.name_cy}
    made_at = timezone.now()
    _add_text(target, README, WORDS.format(**words, made_at=made_at.isoformat()))
    manifest = {
        "service": words,
        "hostname": site.hostname,
        "made_at": made_at,
        "made_by": by,
        "rows": owned.counts(),
        "files": target.digests,
    }
    _add_text(target, MANIFEST, _json(manifest, indent=2))


def _log(site: Site, by: str) -> None:
    records = sum(count for _model, count in records_of_people(belongings(site)))
    log_archive(site=site, kind=ARCHIVE_KIND, by=by, count=records)


def _write_pages(target: Target, owned: Belongings) -> None:
    facts = page_facts(owned.site)
    for page in facts:
        _add_text(target, page["file"], page_html(page))
    kept = [_kept(page) for page in facts]
    _add_text(target, "pages/pages.json", _json(kept, indent=1))
    _add_text(target, "index.html", index_html(owned.site.service, facts))


def _kept(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name != "parts"}


def _write_media(target: Target, owned: Belongings) -> None:
    for name in owned.files:
        if not default_storage.exists(name):
            continue  # A picture whose file was lost before: its row still says so.
        with default_storage.open(name) as file:
            target.add(f"media/{name}", file, default_storage.size(name))


def _row_files(owned: Belongings) -> Iterator[tuple[str, str]]:
    for model in tables(owned):
        headings, rows = table_of(model, owned)
        name = f"rows/{model._meta.label_lower}"
        yield f"{name}.csv", as_csv(headings, rows)
        lines = (_json(dict(zip(headings, row, strict=True))) for row in rows)
        yield f"{name}.jsonl", "".join(_lines(lines))


def _lines(texts: Iterable[str]) -> Iterable[str]:
    return (f"{text}\n" for text in texts)


def _json(value: Any, **options: Any) -> str:
    return json.dumps(value, cls=PlainEncoder, ensure_ascii=False, **options)


def _add_text(target: Target, name: str, text: str) -> None:
    data = text.encode("utf-8")
    target.add(name, BytesIO(data), len(data))
