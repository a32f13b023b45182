"""What a young person is told: the same, in short words of their own, with "ti"."""

from collections.abc import Iterator

from django.utils.translation import pgettext

from sites.notices.parts import Item, Part
from sites.notices.telling import Told
from sites.notices.to_adults import COMPLAINTS


def parts(told: Told) -> Iterator[Part]:
    """The whole notice."""
    yield _what_we_ask(told)
    yield _who_sees_it(told)
    yield _why_we_may(told)
    if told.later:
        yield Part(
            heading=pgettext("to a young person", "What we write down later"),
            items=[Item(words=each) for each in told.later],
        )
    yield _how_long(told)
    yield _what_you_can_ask()
    yield _whom_to_ask(told)


def _what_we_ask(told: Told) -> Part:
    return Part(
        heading=pgettext("to a young person", "What we ask you, and why"),
        words=[
            pgettext(
                "to a young person",
                "We only ask what we need. We do not follow what you do on this site.",
            )
        ],
        items=[Item(words=each.why, under=each.asked) for each in told.reasons],
    )


def _who_sees_it(told: Told) -> Part:
    items = [
        pgettext(
            "to a young person",
            "The people who work for this service. We write down each time one of them"
            " looks.",
        ),
        pgettext(
            "to a young person",
            "The company that looks after this website. It has promised to keep it"
            " safe.",
        ),
        *told.recipients,
    ]
    return Part(
        heading=pgettext("to a young person", "Who sees it"),
        items=[Item(words=each) for each in items],
    )


def _why_we_may(told: Told) -> Part:
    words = [
        pgettext(
            "to a young person",
            "Councils must think about a visitor for every child they look after. The"
            " law says so, and that is why we may use what you tell us.",
        )
    ]
    if told.controller:
        words.append(
            pgettext(
                "to a young person", "%(controller)s is in charge of how it is used."
            )
            % {"controller": told.controller}
        )
    if told.provider:
        words.append(
            pgettext(
                "to a young person", "%(provider)s runs the service for the council."
            )
            % {"provider": told.provider}
        )
        words.append(told.service.text_in("who_controls", told.language))
    return Part(
        heading=pgettext("to a young person", "Why we may use it"),
        words=[w for w in words if w],
    )


def _how_long(told: Told) -> Part:
    items = [
        pgettext("to a young person", "%(what)s: %(how_long)s")
        % {"what": each.what, "how_long": each.how_long}
        for each in told.kept
    ]
    return Part(
        heading=pgettext("to a young person", "How long we keep it"),
        words=[pgettext("to a young person", "After that it is deleted.")],
        items=[Item(words=each) for each in items],
    )


def _what_you_can_ask() -> Part:
    rights = [
        pgettext("to a young person", "You can ask to see what we have about you."),
        pgettext("to a young person", "You can ask us to put something right."),
        pgettext(
            "to a young person",
            "You can ask us to delete it. If we have to keep something, we tell you"
            " what, why and how long.",
        ),
        pgettext(
            "to a young person", "You can tell us that you do not like how we use it."
        ),
    ]
    return Part(
        heading=pgettext("to a young person", "What you can ask us"),
        words=[
            pgettext(
                "to a young person",
                "Anybody can ask, whatever their age. A grown-up you trust can help"
                " you. We answer within a month.",
            )
        ],
        items=[Item(words=each) for each in rights],
    )


def _whom_to_ask(told: Told) -> Part:
    service = told.service
    ways = [
        (pgettext("to a young person", "Ring us"), service.phone),
        (pgettext("to a young person", "Write to us"), service.email),
        (
            pgettext(
                "to a young person", "The person who checks that we do this right"
            ),
            service.dpo_contact,
        ),
    ]
    return Part(
        heading=pgettext("to a young person", "Whom you can ask"),
        words=[
            pgettext(
                "to a young person",
                "If you do not like our answer, you can tell the Information"
                " Commissioner’s Office: %(address)s",
            )
            % {"address": COMPLAINTS}
        ],
        items=[
            Item(
                words=pgettext("to a young person", "%(name)s: %(contact)s")
                % {"name": name, "contact": contact}
            )
            for name, contact in ways
            if contact
        ],
    )
