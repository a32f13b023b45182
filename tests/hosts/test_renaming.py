"""Renaming a service: everything is called otherwise, and nothing is lost."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Collection, ModelLogEntry, Page, Site

from cms.models import RoleGroup
from cms.roles import Role
from forms.casework.models import Case
from forms.journeys.models import Draft
from sites.hosts import add_name
from sites.models import Authority, HomePage, HostAlias, Membership, Service
from sites.network.forms import RenameForm
from sites.register import load_register
from sites.renaming import CannotRename, Renaming, pages_that_say, plan, rename
from tests.casework.factories import make_case
from tests.factories import home_of, make_hub, make_service, make_staff
from tests.journeys.walking import Applicant
from tests.news.factories import make_news

pytestmark = pytest.mark.django_db
NEW = "cumberland.localhost"


@pytest.fixture
def cumbria(with_forms: None) -> Site:
    """A service of a council that is to become another: here Devon plays its part."""
    return make_service("devon", authority=Authority.objects.get(slug="devon"))


@pytest.fixture
def successor(cumbria: Site) -> Authority:
    return Authority.objects.get(slug="cumberland")


def asked(site: Site, successor: Authority, **changes: Any) -> Renaming:
    facts = {
        "site": site,
        "name_en": "Cumberland Independent Visitors",
        "name_cy": "Ymwelwyr Annibynnol Cumberland",
        "hostname": NEW,
        "slug": "cumberland",
        "successor": successor,
    }
    return Renaming(**{**facts, **changes})


def kept(site: Site) -> dict[str, Any]:
    """Whatever must be the same before and after."""
    root = site.root_page.path[:8]
    return {
        "pages": set(Page.objects.filter(path__startswith=root).values_list("pk")),
        "cases": list(Case.objects.filter(site=site).values_list("pk", "reference")),
        "drafts": list(Draft.objects.filter(site=site).values_list("pk", flat=True)),
        "staff": set(Membership.objects.filter(site=site).values_list("user", "role")),
        "prefix": Site.objects.get(pk=site.pk).profile.reference_prefix,
    }


def test_all_names_change_in_one_go(cumbria: Site, successor: Authority) -> None:
    boss = make_staff(make_hub(), Role.NETWORK_ADMIN)

    changes = rename(asked(cumbria, successor), by=boss)

    site = Site.objects.get(pk=cumbria.pk)
    service = Service.objects.get(site=site)
    homes = HomePage.objects.filter(path__startswith=site.root_page.path[:8])
    assert len(changes) == 5
    assert (site.hostname, site.site_name) == (NEW, "Cumberland Independent Visitors")
    assert service.name_cy == "Ymwelwyr Annibynnol Cumberland"
    assert {home.title for home in homes} == {service.name_en, service.name_cy}
    assert all(h.live and not h.has_unpublished_changes for h in homes)
    assert site.root_page.get_parent().slug == "cumberland"
    assert Collection.objects.filter(name=service.name_en).count() == 1
    names = RoleGroup.objects.filter(site=site).values_list("group__name", flat=True)
    assert all(name.startswith(f"{NEW} ") for name in names)
    entry = ModelLogEntry.objects.get(action="authorities.service_renamed")
    assert (entry.user, len(entry.data["changes"])) == (boss, 5)


def test_pages_people_drafts_and_cases_stay_and_the_old_host_leads_on(
    cumbria: Site, successor: Authority
) -> None:
    person = make_staff(cumbria, Role.COORDINATOR)
    Applicant(cumbria).answer("your-language")
    make_case(cumbria)
    news = make_news(cumbria, "en", title="Evening")
    before = kept(cumbria)

    rename(asked(cumbria, successor))

    assert kept(cumbria) == before
    assert all(before.values())
    aliases = HostAlias.objects.filter(site=cumbria).values_list("hostname", "kind")
    assert list(aliases) == [("devon.localhost", "redirects")]
    at_new, at_old = Client(SERVER_NAME=NEW), Client(SERVER_NAME="devon.localhost")
    news.refresh_from_db()
    assert news.full_url == f"http://{NEW}/en/news/evening/"
    assert at_new.get("/en/news/evening/").status_code == 200
    moved = at_old.get("/en/news/evening/?a=1")
    where = moved.headers["Location"]
    assert (moved.status_code, where) == (301, f"{news.full_url}?a=1")
    at_new.force_login(person)
    assert at_new.get("/admin/").status_code == 200


def test_the_register_knows_what_became_of_the_old_authority(
    cumbria: Site, successor: Authority
) -> None:
    old = Authority.objects.get(slug="devon")

    rename(asked(cumbria, successor))
    load_register()

    successor.refresh_from_db()
    old.refresh_from_db()
    assert Authority.objects.with_code(old.gss_code) == successor
    assert successor.former_codes == old.gss_code
    assert old.succeeded_by == successor
    assert old not in Authority.objects.current()
    assert Service.objects.get(site=cumbria).authority == successor


def test_a_plan_changes_nothing_and_says_the_same(
    cumbria: Site, successor: Authority
) -> None:
    def everything() -> list[Any]:
        rows = [list(Site.objects.values()), list(Service.objects.values())]
        return [kept(cumbria), *rows]

    before = everything()

    planned = plan(asked(cumbria, successor))

    assert everything() == before
    assert planned == rename(asked(cumbria, successor))
    assert plan(asked(cumbria, successor)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hostname": "gwynedd.localhost"}, "belongs to a service already"),
        ({"hostname": "https://x.example/"}, "the name alone"),
        ({"slug": "gwynedd"}, "Another service has this name"),
        ({"slug": "Cumber land"}, "small letters"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_changes(
    cumbria: Site, successor: Authority, change: dict[str, str], words: str
) -> None:
    before = list(Service.objects.values())

    with pytest.raises(CannotRename, match=words):
        rename(asked(cumbria, successor, **change))

    assert list(Service.objects.values()) == before


def test_an_authority_that_has_a_service_cannot_take_another(cumbria: Site) -> None:
    gwynedd = Authority.objects.get(slug="gwynedd")
    make_service("gwynedd", authority=gwynedd)

    with pytest.raises(CannotRename, match="has a service of its own"):
        plan(Renaming(site=cumbria, successor=gwynedd))


def test_an_editor_s_unfinished_home_page_is_not_published(cumbria: Site) -> None:
    home = home_of(cumbria, "en")
    home.lead = "Not finished"
    home.save_revision()

    rename(Renaming(site=cumbria, name_en="Cumberland Visitors"))

    home.refresh_from_db()
    draft = home.get_latest_revision_as_object()
    assert (home.title, home.lead) == ("Cumberland Visitors", "")
    assert (draft.title, draft.lead) == ("Cumberland Visitors", "Not finished")


def test_pages_that_still_say_the_old_name_are_listed(cumbria: Site) -> None:
    page = make_news(cumbria, "en", title="An evening in Devon’s hall")
    make_news(cumbria, "en", title="Elsewhere")

    assert page.page_ptr in pages_that_say(cumbria, ["Devon’s"])
    assert [p.title for p in pages_that_say(cumbria, ["Devon’s"])] == [page.title]


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("rename_service", *args, stdout=out)
    return out.getvalue()


def test_the_command_shows_what_it_would_do_and_does_it(
    cumbria: Site, successor: Authority
) -> None:
    arguments = (
        "devon.localhost",
        "--name-en=Cumberland Independent Visitors",
        f"--host={NEW}",
        "--authority=cumberland",
    )

    dry = run(*arguments, "--dry-run")
    unchanged = Site.objects.filter(hostname="devon.localhost").exists()
    done = run(*arguments)

    for words in ("Devon Independent Visitors", "Cumberland Independent Visitors", NEW):
        assert words in dry
        assert words in done
    assert unchanged
    assert "nothing was changed" in dry
    assert Site.objects.get(pk=cumbria.pk).hostname == NEW
    with pytest.raises(CommandError, match="No service"):
        run("nobody.localhost", "--name-en=x")
    with pytest.raises(CommandError, match="register"):
        run(NEW, "--authority=atlantis")
    with pytest.raises(CommandError, match="belongs to a service"):
        run(NEW, "--host=gwynedd.localhost")


def test_services_are_suspended_and_resumed_from_the_command_line(
    cumbria: Site,
) -> None:
    out = io.StringIO()
    call_command(
        "suspend_service",
        "devon.localhost",
        reason="Closing",
        message_en="Gone",
        stdout=out,
    )
    client = Client(SERVER_NAME="devon.localhost")
    closed = client.get("/en/")
    add_name(site=cumbria, hostname="tŷ.localhost", language="cy")
    call_command("resume_service", "TŶ.localhost", stdout=out)

    assert (closed.status_code, "Gone" in closed.text) == (503, True)
    assert client.get("/en/").status_code == 200
    assert "suspended" in out.getvalue()
    for nobody in ("nobody.localhost", "no..body"):
        with pytest.raises(CommandError, match="No service"):
            call_command("suspend_service", nobody, reason="x")
    with pytest.raises(CommandError, match="hub"):
        call_command("suspend_service", "hub.localhost", reason="x")


def test_an_authority_that_gave_way_by_mistake_can_have_its_service_back(
    cumbria: Site, successor: Authority
) -> None:
    old = Authority.objects.get(slug="devon")
    rename(Renaming(site=cumbria, successor=successor))
    elsewhere = Authority.objects.get(slug="gwynedd")
    service = make_service("gwynedd", authority=elsewhere)
    old.refresh_from_db()

    with pytest.raises(CannotRename, match="has given way to Cumberland"):
        plan(Renaming(site=service, successor=old))
    offered = [
        old in RenameForm(authority=one).fields["successor"].queryset
        for one in (successor, elsewhere)
    ]
    rename(Renaming(site=cumbria, successor=old))

    assert offered == [True, False]
    found = Authority.objects.current().filter(pk__in=[old.pk, successor.pk])
    assert set(found) == {old, successor}
    assert Authority.objects.with_code(old.gss_code) == old
    assert Authority.objects.get(pk=successor.pk).former_codes == ""
    assert Service.objects.get(site=cumbria).authority == old


def test_a_host_name_may_be_longer_than_the_name_of_a_group(cumbria: Site) -> None:
    long = ".".join(["ymwelwyr-annibynnol-" + "x" * 40] * 4) + ".example"

    rename(Renaming(site=cumbria, hostname=long))

    groups = RoleGroup.objects.filter(site=cumbria).select_related("group")
    names = [row.group.name for row in groups]
    assert Site.objects.get(pk=cumbria.pk).hostname == long
    assert len(set(names)) == len(names) == 4
    assert max(map(len, names)) <= 150
