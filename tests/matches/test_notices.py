"""Visitors and young people are told what a match keeps, where matches are kept."""

import pytest
from django.utils.translation import override

from cms.activation import disable
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import collected_of

pytestmark = pytest.mark.django_db


def told(site, audience, language):
    """The keys and the words of what is collected there."""
    with override(language):
        return {
            one.key: [words for reason in one.ask() for words in reason.asked]
            for one in collected_of(Service.for_site(site), audience)
        }


@pytest.mark.parametrize(
    ("audience", "key", "language", "words"),
    [
        (Audience.VOLUNTEER, "matches", "en", "When and why the appointment ended"),
        (Audience.VOLUNTEER, "matches", "cy", "Pryd a pham y daeth y penodiad i ben"),
        (Audience.YOUNG, "matches:young", "en", "Who your visitor is"),
        (Audience.YOUNG, "matches:young", "cy", "Pwy yw dy ymwelydd"),
    ],
)
def test_it_is_told_while_matches_are_on_and_no_longer(
    gwynedd, audience, key, language, words
):
    on = told(gwynedd, audience, language)
    disable(site=gwynedd, label="matches")
    off = told(gwynedd, audience, language)

    assert on[key][0].startswith(words) or on[key][1].startswith(words)
    assert key not in off


@pytest.mark.parametrize(
    "audience", [Audience.CARER, Audience.PROFESSIONAL, Audience.STAFF]
)
def test_nobody_else_is_told_of_it(gwynedd, audience):
    assert not [key for key in told(gwynedd, audience, "en") if "matches" in key]
