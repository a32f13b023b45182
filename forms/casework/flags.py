"""Why a person should look at a case before anything else, in words.

A flag is a code for the machine and a reason for people, kept in both languages.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


@dataclass(frozen=True)
class Flag:
    """A code and the reason that staff read; `urgent` ones stand in the notice too.

    So an urgent reason says nothing of the person.
    """

    code: str
    reason: str | Promise
    urgent: bool = False


KNOWN = (
    Flag("honeypot", _("A field people cannot see was filled in: it may be spam.")),
    Flag("too_fast", _("It was filled in faster than people usually can.")),
    Flag("rate", _("Many forms came from the same place in a short time.")),
    Flag("captcha_failed", _("The spam check did not pass.")),
    Flag("captcha_doubtful", _("The spam check could not tell person from machine.")),
    Flag("captcha_too_old", _("The spam check had run out when they sent the form.")),
    Flag("captcha_unreachable", _("The spam check could not be reached.")),
    Flag(
        "captcha_missing",
        _("The spam check did not run in their browser: it may have been blocked."),
    ),
    Flag(
        "captcha_keys",
        _(
            "Google did not accept this service’s keys for the spam check: tell the"
            " service manager."
        ),
    ),
    Flag("other_council", _("Another council looks after the child.")),
    Flag(
        "unknown_council", _("They are not sure which council looks after the child.")
    ),
    Flag(
        "unconfirmed_sender",
        _(
            "They are not known yet by an e-mail address of the council, nor by our"
            " link."
        ),
    ),
    Flag(
        "worry", _("They would like someone to ring them about a worry."), urgent=True
    ),
    Flag(
        "worry_no_number",
        _(
            "They have left no number for the call about the worry: work out a safe"
            " way to reach them."
        ),
        urgent=True,
    ),
    Flag(
        "under_13",
        _(
            "Under 13: make first contact through a professional the council knows,"
            " never through an adult the child did not pick."
        ),
    ),
)
_BY_CODE = {flag.code: flag for flag in KNOWN}


def known(flags: Iterable[Flag | str]) -> list[Flag]:
    """Flags from flags and from the codes of those we know."""
    return [_BY_CODE.get(f, Flag(f, f)) if isinstance(f, str) else f for f in flags]


def kept(flags: Iterable[Flag]) -> list[dict[str, str]]:
    """The flags as they are stored: code, reason in English, reason in Welsh."""
    rows = []
    for flag in flags:
        row = {"code": flag.code}
        for language in ("en", "cy"):
            with override(language):
                row[language] = str(flag.reason)
        rows.append(row)
    return rows
