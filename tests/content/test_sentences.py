"""What comes with the platform keeps to the advice that it gives to editors."""

from sites.finding.mending import LONGEST, sentences
from tests.content.files import EVERY_TEXT, ContentFile, lines_of


def too_long(file: ContentFile, code: str) -> list[str]:
    said = [text for text in file.texts_of_ours(code) for text in lines_of(text)]
    return [s for text in said for s in sentences(text) if len(s.split()) > LONGEST]


def test_no_sentence_is_longer_than_our_own_advice_allows() -> None:
    found = {f"{file} [{code}]": too_long(file, code) for file, code in EVERY_TEXT}

    assert {file: long for file, long in found.items() if long} == {}
