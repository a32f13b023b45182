"""The other host names of a service, besides the canonical one of its Site."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

LANGUAGES = [("cy", _("Welsh")), ("en", _("English"))]


class HostAlias(models.Model):
    """Another host name of a service; only sites.hosts writes these.

    It serves the pages of its language, or it redirects: then a path that says no
    language is read in its own.
    """

    class Kind(models.TextChoices):
        SERVES = "serves", _("The pages in this language are read here")
        REDIRECTS = "redirects", _("Leads on to the service’s own address")

    hostname = models.CharField(_("host name"), max_length=253, unique=True)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="aliases")
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES)
    kind = models.CharField(
        _("what it does"), max_length=9, choices=Kind, default=Kind.REDIRECTS
    )

    class Meta:
        ordering = ["hostname"]
        constraints = [
            models.UniqueConstraint(
                "site",
                "language",
                condition=Q(kind="serves"),
                name="one_serving_host_per_site_and_language",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["serves", "redirects"]),
                name="host_kind_is_declared",
            ),
        ]

    def __str__(self) -> str:
        return self.hostname
