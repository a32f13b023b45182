"""Find the person who signs in by the one address they have, whatever its case."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from sites.people.models import User


class EmailBackend(AuthenticationBackend):
    """allauth's backend over our own table of people alone.

    allauth keeps a second list of addresses, in which one that somebody no longer has
    would still open the door.
    """

    def _authenticate_by_email(self, email: str, password: str) -> Any:
        user = User.objects.filter(email__iexact=email).first()
        return self._check_password(user, password)
