"""“Send me a test mail”: a real mail through the outbox, and what came of it."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.mail import OutboundEmail, queue_mail, send_now
from sites.screens.views import SettingsScreen

HOUR = 3600
AN_HOUR = 5


class TestMailView(SettingsScreen):
    """Mails the person who pressed the button, in both languages."""

    def get(self, request: HttpRequest, *args: object, **kw: object) -> HttpResponse:
        return HttpResponseNotAllowed(["POST"])

    def post(self, request: HttpRequest, *args: object, **kw: object) -> HttpResponse:
        user: Any = request.user
        if too_many_tests(f"{self.site.pk}:{user.pk}"):
            messages.error(
                request, _("You have sent yourself enough test mails for this hour.")
            )
            return redirect("service_settings")
        mail = queue_mail(
            site=self.site,
            to=user.email,
            template="authorities/test_mail",
            language="both",
            context={"name": user.first_name},
        )
        tell_of_test(request, send_now(mail))
        return redirect("service_settings")


def tell_of_test(request: HttpRequest, mail: OutboundEmail) -> None:
    """What came of a test mail, in words."""
    facts = {"address": mail.to, "error": mail.last_error}
    if mail.status == OutboundEmail.Status.SENT:
        messages.success(request, _("A test mail has gone to %(address)s.") % facts)
    elif mail.status == OutboundEmail.Status.FAILED:
        words = _("The mail server refused the test mail (%(error)s).")
        messages.error(request, words % facts)
    elif not mail.last_error:
        messages.success(
            request, _("A test mail is on its way to %(address)s.") % facts
        )
    else:
        words = _(
            "The test mail waits in the outbox and goes as soon as the mail server"
            " answers (%(error)s)."
        )
        messages.warning(request, words % facts)


def too_many_tests(who: str) -> bool:
    """Count one more and say whether it is one too many."""
    window = int(timezone.now().timestamp()) // HOUR
    key = f"authorities:test_mail:{who}:{window}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > AN_HOUR
    except ValueError:
        # It left the cache between the two calls.
        return False
