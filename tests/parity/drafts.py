"""Drafts of pages in either language, and what became of them."""

from wagtail.models import Page

from pages.standard_pages.models import StandardPage
from tests.factories import home_of


def draft(site, language="en", pair=None, slug="visits"):
    """A draft below the home, with a revision; of the same page as `pair`."""
    home = home_of(site, language)
    page = StandardPage(title=f"{slug} {language}", slug=slug, live=False)
    page.locale = home.locale
    if pair:
        page.translation_key = pair.translation_key
    home.add_child(instance=page)
    page.save_revision()
    return page


def publish(page, **options):
    """Publish the newest draft as every way of Wagtail's ends."""
    page.get_latest_revision().publish(**options)
    page.refresh_from_db()
    return page


def is_live(page):
    return Page.objects.get(pk=page.pk).live
