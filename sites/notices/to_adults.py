"""What adults are told, in the order in which the law asks for it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sites.notices.audiences import Audience
from sites.notices.law import law_of
from sites.notices.parts import Item, Part
from sites.notices.telling import Told

COMPLAINTS = "https://ico.org.uk/make-a-complaint/"


def parts(told: Told) -> Iterator[Part]:
    """The whole notice."""
    yield _who_answers(told)
    yield _what_we_ask(told)
    yield _why_we_may(told)
    if told.later:
        heading = _("What we write down later")
        yield Part(heading=heading, items=[Item(words=each) for each in told.later])
    yield _who_sees_it(told)
    yield _how_long(told)
    yield _what_you_can_ask(told)
    yield _whom_to_ask(told)


def _who_answers(told: Told) -> Part:
    service = told.service
    words = []
    if told.controller:
        words.append(
            _(
                "%(controller)s decides how your information is used: in law, it is the"
                " controller."
            )
            % {"controller": told.controller}
        )
    if service.ico_registration:
        words.append(
            _("Registered with the Information Commissioner: %(number)s")
            % {"number": service.ico_registration}
        )
    if told.provider:
        words.append(
            _("%(provider)s runs the service for the council.")
            % {"provider": told.provider}
        )
        words.append(service.text_in("who_controls", told.language))
    return Part(heading=_("Who is responsible"), words=[w for w in words if w])


def _what_we_ask(told: Told) -> Part:
    if told.audience == Audience.STAFF:
        heading, words = _("What we keep of you, and why"), []
    else:
        heading = _("What we ask, and why")
        words = [
            _("You are asked only what fits your answers. E-mail is never needed.")
        ]
    items = [Item(words=each.why, under=each.asked) for each in told.reasons]
    return Part(heading=heading, words=words, items=items)


def _why_we_may(told: Told) -> Part:
    words = []
    if told.provider:
        words.append(
            _(
                "A charity or another organisation runs this service. On what basis it"
                " uses your information is what it says above under “Who is"
                " responsible”, and in its own privacy notice."
            )
        )
    else:
        words.append(
            _(
                "Finding and supporting independent visitors is a public task that the"
                " law gives to councils: %(law)s. That is our basis, so we do not ask"
                " you to consent to it."
            )
            % {"law": law_of(told.service)}
        )
    if told.is_special:
        words.append(
            _(
                "Some answers may tell of somebody’s health, origin, beliefs or private"
                " life. We use them only for social care, or where the law sees a"
                " substantial public interest: keeping children safe."
            )
        )
    return Part(heading=_("Why we may use it"), words=words)


def _who_sees_it(told: Told) -> Part:
    items = [
        _(
            "This service’s own coordinators and managers. Each time somebody opens a"
            " person’s record, that is logged."
        ),
        _("The company that runs this website for us, under contract."),
        *told.recipients,
    ]
    return Part(
        heading=_("Who sees it"),
        words=[
            _(
                "Other councils and the national hub cannot open it. Nobody buys it,"
                " and no advertiser sees it."
            )
        ],
        items=[Item(words=each) for each in items],
    )


def _how_long(told: Told) -> Part:
    items = [
        Item(
            words=_("%(what)s: %(how_long)s")
            % {"what": each.what, "how_long": each.how_long}
        )
        for each in told.kept
    ]
    words = [_("When that time is over, it is deleted by itself, for good.")]
    return Part(heading=_("How long we keep it"), words=words, items=items)


def _what_you_can_ask(told: Told) -> Part:
    rights = [
        _("To see what we hold about you."),
        _("To have mistakes put right."),
        _(
            "To have it erased, where we do not have to keep it. We tell you what we"
            " keep, why, and until when."
        ),
        _("To have us stop using it while a question about it is open."),
        _("To object to how we use it."),
    ]
    return Part(
        heading=_("What you can ask"),
        words=[_("We answer within one month. It costs nothing.")],
        items=[Item(words=each) for each in rights],
    )


def _whom_to_ask(told: Told) -> Part:
    service = told.service
    ways = [
        (_("Data protection officer"), service.dpo_contact),
        (_("Phone number"), service.phone),
        (_("Email address"), service.email),
    ]
    return Part(
        heading=_("Whom to ask"),
        words=[
            _(
                "If you are not happy with our answer, you can go to the Information"
                " Commissioner’s Office: %(address)s"
            )
            % {"address": COMPLAINTS}
        ],
        items=[
            Item(words=_("%(name)s: %(contact)s") % {"name": name, "contact": contact})
            for name, contact in ways
            if contact
        ],
    )
