"""What a screen says above its questions when something has happened on the way.

Redirects carry a notice by its key in the address, never by its words.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = str | Promise


def _adult(words: Words) -> tuple[Words, Words]:
    """Words of screens that no young person reaches."""
    return words, words


def _young(words: Words) -> tuple[Words, Words]:
    """Words of a form for children, which no adult is asked to fill in."""
    return words, words


NOTICES: dict[str, tuple[Words, Words]] = {
    "early": (
        _("Please answer this question first. We have kept your other answers."),
        pgettext_lazy(
            "to a young person",
            "Please answer this question first. We have kept your other answers.",
        ),
    ),
    "begin": (
        _(
            "We could not find any answers of yours in this browser. Please begin here."
            " If you saved your answers, open the link in our email."
        ),
        pgettext_lazy(
            "to a young person",
            "We could not find any answers of yours in this browser. Please begin here."
            " If you saved your answers, open the link in our email.",
        ),
    ),
    "begin_unsaved": _young(
        pgettext_lazy(
            "to a young person",
            "We could not find any answers of yours in this browser. Please begin"
            " here.",
        )
    ),
    "lost_unsaved": _young(
        pgettext_lazy(
            "to a young person",
            "We could not find your earlier answers in this browser. We have kept what"
            " you have just written.",
        )
    ),
    "changed": (
        _("Because you changed an answer, there is one more question."),
        pgettext_lazy(
            "to a young person",
            "Because you changed an answer, there is one more question.",
        ),
    ),
    "lost": (
        _(
            "We could not find your earlier answers in this browser. We have kept what"
            " you have just written. If you saved your answers, open the link in our"
            " email."
        ),
        pgettext_lazy(
            "to a young person",
            "We could not find your earlier answers in this browser. We have kept what"
            " you have just written. If you saved your answers, open the link in our"
            " email.",
        ),
    ),
    "again": (
        _(
            "This page had been open for a long time. Nothing you wrote is lost: please"
            " press the button once more."
        ),
        pgettext_lazy(
            "to a young person",
            "This page had been open for a long time. Nothing you wrote is lost: please"
            " press the button once more.",
        ),
    ),
    "stale": (
        _(
            "You have answered this question in another window since this page was"
            " opened. What you have written here is still below. Press the button once"
            " more to keep it instead of the other answer."
        ),
        pgettext_lazy(
            "to a young person",
            "You have answered this question in another window since this page was"
            " opened. What you have written here is still below. Press the button once"
            " more to keep it instead of the other answer.",
        ),
    ),
    "busy": (
        _(
            "Too many forms have come from your network in a short time. Your answers"
            " are kept. Please wait an hour and press the button again, or ring us."
        ),
        pgettext_lazy(
            "to a young person",
            "Too many forms have come from your network in a short time. Your answers"
            " are kept. Please wait an hour and press the button again, or ring us.",
        ),
    ),
    "busy_unkept": (
        _(
            "Too many forms have come from your network in a short time. Nothing has"
            " been kept yet. What you have written is still on this page: leave it"
            " open, wait an hour and press the button again, or ring us."
        ),
        pgettext_lazy(
            "to a young person",
            "Too many forms have come from your network in a short time. Nothing has"
            " been kept yet. What you have written is still on this page: leave it"
            " open, wait an hour and press the button again, or ring us.",
        ),
    ),
    "unsaved": (
        _(
            "To keep what you have written on this page, correct it first. Or save"
            " without it: your earlier answers are kept."
        ),
        pgettext_lazy(
            "to a young person",
            "To keep what you have written on this page, correct it first. Or save"
            " without it: your earlier answers are kept.",
        ),
    ),
    "tried": (
        _(
            "Too many codes have been tried from your network. Your answers are kept."
            " Please wait an hour and try again, or ring us."
        ),
        pgettext_lazy(
            "to a young person",
            "Too many codes have been tried from your network. Your answers are kept."
            " Please wait an hour and try again, or ring us.",
        ),
    ),
    "asked_too_often": _adult(
        _(
            "There have been too many tries from your network. Please wait an hour and"
            " try again, or ring us."
        )
    ),
    "withdrawn": _adult(
        _("You have withdrawn. Thank you for thinking of us, and for your time.")
    ),
    "corrected": _adult(_("We have kept your corrected details.")),
    "address_asked": _adult(
        _(
            "We have sent a link to the new email address. Open it to confirm the"
            " address. Until then we go on writing to the one we have."
        )
    ),
    "address_confirmed": _adult(
        _("Thank you. From now on we write to you at this email address.")
    ),
    "address_refused": _adult(
        _(
            "Thank you for telling us. Nothing was changed: we go on writing to this"
            " email address. The people who look after your form know of it."
        )
    ),
    "address_disputed": _adult(
        _(
            "Thank you for telling us. The new address had been confirmed already. The"
            " people who look after your form have been told and will ring. You can"
            " ring us, too."
        )
    ),
    "languages_changed": _adult(
        _("From now on we write and speak to you in the languages you have chosen.")
    ),
    "saved": (
        _("We have sent you the link."),
        pgettext_lazy("to a young person", "We have sent you the link."),
    ),
    "welcome": (
        _("Welcome back. Your answers are as you left them."),
        pgettext_lazy(
            "to a young person", "Welcome back. Your answers are as you left them."
        ),
    ),
}


UNSAVED = {"begin": "begin_unsaved", "lost": "lost_unsaved"}
"""What is said instead where nothing can be saved, and no link leads back."""

# What an address may carry: what a redirect has just done. The rest is said in place.
CARRIED = frozenset(
    {
        "early",
        "changed",
        "lost",
        "welcome",
        "withdrawn",
        "asked_too_often",
        "corrected",
        "address_asked",
        "address_confirmed",
        "address_refused",
        "address_disputed",
        "languages_changed",
    }
)


def notice(key: str, *, young: bool = False) -> Words:
    """The words of a notice; empty for a key that is none of ours."""
    return NOTICES[key][young] if key in NOTICES else ""
