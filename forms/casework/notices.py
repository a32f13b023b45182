"""The mails of what arrives: to the service, and to whoever sent it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.functional import Promise
from wagtail.models import Site

from cms.mail import queue_mail, site_url
from cms.roles import CASEWORK_ROLES, Role
from forms.casework.duty.people import on_duty
from forms.casework.models import Case
from sites.cover import caseworkers, present
from sites.models import FormTerms, Service, Told

TOLD_SERVICE = (
    "casework/new_case",
    "casework/more_arrived",
    "casework/person_acted",
    "casework/unread",
)
"""The mails of casework itself that go to staff, not to the person of the case."""
FOR_STAFF = "_for_staff"
"""So ends the name of a plugin's mail that goes to staff."""
TO_OTHERS = "_to_others"
"""So ends the name of a plugin's mail about a case that goes to neither."""


def goes_to_staff(template: str) -> bool:
    """Whether a mail of a case goes to staff, by its template."""
    return template in TOLD_SERVICE or template.endswith(FOR_STAFF)


def goes_to_others(template: str) -> bool:
    """Whether a mail of a case goes neither to its person nor to staff."""
    return template.endswith(TO_OTHERS)


def tell_service(case: Case, *, urgent: Sequence[str | Promise] = ()) -> None:
    """Mail the reference to whom the service wants told, and what is urgent.

    A young person's request alerts whoever is on duty besides.
    Nothing of the person stands in it: anybody in the office may read that mail.
    """
    service = Service.objects.filter(site=case.site).first()
    if service is None:
        return
    found = dict(told_of(service, case.kind))
    if case.from_young:
        found |= {p.email: p.preferred_language for p in on_duty(service, case.kind)}
    for address, language in found.items():
        queue_mail(
            site=case.site,
            to=address,
            template="casework/new_case",
            language=language,
            context={
                "reference": case.reference,
                "urgent": list(urgent),
                "url": site_url(case.site, "/admin/"),
            },
            case_reference=case.reference,
        )


def tell_of_more(case: Case) -> None:
    """Tell who works on the case that more answers have come."""
    _tell_who_has_it(case, template="casework/more_arrived")


def tell_what_they_did(case: Case, what: str | Promise) -> None:
    """Tell who works on the case what its person has done on the website.

    `what` names nobody and quotes nothing.
    """
    _tell_who_has_it(case, template="casework/person_acted", what=what)


def _tell_who_has_it(case: Case, *, template: str, **more: Any) -> None:
    """Mail the reference to whoever has the case, else to whom the service wants told.

    Whoever is away is told through their deputy.
    """
    service = Service.objects.filter(site=case.site).first()
    if service is None:
        return
    found = dict(_assignee(case)) or dict(told_of(service, case.kind))
    for address, language in found.items():
        queue_mail(
            site=case.site,
            to=address,
            template=template,
            language=language,
            context={
                "reference": case.reference,
                "url": site_url(case.site, "/admin/"),
                **more,
            },
            case_reference=case.reference,
        )


def _assignee(case: Case) -> Iterator[tuple[str, str]]:
    mine = caseworkers(case.site).filter(pk=case.assignee_id or 0)
    for person in present(mine, case.site):
        yield person.email, person.preferred_language


def told_of(service: Service, kind: str) -> list[tuple[str, str]]:
    """Addresses that hear of a new case of `kind`, each with its language.

    Whoever is away is told through their deputy. Where nobody is left to tell (the
    people named have gone), the service's own address is told, else its managers.
    """
    terms = service.terms_of(kind)
    found = dict(_told(service, terms))
    if not found:
        found = dict(_mailbox(service))
    if not found:
        found = dict(_people(service.site, {Role.MANAGER.value}, ()))
    return list(found.items())


def _told(service: Service, terms: FormTerms) -> Iterator[tuple[str, str]]:
    if Told.MAILBOX in terms.told:
        yield from _mailbox(service)
    roles = {role for role in terms.told if role in CASEWORK_ROLES}
    yield from _people(service.site, roles, terms.told_people)


def _mailbox(service: Service) -> Iterator[tuple[str, str]]:
    if service.email:
        yield service.email, service.language_for_anyone()


def _people(
    site: Site, roles: set[str], named: Sequence[int]
) -> Iterator[tuple[str, str]]:
    """Caseworkers of the site, by role or by name: nobody who has left it."""
    if not roles and not named:
        return
    by_name = caseworkers(site).filter(pk__in=named)
    people = {p.pk: p for p in (*caseworkers(site, roles), *by_name)}
    for person in present(people.values(), site):
        yield person.email, person.preferred_language


def acknowledge(case: Case, *, template: str, **more: Any) -> None:
    """Mail their reference, and `more`, to whoever sent it, if they have an address."""
    if not case.email:
        return
    queue_mail(
        site=case.site,
        to=case.email,
        template=template,
        language=case.language,
        context={"name": case.display_name, "reference": case.reference, **more},
        case_reference=case.reference,
    )
