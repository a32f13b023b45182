"""What the Acts say of visitors, in their own words, and what we call them in a letter.

From legislation.gov.uk (Crown copyright, Open Government Licence v3.0): section 23ZB of
the Children Act 1989 as revised; section 98 of the Social Services and Well-being
(Wales) Act 2014 in its official Welsh text; and, for a letter in English in Wales, the
official Explanatory Notes to it. The Children Act is in English alone: a letter in
Welsh in England quotes nothing and says it in our words.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from forms.casework.machine import Words
from sites.models import Authority


@dataclass(frozen=True)
class Quotation:
    """Words of the law, and where they stand."""

    text: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Law:
    """The section of one nation: its name, its numbers, its words by language.

    `work` says what a visitor does, `expenses` what they recover. Where one quotation
    says both, it stands once, as `work`.
    """

    section: Words
    ends: Words
    objects: Words
    expenses_by: Words
    again: Words
    work: dict[str, Quotation]
    expenses: dict[str, Quotation]
    url: dict[str, str]


ENGLAND = Law(
    section=_("section 23ZB of the Children Act 1989"),
    ends=_("section 23ZB(4) of the Children Act 1989"),
    objects=_("section 23ZB(7) of the Children Act 1989"),
    expenses_by=_("section 23ZB(3)"),
    again=_("section 23ZB(5)"),
    work={
        "en": Quotation(
            "A person appointed under this section must visit, befriend and advise the"
            " child.",
            "Section 23ZB(2)",
        ),
    },
    expenses={
        "en": Quotation(
            "A person appointed under this section is entitled to recover from the"
            " appointing authority any reasonable expenses incurred by that person for"
            " the purposes of that person’s functions under this section.",
            "Section 23ZB(3)",
        ),
    },
    url=dict.fromkeys(
        ("en", "cy"), "https://www.legislation.gov.uk/ukpga/1989/41/section/23ZB"
    ),
)
WALES = Law(
    section=_("section 98 of the Social Services and Well-being (Wales) Act 2014"),
    ends=_("section 98(4) of the Social Services and Well-being (Wales) Act 2014"),
    objects=_("section 98(7) of the Social Services and Well-being (Wales) Act 2014"),
    expenses_by=_("section 98(3)"),
    again=_("section 98(5)"),
    work={
        "cy": Quotation(
            "Rhaid i berson a benodir o dan yr adran hon ymweld â’r plentyn,"
            " ymgyfeillio ag ef a’i gynghori.",
            "Adran 98(2)",
        ),
        "en": Quotation(
            "A person appointed as a visitor under this section must befriend and"
            " advise the child and may claim expenses from the authority that have been"
            " incurred in the exercise of their functions under this section.",
            "Explanatory Notes to the Act, paragraph 284",
        ),
    },
    expenses={
        "cy": Quotation(
            "Y mae hawlogaeth gan berson a benodir o dan yr adran hon i adennill oddi"
            " wrth yr awdurdod penodi unrhyw dreuliau rhesymol a dynnir gan y person"
            " hwnnw at ddibenion ei swyddogaethau o dan yr adran hon.",
            "Adran 98(3)",
        ),
    },
    url={
        "en": "https://www.legislation.gov.uk/anaw/2014/4/section/98",
        "cy": "https://www.legislation.gov.uk/anaw/2014/4/section/98/welsh",
    },
)


def law_of(authority: Authority) -> Law:
    """The law under which a council appoints."""
    return WALES if authority.is_welsh else ENGLAND
