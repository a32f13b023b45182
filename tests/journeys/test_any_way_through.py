"""However somebody goes about it, what is kept and sent is exactly what they typed.

Any sequence of answers, changes of language, reloads, steps back, two tabs and comings
back from another device: at every point the draft says what was last kept, and what is
sent at the end says it too.
"""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.applications.models import Application
from forms.journeys.models import Draft
from tests.journeys.walking import PART_ONE, Applicant

pytestmark = pytest.mark.django_db

CHOSEN = {
    "your-language": [
        {"write_language": "cy", "speak_language": "either"},
        {"write_language": "en", "speak_language": "cy"},
    ],
    "postcode": [{"postcode": "LL55 1SH"}, {"postcode": "EX4 3PU"}],
    "where-you-live": [{"area": "outside"}],
    "contact": [
        {"name": "Siân Ŵyn", "email": "sian@post.example", "phone": ""},
        {"name": "Rhys ap Huw", "email": "", "phone": "01632 960 001"},
    ],
    "why": [
        {"why_how": "here", "why": "Rwy’n hoffi gwrando."},
        {"why_how": "phone", "why": ""},
    ],
    "when": [
        {"when_free": ["evening", "sunday"], "when_free_note": "ar ôl 6"},
        {"when_free": ["varies"], "when_free_note": ""},
    ],
    "hearing-about-us": [{"heard_from": "friend", "heard_words": "Mam"}],
}
SLUGS = list(CHOSEN)

languages = st.sampled_from(["en", "cy"])
slugs = st.sampled_from(SLUGS)
actions = st.one_of(
    st.tuples(st.just("answer"), slugs, languages, st.integers(0, 1)),
    st.tuples(st.just("answer"), slugs, languages, st.integers(0, 1)),
    st.tuples(st.just("open_tab"), slugs, languages),
    st.tuples(st.just("send_tab"), st.integers(0, 1)),
    st.tuples(st.just("reload"), slugs, languages),
    st.tuples(st.just("wrong"), slugs, languages),
    st.tuples(st.just("code"), languages),
)


class Somebody:
    """Fills in the form, and remembers what they were told has been kept."""

    def __init__(self, site):
        self.site = site
        self.person = Applicant(site)
        self.typed: dict[str, object] = {}
        self.tabs: dict[str, tuple[str, dict[str, str]]] = {}
        self.answer("your-language", "en", 0)

    def keep(self, slug, typed, answer):
        """Take for kept what was answered by going on; a refusal keeps nothing."""
        if answer.status_code != 302:
            assert answer.status_code == 409
            return
        if slug == "postcode" and self.typed.get("postcode") != typed["postcode"]:
            for asked_again in ("area", "area_other"):
                self.typed.pop(asked_again, None)
        self.typed |= typed
        if slug == "where-you-live":
            self.typed["area_other"] = ""

    def post(self, slug, language, hidden, which):
        typed = CHOSEN[slug][which % len(CHOSEN[slug])]
        answer = self.person.post(slug, {**hidden, **typed}, language)
        self.keep(slug, typed, answer)

    def answer(self, slug, language, which):
        self.post(slug, language, self.person.hidden(slug, language), which)

    def open_tab(self, slug, language):
        self.tabs[slug] = (language, self.person.hidden(slug, language))

    def send_tab(self, which):
        if self.tabs:
            slug, (language, hidden) = self.tabs.popitem()
            self.post(slug, language, hidden, which)

    def reload(self, slug, language):
        self.person.look(slug, language)

    def wrong(self, slug, language):
        answer = self.person.post(slug, {"seen": "x"}, language)
        assert answer.status_code in (200, 302, 409)
        if answer.status_code == 302:
            assert slug == "hearing-about-us"  # Empty is an answer there.
            self.typed |= {"heard_from": "", "heard_words": ""}

    def code(self, language):
        """Leave, and come back on another device."""
        page = self.person.post("save", {"code": "1"}, language).content.decode()
        found = re.search(r'iv-code">([^<]+)<', page)
        assert found, page
        self.person = Applicant(self.site)
        answer = self.person.post("come-back", {"code": found[1]}, language)
        assert answer.status_code == 302

    def finish(self):
        """Answer what is missing, as asked, and send."""
        for slug, answers in PART_ONE.items():
            known = set(answers) <= set(self.typed)
            if not known:
                own = CHOSEN.get(slug, [answers])[0]
                hidden = self.person.hidden(slug)
                self.keep(slug, own, self.person.post(slug, {**hidden, **own}))
        assert self.person.send().headers["Location"] == "/en/apply/sent/"


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=st.lists(actions, min_size=3, max_size=10))
def test_any_way_through_ends_with_exactly_what_was_typed(gwynedd, doings, limitless):
    somebody = Somebody(gwynedd)
    for doing, *how in doings:
        getattr(somebody, doing)(*how)
        kept = Draft.objects.latest("pk").answers
        assert kept == somebody.typed

    somebody.finish()

    sent = Application.objects.latest("pk").answers
    typed = {k: v for k, v in somebody.typed.items() if k != "old_enough"}
    assert {name: sent[name] for name in typed} == typed


@pytest.fixture
def limitless(monkeypatch):
    """No limit on how many forms one address may begin."""
    from forms.journeys import spam

    for doing in spam.LIMITS:
        monkeypatch.setitem(spam.LIMITS, doing, (10_000, 100_000))
