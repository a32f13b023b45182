"""Addresses: the admin, the theme, and everything else under its language."""

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.language.views import choose_language, root_redirect
from cms.picture_files import picture_file
from cms.plugins import installed_plugins
from cms.robots import robots
from cms.sitemap import sitemap, sitemap_index
from cms.theme.views import favicon


def plugin_urls() -> list[URLPattern | URLResolver]:
    """Each plugin's URLs under its own label, in the namespace plugins:<label>."""
    return [
        path(f"{label}/", include((f"{plugin.name}.{plugin.urls}", label)))
        for label, plugin in installed_plugins().items()
        if plugin.urls
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", root_redirect),
    path("sitemap.xml", sitemap),
    path("sitemap_index.xml", sitemap_index),
    path("robots.txt", robots),
    path("favicon.ico", favicon),
    path("language/<str:language>/", choose_language, name="choose_language"),
    path("account/", include("sites.entry.urls")),
    path("admin/", include("sites.entry.admin_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/images/<str:name>", picture_file),
    path("theme/", include("cms.theme.urls")),
]
demo_urls = (
    [path("demo/", include("sites.demo.urls"))]
    if apps.is_installed("sites.demo")
    else []
)
urlpatterns += i18n_patterns(
    *demo_urls,
    path("", include("cms.search.urls")),
    path("", include("cms.contents")),
    path("", include("sites.urls")),
    path("services/", include((plugin_urls(), "plugins"))),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

handler400 = "cms.errors.bad_request"
handler403 = "cms.errors.forbidden"
handler404 = "cms.errors.not_found"
handler500 = "cms.errors.server_error"
