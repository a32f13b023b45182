"""Sign in as a browser does: by the form, from an address of the network."""

from typing import Any

from django.test import Client
from wagtail.models import Site

LOGIN = "/account/login/"
PASSWORD = "password"  # Of everybody whom the factories make.


def browser_at(site: Site, address: str = "192.0.2.7", **headers: Any) -> Client:
    """A browser on a machine of its own; it asks for English unless told otherwise."""
    told = {"HTTP_ACCEPT_LANGUAGE": "en", "REMOTE_ADDR": address, **headers}
    return Client(SERVER_NAME=site.hostname, **told)


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: Any) -> Any:
    """Post the form of the sign-in page."""
    return client.post(LOGIN, {"login": email, "password": password}, **more)


def guess(client: Client, email: str, times: int, **more: Any) -> list[int]:
    """Wrong passwords, one after another; the status of each answer."""
    return [sign_in(client, email, f"no{n}", **more).status_code for n in range(times)]


def is_in(client: Client) -> bool:
    """Whether this browser is signed in."""
    return bool(client.get("/admin/").status_code == 200)
