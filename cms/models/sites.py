"""What the host knows of a site: its kind, its language, its plugins, its staff."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.roles import HUB_ROLES, LOCAL_ROLES, Role


class SiteProfile(models.Model):
    """The host's facts about a site, made once by provisioning."""

    class Kind(models.TextChoices):
        LOCAL = "local", _("local authority service")
        HUB = "hub", _("national hub")

    site = models.OneToOneField(
        Site, on_delete=models.CASCADE, primary_key=True, related_name="profile"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.LOCAL)
    default_language = models.CharField(
        max_length=2, choices=[("en", "en"), ("cy", "cy")]
    )
    reference_prefix = models.CharField(max_length=4, unique=True)
    hides_welsh = models.BooleanField(default=False)

    # Only cms.suspension writes these; `suspended_at` is empty while the site is open.
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    suspension_reason = models.CharField(max_length=300, blank=True)
    suspension_message_en = models.TextField(max_length=600, blank=True)
    suspension_message_cy = models.TextField(max_length=600, blank=True)

    def __str__(self) -> str:
        return self.site.hostname

    @property
    def is_hub(self) -> bool:
        """Whether it is the national hub, and no authority's service."""
        return self.kind == self.Kind.HUB

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that people can hold there, in their usual order."""
        return HUB_ROLES if self.is_hub else LOCAL_ROLES

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the public sees the site."""
        return ("en",) if self.hides_welsh else ("en", "cy")


class Activation(models.Model):
    """A plugin that is, or once was, on for a site. Only cms.activation writes here."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="activations")
    plugin = models.CharField(max_length=50)
    is_on = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint("site", "plugin", name="one_activation_per_site")
        ]

    def __str__(self) -> str:
        return f"{self.plugin} @ {self.site_id}"


class RoleGroup(models.Model):
    """The group through which Wagtail reads what a role may do on one site."""

    group = models.OneToOneField(
        Group, on_delete=models.CASCADE, primary_key=True, related_name="role"
    )
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="role_groups")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint("site", "role", name="one_group_per_site_and_role")
        ]

    def __str__(self) -> str:
        return f"{self.role} @ {self.site_id}"
