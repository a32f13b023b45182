"""The edges of the admin's boundary that a crawl does not reach."""

import pytest
from acme_fostering.models import Enquiry
from acme_fostering.services import receive_enquiry
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from cms.activation import enable
from cms.admin import ActiveSitePolicy, SiteScoped, current_site, roles_at
from cms.admin.guard import check_page
from cms.admin.viewsets import allowed
from cms.models import ThemeSettings
from cms.roles import Role
from cms.visibility import site_of
from tests.factories import home_of, make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def fostering(two_authorities):
    """Gwynedd and Devon, both with the plugin `fostering`."""
    for site in two_authorities:
        enable(site=site, label="fostering")
    return two_authorities


class Finding:
    """Stands for a stock view, which finds any row by its number."""

    def get_object(self, found):
        return found


class EnquiryView(SiteScoped, Finding):
    model = Enquiry


def enquiry_at(site):
    return receive_enquiry(site=site, name="Mari", email="mari@post.example")


def test_the_root_of_the_tree_is_of_no_site(two_authorities):
    gwynedd, _devon = two_authorities

    assert site_of(Page.get_first_root_node()) is None
    assert site_of(home_of(gwynedd, "cy")) == gwynedd


@pytest.mark.parametrize(
    "path", ["/admin/pages/{}/edit/", "/admin/parity/pages/{}/", "/admin/pages/{}/"]
)
def test_a_number_no_row_can_have_names_no_page(two_authorities, client, path):
    gwynedd, _devon = two_authorities
    client.force_login(make_staff(gwynedd, Role.EDITOR))

    answer = client.get(path.format("9" * 24), headers={"host": gwynedd.hostname})

    assert answer.status_code == 404


def test_a_host_of_no_service_has_no_place_in_the_admin(two_authorities, rf):
    gwynedd, _devon = two_authorities

    assert current_site(rf.get("/admin/", SERVER_NAME=gwynedd.hostname)) == gwynedd
    with pytest.raises(Http404):
        current_site(rf.get("/admin/", SERVER_NAME="nobody.localhost"))


def test_whoever_has_not_signed_in_holds_no_role(two_authorities):
    gwynedd, _devon = two_authorities
    staff = make_staff(gwynedd, Role.EDITOR)

    assert roles_at(staff, gwynedd) == {Role.EDITOR}
    assert roles_at(AnonymousUser(), gwynedd) == frozenset()


def test_an_editor_may_stand_at_the_root_and_not_in_another_service(two_authorities):
    gwynedd, devon = two_authorities
    editor = make_staff(gwynedd, Role.EDITOR)

    check_page(editor, Page.get_first_root_node())
    check_page(editor, home_of(gwynedd, "en"))
    with pytest.raises(Http404):
        check_page(editor, home_of(devon, "en"))


def test_whoever_administers_the_installation_edits_every_page(two_authorities):
    administrator = make_user(is_superuser=True)

    for site in two_authorities:
        check_page(administrator, home_of(site, "en"))


def test_a_bulk_action_on_no_model_of_ours_is_not_found(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))

    answer = client.get("/admin/bulk/nothing/nobody/delete/?id=1")

    assert answer.status_code == 404


def test_those_who_work_on_rows_are_named_by_role_and_site(fostering):
    gwynedd, devon = fostering
    here, there = (make_staff(site, Role.COORDINATOR) for site in fostering)
    make_staff(gwynedd, Role.EDITOR)
    left = make_staff(gwynedd, Role.COORDINATOR, is_active=False)
    policy, row = ActiveSitePolicy(Enquiry), enquiry_at(gwynedd)

    everywhere = set(policy.users_with_any_permission(["change"]))
    of_row = set(policy.users_with_any_permission_for_instance(["change"], row))
    of_site = set(policy.users_with_any_permission_for_instance(["add"], devon))

    assert (everywhere, of_row, of_site) == ({here, there}, {here}, {there})
    assert left not in everywhere


def test_a_new_row_belongs_to_the_site_of_the_host(fostering, client_at):
    gwynedd, devon = fostering
    client = client_at(gwynedd, make_staff(gwynedd, Role.COORDINATOR))

    client.post(
        "/admin/enquiry/new/",
        {"name": "Mari", "email": "mari@post.example", "site": devon.pk},
    )

    assert [enquiry.site for enquiry in Enquiry.objects.all()] == [gwynedd]


def test_a_view_that_finds_any_row_shows_only_those_of_the_site(fostering):
    gwynedd, devon = fostering
    view = EnquiryView()
    view.site = gwynedd
    mine, theirs = enquiry_at(gwynedd), enquiry_at(devon)

    assert view.get_object(mine) == mine
    with pytest.raises(Http404):
        view.get_object(theirs)


def test_rows_of_other_models_pass_as_they_are(fostering):
    view = EnquiryView()
    view.site, _devon = fostering
    mine = enquiry_at(view.site)
    enquiry_at(_devon)

    assert list(view._scoped(Enquiry.objects.all())) == [mine]
    assert set(view._scoped(Site.objects.all())) == set(Site.objects.all())


def test_a_model_without_a_policy_of_its_own_is_judged_by_the_sites_roles(
    two_authorities, rf, monkeypatch
):
    gwynedd, devon = two_authorities
    request = rf.get("/admin/")
    request.user = make_staff(gwynedd, Role.MANAGER)
    monkeypatch.setattr(policy_registry, "get_by_type", lambda *_a, **_k: None)

    assert [allowed(request, ThemeSettings, site) for site in (gwynedd, devon)] == [
        True,
        False,
    ]
