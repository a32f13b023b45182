"""A person who fills in the application, page by page, as a browser would."""

import re
from typing import Any

from django.test import Client
from wagtail.models import Site

PART_ONE = {
    "your-language": {"write_language": "cy", "speak_language": "either"},
    "postcode": {"postcode": "ll55 1sh"},
    "where-you-live": {"area": "gwynedd"},
    "your-age": {"old_enough": "yes"},
    "independence": {"independence": "none"},
    "contact": {"name": "Siân Ŵyn", "email": "sian@post.example", "phone": ""},
    "why": {"why_how": "here", "why": "Rwy’n hoffi gwrando."},
    "when": {"when_free": ["evening", "sunday"], "when_free_note": ""},
    "hearing-about-us": {"heard_from": "friend", "heard_words": ""},
    "send-or-go-on": {"go_on": "send"},
}
PART_TWO = {
    "experience": {"experience": "Athrawes am ddeg mlynedd."},
    "interests": {"interests": ["walking"], "interests_other": "canu"},
    "languages": {"welsh": "fluent", "bsl": "none", "other_languages": ""},
    "travel": {"travel": ["car"], "travel_note": ""},
    "whom-to-visit": {"open_to": "anybody", "visit_wishes": "", "visit_ages": []},
    "referees": {"referees": "later"},
    "adjustments": {"adjustments": ""},
    "checks": {"dbs": "yes"},
}
WELSH = {
    "your-language": "eich-iaith",
    "postcode": "cod-post",
    "where-you-live": "ble-rydych-chin-byw",
    "your-age": "eich-oed",
    "independence": "annibyniaeth",
    "contact": "cysylltu",
    "why": "pam",
    "when": "pryd",
    "hearing-about-us": "clywed-amdanon-ni",
    "send-or-go-on": "anfon-neu-barhau",
    "experience": "profiad",
    "interests": "diddordebau",
    "languages": "ieithoedd",
    "travel": "teithio",
    "whom-to-visit": "pwy-i-ymweld-a-nhw",
    "referees": "canolwyr",
    "first-referee": "canolwr-cyntaf",
    "second-referee": "ail-ganolwr",
    "third-referee": "trydydd-canolwr",
    "adjustments": "addasiadau",
    "checks": "gwiriadau",
    "check": "gwirio",
    "sent": "wedi-anfon",
    "save": "cadw",
    "come-back": "dod-yn-ol",
    "delete": "dileu",
}
_HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')


class Applicant:
    """A browser on the apply page of one site."""

    def __init__(self, site: Site, **client: Any) -> None:
        self.client = Client(SERVER_NAME=site.hostname, **client)

    def path(self, slug: str = "", language: str = "en") -> str:
        base = "/cy/gwneud-cais/" if language == "cy" else "/en/apply/"
        slug = WELSH.get(slug, slug) if language == "cy" else slug
        return f"{base}{slug}/" if slug else base

    def look(self, slug: str = "", language: str = "en", query: str = "") -> Any:
        return self.client.get(self.path(slug, language) + query)

    def hidden(self, slug: str, language: str = "en") -> dict[str, str]:
        """What the page carries along without showing it."""
        page = self.look(slug, language).content.decode()
        return dict(_HIDDEN.findall(page))

    def post(
        self,
        slug: str,
        answers: dict[str, Any],
        language: str = "en",
        query: str = "",
        **headers: Any,
    ) -> Any:
        """Send a page without having looked at it again."""
        return self.client.post(self.path(slug, language) + query, answers, **headers)

    def answer(self, slug: str, language: str = "en", **changes: Any) -> Any:
        """Look at a page, fill it in, press continue."""
        known = {**PART_ONE, **PART_TWO}.get(slug, {})
        hidden = self.hidden(slug, language)
        return self.post(slug, {**hidden, **known, **changes}, language)

    def answer_part_one(self, language: str = "en", **changes: Any) -> None:
        """Everything up to checking the answers."""
        for slug, answers in PART_ONE.items():
            own = {k: v for k, v in changes.items() if k in answers}
            answer = self.answer(slug, language, **own)
            assert answer.status_code == 302, answer.content.decode()

    def send(self, language: str = "en", **more: Any) -> Any:
        """Tick the declaration and send."""
        return self.post("check", {"declaration": "yes", **more}, language)
