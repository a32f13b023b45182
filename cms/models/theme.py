"""A service's own colours and logo."""

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.registry import register_setting
from wagtail.models import Site

from cms.models.base import SiteSettings
from cms.theme.contrast import READABLE, contrast, is_colour

LOGO_FILTER = "max-480x132"
_PICKER = forms.TextInput(attrs={"type": "color"})


@register_setting(icon="view", order=20)
class ThemeSettings(SiteSettings):
    """What makes a service's pages its own. Readable colours are enforced."""

    brand_colour = models.CharField(
        _("brand colour"),
        max_length=7,
        default="#0b5560",
        help_text=_("The band at the top and the accents of every page."),
    )
    link_colour = models.CharField(_("links"), max_length=7, default="#0b5560")
    button_colour = models.CharField(_("buttons"), max_length=7, default="#0b5560")
    accent_colour = models.CharField(
        _("second colour"),
        max_length=7,
        default="#d9822b",
        help_text=_("Decoration only: no words are written in it."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("brand_colour", widget=_PICKER),
                FieldPanel("link_colour", widget=_PICKER),
                FieldPanel("button_colour", widget=_PICKER),
                FieldPanel("accent_colour", widget=_PICKER),
            ],
            heading=_("Colours"),
        ),
        FieldPanel("logo"),
    ]

    class Meta:
        verbose_name = _("look of the site")

    def __str__(self) -> str:
        return str(self.site_id)

    @classmethod
    def of(cls, site: Site) -> "ThemeSettings | None":
        """The site's own look; None where it keeps the usual one. Writes nothing."""
        if "themesettings" in site._state.fields_cache:
            return getattr(site, "themesettings", None)
        return cls.objects.filter(site=site).select_related("logo").first()

    def clean(self) -> None:
        """Refuse what is no colour, and colours too pale to read on white."""
        super().clean()
        wrong: dict[str, Any] = {}
        for name in ("brand_colour", "link_colour", "button_colour", "accent_colour"):
            if not is_colour(getattr(self, name)):
                wrong[name] = gettext("Write the colour as # and six digits.")
            elif name != "accent_colour" and contrast(getattr(self, name)) < READABLE:
                wrong[name] = gettext(
                    "Too pale to read: the contrast with white is %(ratio).1f and must"
                    " be at least 4.5. Choose a darker colour."
                ) % {"ratio": contrast(getattr(self, name))}
        if wrong:
            raise ValidationError(wrong)

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        if self.logo:
            # Made here, so that no reader waits for it.
            self.logo.get_rendition(LOGO_FILTER)

    def logo_image(self) -> Any:
        """The logo in the size of the header; None without one."""
        if self.logo is None:
            return None
        made = self.logo.renditions.filter(filter_spec=LOGO_FILTER)
        return made.first() or self.logo

    def stylesheet(self) -> str:
        """The custom properties that dress the shared stylesheet in these colours."""
        dark = f"color-mix(in srgb, {self.link_colour} 65%, black)"
        return (
            ":root{"
            f"--govuk-brand-colour:{self.brand_colour};"
            f"--govuk-link-colour:{self.link_colour};"
            f"--govuk-link-hover-colour:{dark};"
            f"--iv-button-colour:{self.button_colour};"
            f"--iv-accent-colour:{self.accent_colour}"
            "}"
        )

    def digest(self) -> str:
        """Names this look in its address, which may then be cached for good."""
        return hashlib.sha256(self.stylesheet().encode()).hexdigest()[:12]
