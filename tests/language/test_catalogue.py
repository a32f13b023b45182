"""The catalogue tools tell an honest catalogue from one that only looks it."""

import polib
import pytest

from cms.language import catalogue, check_catalogue
from cms.language.catalogue import (
    HEADER,
    brought_up_to_date,
    differences,
    extract,
    problems,
)

needs_gettext = pytest.mark.skipif(
    not catalogue.can_extract(), reason="gettext is not installed"
)
SIX = {form: f"%(count)d o bethau {form}" for form in range(6)}


def po(*entries, **metadata):
    file = polib.POFile()
    file.metadata = {**HEADER, **metadata}
    file.extend(entries)
    return file


def entry(msgid, msgstr="", **facts):
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **facts)


def test_a_whole_catalogue_has_no_problems():
    thing = entry("%(count)d thing", msgid_plural="%(count)d things", msgstr_plural=SIX)

    assert list(problems(po(entry("Hello %(name)s", "Helo %(name)s"), thing))) == []


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (entry("Save", ""), "has no Welsh"),
        (entry("Save", "  "), "has no Welsh"),
        (entry("Save", "Cadw", flags=["fuzzy"]), "is fuzzy"),
        (entry("Save", "Cadw", obsolete=True), "is obsolete"),
        (entry("Hello %(name)s", "Helo %(enw)s"), "other placeholders"),
        (entry("Hello %(name)s", "Helo"), "other placeholders"),
        (entry("Hello {name}", "Helo {enw}"), "other placeholders"),
        (
            entry(
                "%(n)d a", msgid_plural="%(n)d b", msgstr_plural={0: "dim", 1: "%(n)d"}
            ),
            "has 2 plural forms",
        ),
        (
            entry("a", msgid_plural="b", msgstr_plural={**SIX, 3: ""}),
            "has no Welsh",
        ),
        (
            entry("a", msgid_plural="b", msgstr_plural=SIX),
            "other placeholders",
        ),
    ],
)
def test_each_fault_is_named(bad, complaint):
    found = list(problems(po(bad)))

    assert complaint in found[0]


def test_doubles_and_a_header_of_another_language_are_named():
    twice = po(entry("Save", "Cadw"), entry("Save", "Arbed"))
    assert list(problems(twice)) == ["'Save' stands twice."]

    english = po(**{"Plural-Forms": "nplurals=2; plural=(n != 1);"})
    assert len(list(problems(english))) == 1


def test_a_context_makes_another_entry():
    both = po(entry("Open", "Agor"), entry("Open", "Agored", msgctxt="state"))

    assert list(problems(both)) == []


def test_catalogue_and_code_are_compared_both_ways():
    found = list(differences(po(entry("Old", "Hen")), po(entry("New"))))

    assert found == [
        "'New' is in the code and not in the catalogue.",
        "'Old' is in the catalogue and no longer in the code.",
    ]


def test_updating_keeps_welsh_drops_the_gone_and_leaves_the_new_empty():
    old = po(entry("Save", "Cadw"), entry("Gone", "Wedi mynd"))
    code = po(entry("Send"), entry("Save"), entry("a", msgid_plural="b"))

    fresh = brought_up_to_date(old, code)

    assert [(e.msgid, e.msgstr) for e in fresh] == [
        ("Save", "Cadw"),
        ("Send", ""),
        ("a", ""),
    ]
    assert fresh[2].msgstr_plural == dict.fromkeys(range(6), "")
    assert fresh.metadata == HEADER


@needs_gettext
def test_strings_are_found_in_python_and_templates():
    found = {e.msgid for e in extract()}

    assert {"local authority", "English"} <= found


def test_without_gettext_the_check_says_so_and_ci_refuses(monkeypatch, capsys):
    monkeypatch.setattr(catalogue, "can_extract", lambda: False)

    monkeypatch.delenv("CI", raising=False)
    assert list(check_catalogue._complaints_of_extraction()) == []
    assert "were not compared" in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    assert len(list(check_catalogue._complaints_of_extraction())) == 1


def test_the_overlay_is_whole():
    assert list(problems(polib.pofile(str(catalogue.OVERLAY)))) == []
