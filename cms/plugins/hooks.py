"""Which Wagtail hooks a plugin may register, how, and why. The one place that says so.

A hook is global: Wagtail calls it for every site, and knows nothing of plugins that are
off. `cms.admin.site_hook` stands before a function and calls it only where its plugin
is on; some hooks change nothing that anyone sees; others bypass the gates and have an
attribute of the declaration in their stead, or no place in a plugin at all.
"""

from dataclasses import dataclass
from enum import StrEnum


class Treatment(StrEnum):
    """How a plugin may register a hook."""

    FREE = "freely"
    ACTS = "site_hook: it does nothing where the plugin is off"
    LISTS = "site_hook: it adds nothing where the plugin is off"
    FILTERS = "site_hook: it gives back what it was given where the plugin is off"
    MENU = "site_hook: its entry is hidden where the plugin is off"
    URLS = "site_hook: its addresses are 404 where the plugin is off"
    REFUSED = "not at all"


@dataclass(frozen=True)
class Hook:
    """How a plugin may register one hook of Wagtail's, and why not otherwise."""

    treatment: Treatment
    why: str


_VIEW = "It is called with the request or the page, whose site is known."
_MENU = "Menus are drawn for a request; the same entry would stand on every site."
_SNIPPETS = "Plugins have no snippets: their screens know nothing of sites."
_PEOPLE = "People belong to many services: their screens are the host's."

HOOKS: dict[str, Hook] = {
    **dict.fromkeys(
        (
            *("register_icons", "register_log_actions", "register_image_operations"),
            "register_rich_text_features",
        ),
        Hook(
            Treatment.FREE,
            "It only gives a name its meaning, which what was once stored needs even"
            " where the plugin is off.",
        ),
    ),
    **dict.fromkeys(
        (
            *("construct_main_menu", "construct_settings_menu", "construct_help_menu"),
            *("construct_reports_menu", "construct_homepage_summary_items"),
            *("construct_wagtail_userbar", "construct_page_action_menu"),
            *("before_serve_page", "before_serve_document", "before_bulk_action"),
            *("after_bulk_action", "before_create_page", "after_create_page"),
            *("before_edit_page", "after_edit_page", "before_delete_page"),
            *("after_delete_page", "before_move_page", "after_move_page"),
            *("before_copy_page", "after_copy_page", "before_publish_page"),
            *("after_publish_page", "before_unpublish_page", "after_unpublish_page"),
            *("before_convert_alias_page", "after_convert_alias_page"),
        ),
        Hook(Treatment.ACTS, _VIEW),
    ),
    **dict.fromkeys(
        (
            *("register_page_listing_buttons", "register_page_listing_more_buttons"),
            "register_page_header_buttons",
        ),
        Hook(Treatment.LISTS, _VIEW),
    ),
    **dict.fromkeys(
        (
            "construct_page_chooser_queryset",
            "construct_image_chooser_queryset",
            "construct_document_chooser_queryset",
            "construct_explorer_page_queryset",
        ),
        Hook(Treatment.FILTERS, _VIEW),
    ),
    **dict.fromkeys(
        (
            *("register_admin_menu_item", "register_settings_menu_item"),
            *("register_reports_menu_item", "register_help_menu_item"),
        ),
        Hook(Treatment.MENU, _MENU),
    ),
    "register_admin_urls": Hook(
        Treatment.URLS, "An address of the admin would answer on every site."
    ),
    **dict.fromkeys(
        ("register_admin_viewset", "register_snippet_viewset"),
        Hook(Treatment.REFUSED, "Name the viewset in `viewsets`."),
    ),
    "construct_homepage_panels": Hook(Treatment.REFUSED, "Name the panel in `panels`."),
    **dict.fromkeys(
        ("insert_global_admin_css", "insert_global_admin_js"),
        Hook(
            Treatment.REFUSED,
            "It would load on every site: give the panel or view its own media.",
        ),
    ),
    **dict.fromkeys(
        ("insert_editor_css", "insert_editor_js"),
        Hook(
            Treatment.REFUSED,
            "It would load in every editor: give the widget or block its own media.",
        ),
    ),
    **dict.fromkeys(
        (
            *("register_permissions", "register_group_permission_panel"),
            "describe_collection_contents",
        ),
        Hook(
            Treatment.REFUSED,
            "Roles decide (`staff_roles`): a permission of Django's holds on every"
            " site.",
        ),
    ),
    **dict.fromkeys(
        (
            *("register_account_settings_panel", "register_account_menu_item"),
            *("register_user_listing_buttons", "get_avatar_url"),
            "construct_user_listing_buttons",
        ),
        Hook(Treatment.REFUSED, _PEOPLE),
    ),
    **dict.fromkeys(
        (
            *("register_snippet_listing_buttons", "register_snippet_action_menu_item"),
            *("construct_snippet_listing_buttons", "construct_snippet_action_menu"),
        ),
        Hook(Treatment.REFUSED, _SNIPPETS),
    ),
    "construct_admin_api": Hook(
        Treatment.REFUSED, "The read API is opened by the host, router by router."
    ),
    "construct_page_listing_buttons": Hook(
        Treatment.REFUSED, "It is called without a request, for any site's page."
    ),
    "register_page_action_menu_item": Hook(
        Treatment.REFUSED, "Use construct_page_action_menu, which knows the request."
    ),
    "register_bulk_action": Hook(
        Treatment.REFUSED, "A bulk action stands in every site's lists."
    ),
    "register_admin_search_area": Hook(
        Treatment.REFUSED, "It searches rows of every site."
    ),
    "filter_form_submissions_for_user": Hook(
        Treatment.REFUSED, "Forms for the public are made with forms.journeys."
    ),
    **dict.fromkeys(
        ("register_actions", "construct_translated_pages_to_cascade_actions"),
        Hook(Treatment.REFUSED, "It would change what becomes of every site's pages."),
    ),
    "on_serve_page": Hook(
        Treatment.REFUSED, "It stands around every page: use before_serve_page."
    ),
}
UNKNOWN = Hook(
    Treatment.REFUSED,
    "The host does not know whether it can be kept to the sites where a plugin is on.",
)


def hook_called(name: str) -> Hook:
    """How a plugin may register the hook of this name; not at all where unknown."""
    return HOOKS.get(name, UNKNOWN)
