"""A page or a setting points to nothing of another service, whatever is posted."""

from unittest.mock import Mock

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ReferenceIndex
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.admin.guard import ObjectGuard
from cms.models import ThemeSettings
from cms.references import REFUSED, PointsElsewhere
from cms.roles import Role
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish
from tests.host.files import collection_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    return client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))


def picture_of(site):
    return get_image_model().objects.create(
        title="Picture", file=get_test_image_file(), collection=collection_of(site)
    )


def document_of(site):
    return get_document_model().objects.create(
        title="Paper", file=ContentFile(b"x", "x.pdf"), collection=collection_of(site)
    )


def page_of(site):
    return publish(StandardPage(title="Page", slug="page"), home_of(site, "en"))


LINKS = {
    "page": (page_of, '<a linktype="page" id="{}">x</a>'),
    "document": (document_of, '<a linktype="document" id="{}">x</a>'),
}


@pytest.mark.parametrize("kind", LINKS)
def test_running_text_links_to_ones_own_things_alone(two_authorities, editor, kind):
    make, link = LINKS[kind]
    home = home_of(two_authorities[0], "en")
    address = reverse(
        "wagtailadmin_pages:add", args=["standard_pages", "standardpage", home.pk]
    )

    said = {}
    for number, site in enumerate(two_authorities):
        text = f"<p>{link.format(make(site).pk)}</p>"
        form = {
            "title": "T",
            "slug": f"t{number}",
            "body": streamfield([("text", rich_text(text))]),
        }
        answer = editor.post(address, nested_form_data(form))
        shown = answer.status_code == 200
        errors = answer.context["form"].errors if shown else {}
        said[site.hostname] = (answer.status_code, list(errors))

    assert said == {
        "gwynedd.localhost": (302, []),
        "devon.localhost": (200, ["__all__"]),
    }


def test_a_logo_is_ones_own_picture(two_authorities, editor):
    gwynedd, _devon = two_authorities
    theme = ThemeSettings.for_site(gwynedd)
    address = reverse("wagtailsettings:edit", args=["cms", "themesettings", gwynedd.pk])
    mine, theirs = (picture_of(site) for site in two_authorities)
    form = editor.get(address).context["form"]
    posted = {name: form[name].value() or "" for name in form.fields}

    for picture in (mine, theirs):
        editor.post(address, {**posted, "logo": picture.pk})

    theme.refresh_from_db()
    assert theme.logo == mine


def test_no_draft_that_points_elsewhere_is_kept_whatever_made_it(
    two_authorities, editor
):
    gwynedd, devon = two_authorities
    page = page_of(gwynedd)
    old = {}
    for site in two_authorities:
        text = f'<p><a linktype="document" id="{document_of(site).pk}">x</a></p>'
        page.body = [("text", text)]
        old[site] = page.save_revision()
    url = reverse(
        "wagtailadmin_api:pages:action", args=[page.pk, "revert_to_page_revision"]
    )

    before = page.revisions.count()
    codes = [
        editor.post(url, {"revision_id": old[site].pk}).status_code
        for site in (devon, gwynedd)
    ]

    assert codes == [400, 200]
    assert page.revisions.count() == before + 1


def test_a_translation_that_points_elsewhere_is_told_on_the_next_screen(
    two_authorities, rf
):
    request = rf.get("/admin/localize/")
    request.session, request._messages = {}, Mock()

    answer = ObjectGuard(lambda request: None).process_exception(
        request, PointsElsewhere()
    )

    assert (answer.status_code, answer["Location"]) == (302, "/admin/pages/")
    assert request._messages.add.call_args.args[1].strip() == str(REFUSED)


def test_wagtail_still_finds_what_a_page_points_to(two_authorities):
    """Private API of Wagtail 8.0, on which cms/references.py stands."""
    page = page_of(two_authorities[0])

    found = list(ReferenceIndex._extract_references_from_object(page))

    assert all(len(reference) == 4 for reference in found)
