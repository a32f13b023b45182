"""What machines may read: /robots.txt, for each host its own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cms.addresses import host_of, hub_root_url

NOTHING = "User-agent: *\nDisallow: /\n"
THE_SERVICE = "User-agent: *\nDisallow: /admin/\n\nSitemap: {sitemap}\n"
ALL_SERVICES = "Sitemap: {index}\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A service and where its sitemap is; nothing of a demo or an unknown host."""
    text = NOTHING
    host = host_of(request)
    if not settings.DEMO and host is not None:
        text = THE_SERVICE.format(sitemap=f"{host.root_url}/sitemap.xml")
        if host.root_url == hub_root_url():
            text += ALL_SERVICES.format(index=f"{host.root_url}/sitemap_index.xml")
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
