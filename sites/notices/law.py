"""Which law gives the task, by nation: what public task means here."""

from django.utils.translation import gettext

from sites.models import Service


def law_of(service: Service) -> str:
    """The section that gives this council the task; both Acts where none is known."""
    if service.authority is None:
        return gettext(
            "section 23ZB of the Children Act 1989 or section 98 of the Social Services"
            " and Well-being (Wales) Act 2014"
        )
    if service.authority.is_welsh:
        return gettext(
            "section 98 of the Social Services and Well-being (Wales) Act 2014"
        )
    return gettext("section 23ZB of the Children Act 1989")
