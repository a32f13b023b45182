"""What every screen of matches has in common."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.activation import is_on
from cms.admin import SiteScoped
from cms.privacy import log_list, log_read
from forms.casework.models import Case
from forms.matches.models import Match
from forms.matches.queries import matches_at


class OfMatches(SiteScoped):
    """A view of the matches of the host's site."""

    viewset: Any = None
    model = Match
    request: HttpRequest
    kwargs: dict[str, Any]

    def url(self, name: str, *args: Any) -> str:
        """The address of another view of matches."""
        return reverse(self.viewset.get_url_name(name), args=args)

    def case_url(self, case: Case) -> str:
        """The address of a case; empty where its inbox is off."""
        if not is_on(self.site, case.kind):
            return ""
        return reverse(f"{case.kind}:case", args=[case.pk])

    def log_name(self, case: Case, action: str = "view") -> None:
        """Record that the person has seen who this case is about."""
        log_read(
            site=self.site,
            user=self.request.user,
            kind=case.kind,
            reference=case.reference,
            action=action,
            request=self.request,
        )

    def log_names(self, cases: Iterable[Case]) -> None:
        """The same for the names in a list."""
        references = defaultdict(list)
        for case in cases:
            references[case.kind].append(case.reference)
        for kind, read in references.items():
            log_list(site=self.site, kind=kind, references=read, request=self.request)

    def crumbs(self) -> list[dict[str, Any]]:
        """Home, matches."""
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": self.url("index"), "label": self.viewset.menu_label},
        ]


class OneMatch(OfMatches):
    """A view of one match."""

    @cached_property
    def match(self) -> Match:
        """The match; 404 where it is of another site, or its plugins are gone."""
        matches = matches_at(self.site).select_related("volunteer", "request", "by")
        return get_object_or_404(matches, pk=self.kwargs["pk"])

    def title(self) -> str:
        """What it is called on screens, by numbers alone."""
        return _("Request %(reference)s") % {"reference": self.match.request.reference}
