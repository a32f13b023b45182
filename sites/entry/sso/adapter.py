"""What allauth asks of us while a council's sign-in lets somebody in."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest
from wagtail.models import Site

from sites.entry import log
from sites.entry.sso import people
from sites.entry.sso.pages import did_not_work, not_let_in
from sites.entry.sso.provider import CouncilSignIn, app_of, row_at
from sites.entry.sso.stages import was_asked
from sites.entry.sso.tokens import require_nonce


class CouncilAdapter(DefaultSocialAccountAdapter):
    """The council's sign-in of the host's own site, and no other anywhere."""

    def list_apps(
        self, request: HttpRequest, provider: Any = None, client_id: Any = None
    ) -> list[Any]:
        """One app or none: neither allauth's own table nor the settings count."""
        row = row_at(Site.find_for_request(request))
        if row is None:
            return []
        app = app_of(row)
        named = provider in (None, CouncilSignIn.id, app.provider_id)
        return [app] if named and client_id in (None, app.client_id) else []

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody gets an account this way: people are invited."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let in the one person whom the verified token names, or nobody."""
        claims = sociallogin.claims
        row = row_at(Site.find_for_request(request))
        if row is None:
            raise ImmediateHttpResponse(did_not_work(request))
        try:
            require_nonce(claims, sociallogin.state.get("nonce"))
            user = people.person_for(claims, row)
        except OAuth2Error:
            raise ImmediateHttpResponse(did_not_work(request)) from None
        except people.Refused:
            log.note_refused(request, str(claims.get("email") or ""))
            raise ImmediateHttpResponse(not_let_in(request)) from None
        sociallogin.account = people.link(user, claims, row)
        sociallogin.user = user
        sociallogin.second_factor_asked = was_asked(claims, row)

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, **kwargs: Any
    ) -> None:
        """The server is down or talks nonsense: a page of ours says what to do."""
        raise ImmediateHttpResponse(did_not_work(request))
