"""A block of the plugin's own: its template bears its name."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TipBlock(blocks.StructBlock):
    """A carer's advice in a sentence."""

    tip = blocks.CharBlock(label=_("Tip"))

    class Meta:
        icon = "tick"
        label = _("Tip")
        template = "fostering/blocks/tip.html"
