"""Stop guessing, without letting anybody lock out somebody else.

Counted is the pair of an e-mail address and the network address it is tried from, and
more widely the network address alone; never the e-mail address alone, which a rival
could lock from anywhere. A browser that has signed in with an e-mail address before is
counted apart: neither a colleague in the same building nor a crowd elsewhere stops it.
"""

import datetime as dt
from typing import Any

from allauth.account.signals import password_reset
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.contrib.auth.signals import user_logged_in
from django.db.models import Sum
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cms.client_address import network_of
from cms.language.dates import clock_time
from cms.privacy import blind_index
from sites.entry import devices
from sites.entry.log import typed_address

PER_PAIR = 5
PER_ADDRESS = 50
COOL_OFF = dt.timedelta(minutes=15)


class Handler(AxesDatabaseHandler):
    """Axes' own handler, with a second and wider limit and nothing typed kept."""

    def get_failures(
        self, request: HttpRequest, credentials: dict[str, Any] | None = None
    ) -> int:
        """Failures of the pair; as many as are too many where the address has its own.

        Axes compares with one limit alone, that of the pair.
        """
        failures = int(super().get_failures(request, credentials))
        if failures < PER_PAIR and not self._is_known(request, credentials):
            address = _recent().filter(ip_address=network_of(request))
            if _sum(address) >= PER_ADDRESS:
                return PER_PAIR
        return failures

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: Any = None,
        **kwargs: Any,
    ) -> None:
        """Count one more; the browser's name and what else it says are not kept."""
        if request is not None:
            request.axes_user_agent = request.axes_http_accept = ""
            request.axes_path_info = ""
        super().user_login_failed(sender, credentials, request, **kwargs)

    def _is_known(
        self, request: HttpRequest, credentials: dict[str, Any] | None
    ) -> bool:
        return bool(devices.known(request, typed_address(credentials or {})))


@receiver(pre_save, sender=AccessAttempt)
def keep_nothing_typed(sender: Any, instance: AccessAttempt, **kwargs: Any) -> None:
    """Axes would keep every form as it was posted, and people mistake the fields."""
    instance.get_data = instance.post_data = ""


def name_of_attempt(
    request: HttpRequest, credentials: dict[str, Any] | None = None
) -> str:
    """Under which name Axes counts: a keyed hash, and the browser where it is known."""
    typed = typed_address(credentials or {})
    return f"{blind_index(typed)}{devices.known(request, typed)}"


def is_uncounted(
    request: HttpRequest, credentials: dict[str, Any] | None = None
) -> bool:
    """Somebody who is signed in and confirms their password: allauth limits that."""
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated)


@receiver(password_reset)
def let_in_again(sender: Any, user: Any, **kwargs: Any) -> None:
    """A link in a mail has shown who it is."""
    forget_attempts(user.email)


def forget_attempts(email: str) -> None:
    """Whoever has set a new password by mail may use it at once, wherever they are."""
    AccessAttempt.objects.filter(username__startswith=blind_index(email)).delete()


def purge_attempts() -> None:
    """Delete what no longer counts."""
    since = timezone.now() - COOL_OFF
    AccessAttempt.objects.filter(attempt_time__lt=since).delete()


def locked_page(
    request: HttpRequest, answer: Any = None, credentials: Any = None
) -> HttpResponse:
    """429: when to try again, and the way by mail."""
    again = _again_at(request, credentials)
    left = max(1, int((again - timezone.now()).total_seconds()))
    context = {"again_at": clock_time(again), "minutes": -(-left // 60)}
    page = render(request, "entry/locked.html", context, status=429)
    page["Retry-After"] = str(left)
    return page


def _again_at(request: HttpRequest, credentials: Any) -> dt.datetime:
    name = name_of_attempt(request, credentials)
    here = _recent().filter(ip_address=network_of(request))
    last = here.filter(username=name).order_by("-attempt_time").first()
    return (last.attempt_time if last else timezone.now()) + COOL_OFF


def _recent() -> Any:
    since = timezone.now() - COOL_OFF
    return AccessAttempt.objects.filter(attempt_time__gte=since)


def _sum(rows: Any) -> int:
    return int(rows.aggregate(n=Sum("failures_since_start"))["n"] or 0)


@receiver(user_logged_in)
def know_the_browser(
    sender: Any, request: HttpRequest, user: Any, **kwargs: Any
) -> None:
    """From now on this browser is counted apart for this person."""
    devices.remember(request, user.email)
