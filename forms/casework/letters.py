"""What coordinators often write: letters in both languages, to edit before sending."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.models import Site

from cms.mail import EditableMail, Place
from cms.mail_words import MailText, one_gap, own_words, put
from forms.casework.mails import NAME, REFERENCE
from forms.casework.models import Case

LINK = "{link}"


@dataclass(frozen=True)
class Letter:
    """A letter with places for {name}, {reference}, {service} and {coordinator}.

    One that `invites` has a place for {and_language} too, after a question: there the
    letter asks which language they want to use, where the service must ask.

    Where it has a `link`, {link} stays in its body until it is sent: only then is the
    address made, and nobody on the staff reads it. `refuses` says of several cases
    which cannot have it, by their keys, and why: whoever chose them sees that first.
    """

    key: str
    title: str | Promise
    subject: str | Promise
    body: str | Promise
    link: Callable[[Case], str] | None = None
    refuses: Callable[[Sequence[Case]], Mapping[int, str]] | None = None
    invites: bool = False


@dataclass(frozen=True)
class Written:
    """A letter filled in, in one language."""

    subject: str
    body: str


AND_LANGUAGE = _("Tell us too whether you would like to speak Welsh or English.")
COORDINATOR = Place(
    name="coordinator", means=_("who writes the letter"), example="Gethin Parry"
)
QUESTION = Place(
    name="and_language",
    means=_("the question which language they would like, where you have to ask"),
    example=format_lazy(" {}", AND_LANGUAGE),
    required=True,
)
ADDRESS = Place(
    name="link",
    means=_("the link to the form, made for this person when the letter goes"),
    example="https://iv.example/d/k7d2mq",
    required=True,
    link=True,
)
RING = Letter(
    "ring",
    _("Can we ring you?"),
    _("Can we ring you? ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for getting in touch with {service}. We would like to ring you for"
        " a talk. It takes about twenty minutes, and you can ask us anything.\n\n"
        "When is a good time, and on which number?{and_language}\n\n"
        "Best wishes,\n{coordinator}"
    ),
    invites=True,
)
MEET = Letter(
    "meet",
    _("Come and meet us"),
    _("Would you like to meet us? ({reference})"),
    _(
        "Hello {name},\n\n"
        "We would like to invite you to meet us:\n\n"
        "…\n\n"
        "Can you come?{and_language} If there is anything you need, or another day"
        " would be better, please say so.\n\n"
        "Best wishes,\n{coordinator}"
    ),
    invites=True,
)
MORE = Letter(
    "more",
    _("We need a little more"),
    _("A question about your form ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for your form. Before we go on, there is something we would like to"
        " ask:\n\n"
        "…\n\n"
        "You can answer this mail, or ring us if you would rather talk.\n\n"
        "Best wishes,\n{coordinator}"
    ),
)
NOT_NOW = Letter(
    "not_now",
    _("Not right now"),
    _("About your form ({reference})"),
    _(
        "Hello {name},\n\n"
        "Thank you for getting in touch with {service}, and for the time you gave us."
        " We cannot go on with this right now:\n\n"
        "…\n\n"
        "If you have any questions, please ring us. You are welcome to get in touch"
        " with us again.\n\n"
        "Best wishes,\n{coordinator}"
    ),
)
NEXT = Letter(
    "next",
    _("The next step"),
    _("The next step ({reference})"),
    _(
        "Hello {name},\n\n"
        "We enjoyed talking to you, and we would like to go on. What happens next:\n\n"
        "…\n\n"
        "It may take some weeks. If it takes longer than we said, we will tell you"
        " why.\n\n"
        "Best wishes,\n{coordinator}"
    ),
)
LETTERS = (RING, MEET, MORE, NOT_NOW, NEXT)

BLANK = Letter(
    "own",
    _("Your own words"),
    pgettext_lazy("subject of a mail", "About your form ({reference})"),
    _("Hello {name},\n\n…\n\nBest wishes,\n{coordinator}"),
)


def changeable(
    letter: Letter, *, label: str, to: str | Promise, sent: str | Promise
) -> EditableMail:
    """The letter as a mail whose words a service may change, in one inbox alone.

    What is right to a volunteer may be wrong to a social worker: each inbox, by its
    `label`, has words of its own. `to` says in a few words to whom it goes.
    """
    return EditableMail(
        template=_called(label, letter),
        title=format_lazy("{}: {}", to, letter.title),
        sent=sent,
        places=(
            NAME,
            replace(REFERENCE, required=False),
            COORDINATOR,
            *([QUESTION] * letter.invites),
            *([ADDRESS] * bool(letter.link)),
        ),
        words=(letter.subject, letter.body),
    )


def words_of(letter: Letter, site: Site, kind: str, language: str) -> MailText:
    """What the letter says at a service, its places open: its own words, or ours."""
    _mail, own = own_words(site, _called(kind, letter), {})
    with override(language):
        ours = MailText(subject=str(letter.subject), text=str(letter.body))
    return own.get(language, ours)


def put_in(words: MailText, places: Mapping[str, str]) -> Written:
    """The letter with values in its places; one that is empty leaves no gap."""
    body = re.sub(r"^ +", "", put(words.text, places), flags=re.MULTILINE)
    return Written(subject=put(words.subject, places), body=one_gap(body))


def question(language: str, *, asks_language: bool) -> str:
    """What stands for {and_language}: the question, where the service must ask."""
    with override(language):
        return f" {AND_LANGUAGE}" if asks_language else ""


def write_letter(
    letter: Letter,
    case: Case,
    *,
    service: str,
    coordinator: str,
    language: str,
    asks_language: bool,
) -> Written:
    """The letter for this case in `language`."""
    return put_in(
        words_of(letter, case.site, case.kind, language),
        {
            "name": case.display_name,
            "reference": case.reference,
            "service": service,
            "coordinator": coordinator,
            "link": LINK,
            "and_language": question(language, asks_language=asks_language),
        },
    )


def _called(label: str, letter: Letter) -> str:
    return f"{label}/letter_{letter.key}"
