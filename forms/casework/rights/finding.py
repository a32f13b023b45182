"""Find the cases of a person, and those of others that speak of them.

One's own are found by the search drawers. For the others every case of the site is
opened, some at a time: a few times a year, when somebody asks for their rights.
"""

from typing import Any

from django.db.models import Q, QuerySet
from django.views.decorators.debug import sensitive_variables

from cms.privacy import Person, Search, opened
from forms.casework.keying.known import lying_by
from forms.casework.models import Case
from forms.casework.telephone import dialled

_CONTACT = ("display_name", "email", "phone")


@sensitive_variables()
def cases_of(search: Search) -> QuerySet[Any]:
    """Cases under their name, address or number, or of the references they gave."""
    person = search.person
    here = Case.objects.filter(site=person.site)
    known = {"name": person.name, "email": person.email, "phone": person.phone}
    lying = here.filter(lying_by(site=person.site, **known))
    theirs = [case.pk for case in opened(lying, _CONTACT) if _is_of(case, person)]
    return here.filter(Q(pk__in=theirs) | Q(reference__in=person.references))


@sensitive_variables()
def cases_that_mention(search: Search) -> QuerySet[Any]:
    """Cases in whose answers their address, their number or their full name stands."""
    person = search.person
    here = Case.objects.filter(site=person.site)
    found = [
        case.pk
        for case in opened(here, ["answers"])
        if person.is_reached_by(case.answers) or _names(case.answers, person)
    ]
    return here.filter(pk__in=found)


def _is_of(case: Case, person: Person) -> bool:
    address, number = person.email.strip().casefold(), dialled(person.phone)
    return (
        bool(address and case.email.strip().casefold() == address)
        or bool(number and dialled(case.phone) == number)
        or person.is_called(case.display_name)
    )


def _names(answers: Any, person: Person) -> bool:
    """A first name alone stands in too many answers."""
    return " " in person.name.strip() and person.is_called(answers)
