"""A chooser's field shows the title of nothing that is out of reach."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from wagtail.admin.widgets import AdminPageChooser
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.images.widgets import AdminImageChooser

from cms.admin.choosing import read_by, within_reach
from cms.roles import Role
from forms.casework.models import Case
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, make_user, publish
from tests.host.files import collection_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def page_of(site):
    return publish(StandardPage(title="Title", slug="t"), home_of(site, "en"))


def picture_of(site):
    return get_image_model().objects.create(
        title="Title", file=get_test_image_file(), collection=collection_of(site)
    )


@pytest.mark.parametrize(
    ("make", "field"), [(page_of, AdminPageChooser), (picture_of, AdminImageChooser)]
)
def test_only_what_is_in_reach_is_shown(two_authorities, make, field):
    editor = make_staff(two_authorities[0], Role.EDITOR)
    administrator = make_user(is_superuser=True)
    mine, theirs = (make(site) for site in two_authorities)

    def titles(user):
        with read_by(user):
            shown = [field().get_value_data(row.pk) for row in (mine, theirs)]
        return [bool(data) for data in shown]

    assert titles(editor) == [True, False]
    assert titles(administrator) == [True, True]
    # Where nobody reads (a job, a page for the public) nothing is asked.
    assert [bool(field().get_value_data(row.pk)) for row in (mine, theirs)] == [
        True
    ] * 2


def test_rows_of_a_site_are_for_those_who_work_there(two_authorities):
    gwynedd, devon = two_authorities
    person = make_staff(gwynedd, Role.COORDINATOR)

    reached = [within_reach(person, Case(site=site)) for site in (gwynedd, devon)]

    assert reached == [True, False]
    assert within_reach(person, person)  # People have screens of their own.
    assert not within_reach(AnonymousUser(), Case(site=gwynedd))


def test_what_was_posted_and_is_no_number_is_refused_and_breaks_nothing(
    two_authorities, client_at
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    names = ["cms", "themesettings", gwynedd.pk]
    url = reverse("wagtailsettings:edit", args=names)

    answers = [client.post(url, {"logo": value}) for value in ("x", "a\x00b", "9" * 30)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert all(answer.context["form"].errors["logo"] for answer in answers)
