"""Papers for the person, in their language: to print, or as a file without styles."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.language import slugify
from cms.mail import site_url
from sites.models import Service
from sites.notices.links import notice_links
from sites.rights.screens.base import OneRequest


class Paper(OneRequest):
    """A paper; each look at it and each file is logged."""

    def paper(self) -> dict[str, Any]:
        """What stands on it."""
        raise NotImplementedError

    @cached_property
    def is_file(self) -> bool:
        """Whether it is wanted as a file."""
        return "file" in self.request.GET

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.log("export" if self.is_file else "view")
        with override(self.asked.language):
            context = self.get_context_data(**kwargs)
            answer: Any = self.render_to_response(context)
            answer.render()
        if self.is_file:
            name = f"{slugify(_('request'))}-{self.asked.pk}.html"
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        service = Service.for_site(self.site)
        language = self.asked.language
        return super().get_context_data(
            service=service,
            service_name=service.name_in(language),
            controller=service.controller_in(language),
            notices=[
                (link.title, site_url(self.site, link.url))
                for link in notice_links(service, language)
            ],
            today=timezone.localdate(),
            language=language,
            **self.paper(),
            **kwargs,
        )


def with_days(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The days of these rows as days."""
    return [
        {
            **row,
            "on": parse_date(row.get("on") or "x"),
            "until": parse_date(row.get("until") or "x"),
        }
        for row in rows
    ]
