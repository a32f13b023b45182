"""manage.py create_service: a whole service from the register, once."""

import hashlib

import pytest
from django.db import connection
from wagtail.models import Page, Site, WorkflowPage

from cms.activation import active_labels
from cms.models import RoleGroup, SiteProfile
from cms.roles import LOCAL_ROLES
from cms.visibility import visible_pages
from sites.models import Authority, HostAlias, Service, ServiceRoot
from sites.provisioning import Asked, create_service
from sites.provisioning import making as making_module
from tests.factories import make_service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


def everything() -> str:
    """A digest of every row of every table."""
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names()):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (its own names)
            rows = sorted(repr(row) for row in cursor.fetchall())
            digest.update(f"{table}{rows}".encode())
    return digest.hexdigest()


def test_a_name_of_the_register_is_enough_to_make_a_whole_service(create):
    out, error = create("gwynedd")

    site = Site.objects.get(hostname="gwynedd.localhost")
    service = Service.objects.get(site=site)
    root = ServiceRoot.objects.ancestor_of(site.root_page).get()
    assert error == ""
    assert (service.authority.slug, service.name_en, service.name_cy) == (
        "gwynedd",
        "Gwynedd Independent Visitors",
        "Ymwelwyr Annibynnol Gwynedd",
    )
    assert service.welsh_standards
    assert (site.root_page.slug, site.profile.default_language) == ("cy", "cy")
    assert site.profile.reference_prefix == "WYN"
    assert {x.role for x in RoleGroup.objects.filter(site=site)} == set(LOCAL_ROLES)
    assert WorkflowPage.objects.filter(page=root).exists()
    keys = {
        code: {page.translation_key for page in visible_pages(site, code)}
        for code in ("en", "cy")
    }
    assert keys["en"] == keys["cy"]
    assert len(keys["en"]) > 1
    assert set(making_module.wanted_plugins("local")) <= active_labels(site)
    assert "! " not in out
    assert "Enter the safeguarding numbers" in out


def test_in_england_english_comes_first_and_no_welsh_standards_apply(create):
    create("devon")

    site = Site.objects.get(hostname="devon.localhost")
    assert site.profile.default_language == "en"
    assert not Service.objects.get(site=site).welsh_standards
    assert Service.objects.get(site=site).name_cy == "Ymwelwyr Annibynnol Dyfnaint"


def test_again_changes_nothing_and_says_so(create):
    create("gwynedd")
    before = everything()

    out, error = create("gwynedd")

    assert error == ""
    assert "it stood already; nothing was changed" in out
    assert "Services: 0 made, 1 stood already." in out
    assert everything() == before


def test_a_service_of_before_workflows_is_given_its_own(create):
    site = make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    WorkflowPage.objects.all().delete()

    out, error = create("gwynedd")

    assert error == ""
    assert "what newer services have was added" in out
    root = ServiceRoot.objects.ancestor_of(site.root_page).get()
    assert WorkflowPage.objects.filter(page=root).count() == 1


def test_host_names_languages_and_names_are_taken_as_given(create):
    _out, error = create(
        "devon",
        host="Visitors.Devon.gov.uk",
        welsh_host="ymwelwyr.devon.gov.uk",
        english_host="iv.devon.gov.uk",
        first_language="cy",
    )

    site = Site.objects.get()
    assert error == ""
    assert (site.hostname, site.profile.default_language) == (
        "visitors.devon.gov.uk",
        "cy",
    )
    assert set(
        HostAlias.objects.values_list("hostname", "language", "kind", "site")
    ) == {
        ("ymwelwyr.devon.gov.uk", "cy", "serves", site.pk),
        ("iv.devon.gov.uk", "en", "serves", site.pk),
    }


@pytest.mark.parametrize(
    ("args", "options", "words"),
    [
        (["gwyneddd"], {}, "“gwyneddd” is not in the register."),
        (["gwyn-edd"], {}, "Perhaps: gwynedd."),
        (["devon"], {"host": "gwynedd.localhost"}, "belongs to a service already"),
        (["devon"], {"host": "https://devon.gov.uk/"}, "Enter the name alone"),
        (["devon"], {"host": "a.example", "welsh_host": "a.example"}, "once only"),
        (["devon"], {"manager": "nobody"}, "“nobody” is not an e-mail address."),
        (["gwynedd"], {"host": "other.example"}, "has a service already, at gwynedd"),
        (["gwynedd"], {"first_language": "en"}, "has a service already, at gwynedd"),
        ([], {}, "Say which"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(create, args, options, words):
    make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    before = everything()

    _out, error = create(*args, **options)

    assert words in error
    assert everything() == before


def test_an_empty_register_is_said(create):
    Authority.objects.all().delete()

    assert create("gwynedd")[1].startswith("The register is empty.")


def test_whatever_breaks_on_the_way_leaves_nothing_behind(create, monkeypatch):
    before = everything()

    def break_off(site):
        raise RuntimeError

    monkeypatch.setattr("sites.provisioning.creating.start_site", break_off)
    with pytest.raises(RuntimeError):
        create_service(Asked(authority=Authority.objects.get(slug="devon")))

    assert everything() == before


def test_a_dry_run_says_what_would_be_and_makes_nothing(create):
    make_service("gwynedd", authority=Authority.objects.get(slug="gwynedd"))
    before = everything()

    out, error = create("gwynedd", "devon", "powys", dry_run=True)

    assert error == ""
    assert everything() == before
    lines = out.splitlines()
    assert lines == [
        "gwynedd: stands already, at gwynedd.localhost",
        "devon: would be made at devon.localhost: Devon Independent Visitors /"
        " Ymwelwyr Annibynnol Dyfnaint, en first, references DVN",
        "powys: would be made at powys.localhost: Powys Independent Visitors /"
        " Ymwelwyr Annibynnol Powys, cy first, references PWY",
        "A dry run: nothing was made.",
    ]


def test_a_new_service_of_the_hub_s_server_answers_at_its_port(create):
    make_service("hub", port=8000)

    create("devon")

    assert Site.objects.get(hostname="devon.localhost").port == 8000
    assert SiteProfile.objects.filter(site__hostname="devon.localhost").exists()
    assert Page.objects.filter(depth=2).count() == 2
