"""The screens in Wagtail's admin."""

from typing import Any

from wagtail import hooks

from sites.parity import bulk, urls  # noqa: F401  (bulk: registers a hook)


@hooks.register("register_admin_urls")
def add_parity_urls() -> list[Any]:
    """How both languages stand, /admin/parity/."""
    return urls.urlpatterns
