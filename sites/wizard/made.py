"""What was made of a service, read back from the database, and what to do now."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.admin.roster import reader
from sites.models import Authority
from sites.provisioning import next_steps, read_back
from sites.provisioning.creating import service_site
from sites.wizard.screens import WizardScreen


class MadeView(WizardScreen):
    """Looks at the service anew each time: a step that is done is gone."""

    template_name = "authorities/wizard/made.html"

    @cached_property
    def made_site(self) -> Site:
        site = service_site(self.authority)
        if site is None:
            raise Http404
        return site

    @cached_property
    def authority(self) -> Authority:
        return get_object_or_404(Authority, slug=self.kwargs["slug"])

    def get_page_title(self) -> str:
        name = self.authority.council_name(reader())
        return _("The service of %(council)s") % {"council": name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            made_site=self.made_site,
            readback=read_back(self.made_site),
            steps=next_steps(self.made_site),
            **kwargs,
        )
