"""Absolute addresses for mails: the site's own host and port, never the request's."""

from wagtail.models import Site


def site_url(site: Site, path: str) -> str:
    """The absolute address of `path`, which begins with a slash, on `site`."""
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A path on the site begins with one slash.")
    return f"{site.root_url}{path}"
