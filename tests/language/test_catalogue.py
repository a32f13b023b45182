"""The catalogue tools tell an honest catalogue from one that only looks it."""

import polib
import pytest

from cms.language import catalogue, check_catalogue, update_catalogue
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

    hello = entry("Hello %(name)s", "Helo %(name)s")
    link = entry("Ask", "<a title='d'un'>Gofynnwch i’r tîm</a>")

    assert list(problems(po(hello, link, thing))) == []


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
        (entry("Done", "Wedi'i wneud"), "straight apostrophe"),
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


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Catalogues of our own to check, beside which stands no code but one string."""
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    for name in ("OURS", "OVERLAY", "OVERLAY_JS"):
        path = tmp_path / f"{name}.po"
        po(entry("Send", "Anfon")).save(str(path))
        monkeypatch.setattr(catalogue, name, path)
    monkeypatch.setattr(catalogue, "can_extract", lambda: True)
    monkeypatch.setattr(catalogue, "extract", lambda: po(entry("Send"), entry("Save")))
    return tmp_path


def test_the_check_fails_and_says_what_to_run_until_the_catalogue_is_whole(
    copied, capsys
):
    with pytest.raises(SystemExit):
        check_catalogue.main()
    assert "'Save' is in the code and not in the catalogue." in capsys.readouterr().out

    update_catalogue.main()
    assert capsys.readouterr().out == "2 strings, 1 without Welsh.\n"
    with pytest.raises(SystemExit):
        check_catalogue.main()
    assert "OURS.po: 'Save' has no Welsh." in capsys.readouterr().out

    updated = polib.pofile(str(catalogue.OURS))
    updated.find("Save").msgstr = "Cadw"
    updated.save()
    check_catalogue.main()
    assert capsys.readouterr().out == ""


def test_a_missing_catalogue_is_named_and_can_be_begun(copied, capsys):
    catalogue.OURS.unlink()

    with pytest.raises(SystemExit):
        check_catalogue.main()
    assert "OURS.po is missing." in capsys.readouterr().out

    update_catalogue.main()
    assert capsys.readouterr().out == "2 strings, 2 without Welsh.\n"


@pytest.mark.skipif(not catalogue.can_extract(), reason="gettext is not installed")
def test_an_author_brings_the_catalogue_of_a_package_up_to_date(tmp_path, capsys):
    package = tmp_path / "acme"
    welsh = catalogue.of_package(package)
    welsh.parent.mkdir(parents=True)
    po(entry("Send", "Anfon"), entry("Gone", "Wedi mynd")).save(str(welsh))
    code = 'from django.utils.translation import gettext as _\n_("Send"), _("Save")\n'
    (package / "words.py").write_text(code)

    update_catalogue.main([str(package)])

    kept = {entry.msgid: entry.msgstr for entry in polib.pofile(str(welsh))}
    assert kept == {"Save": "", "Send": "Anfon"}
    assert capsys.readouterr().out == "2 strings, 1 without Welsh.\n"
