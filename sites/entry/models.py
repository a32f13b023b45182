"""Who signed in and how, which browsers are signed in, and a council's own sign-in."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from cms.privacy import EncryptedModel, EncryptedTextField


class SignIn(models.Model):
    """One attempt to sign in. Written only by sites.entry.log, kept twelve months.

    Not a row of the site: it is about the person, and whoever manages a service where
    they work may read it, wherever they signed in.
    """

    class Method(models.TextChoices):
        PASSWORD = "password", pgettext_lazy("sign-in", "Password")
        PASSKEY = "passkey", pgettext_lazy("sign-in", "Passkey")
        COUNCIL = "council", pgettext_lazy("sign-in", "The council’s sign-in")
        DEMO = "demo", pgettext_lazy("sign-in", "Demonstration")

    class Second(models.TextChoices):
        NONE = "", pgettext_lazy("second factor", "None")
        APP = "app", pgettext_lazy("second factor", "Authenticator app")
        PASSKEY = "passkey", pgettext_lazy("second factor", "Passkey")
        RECOVERY = "recovery", pgettext_lazy("second factor", "Recovery code")
        COUNCIL = "council", pgettext_lazy("second factor", "By the council’s sign-in")

    class Outcome(models.TextChoices):
        SIGNED_IN = "signed_in", pgettext_lazy("sign-in", "Signed in")
        WRONG = "wrong", pgettext_lazy("sign-in", "Wrong password")
        WRONG_CODE = "wrong_code", pgettext_lazy("sign-in", "Wrong code")
        LOCKED = "locked", pgettext_lazy("sign-in", "Stopped: too many attempts")
        REFUSED = "refused", pgettext_lazy("sign-in", "Refused")

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    # Of the address that was typed: tells attempts on one address from another's
    # without keeping what somebody typed by mistake, a password for instance.
    typed = models.CharField(max_length=64, blank=True)
    site = models.ForeignKey(
        Site, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    method = models.CharField(max_length=8, choices=Method, default=Method.PASSWORD)
    second = models.CharField(
        max_length=8, choices=Second, blank=True, default=Second.NONE
    )
    outcome = models.CharField(max_length=10, choices=Outcome)
    browser = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        indexes = [models.Index(fields=["user", "-at"], name="sign_ins_of_a_person")]
        constraints = [
            models.CheckConstraint(
                name="sign_in_outcome_is_declared",
                condition=models.Q(
                    outcome__in=[
                        "signed_in",
                        "wrong",
                        "wrong_code",
                        "locked",
                        "refused",
                    ]
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.pk}"


class OpenSession(models.Model):
    """A browser in which somebody is signed in. Written only by sites.entry.sessions.

    Beside Django's row of the session, which tells neither whose it is nor where.
    """

    session_key = models.CharField(max_length=40, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions"
    )
    site = models.ForeignKey(
        Site, null=True, on_delete=models.CASCADE, related_name="+"
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField()
    browser = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ["-seen_at", "-pk"]

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class IdentityProvider(EncryptedModel):
    """A council's own sign-in (OpenID Connect) for the staff of its one service.

    Changed by the network's administrators alone: whoever names the server that says
    who somebody is could sign in as any of its staff.
    """

    site = models.OneToOneField(
        Site, on_delete=models.CASCADE, related_name="identity_provider"
    )
    is_on = models.BooleanField(_("in use"), default=False)
    name_en = models.CharField(
        _("name on the button, in English"),
        max_length=60,
        help_text=_("For instance: your Example Council account"),
    )
    name_cy = models.CharField(_("name on the button, in Welsh"), max_length=60)
    issuer = models.URLField(
        _("issuer"),
        help_text=_("The address at which the council’s sign-in describes itself."),
    )
    client_id = models.CharField(_("client ID"), max_length=190)
    client_secret = EncryptedTextField(_("client secret"), blank=True, default="")
    domains = models.CharField(
        _("e-mail domains"),
        max_length=250,
        help_text=_("What stands after the @, several separated by spaces."),
    )
    asks_second_factor = models.BooleanField(
        _("the council’s sign-in already asks for a second factor"), default=False
    )
    is_only_way = models.BooleanField(
        _("no passwords: people of these domains sign in here only this way"),
        default=False,
    )

    class Meta:
        verbose_name = _("single sign-on")

    def name_in(self, language: str) -> str:
        """What the button calls it, in "en" or "cy"."""
        return self.name_cy if language == "cy" else self.name_en

    @property
    def domain_names(self) -> frozenset[str]:
        """The domains, folded for comparing."""
        return frozenset(self.domains.casefold().split())

    def covers(self, email: str) -> bool:
        """Whether the address is of one of its domains, exactly."""
        return email.rpartition("@")[2].casefold() in self.domain_names

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, Any] = {}
        secure = self.issuer.startswith("https://")
        if self.issuer and not secure and not settings.SSO_ALLOW_HTTP:
            wrong["issuer"] = _("The address must begin with https://")
        if any("@" in name or "." not in name for name in self.domain_names):
            wrong["domains"] = _("Write domains only, such as council.example")
        if wrong:
            raise ValidationError(wrong)
