"""A child at the example plugin's door for children, as a browser would."""

import re
from typing import Any

from wagtail.models import Site

from cms.activation import enable
from tests.factories import home_of, make_service, publish

START = {"en": "/en/for-you/", "cy": "/cy/i-ti/"}
SLUGS = {
    "likes": {"en": "what-you-like", "cy": "beth-rwyt-tin-hoffi"},
    "call_me": {"en": "your-name", "cy": "dy-enw"},
    "check": {"en": "check", "cy": "gwirio"},
    "sent": {"en": "sent", "cy": "wedi-anfon"},
    "delete": {"en": "delete", "cy": "dileu"},
    "leave": {"en": "leave", "cy": "gadael"},
    "save": {"en": "save", "cy": "cadw"},
    "code": {"en": "come-back", "cy": "dod-yn-ol"},
}
ANSWERS = {"likes": {"likes": ["football", "baking"]}, "call_me": {"call_me": "Macsen"}}
_HIDDEN = re.compile(r'<input type="hidden" name="(seen|shown)" value="([^"]*)"')


def with_a_door_for_children() -> Site:
    """Gwynedd, whose carers' children have a form of their own."""
    from acme_fostering.models import FosteringChildrenPage

    site = make_service("gwynedd")
    enable(site=site, label="fostering")
    welsh = publish(
        FosteringChildrenPage(title="I ti", slug="i-ti"), home_of(site, "cy")
    )
    english = FosteringChildrenPage(
        title="For you", slug="for-you", translation_key=welsh.translation_key
    )
    publish(english, home_of(site, "en"))
    return site


class Child:
    """A browser on the page for children."""

    def __init__(self, client: Any, language: str = "cy") -> None:
        self.client, self.language = client, language

    def address(self, where: str = "", language: str = "") -> str:
        language = language or self.language
        return START[language] + (f"{SLUGS[where][language]}/" if where else "")

    def look(self, where: str = "", language: str = "") -> Any:
        return self.client.get(self.address(where, language))

    def answer(self, step: str, **given: Any) -> Any:
        hidden = dict(_HIDDEN.findall(self.look(step).content.decode()))
        return self.client.post(self.address(step), {**hidden, **given})

    def answer_all(self) -> None:
        for step, given in ANSWERS.items():
            assert self.answer(step, **given).status_code == 302

    def send(self) -> Any:
        return self.client.post(self.address("check"))
