"""Change a form's own questions and words, unseen by anybody, and publish them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext
from wagtail.models import Site

from forms.journeys.declaring import Journey
from forms.journeys.questions.content import Content, Question, Text
from forms.journeys.questions.judging import contradictions, uneven
from forms.journeys.questions.marks import refuse_unread
from forms.journeys.questions.models import FormInWork, FormVersion
from sites.models import Service


class Refused(Exception):
    """It cannot be changed or published like this; `reasons` say why, for staff."""

    def __init__(self, reasons: list[str]) -> None:
        self.reasons = reasons
        super().__init__(" ".join(reasons))


class NothingToPublish(Exception):
    """Nothing was changed since the newest version, or somebody has published it."""


def newest_version(site: Site, kind: str) -> FormVersion | None:
    """What new applicants are asked; None while the form is as supplied."""
    return FormVersion.objects.filter(site=site, kind=kind).order_by("-number").first()


def content_in_work(site: Site, kind: str) -> Content:
    """What staff are changing, else what is published, else nothing."""
    row = FormInWork.objects.filter(site=site, kind=kind).first()
    return row.read() if row else published_content(site, kind)


def published_content(site: Site, kind: str) -> Content:
    """What whoever begins now is asked besides what is supplied."""
    newest = newest_version(site, kind)
    return newest.read() if newest else Content()


@transaction.atomic
def change(
    *, site: Site, journey: Journey, how: Callable[[Content], Content]
) -> Content:
    """Change what is in work under a lock. Raises Refused where it would not hold."""
    row = _locked(site, journey.kind)
    changed = how(row.read())
    _refuse_contradictions(journey, changed)
    published = published_content(site, journey.kind)
    if replace(changed, last=published.last) == published:
        row.delete()  # Somebody has taken a change back.
        return changed
    row.content = changed.written()
    row.save()
    return changed


def write_question(
    *,
    site: Site,
    journey: Journey,
    write: Callable[[str], Question],
    key: str = "",
    seen: str = "",
) -> Content:
    """Change the question `key`, or add one; `write` makes it of the id it is given.

    `seen` is the mark of what its writer has read: ChangedMeanwhile if it is no longer.
    """

    def how(now: Content) -> Content:
        if key:
            refuse_unread(now.question(key), seen=seen, now=now)
        return now.having(write(key or f"own_{now.last + 1}"))

    return change(site=site, journey=journey, how=how)


def keep_text(
    *, site: Site, journey: Journey, key: str, text: Text | None, seen: str
) -> Content:
    """Say a text in the service's own words; None: as supplied.

    `seen` as in write_question.
    """

    def how(now: Content) -> Content:
        refuse_unread(now.texts.get(key), seen=seen, now=now)
        others = {name: said for name, said in now.texts.items() if name != key}
        return replace(now, texts={**others, key: text} if text else others)

    return change(site=site, journey=journey, how=how)


def retire(*, site: Site, journey: Journey, key: str, retired: bool = True) -> Content:
    """Stop asking a question, or ask it again."""

    def how(now: Content) -> Content:
        question = now.question(key)
        return now.having(replace(question, retired=retired)) if question else now

    return change(site=site, journey=journey, how=how)


def is_published(site: Site, kind: str, key: str) -> bool:
    """Whether a question was ever published: the newest version has all that were."""
    return published_content(site, kind).question(key) is not None


def delete(*, site: Site, journey: Journey, key: str) -> Content:
    """Take out a question that nobody was asked. Raises Refused for any other.

    Those that somebody may have answered are retired, and their words are kept.
    """

    def how(now: Content) -> Content:
        if is_published(site, journey.kind, key):
            raise Refused([gettext("It has been published: it can only be retired.")])
        return now.without(key)

    return change(site=site, journey=journey, how=how)


def move(*, site: Site, journey: Journey, key: str, by: int) -> Content:
    """Let a question change places with the one before (-1) or after it (1)."""

    def how(now: Content) -> Content:
        question = now.question(key)
        beside = [q for q in now.asked if question and q.place == question.place]
        if question not in beside:
            return now
        there = beside.index(question) + by
        if not 0 <= there < len(beside):
            return now
        swapped = {question.id: beside[there], beside[there].id: question}
        return replace(
            now, questions=tuple(swapped.get(q.id, q) for q in now.questions)
        )

    return change(site=site, journey=journey, how=how)


@transaction.atomic
def publish(*, site: Site, journey: Journey, by: Any) -> FormVersion:
    """Make what is in work the next version, for everybody who begins from now on.

    Raises Refused where it contradicts itself or, where the Welsh language standards
    apply, stands in one language alone; NothingToPublish.
    """
    row = FormInWork.objects.select_for_update().filter(site=site, kind=journey.kind)
    in_work = row.first()
    if in_work is None or in_work.read() == published_content(site, journey.kind):
        raise NothingToPublish
    content = in_work.read()
    _refuse_contradictions(journey, content)
    if Service.objects.get(site=site).welsh_standards and uneven(journey, content):
        names = [str(pair.name) for pair in uneven(journey, content).values()]
        raise Refused(names)
    newest = newest_version(site, journey.kind)
    version = FormVersion.objects.create(
        site=site,
        kind=journey.kind,
        number=newest.number + 1 if newest else 1,
        content=content.written(),
        published_by=by,
    )
    in_work.delete()
    return version


def throw_away(*, site: Site, kind: str) -> None:
    """Forget what is in work: staff go on from what is published."""
    FormInWork.objects.filter(site=site, kind=kind).delete()


def _locked(site: Site, kind: str) -> FormInWork:
    start = {"content": content_in_work(site, kind).written()}
    FormInWork.objects.get_or_create(site=site, kind=kind, defaults=start)
    return FormInWork.objects.select_for_update().get(site=site, kind=kind)


def _refuse_contradictions(journey: Journey, content: Content) -> None:
    found = list(contradictions(journey, content))
    if found:
        raise Refused(found)
