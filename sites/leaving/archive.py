"""Write a service to files that can be read without this software.

A folder: an index to open in a browser, a page of HTML for each page, the pictures and
documents as they were uploaded, each table as CSV and as JSON lines, and a manifest
with the SHA-256 of every file. People's records are opened: they stand there in plain
words, so the folder is readable only by the user who made it. No password, key or token
goes into it.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Site

from cms.spreadsheet import as_csv
from sites.leaving.belongings import Belongings, belongings
from sites.leaving.readable import PlainEncoder, page_facts, table_of, tables
from sites.leaving.rendering import index_html, page_html

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


def write_archive(
    site: Site,
    *,
    to: Path | None = None,
    by: str = "",
    tell: Callable[[str], None] = lambda _words: None,
) -> Path:
    """Write everything of `site` to a new folder below `to`; the manifest comes last.

    `by` says who asked, for the manifest. Returns the folder; one without a manifest
    was not finished.
    """
    owned = belongings(site)
    folder = _new_folder(site, to)
    _write_pages(folder, owned)
    tell("pages")
    _write_media(folder, owned)
    tell("pictures and documents")
    _write_rows(folder, owned)
    tell("tables")
    service = site.service
    words = {"name_en": service.name_en, "name_cy": service.name_cy}
    made_at = timezone.now()
    _write(folder / README, WORDS.format(**words, made_at=made_at.isoformat()))
    manifest = {
        "service": words,
        "hostname": site.hostname,
        "made_at": made_at,
        "made_by": by,
        "rows": owned.counts(),
        "files": digests(folder),
    }
    _write(folder / MANIFEST, _json(manifest, indent=2))
    return folder


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a finished archive; ValueError where a file is not as written."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{folder} has no readable {MANIFEST}.") from error
    found = digests(folder)
    found.pop(MANIFEST, None)
    expected = manifest["files"]
    wrong = sorted(
        name for name in {*found, *expected} if found.get(name) != expected.get(name)
    )
    if wrong:
        raise ValueError(f"The archive is not as it was written: {', '.join(wrong)}.")
    return manifest


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


def _new_folder(site: Site, to: Path | None) -> Path:
    parent = to or Path(settings.VAR_DIR) / "archives"
    parent.mkdir(parents=True, exist_ok=True)
    stamp = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
    folder = parent / f"{site.root_page.get_parent().slug}-{stamp}"
    folder.mkdir(mode=0o700)
    return folder


def _write_pages(folder: Path, owned: Belongings) -> None:
    facts = page_facts(owned.site)
    for page in facts:
        _write(folder / page["file"], page_html(page))
    _write(folder / "pages" / "pages.json", _json([_kept(p) for p in facts], indent=1))
    _write(folder / "index.html", index_html(owned.site.service, facts))


def _kept(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name != "parts"}


def _write_media(folder: Path, owned: Belongings) -> None:
    for name in owned.files:
        target = folder / "media" / name
        if not default_storage.exists(name):
            continue  # A picture whose file was lost before: its row still says so.
        target.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(name) as source, _private(target).open("wb") as copy:
            for chunk in source.chunks():
                copy.write(chunk)


def _write_rows(folder: Path, owned: Belongings) -> None:
    for name, text in _row_files(owned):
        _write(folder / name, text)


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


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _private(path).write_text(text, "utf-8")


def _private(path: Path) -> Path:
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    return path
