"""One who asks for a visitor, by one of the three doors, on the network."""

import re
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

from wagtail.models import Site

from bench.sending.applying import HOST, Answer, Connection, Sender, address_of
from forms.referrals.models import CarerPage, ReferralPage, YoungPage
from tests.referrals.walking import ADULT, CARER, YOUNG, Asker, page_of

_HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')


class RealAsker(Sender, Asker):
    """Somebody who asks for a child whose initials nobody else gives."""

    def __init__(
        self, port: int, number: int, page: Any, known: dict[str, Any], field: str
    ) -> None:
        super().__init__(Connection(port, address_of(number)), page)
        self.start = urlsplit(page.get_url()).path
        self.child = f"N-{number}"
        self.known = {
            step: {**given, field: self.child} if field in given else dict(given)
            for step, given in known.items()
        }
        for given in self.known.values():
            if "email" in given:
                self.email = given["email"] = f"asker-{number}@post.example"

    def answer(self, step: str, **given: Any) -> Answer:
        """Post a step as its page would, with the token against forgery."""
        hidden = dict(_HIDDEN.findall(self.look(step)))
        return self.client.post(self.address(step), {**hidden, **given})

    def fill_in(self) -> None:
        for step, given in self.known.items():
            answer = self.answer(step, **given)
            if answer.status_code != 302:
                raise SystemExit(f"{step}: {answer.status_code}")
        self.last = dict(_HIDDEN.findall(self.look("check")))

    def press(self) -> Answer:
        return self.client.post(self.address("check"), self.last)

    def end(self) -> Answer:
        return self.client.get(self.address("sent"))


def askers(port: int, count: int) -> list[RealAsker]:
    """So many, by the doors of professionals, carers and young people in turn."""
    site = Site.objects.get(hostname=HOST)
    doors = cycle(
        [
            (page_of(site, "en", ReferralPage), ADULT, "child_name"),
            (page_of(site, "cy", CarerPage), CARER, "child_name"),
            (page_of(site, "cy", YoungPage), YOUNG, "call_me"),
        ]
    )
    return [
        RealAsker(port, number, *door)
        for number, door in zip(range(count), doors, strict=False)
    ]
