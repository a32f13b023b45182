"""Where a service keeps its pictures and documents."""

from wagtail.models import Collection, GroupCollectionPermission, Site


def collection_of(site: Site) -> Collection:
    """The one collection in which the site's groups work."""
    granted = GroupCollectionPermission.objects.filter(group__role__site=site)
    return granted.first().collection
