"""The declaration of the plugin `matches`: read this first."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Matches(Plugin):
    name = "forms.matches"
    label = "matches"
    verbose_name = _("Appointed visitors")
    summary = _("Keep who visits on whose request, and print both letters.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    viewsets = ["admin.MatchViewSet"]
    keeps = ["keeping.ENDED"]
    personal_data = ["personal.MATCHES"]
    demo = "demo.load"

    def ready(self) -> None:
        from forms.casework.case_links import register_case_links
        from forms.matches import collecting  # noqa: F401  (tells the privacy notices)
        from forms.matches.linking import links_of

        register_case_links(self.label, links_of)
