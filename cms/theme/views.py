"""A site's own colours, as a stylesheet of its own: nothing is written into pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.models import ThemeSettings

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_MINUTE = "public, max-age=60"


@require_safe
def stylesheet(request: HttpRequest, digest: str) -> HttpResponse:
    """The colours of this host's site.

    A page cached before a change still asks for the old address: it gets today's look,
    which must not then be kept under the old name.
    """
    site = Site.find_for_request(request)
    theme = ThemeSettings.of(site) if site else None
    if theme is None:
        raise Http404
    answer = HttpResponse(theme.stylesheet(), content_type="text/css; charset=utf-8")
    current = digest == theme.digest()
    answer.headers["Cache-Control"] = FOR_GOOD if current else FOR_A_MINUTE
    return answer
