"""The page of one's own sessions: which browsers, since when, and ending them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sites.entry.sessions import end_session, end_sessions, open_sessions


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions_page(request: HttpRequest) -> HttpResponse:
    """List them; a post ends one of one's own, or all others."""
    current = request.session.session_key
    if request.method == "POST":
        return _end(request, request.POST.get("session", ""), current)
    rows = open_sessions(request.user)
    context = {
        "here": sorted(rows, key=lambda row: row.session_key != current),
        "current": current,
        "others": any(row.session_key != current for row in rows),
    }
    return render(request, "entry/sessions.html", context)


def _end(request: HttpRequest, which: str, current: Any) -> HttpResponse:
    if which == "others":
        ended = end_sessions(request.user, but=current)
        said = ngettext(
            "%(count)d browser is signed out.",
            "%(count)d browsers are signed out.",
            ended,
        )
        messages.success(request, said % {"count": ended})
        return redirect("entry_sessions")
    mine = [row for row in open_sessions(request.user) if str(row.pk) == which]
    if not mine or mine[0].session_key == current:
        raise Http404
    end_session(mine[0])
    messages.success(request, _("The browser is signed out."))
    return redirect("entry_sessions")
