"""Documents as files, at /documents/…: served by the service that owns them, alone.

A service's documents lie in its own collection. Elsewhere they are 404, and so is one
that lies in nobody's. Wagtail asks for the password or the sign-in of a private one;
signed in, a person must also work for the service.
"""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction, Site

from cms import sound_files  # noqa: F401  (registers a hook of its own)
from cms.admin.place import roles_at


@hooks.register("before_serve_document", order=-10)
def refuse_documents_of_others(document: Any, request: HttpRequest) -> None:
    """Http404 unless the document is this host's to give to this reader."""
    site = Site.find_for_request(request)
    if site is None or not owns(site, document.collection):
        raise Http404
    signed_in = request.user.is_authenticated
    if signed_in and _is_for_staff(document.collection):
        if request.user.is_superuser or roles_at(request.user, site):
            return
        raise Http404


def owns(site: Site, collection: Collection) -> bool:
    """Whether a collection is, or stands in, one that the site's groups work in."""
    above = collection.get_ancestors(inclusive=True)
    return bool(above.filter(group_permissions__group__role__site=site).exists())


def _is_for_staff(collection: Collection) -> bool:
    asked = CollectionViewRestriction.LOGIN
    return any(
        restriction.restriction_type == asked
        for restriction in collection.get_view_restrictions()
    )
