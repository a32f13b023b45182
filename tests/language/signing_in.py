"""The pages of an account and of an invitation, right and wrong answers to each."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from wagtail.models import Site

from tests.entry.codes import code_of, sign_in
from tests.staff.factories import ACCOUNT, FORM, mail_to, make_invitation, path_of

LOGIN = "/account/login/"
BAD_PASSWORDS = ("", "byr", "password1234", "mari.person1")
OWN_PAGES = (
    *("password/change/", "sessions/", "second-factor/", "second-factor/codes/"),
    *("second-factor/codes/new/", "second-factor/codes/download/", "passkeys/"),
    *("passkeys/add/", "second-factor/app/remove/", "confirm/", "logout/"),
    *("second-factor/confirm/", "passkeys/confirm/", "password/set/"),
)


def before_signing_in(client: Client, person: Any) -> Iterator[Any]:
    """Signing in, and asking for a new password."""
    yield client.get(LOGIN)
    yield client.post(LOGIN, {})
    yield client.post(LOGIN, {"login": "mari@", "password": "x"})
    yield client.post(LOGIN, {"login": person.email, "password": "x"})
    for path in ("inactive/", "password/reset/", "password/reset/sent/"):
        yield client.get(f"/account/{path}")
    yield client.post("/account/password/reset/", {"email": ""})
    yield client.get("/account/password/reset/1-bad-key/")
    yield client.get("/account/password/reset/done/")


def second_step(client: Client, person: Any, secret: str) -> Iterator[Any]:
    """A code after the password, wrong and right."""
    enter = "/account/second-factor/enter/"
    yield sign_in(client, person)
    yield client.get(enter)
    yield client.post(enter, {"code": ""})
    yield client.post(enter, {"code": "000000"})
    yield client.post(enter, {"code": code_of(secret)})


def own_account(client: Client, person: Any, secret: str) -> Iterator[Any]:
    """What belongs to an account whose owner is signed in."""
    client.force_login(person)
    for path in OWN_PAGES:
        yield client.get(f"/account/{path}", follow=True)
    for new in BAD_PASSWORDS:
        given = {"oldpassword": "wrong", "password1": new, "password2": new}
        yield client.post("/account/password/change/", given)
    person.authenticator_set.all().delete()
    yield client.get("/account/second-factor/app/add/", follow=True)
    yield client.post("/account/second-factor/app/add/", {"code": "1"}, follow=True)


def too_often(client: Client, person: Any) -> Iterator[Any]:
    """Wrong passwords until the door stays shut."""
    for _time in range(6):
        last = client.post(LOGIN, {"login": person.email, "password": "wrong"})
    yield last


def invited(site: Site, client_at: Any, *, known: Any) -> list[Any]:
    """An invitation in every state in which somebody may open it."""
    make_invitation(site, known)
    make_invitation(site, known, email=known.email.upper())
    hers, own = path_of(mail_to(FORM["email"])), path_of(mail_to(known.email.upper()))
    visitor, signed_in = client_at(site), client_at(site, known)
    return [
        *(visitor.get(hers), visitor.post(hers, {}), signed_in.get(hers)),
        *(visitor.post(hers, {**ACCOUNT, "password": bad}) for bad in BAD_PASSWORDS),
        *(visitor.get(own), signed_in.get(own)),
        visitor.post(hers, ACCOUNT, follow=True),
        visitor.get(hers),
        visitor.get(hers[:-3] + "x/"),
    ]
