"""Absolute addresses for mails: the site's own hosts and port, never the request's."""

from wagtail.models import Site

from cms.addresses import absolute


def site_url(site: Site, path: str) -> str:
    """The absolute address of `path`, which begins with a slash, on `site`.

    A path under a language stands on the host of that language.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A path on the site begins with one slash.")
    return absolute(site.pk, path)
