"""The short form: one screen, for people who only have a question."""

from django.utils.translation import gettext_lazy as _

from cms.theme.forms import EmailField, GovukForm, TextField


class EnquiryForm(GovukForm):
    """Who asks, and where to answer."""

    name = TextField(
        label=_("What is your name?"),
        missing=_("Enter your name, as you like to be called"),
        max_length=120,
        autocomplete="name",
    )
    email = EmailField(
        label=_("What is your e-mail address?"),
        missing=_("Enter the e-mail address to which we can answer"),
    )
