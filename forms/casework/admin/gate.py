"""What stands in front of every screen of an inbox."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Site

from cms.activation import is_on
from cms.admin import SiteScoped, current_site, roles_at
from cms.privacy import log_list
from cms.roles import CASEWORK_ROLES
from forms.casework.kinds import shows_stages
from forms.casework.machine import Machine
from forms.casework.models import Case


def may_open(request: HttpRequest, kind: str) -> bool:
    """Whether the person works the inbox `kind` at the host's site, where it is on."""
    site = Site.find_for_request(request)
    if not is_on(site, kind):
        return False
    return bool(site and roles_at(request.user, site) & CASEWORK_ROLES)


class InInbox(SiteScoped):
    """A view of one inbox: 404 for all but its site's caseworkers, and where it is off.

    `inbox` is the viewset.
    """

    inbox: Any = None
    model = Case
    request: HttpRequest

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if not is_on(current_site(request), self.inbox.kind):
            raise Http404
        super().setup(request, *args, **kwargs)

    def _scoped(self, rows: Any) -> Any:
        return super()._scoped(rows).filter(kind=self.inbox.kind)

    @property
    def machine(self) -> Machine:
        """The machine that the cases of this inbox follow."""
        machine: Machine = self.inbox.machine
        return machine

    @cached_property
    def shows_stages(self) -> bool:
        """Whether the service wants to see every stage, not the plain steps alone."""
        return shows_stages(self.site, self.inbox.kind)

    def log_names(self, cases: Iterable[Case], action: str) -> None:
        """Record that the person has seen the names of these cases."""
        log_list(
            site=self.site,
            kind=self.inbox.kind,
            references=[case.reference for case in cases],
            request=self.request,
            action=action,
        )

    def url(self, name: str, *args: Any) -> str:
        """The address of another view of this inbox."""
        return reverse(self.inbox.get_url_name(name), args=args)
