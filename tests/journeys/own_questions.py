"""Own questions of a service, made and published in a line."""

import re
from typing import Any

from django.test import Client
from wagtail.models import Site

from forms.applications.journey import JOURNEY
from forms.journeys.questions.content import (
    Condition,
    Content,
    Kind,
    Question,
    Said,
    Text,
)
from forms.journeys.questions.models import FormVersion
from forms.journeys.questions.services import change, publish

DRIVES = Question(
    id="own_1",
    kind=Kind.YES_NO,
    place="visiting",
    label=Said(en="Do you drive?", cy="Ydych chi’n gyrru?"),
    pair="ydw",
    required=True,
)
CAR = Question(
    id="own_2",
    kind=Kind.CHOICE,
    place="visiting",
    label=Said(en="Whose car is it?", cy="Car pwy ydyw?"),
    help=Said(en="We pay the mileage.", cy="Rydym yn talu am y milltiroedd."),
    choices={
        "a1": Said(en="Mine", cy="Fy nghar i"),
        "a2": Said(en="Somebody else’s", cy="Car rhywun arall"),
    },
    required=True,
    shown_if=Condition(field="own_1", value="yes"),
)
WALKS = Question(
    id="own_3",
    kind=Kind.LONG,
    place="more",
    label=Said(en="Your favourite walk", cy="Eich hoff dro"),
)


def content(*questions: Question, **texts: Said) -> Content:
    """These questions and words."""
    last = max((int(q.id.removeprefix("own_")) for q in questions), default=0)
    said = {key: Text(said=words) for key, words in texts.items()}
    return Content(questions=questions, texts=said, last=last)


def put_in_work(site: Site, *questions: Question, **texts: Said) -> None:
    """Let staff be changing the application to this."""
    made = content(*questions, **texts)
    change(site=site, journey=JOURNEY, how=lambda _now: made)


def publish_form(site: Site, *questions: Question, **texts: Said) -> FormVersion:
    """Publish it for whoever begins from now on."""
    put_in_work(site, *questions, **texts)
    by: Any = None
    return publish(site=site, journey=JOURNEY, by=by)


def hidden_on(staff: Client, address: str) -> dict[str, str]:
    """What the page at `address` carries unseen, as somebody who opens it posts it."""
    page = staff.get(address).content.decode()
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}
