"""reCAPTCHA where a site has keys. Its verdict flags; it never keeps anybody out.

django-recaptcha's widgets write inline scripts, which our content policy forbids, and
its field refuses whom Google refuses.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.templatetags.static import static
from django.utils.translation import get_language
from django_recaptcha.fields import ReCaptchaField
from django_recaptcha.widgets import ReCaptchaV2Checkbox, ReCaptchaV3

from forms.journeys.asking_google import Question, Verdict, ask
from sites.models import Service

ACTION = "send"


class Checkbox(ReCaptchaV2Checkbox):
    """Version 2: Google's checkbox, in the page's language."""

    template_name = "journeys/captcha.html"
    nonce = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        return {**super().get_context(name, value, attrs), "nonce": self.nonce}

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        return super().build_attrs({**base_attrs, "data-callback": False}, extra_attrs)


class Score(ReCaptchaV3):
    """Version 3: nothing to tick. Our own script asks for a token when one sends."""

    template_name = "journeys/captcha_score.html"
    nonce = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        context = super().get_context(name, value, attrs)
        script = static("journeys/captcha.js")
        return {**context, "nonce": self.nonce, "script": script}


class CaptchaField(ReCaptchaField):
    """Finds out what Google says, into `verdict`; always valid."""

    verdict = Verdict.PASSED

    def __init__(self, service: Service, *, remote_ip: str, nonce: str) -> None:
        self.by_score = service.recaptcha_version == Service.Captcha.SCORE
        language = {"hl": get_language() or "en"}
        if self.by_score:
            language["render"] = service.recaptcha_public_key
            widget = Score(api_params=language, action=ACTION)
        else:
            widget = Checkbox(api_params=language)
        widget.nonce = nonce
        super().__init__(
            public_key=service.recaptcha_public_key,
            private_key=service.recaptcha_private_key,
            widget=widget,
            label="",
        )
        # Where the script is blocked nothing is posted: accepted, and flagged.
        self.required = False
        self.remote_ip = remote_ip

    def get_remote_ip(self) -> str:
        return self.remote_ip

    def validate(self, value: Any) -> None:
        self.verdict = ask(
            Question(
                token=value or "",
                private_key=self.private_key,
                remote_ip=self.remote_ip,
                least_score=settings.RECAPTCHA_LEAST_SCORE if self.by_score else None,
                action=ACTION if self.by_score else "",
            )
        )


def allow_google(response: HttpResponse) -> None:
    """Widen this one page's content policy for Google's script and its frame."""
    hosts = settings.RECAPTCHA_HOSTS
    wider = {"script-src": hosts, "frame-src": hosts, "connect-src": hosts}
    response._csp_update = wider  # type: ignore[attr-defined]  # django-csp


class CaptchaForm(forms.Form):
    """The captcha alone; the page shows it above the button."""

    def __init__(
        self, service: Service, data: Any = None, *, remote_ip: str, nonce: str
    ) -> None:
        super().__init__(data)
        self.captcha = CaptchaField(service, remote_ip=remote_ip, nonce=nonce)
        self.fields["captcha"] = self.captcha

    def flags(self) -> list[str]:
        """What Google's verdict means for the submission."""
        self.full_clean()
        verdict = self.captcha.verdict
        return [] if verdict == Verdict.PASSED else [verdict.value]
