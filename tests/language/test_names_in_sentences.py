"""No Welsh sentence joins a preposition and a name: the stored forms do (SERVICE.md).

Where a placeholder follows a word that mutates, what it stands for must never mutate:
it is listed here with its reason, or the sentence is written otherwise.
"""

import re
import tomllib

import polib
import pytest

from cms.language.catalogue import OURS, ROOT, SOURCES

MUTATING = (
    "a|â|ac|ag|am|ar|at|dan|dros|drwy|gan|gyda|gydag|heb|hyd|i|na|neu|o|oddi|"
    "rhwng|tan|tra|tros|trwy|tua|wrth|ym|yn|yng"
)
# Figures (%(…)d) never mutate.
JOINED = re.compile(
    rf"(?<![\w’'-])(?:{MUTATING})\s+(?:<[^>]+>)*"
    r"(?:%\((?=\w+\)s)|{+\s*)([\w.]+)",
    re.IGNORECASE,
)
NEVER_MUTATES = {
    "address": "an e-mail address or the address of a host",
    "again_at": "a time of day",
    "all": "a figure",
    "appointed_on": "a date in figures",
    "by": "a person",
    "callback": "a web address",
    "commitment": "begins with a word that stays («o leiaf …»)",
    "count": "a figure",
    "date": "a date in figures",
    "day": "a date in figures, or a number to ring",
    "days": "a figure",
    "deputy": "a person",
    "done": "a figure",
    "email": "an e-mail address",
    "ended_on": "a date in figures",
    "first": "a date in figures",
    "host": "a web address",
    "last": "a date in figures",
    "mailed_to": "an e-mail address",
    "minimum_age": "a figure",
    "minutes": "a figure",
    "most": "a figure",
    "name": "a person: services and councils have names of their own here",
    "person": "a person",
    "section": "begins with a word that stays («adran …»)",
    "sender": "a person",
    "texts": "begins with a figure",
    "to": "an e-mail address",
    "total": "a figure",
    "until": "begins with a figure",
    "weeks": "begins with a figure",
    "when": "a date in figures",
    "who": "a person",
    "year": "a figure",
}
STORED_FORMS = {
    # cms: sites/defaults.py puts the softened name in.
    "Children and young people whom %(council)s looks after, wherever they live.",
}


def joined_in(text):
    """The placeholders of `text` that follow a word after which names mutate."""
    return {
        name.rpartition(".")[2]
        for name in JOINED.findall(text)
        if name not in NEVER_MUTATES
    }


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("yn %(place)s", {"place"}),
        ("Croeso i {{ authority }}", {"authority"}),
        ("gan <b>%(council)s</b>", {"council"}),
        ("o {area} ac ati", {"area"}),
        ("Gwasanaeth i bobl ifanc %(place)s", set()),
        ("yn y gwasanaeth %(service)s", set()),
        ("ar %(date)s", set()),
        ("o “%(title)s”", set()),
    ],
)
def test_a_joined_name_is_seen(sentence, found):
    assert joined_in(sentence) == found


def test_no_welsh_of_the_catalogue_joins_a_preposition_and_a_name():
    found = {
        (entry.msgid, form): names
        for entry in polib.pofile(str(OURS))
        for form in (entry.msgstr, *entry.msgstr_plural.values())
        if entry.msgid not in STORED_FORMS and (names := joined_in(form))
    }

    assert found == {}


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def test_no_page_that_we_write_joins_one():
    found = {
        (path.name, text[:80]): names
        for source in SOURCES
        for path in (ROOT / source).rglob("*.toml")
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8")).get("cy"))
        if (names := joined_in(text))
    }

    assert found == {}


# What translators see instead: their Welsh is in the catalogue.
_TRANSLATED = re.compile(r"{% (blocktrans\w*) .*?{% end\1", re.DOTALL)
_WELSH_ALONE = re.compile(
    r"\b(?:am|ar|dros|drwy|gan|gyda|i|o|wrth|ym|yn|yng)\s+{{\s*(\S+)"
)


def test_no_template_joins_one():
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for source in SOURCES
        for path in (ROOT / source).rglob("templates/**/*.*")
        if path.suffix in {".html", ".txt"}
        for name in _WELSH_ALONE.findall(
            _TRANSLATED.sub("", path.read_text(encoding="utf-8"))
        )
    }

    assert found == set()


_IN_CODE = re.compile(r"[\"' ](?:am|ar|gan|gyda|wrth|ym|yn|yng)\s+(?:%\(|{)\w+")


def test_no_code_puts_one_together():
    found = {
        f"{path.relative_to(ROOT)}: {match}"
        for source in SOURCES
        for path in (ROOT / source).rglob("*.py")
        for match in _IN_CODE.findall(path.read_text(encoding="utf-8"))
    }

    assert found == set()
