"""The demo's match is made of what the demos of its two plugins have."""

import pytest

from cms.activation import enable
from forms.matches import demo
from forms.matches.letters import letters_of
from forms.matches.models import Match
from sites.models import Authority
from sites.register import load_register
from tests.factories import make_service, make_staff

pytestmark = pytest.mark.django_db


def test_a_visitor_is_appointed_once():
    load_register()
    authority = Authority.objects.get(gss_code="W06000002")
    site = make_service("gwynedd", authority=authority)
    gethin = make_staff(site, "coordinator", email="gethin@gwynedd.example")
    enable(site=site, label="matches")
    for _time in range(2):
        demo.load(site)

    match = Match.objects.get()
    assert match.volunteer.display_name == "Daniel Whitfield"
    assert match.request.referral.role == "iro"
    assert (match.volunteer.stage, match.request.stage) == ("matched", "matched")
    assert (match.is_appointed, match.goes_on, match.by) == (True, True, gethin)
    assert [key for key, _title in letters_of(match)] == ["appointment"]


def test_nothing_is_matched_where_nobody_waits():
    site = make_service("elsewhere")
    enable(site=site, label="matches")

    demo.load(site)

    assert not Match.objects.exists()
