"""The demo: one text with a second version, waiting at Gwynedd, kept off at Devon."""

import pytest
from wagtail.models import Site

from cms.models import NationalText
from cms.national.queries import State, texts_at, waiting_at
from cms.starter import start_site
from sites.demo import national
from sites.models import Authority
from tests.factories import make_service
from tests.national.conftest import newest, state_at

pytestmark = pytest.mark.slow


def test_one_waits_and_one_keeps_its_own_and_loading_twice_adds_nothing(
    gwynedd: Site, faq: NationalText
) -> None:
    devon = make_service("devon", authority=Authority.objects.get(slug="devon"))
    start_site(devon)

    for _again in range(2):
        national.load(editor="", keeper="", keeps=devon.hostname)

    new = newest("faq")
    assert new.version == 2
    for code, (old, words) in national.WORDS.items():
        assert old in str(faq.texts[code])
        assert old not in str(new.texts[code])
        assert words in str(new.texts[code])
    assert [own.text.key for own in waiting_at(gwynedd)] == ["faq"]
    assert state_at(devon, "faq") == State.KEPT
    kept = next(own.kept for own in texts_at(devon) if own.kept)
    assert kept.reason == national.REASON
