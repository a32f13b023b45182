"""Forms for the public: GOV.UK components, plain errors, both languages.

    class Postcode(GovukForm):
        postcode = TextField(
            label=_("What is your postcode?"),
            missing=_("Enter your postcode"),
            width=10,
            autocomplete="postal-code",
        )

A form with one visible field uses that field's label as the page's h1. In a template:
`{{ form.error_summary }}`, an h1 unless `form.heading_field`, then `{{ form }}`; or
extend `cms/form_page.html`, which does all of it.
"""

from cms.theme.forms.base import GovukForm
from cms.theme.forms.choices import Choice, Divider
from cms.theme.forms.choosing import (
    CheckboxesField,
    ConfirmField,
    RadiosField,
    SelectField,
    YesNoField,
)
from cms.theme.forms.dates import DateParts, DatePartsField
from cms.theme.forms.pictures import PictureField, PicturesField
from cms.theme.forms.texts import (
    EmailField,
    LongTextField,
    NumberField,
    PhoneField,
    TextField,
)

__all__ = [
    "CheckboxesField",
    "Choice",
    "ConfirmField",
    "DateParts",
    "DatePartsField",
    "Divider",
    "EmailField",
    "GovukForm",
    "LongTextField",
    "NumberField",
    "PhoneField",
    "PictureField",
    "PicturesField",
    "RadiosField",
    "SelectField",
    "TextField",
    "YesNoField",
]
