"""Tell the privacy notices what the forms that are on at a service ask of whom."""

from collections.abc import Iterator, Sequence
from functools import partial

from django.utils.translation import get_language, gettext, pgettext

from cms.activation import is_on
from cms.language.counting import counted
from cms.plugins import plugin_of
from forms.journeys.collecting import Collects
from forms.journeys.declaring import Journey, Situation, Words
from forms.journeys.doors import Form, forms
from forms.journeys.drafts import CHILDS_LIFE, SAVED_LIFE, UNSAVED_LIFE
from forms.journeys.questions.services import published_content
from forms.journeys.terms import months_kept
from sites.details import how_long
from sites.models import Service
from sites.notices.audiences import Audience
from sites.notices.declaring import Collected, KeptFor, Reason, register_collecting


@register_collecting
def collected_by_forms(service: Service) -> Iterator[Collected]:
    """Each part of each form, once for each kind of reader that it is asked of."""
    for form in forms():
        if is_on(service.site, form.kind):
            for journey in form.doors:
                yield from _collected(service, form, journey)


def _collected(service: Service, form: Form, journey: Journey) -> Iterator[Collected]:
    declared = journey.collecting
    for number, part in enumerate(declared.parts if declared else ()):
        for audience in part.audiences:
            first = number == _first_with(journey, audience)
            yield Collected(
                key=f"{journey.form_key}:{number}",
                audience=audience,
                title=_title(form),
                whose=str(part.whose),
                ask=partial(_asked, service, journey, part, with_own=first),
                kept=_kept(service, form, journey, audience),
                later=[str(words) for words in part.later],
                recipients=[
                    *map(str, part.recipients),
                    *_google(service, journey, audience),
                ],
            )


def _first_with(journey: Journey, audience: Audience) -> int:
    """The part under which a service's own questions stand for these readers."""
    parts = journey.collecting.parts if journey.collecting else ()
    return next(n for n, part in enumerate(parts) if audience in part.audiences)


def _title(form: Form) -> str:
    plugin = plugin_of(form.kind)
    return str(plugin.verbose_name) if plugin else form.kind


def _asked(
    service: Service, journey: Journey, part: Collects, *, with_own: bool
) -> Sequence[Reason]:
    labels = _labels(service, journey)
    reasons = [
        Reason(
            why=str(use.why),
            asked=tuple(labels[name] for name in use.fields if name in labels),
            special=use.special,
        )
        for use in part.uses
        if use.is_asked_at(service)
    ]
    own = _own_questions(service, journey) if with_own else None
    return [reason for reason in [*reasons, own] if reason and reason.asked]


def _labels(service: Service, journey: Journey) -> dict[str, str]:
    """What each field asks here. A form leaves out what the service does not ask."""
    situation = Situation(site=service.site, service=service, language=_language())
    return {
        name: str(field.label)
        for step in journey.steps
        for name, field in step.form(situation).fields.items()
    }


def _own_questions(service: Service, journey: Journey) -> Reason | None:
    """What the service asks besides, in its newest version."""
    if journey.own_questions is None:
        return None
    asked = published_content(service.site, journey.kind).asked
    return Reason(
        why=gettext("to know what else matters to this service"),
        asked=tuple(question.label.spoken(_language()) for question in asked),
    )


def _kept(
    service: Service, form: Form, journey: Journey, audience: Audience
) -> list[KeptFor]:
    words = _words_of_keepings(journey, audience)
    return [
        *_unsent(journey, audience),
        *(
            KeptFor(
                what=str(words.get(keeping.key, keeping.label)),
                how_long=how_long(months_kept(service, form.kind, keeping)),
            )
            for keeping in journey.keepings
        ),
    ]


def _words_of_keepings(journey: Journey, audience: Audience) -> dict[str, Words]:
    """These readers' own words for what is kept, whichever part declares them."""
    parts = journey.collecting.parts if journey.collecting else ()
    return {
        key: words
        for part in parts
        if audience in part.audiences
        for key, words in part.kept_words.items()
    }


def _unsent(journey: Journey, audience: Audience) -> Iterator[KeptFor]:
    """What was begun and not sent."""
    if journey.for_children:
        hours = CHILDS_LIFE.seconds // 3600
        yield KeptFor(
            what=pgettext("to a young person", "What you begin and do not send"),
            how_long=counted(hours, "awr"),
        )
        return
    begun, saved = gettext("A form begun and not sent"), gettext("A form that is saved")
    if audience.is_young:
        begun = pgettext("to a young person", "What you begin and do not send")
        saved = pgettext("to a young person", "What you ask us to save for later")
    yield KeptFor(what=begun, how_long=counted(UNSAVED_LIFE.days, "diwrnod"))
    yield KeptFor(what=saved, how_long=counted(SAVED_LIFE.days, "diwrnod"))


def _google(service: Service, journey: Journey, audience: Audience) -> Iterator[str]:
    """Google, where it checks whether somebody is a machine; never a young person."""
    keys = (service.recaptcha_public_key, service.recaptcha_private_key)
    if all(keys) and journey.captcha and not audience.is_young:
        yield gettext(
            "Google, where the form says that it checks against spam: that you use the"
            " form, never what you write."
        )


def _language() -> str:
    return "cy" if get_language() == "cy" else "en"
