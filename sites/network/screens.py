"""What the screens about one service share: which service, and who may open them."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.admin.features.screens import NetworkScreen
from cms.admin.roster import reader
from sites.models import Service


class OneServiceScreen(NetworkScreen):
    """A screen about one service; 404 for what is none."""

    above = [("services", _("Services"))]
    header_icon = "globe"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        service = (
            Service.objects.select_related("site__profile", "site__root_page")
            .filter(site=kwargs["pk"])
            .first()
        )
        if service is None:
            raise Http404
        self.service: Service = service
        self.about: Site = service.site

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = self.service.name_in(reader())
        return super().get_context_data(
            service=self.service, service_name=name, **kwargs
        )
