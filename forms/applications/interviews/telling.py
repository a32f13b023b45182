"""Tell the applicant and whoever meets them, with a file for the calendar of each.

Both files are of one event, by its `uid`; neither shows the address of the other. In a
colleague's calendar, which others may see, the applicant is a reference.
"""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from cms.mail import (
    CALENDAR,
    Meeting,
    calendar_of,
    queue_mail,
    sender_address,
    site_url,
)
from forms.applications.interviews.mails import (
    about_language,
    how_to_meet,
    in_each_language,
)
from forms.applications.interviews.models import Interview
from sites.models import Service

IN_LANGUAGE = {
    "cy": gettext_lazy("The interview will be in Welsh."),
    "en": gettext_lazy("The interview will be in English."),
}


def tell_both(interview: Interview, *, goes_on: bool = True) -> None:
    """Mail what stands now, or that it is called off, to both sides of it."""
    _tell_applicant(interview, goes_on=goes_on)
    if interview.host:
        tell_host(interview, host=interview.host, is_off=_is_off(interview))


@sensitive_variables()
def _tell_applicant(interview: Interview, *, goes_on: bool) -> None:
    case = interview.case
    if not case.email:
        return
    service = Service.for_site(case.site)
    off = _is_off(interview)
    queue_mail(
        site=case.site,
        to=case.email,
        template="applications/interview_off" if off else "applications/interview",
        language=case.language,
        context={
            **_shown(interview),
            "name": case.display_name,
            "how_to_meet": in_each_language(how_to_meet)(
                interview.way, interview.where
            ),
            "about_language": in_each_language(about_language)(
                interview.language, service.asks_which_language
            ),
            "coordinator": in_each_language(_signed)(interview, service),
            "goes_on": goes_on,
            CALENDAR: in_each_language(_for_applicant)(interview, service),
        },
        case_reference=case.reference,
    )


@sensitive_variables()
def tell_host(interview: Interview, *, host: Any, is_off: bool) -> None:
    """Mail whoever meets the applicant, or no longer does."""
    case = interview.case
    address = reverse("applications:case", args=[case.pk])
    queue_mail(
        site=case.site,
        to=host.email,
        template="applications/interview_for_staff",
        language=host.preferred_language,
        context={
            **_shown(interview),
            "is_off": is_off,
            "has_email": bool(case.email),
            "url": site_url(case.site, address),
            CALENDAR: in_each_language(_for_host)(interview, host, is_off),
        },
        case_reference=case.reference,
    )


def _is_off(interview: Interview) -> bool:
    return interview.status == Interview.Status.CANCELLED


def _shown(interview: Interview) -> dict[str, Any]:
    """What every mail of an interview says of it."""
    return {
        "reference": interview.case.reference,
        "begins": interview.begins_at,
        "minutes": interview.minutes,
        "way": interview.way,
        "where": interview.where,
        "host": str(interview.host or ""),
        "spoken": interview.language,
        "is_change": interview.sequence > 0,
    }


def _signed(interview: Interview, service: Service) -> str:
    """Who wrote it; the service where the applicant ended it by themselves."""
    return str(interview.by or service.name_in(get_language() or "en"))


@sensitive_variables()
def _for_applicant(interview: Interview, service: Service) -> str:
    case = interview.case
    name = service.name_in(get_language() or "en")
    where = interview.where
    if interview.way == Interview.Way.PHONE:
        where = _("By phone: %(number)s") % {"number": where}
    return _written(
        interview,
        guest=case.email,
        summary=_("Interview: %(service)s") % {"service": name},
        where=where,
        is_off=_is_off(interview),
    )


@sensitive_variables()
def _for_host(interview: Interview, host: Any, is_off: bool) -> str:
    case = interview.case
    where = interview.where
    if interview.way == Interview.Way.PHONE:
        where = _("By phone: the number is on the case")
    return _written(
        interview,
        guest=host.email,
        summary=_("Interview: %(reference)s") % {"reference": case.reference},
        where=where,
        is_off=is_off,
    )


@sensitive_variables()
def _written(
    interview: Interview, *, guest: str, summary: str, where: str, is_off: bool
) -> str:
    case = interview.case
    service = Service.for_site(case.site)
    said = [_("Reference: %(reference)s") % {"reference": case.reference}]
    if interview.language:
        said.append(str(IN_LANGUAGE[interview.language]))
    return calendar_of(
        Meeting(
            uid=str(interview.uid),
            sequence=interview.sequence,
            begins=interview.begins_at,
            ends=interview.ends_at,
            summary=summary,
            where=where,
            description="\n".join(said),
            organiser=service.email or sender_address(),
            organiser_name=service.name_in(get_language() or "en"),
            guest=guest,
            cancelled=is_off,
        )
    )
