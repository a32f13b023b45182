"""A data protection impact assessment, as far as the software can fill it in.

It says what this software does. How likely and how bad a risk is at a service, what is
left of it and who accepts that, people write: there are lines for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Risk:
    """Something that may go wrong for people, and what the software does about it."""

    what: Words
    measures: Sequence[Words]


WHY_NEEDED: Sequence[Words] = (
    _("It is about children in care: people who cannot easily defend themselves."),
    _("Answers may be of special categories."),
    _("The public writes into it, and staff decide by what they read."),
)
HOW_IT_WORKS: Sequence[Words] = (
    _("People fill in a form in steps. It asks only what fits their answers."),
    _("What is sent becomes a record that staff of this one service work on."),
    _(
        "E-mails about a child hold a reference and a link, and nothing about the"
        " child."
    ),
    _("Nothing is decided by a machine, and nobody is given a score."),
    _("No reader is tracked. A form leaves on a device only the key to what is begun."),
)
PROPORTIONATE: Sequence[Words] = (
    _("A child’s full name, address and date of birth are never asked by a form."),
    _("Each question stands in the privacy notice with its reason."),
    _("E-mail is never needed. No form asks people to consent to the processing."),
    _("What is kept is deleted by a job each night when its time is over."),
    _(
        "A request about a child stays until somebody has filed it in the child’s own"
        " case record: this is not the child’s file, and must not be its only trace."
    ),
)
RISKS: Sequence[Risk] = (
    Risk(
        what=_("Another council’s staff, or the hub, see records of this service."),
        measures=[
            _("Each row belongs to one site, and every screen asks for that."),
            _("Another service’s record answers as if it did not exist."),
            _("A test opens every screen as each role and looks for others’ names."),
        ],
    ),
    Risk(
        what=_("Somebody of the service looks where they have no need to."),
        measures=[
            _("Only coordinators and managers open records."),
            _("Every reading, search, print and export is logged, with who and when."),
            _("Managers see that log; nobody can change it."),
        ],
    ),
    Risk(
        what=_("A stolen disk or backup tells who the people are."),
        measures=[
            _("Names, answers, notes and e-mails are encrypted in the database."),
            _("The keys stand outside it and can be changed one after another."),
            _("Names are found by a keyed mark and not by their letters."),
        ],
    ),
    Risk(
        what=_("Somebody signs in who should not."),
        measures=[
            _("In production everybody needs a second factor."),
            _("Repeated wrong attempts are locked out, and sign-ins are logged."),
            _("Roles end at once when somebody leaves."),
        ],
    ),
    Risk(
        what=_("A child is harmed because somebody at home learns that they asked."),
        measures=[
            _("They choose how to be reached; “work out a safe way” is an answer."),
            _("They can delete what they have written before they send it."),
            _("Replies to carers and relatives never say what is known of a child."),
        ],
    ),
    Risk(
        what=_("A worry about a child is written into a form and nobody reads it."),
        measures=[
            _("No form has a box for worries; every page says whom to ring."),
            _("A young person may ask to be rung, and somebody on duty is told."),
            _("A request that nobody opens goes to the deputy, then to the manager."),
        ],
    ),
    Risk(
        what=_("Records are kept too long, or the only trace of a request is lost."),
        measures=[
            _("Months are set for each kind, shown to the public and carried out."),
            _("A manager can hold a record, with a reason."),
            _("What is not filed turns red, and the manager is told each week."),
        ],
    ),
    Risk(
        what=_("Information passes to another authority without anybody deciding so."),
        measures=[
            _("Nothing is copied between services by itself."),
            _("Somebody sees exactly what would go, ticks twice and says why."),
            _("Both services’ logs say it, and the other accepts it or sends it back."),
        ],
    ),
    Risk(
        what=_("People do not know what happens, or cannot use their rights."),
        measures=[
            _("There is a notice for each kind of reader, in English and in Welsh."),
            _("Young people have one in words of their own."),
            _("Every version of it is kept with its first day."),
        ],
    ),
)
QUESTIONS: Sequence[Words] = (
    _("Whom have you asked: young people, carers, volunteers, staff?"),
    _("What did the data protection officer advise?"),
    _("Which conditions of the Data Protection Act 2018 do you rely on?"),
    _("Where are the servers and the backups, and under which contract?"),
    _("When do you look at this again?"),
)
