"""The spell check reads the Welsh alone, and knows a word by its parts."""

import pytest

from tools import spelling

KNOWN = {"mae", "plant", "gofal", "e", "bost", "tref"}


def known(words):
    return {word for word in words if word.lower() in KNOWN}


def test_words_are_taken_without_what_is_no_word():
    text = "Mae’r <a href='x'>plant</a> %(name)s {area} x@y.example GWY-1 yn Ngwynedd"

    assert spelling.words_of(text) == ["Mae'r", "plant", "yn", "Ngwynedd"]


def test_a_word_is_known_by_its_parts_and_never_by_a_clitic_alone():
    words = {"Mae'r", "e-bost", "plant", "plentin", "i'w", "cath-gofal"}

    assert spelling.unknown_words(words, known) == {"plentin", "i'w", "cath-gofal"}


def test_only_welsh_texts_of_a_page_are_read():
    page = {
        "key": "a",
        "cy": {"title": "Gofal", "slug": "gofal", "body": [{"html": "Plant"}]},
        "en": {"title": "Care"},
        "name_cy": "Tref",
        "quotes": {"cy": [{"language": "en", "text": "English"}]},
    }

    assert list(spelling._welsh(page, spoken=False)) == ["Gofal", "Plant", "Tref"]


def test_the_welsh_of_catalogues_and_pages_is_read():
    places = {place.partition(":")[0] for place, _text in spelling.texts()}

    assert "locale/cy/LC_MESSAGES/django.po" in places
    assert "pages/standard_pages/starter/become.toml" in places
    assert "sgwrs" in {
        word for _place, text in spelling.texts() for word in text.split()
    }


def test_an_unreviewed_word_fails_and_is_named_with_its_place(monkeypatch, capsys):
    monkeypatch.setattr(spelling, "texts", lambda: [("a.po", "Mae plentin DBS")])
    monkeypatch.setattr(spelling, "knower", lambda folder: known)

    with pytest.raises(SystemExit) as ended:
        spelling.main([])

    assert ended.value.code == 1
    assert capsys.readouterr().out == (
        "plentin: a.po\n3 words, 1 that the dictionary does not know.\n"
    )


def test_without_a_dictionary_it_says_where_to_find_one(monkeypatch):
    monkeypatch.setattr(spelling, "_dictionary", lambda folder: None)
    monkeypatch.setattr(spelling.shutil, "which", lambda name: None)

    with pytest.raises(SystemExit, match=r"docs/cymraeg\.md"):
        spelling.main([])
