"""How long a session lasts, which are open, and ending them at once.

Ending deletes Django's row of the session: the browser is refused on its next request.
"""

import datetime as dt
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop
from wagtail.models import Site

from cms.browser_names import browser_of
from cms.client_address import coarse_address
from sites.entry import devices
from sites.entry.language import language_of
from sites.entry.models import OpenSession

BEGUN, SEEN, ROW = "entry_begun", "entry_seen", "entry_row"
NOTED_EVERY = 60  # Seconds: at most one write a minute, however many requests.
# What a page left open asks by itself: nobody need be there.
BY_ITSELF = frozenset(
    {"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"}
)


class SessionLimits:
    """Middleware: end a session that nobody used for a while, or that is old.

    Only a request with a session's cookie is looked at: public pages read no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            end_if_over(request)
        response = self.get_response(request)
        devices.set_cookie(request, response)
        follow_key(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        match = request.resolver_match
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return
        if match is None or match.view_name not in BY_ITSELF:
            note_seen(request)


def end_if_over(request: HttpRequest) -> None:
    """Sign out where the session has lasted long enough, and say so once."""
    session = request.session
    if BEGUN not in session:
        if SESSION_KEY in session and request.user.is_authenticated:
            begin(None, request, request.user)  # From before there were limits.
        return
    now = _now()
    if now - session[BEGUN] > settings.SESSION_ABSOLUTE_SECONDS:
        why = gettext_noop("You were signed out because you signed in a long time ago.")
    elif now - session[SEEN] > settings.SESSION_IDLE_SECONDS:
        why = gettext_noop("You were signed out because nothing happened for a while.")
    else:
        return
    language = language_of(request.user) if request.user.is_authenticated else None
    logout(request)
    with translation.override(language or translation.get_language()):
        messages.info(request, gettext(why))


def note_seen(request: HttpRequest) -> None:
    """Somebody is there; written at most once a minute."""
    session = request.session
    now = _now()
    if BEGUN in session and now - session[SEEN] >= NOTED_EVERY:
        session[SEEN] = now
        OpenSession.objects.filter(pk=session[ROW]).update(seen_at=timezone.now())


def follow_key(request: HttpRequest) -> None:
    """Keep the row with its session: a changed password gives the session a new key."""
    session: Any = getattr(request, "session", None)
    if session is None or not (session.accessed and ROW in session):
        return
    if session.session_key and session.get("entry_key") != session.session_key:
        session["entry_key"] = session.session_key
        rows = OpenSession.objects.filter(pk=session[ROW])
        rows.update(session_key=session.session_key)


@receiver(user_logged_in)
def begin(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A session has begun: the limits count from now."""
    session = request.session
    if session.session_key is None:
        session.create()
    is_browser = "SERVER_NAME" in request.META
    row, _created = OpenSession.objects.update_or_create(
        session_key=session.session_key,
        defaults={
            "user": user,
            "site": Site.find_for_request(request) if is_browser else None,
            "seen_at": timezone.now(),
            "browser": browser_of(request),
            "address": coarse_address(request),
        },
    )
    session[BEGUN] = session[SEEN] = _now()
    session[ROW], session["entry_key"] = row.pk, session.session_key


@receiver(user_logged_out)
def forget(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A session has ended by signing out or by its limits."""
    key = request.session.session_key
    if key:
        OpenSession.objects.filter(session_key=key).delete()


def open_sessions(user: Any) -> list[OpenSession]:
    """The browsers in which the person is signed in; what has ended is forgotten."""
    found = list(OpenSession.objects.filter(user=user).select_related("site"))
    alive = [row for row in found if _is_alive(row, user)]
    gone = [row.pk for row in found if row not in alive]
    if gone:
        OpenSession.objects.filter(pk__in=gone).delete()
    return alive


def end_session(row: OpenSession) -> None:
    """End one session: its browser is refused on its next request."""
    _store()(None).delete(row.session_key)
    row.delete()


def end_sessions(user: Any, *, but: str | None = None) -> int:
    """End every session of a person, or all `but` the one of this key; how many."""
    rows = OpenSession.objects.filter(user=user)
    ended = 0
    for row in rows.exclude(session_key=but) if but else rows:
        end_session(row)
        ended += 1
    return ended


def purge_sessions() -> None:
    """Forget the rows whose sessions no limit would let live."""
    age = dt.timedelta(seconds=settings.SESSION_ABSOLUTE_SECONDS)
    OpenSession.objects.filter(begun_at__lt=timezone.now() - age).delete()


def _is_alive(row: OpenSession, user: Any) -> bool:
    kept = _store()(row.session_key).load()
    # Only this person's, with today's password: another one's does not count.
    return bool(kept.get(HASH_SESSION_KEY) == user.get_session_auth_hash())


def _store() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore


def _now() -> int:
    return int(timezone.now().timestamp())
