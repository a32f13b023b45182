"""Catalogues are compiled without gettext, and only when they changed."""

import gettext
import os

from cms.language import compile as compiler
from cms.language.compile import compile_catalogues

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def catalogue(root, text):
    source = root / "cy" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(HEADER + text, encoding="utf-8")
    return source


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(tmp_path):
    source = catalogue(tmp_path, 'msgid "house"\nmsgstr "tŷ"\n')
    compiled = source.with_suffix(".mo")

    assert compile_catalogues(roots=(tmp_path,)) == [compiled]
    assert compile_catalogues(roots=(tmp_path,)) == []
    os.utime(source, ns=(compiled.stat().st_mtime_ns + 1,) * 2)
    assert compile_catalogues(roots=(tmp_path,)) == [compiled]

    with compiled.open("rb") as lines:
        assert gettext.GNUTranslations(lines).gettext("house") == "tŷ"
    assert [
        path.name for path in source.parent.iterdir() if "partial" in path.name
    ] == []


def test_a_fuzzy_entry_is_left_out(tmp_path):
    source = catalogue(tmp_path, '#, fuzzy\nmsgid "house"\nmsgstr "ci"\n')

    compile_catalogues(roots=(tmp_path,))

    with source.with_suffix(".mo").open("rb") as lines:
        assert gettext.GNUTranslations(lines).gettext("house") == "house"


def test_the_command_names_what_it_compiled(tmp_path, monkeypatch, capsys):
    source = catalogue(tmp_path, 'msgid "house"\nmsgstr "tŷ"\n')
    monkeypatch.setattr(compiler, "compile_catalogues", lambda roots: [source])

    compiler.main()

    assert capsys.readouterr().out == f"Compiled {source}\n"


def test_an_author_compiles_the_catalogue_of_a_package(tmp_path, capsys):
    source = catalogue(tmp_path / "acme" / "locale", 'msgid "house"\nmsgstr "tŷ"\n')

    compiler.main([str(tmp_path / "acme")])

    assert source.with_suffix(".mo").exists()
    assert capsys.readouterr().out == f"Compiled {source.with_suffix('.mo')}\n"
