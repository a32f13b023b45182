"""What is true of a whole catalogue: nothing empty, doubtful, broken or out of date."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "locale" / "cy" / "LC_MESSAGES" / "django.po"
OVERLAY = ROOT / "locale" / "overlay" / "cy" / "LC_MESSAGES" / "django.po"
OVERLAY_JS = OVERLAY.with_name("djangojs.po")
SOURCES = ("cms", "sites", "pages", "forms")
PLURAL_FORMS = 6
HEADER = {
    "Project-Id-Version": "iv-services-cms",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"
    ),
}

Key = tuple[str | None, str, str]
_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")
_TAG = re.compile(r"<[^>]*>")
_PLACEHOLDER = re.compile(r"%\([a-z_]+\)[a-z]|%[a-z]|\{[a-z_]*\}", re.IGNORECASE)


def key_of(entry: polib.POEntry) -> Key:
    """What tells two entries apart."""
    return (entry.msgctxt, entry.msgid, entry.msgid_plural or "")


def problems(catalogue: polib.POFile) -> Iterator[str]:
    """What is wrong with a catalogue, whatever the code says now."""
    if catalogue.metadata.get("Plural-Forms") != HEADER["Plural-Forms"]:
        yield "The header does not declare the six plural forms of Welsh."
    seen: set[Key] = set()
    for entry in catalogue:
        if entry.obsolete:
            yield _about(entry, "is obsolete: remove it")
            continue
        if key_of(entry) in seen:
            yield _about(entry, "stands twice")
        seen.add(key_of(entry))
        yield from _entry_problems(entry)


def _entry_problems(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield _about(entry, "is fuzzy")
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.msgid_plural and len(forms) != PLURAL_FORMS:
        yield _about(entry, f"has {len(forms)} plural forms, not {PLURAL_FORMS}")
    if not all(form.strip() for form in forms):
        yield _about(entry, "has no Welsh")
        return
    wanted = _placeholders(entry.msgid) | _placeholders(entry.msgid_plural or "")
    for form in forms:
        found = _placeholders(form)
        if _STRAIGHT.search(_TAG.sub("", form)):
            yield _about(entry, f"has a straight apostrophe in Welsh: {form!r}")
        # A plural form may leave a number out ("dim plant"), and name nothing new.
        if found - wanted or (not entry.msgid_plural and found != wanted):
            yield _about(entry, f"has other placeholders in Welsh: {form!r}")


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))


def _about(entry: polib.POEntry, complaint: str) -> str:
    context = f" [{entry.msgctxt}]" if entry.msgctxt else ""
    return f"{entry.msgid[:70]!r}{context} {complaint}."


def differences(catalogue: polib.POFile, extracted: polib.POFile) -> Iterator[str]:
    """Where a catalogue and the strings of the code have parted."""
    have = {key_of(entry): entry for entry in catalogue if not entry.obsolete}
    used = {key_of(entry): entry for entry in extracted if not entry.obsolete}
    for key in used.keys() - have.keys():
        yield _about(used[key], "is in the code and not in the catalogue")
    for key in have.keys() - used.keys():
        yield _about(have[key], "is in the catalogue and no longer in the code")


def brought_up_to_date(
    catalogue: polib.POFile, extracted: polib.POFile
) -> polib.POFile:
    """The strings of the code with the Welsh that is there, in a steady order."""
    welsh = {key_of(entry): entry for entry in catalogue}
    fresh = polib.POFile(wrapwidth=78)
    fresh.metadata = dict(HEADER)
    entries = (entry for entry in extracted if not entry.obsolete)
    for entry in sorted(entries, key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        known = welsh.get(key_of(entry))
        forms = dict.fromkeys(range(PLURAL_FORMS), "") if entry.msgid_plural else {}
        fresh.append(
            polib.POEntry(
                msgctxt=entry.msgctxt,
                msgid=entry.msgid,
                msgid_plural=entry.msgid_plural,
                msgstr=known.msgstr if known else "",
                msgstr_plural=(known.msgstr_plural if known else {}) or forms,
                comment=entry.comment,
                tcomment=known.tcomment if known else "",
                flags=[flag for flag in entry.flags if flag.endswith("-format")],
            )
        )
    return fresh


def can_extract() -> bool:
    """Whether gettext's programs are installed: only extraction needs them."""
    return all(shutil.which(name) for name in ("xgettext", "msguniq", "msgmerge"))


def of_package(package: Path) -> Path:
    """Where a package of its own keeps its Welsh."""
    return package / "locale" / "cy" / "LC_MESSAGES" / "django.po"


def extract(*, root: Path = ROOT, sources: Sequence[str] = SOURCES) -> polib.POFile:
    """Every string of the code, by Django's makemessages over a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in sources:
            # Makemessages writes into a package's own catalogue where it finds one.
            kept_out = shutil.ignore_patterns(
                "*.pyc", "__pycache__", "static", "*.gz", "locale"
            )
            shutil.copytree(root / name, copy / name, ignore=kept_out)
        target = copy / "locale"
        target.mkdir()
        environment = dict(os.environ)
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "--locale=cy"],
            cwd=copy,
            env=environment,
            check=True,
            capture_output=True,
        )
        return polib.pofile(str(target / "cy" / "LC_MESSAGES" / "django.po"))
