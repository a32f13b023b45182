"""Render a journey's form with GOV.UK components; other forms stay Django's own."""

from django.forms.renderers import TemplatesSetting

from cms.theme.forms.bound import GovukBoundField


class GovukRenderer(TemplatesSetting):
    """The renderer of `GovukForm`; never FORM_RENDERER, which Wagtail's admin uses."""

    form_template_name = "cms/forms/form.html"
    field_template_name = "cms/forms/plain_field.html"
    bound_field_class = GovukBoundField
