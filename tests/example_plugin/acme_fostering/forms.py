"""The one form of this plugin."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EnquiryForm(forms.Form):
    name = forms.CharField(label=_("What is your name?"), max_length=120)
    email = forms.EmailField(label=_("What is your e-mail address?"))
