"""Blocks that lead to other pages: cards, doors, buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks import samples
from cms.blocks.choosers import PageBlock
from cms.blocks.naming import template_of


class CardBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(required=False, label=_("Text"))
    link = PageBlock(required=False, label=_("Page"))


class CardsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardBlock(), label=_("Cards"))

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = template_of("cards")
        description = _("A few ways on, each with a heading and a line.")
        preview_value = staticmethod(samples.cards)


class ButtonBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Words on the button"))
    link = PageBlock(label=_("Page"))

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = template_of("button")
        description = _("One button to one page: what somebody should do next.")
        preview_template = template_of("previews/button")


class DoorsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardBlock(), label=_("Doors"))

    class Meta:
        icon = "group"
        label = _("Doors")
        template = template_of("doors")
        description = _("The large ways in, one for each kind of visitor.")
        preview_value = staticmethod(samples.doors)
