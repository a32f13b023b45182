"""What the terminal says once the demo is up: addresses, people, how to reach them."""

from collections.abc import Iterator

from wagtail.models import Site

from cms.roles import Role
from sites.models import Membership


def greet(port: int) -> str:
    """Point the demo's sites at the port they are served on, and describe them."""
    sites = list(Site.objects.order_by("-is_default_site", "hostname"))
    for site in sites:
        if site.port != port:
            site.port = port
            site.save()
    return "\n".join(
        [
            "",
            f"  Start here:  http://localhost:{port}/  (sign in as anyone, read mails)",
            "",
            *(f"  {site.site_name:<34} {_address(site)}/" for site in sites),
            "",
            "  Who signs in where (one click on the front page, no password needed):",
            *_people(),
            "",
            "  From a terminal that does not resolve *.localhost:",
            *_curl(sites, port),
            "",
            "  Stop with Ctrl-C.",
        ]
    )


def _people() -> Iterator[str]:
    rows = Membership.objects.select_related("user", "site").order_by(
        "site__hostname", "role"
    )
    for row in rows:
        yield (
            f"    {row.user.email:<36} {Role(row.role).label:<24}"
            f" {_address(row.site)}/admin/"
        )


def _curl(sites: list[Site], port: int) -> Iterator[str]:
    named = [site for site in sites if site.hostname.endswith(".localhost")]
    for site in named[:1]:
        host = f"{site.hostname}:{port}"
        yield f"    curl --resolve {host}:127.0.0.1 http://{host}/"


def _address(site: Site) -> str:
    return f"http://{site.hostname}:{site.port}"
