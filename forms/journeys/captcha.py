"""reCAPTCHA where a site has keys. Its verdict flags; it never keeps anybody out.

django-recaptcha catches only HTTPError, so an unreachable Google would be a 500; and
its widget writes inline scripts, which our content policy forbids.
"""

import logging
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language
from django_recaptcha import client
from django_recaptcha.fields import ReCaptchaField
from django_recaptcha.widgets import ReCaptchaV2Checkbox

logger = logging.getLogger(__name__)


class Checkbox(ReCaptchaV2Checkbox):
    """Google's checkbox, in the page's language, by a script with a nonce."""

    template_name = "journeys/captcha.html"
    nonce = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        return {**super().get_context(name, value, attrs), "nonce": self.nonce}

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        return super().build_attrs({**base_attrs, "data-callback": False}, extra_attrs)


class CaptchaField(ReCaptchaField):
    """Finds out what Google says, into `flag`; always valid."""

    flag = ""

    def __init__(
        self, *, public_key: str, private_key: str, remote_ip: str, nonce: str
    ) -> None:
        widget = Checkbox(api_params={"hl": get_language() or "en"})
        widget.nonce = nonce
        super().__init__(
            public_key=public_key, private_key=private_key, widget=widget, label=""
        )
        # Where the script is blocked nothing is posted: accepted, and flagged.
        self.required = False
        self.remote_ip = remote_ip

    def get_remote_ip(self) -> str:
        return self.remote_ip

    def validate(self, value: Any) -> None:
        self.flag = self._verdict(value)

    def _verdict(self, value: Any) -> str:
        if not value:
            return "captcha_unreachable"
        try:
            answer = client.submit(value, self.private_key, self.remote_ip)
        except (OSError, ValueError, KeyError) as error:
            # URLError and timeouts are OSErrors; an answer that is no JSON is the rest.
            logger.warning("reCAPTCHA could not be asked: %s", type(error).__name__)
            return "captcha_unreachable"
        return "" if answer.is_valid else "captcha_failed"


def allow_google(response: HttpResponse) -> None:
    """Widen this one page's content policy for Google's script and its frame."""
    hosts = settings.RECAPTCHA_HOSTS
    wider = {"script-src": hosts, "frame-src": hosts, "connect-src": hosts}
    response._csp_update = wider  # type: ignore[attr-defined]  # django-csp


class CaptchaForm(forms.Form):
    """The captcha alone; the page shows it above the button."""

    def __init__(self, data: Any = None, **keys: str) -> None:
        super().__init__(data)
        self.captcha = CaptchaField(**keys)
        self.fields["captcha"] = self.captcha

    def flags(self) -> list[str]:
        """What Google's verdict means for the submission."""
        self.full_clean()
        return [self.captcha.flag] if self.captcha.flag else []
