"""A council's own sign-in lets in its invited staff at its service, and nobody else."""

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore

from cms.roles import Role
from sites.entry.adapters import AccountAdapter
from sites.entry.models import IdentityProvider, SignIn
from sites.memberships import grant, revoke
from sites.people.models import User
from tests.entry.council.coming import come, is_signed_in
from tests.entry.council.server import SECRET
from tests.entry.signing import browser_at, is_in, sign_in
from tests.factories import make_staff, make_user

pytestmark = pytest.mark.django_db


def test_invited_staff_come_in_and_are_known_by_their_number_from_then_on(
    gwynedd, row, mari, council
):
    first, later = browser_at(gwynedd), browser_at(gwynedd)
    come(first, council)
    mari.email = "mari.jones@llyw.gwynedd.example"
    mari.save()

    come(later, council)

    assert (is_in(first), is_in(later)) == (True, True)
    assert later.session[SESSION_KEY] == str(mari.pk)
    link = SocialAccount.objects.get()
    assert (link.user, link.uid, link.extra_data) == (mari, "42", {})
    said = SignIn.objects.first()
    assert (said.user, said.method, said.second) == (mari, "council", "")


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "false"},
        {"email": "mari@elsewhere.example"},
        {"email": "mari@gwynedd.example.evil.example"},
        {"email": "mari@sub.gwynedd.example"},
        {"email": "stranger@gwynedd.example"},
        {"email": None},
    ],
    ids=lambda claims: "-".join(f"{k}={v}" for k, v in claims.items()),
)
def test_whom_the_council_does_not_vouch_for_or_nobody_invited_stays_out(
    gwynedd, row, mari, council, claims
):
    make_staff(gwynedd, "editor", email="mari@elsewhere.example")
    make_staff(gwynedd, "editor", email="mari@sub.gwynedd.example")
    browser, people = browser_at(gwynedd), User.objects.count()
    council.claims |= claims

    answer = come(browser, council)

    assert answer.status_code == 403
    assert "You cannot sign in this way" in answer.content.decode()
    assert not is_signed_in(browser)
    assert (User.objects.count(), SocialAccount.objects.count()) == (people, 0)
    assert SignIn.objects.get().outcome == "refused"


def test_microsofts_word_for_a_verified_address_counts(gwynedd, row, mari, council):
    council.claims |= {"email_verified": None, "xms_edov": True}
    browser = browser_at(gwynedd)

    come(browser, council)

    assert is_in(browser)


def test_whoever_works_elsewhere_too_is_not_opened_by_one_councils_word(
    gwynedd, devon, row, mari, council
):
    grant(user=mari, site=devon, role=Role.EDITOR)
    browser = browser_at(gwynedd)

    refused = come(browser, council).status_code
    revoke(user=mari, site=devon, role=Role.EDITOR)
    come(browser, council)

    assert refused == 403
    assert is_in(browser)


@pytest.mark.parametrize("change", ["left", "inactive", "superuser", "never here"])
def test_whoever_has_no_place_here_any_more_stays_out_despite_an_earlier_link(
    gwynedd, devon, row, mari, council, change
):
    come(browser_at(gwynedd), council)
    if change in ("left", "never here"):
        revoke(user=mari, site=gwynedd, role=Role.COORDINATOR)
    if change == "never here":
        grant(user=mari, site=devon, role=Role.COORDINATOR)
    User.objects.filter(pk=mari.pk).update(
        is_active=change != "inactive", is_superuser=change == "superuser"
    )
    browser = browser_at(gwynedd)

    assert come(browser, council).status_code == 403
    assert not is_signed_in(browser)


def test_a_new_colleague_with_an_old_address_is_not_the_one_who_was_invited(
    gwynedd, row, mari, council
):
    come(browser_at(gwynedd), council)
    council.claims["sub"] = "43"
    browser = browser_at(gwynedd)

    assert come(browser, council).status_code == 403
    assert not is_signed_in(browser)


def test_another_issuers_numbers_mean_nothing(gwynedd, row, mari, council):
    come(browser_at(gwynedd), council)
    other = make_staff(gwynedd, "manager", email="other@gwynedd.example")
    row.client_id = "another-client"
    row.save()
    council.claims |= {"email": other.email, "aud": "another-client"}
    browser = browser_at(gwynedd)

    come(browser, council)

    assert browser.session[SESSION_KEY] == str(other.pk)


def test_the_secret_is_sealed_in_the_database(row):
    assert SECRET not in str(IdentityProvider.objects.values())
    assert IdentityProvider.objects.get().client_secret == SECRET


@pytest.mark.parametrize(
    ("trusted", "claims", "lacks"),
    [
        (False, {}, True),
        (False, {"amr": ["mfa"]}, True),
        (True, {}, False),
        (True, {"amr": ["pwd"]}, True),
    ],
)
def test_only_a_council_that_is_trusted_to_ask_spares_the_second_factor(
    gwynedd, row, mari, council, settings, trusted, claims, lacks
):
    settings.SECOND_FACTOR_REQUIRED = True
    row.asks_second_factor = trusted
    row.save()
    council.claims |= claims
    browser = browser_at(gwynedd)

    come(browser, council)

    assert is_signed_in(browser)
    assert is_in(browser) is not lacks
    assert SignIn.objects.get().second == ("" if lacks else "council")


def test_where_the_council_wants_its_sign_in_alone_passwords_of_its_people_do_not_count(
    gwynedd, devon, row, mari
):
    charity = make_staff(gwynedd, "editor", email="ceri@charity.example")
    both = make_staff(gwynedd, "editor", email="both@gwynedd.example")
    grant(user=both, site=devon, role=Role.EDITOR)
    row.is_only_way = True
    row.save()
    entered = {}
    for person in (mari, charity, both):
        # A session that another host opened is good here too.
        browsers = [browser_at(gwynedd), browser_at(devon)]
        for browser in browsers:
            sign_in(browser, person.email)
        name = person.email.partition("@")[0]
        entered[name] = [is_signed_in(browser) for browser in browsers]

    assert entered == {
        "mari": [False, False],
        "ceri": [True, True],
        "both": [True, True],
    }
    assert (
        "use its button"
        in sign_in(browser_at(gwynedd), mari.email, follow=True).content.decode()
    )


def test_no_other_way_counts_there_not_even_a_passkey(gwynedd, row, mari, rf):
    row.is_only_way = True
    row.save()

    def answer(method):
        request = rf.post("/account/passkeys/login/", SERVER_NAME=gwynedd.hostname)
        request.session = SessionStore()
        request._messages = FallbackStorage(request)
        record_authentication(request, mari, method, passwordless=True)
        told = ("email_verification", "signal_kwargs", "email", "redirect_url")
        given = AccountAdapter(request).pre_login(
            request, mari, signup=False, **dict.fromkeys(told)
        )
        return given and given.headers["Location"]

    assert (answer("mfa"), answer("socialaccount")) == ("/account/login/", None)
    assert SignIn.objects.get().method == "passkey"


def test_a_session_that_one_council_opened_ends_when_it_would_open_anothers_too(
    gwynedd, devon, row, mari, council
):
    browser = browser_at(gwynedd)
    come(browser, council)
    before = is_in(browser)
    grant(user=mari, site=devon, role=Role.COORDINATOR)

    answer = browser.get("/admin/", follow=True)

    assert (before, is_signed_in(browser)) == (True, False)
    assert "sign in with your own password" in answer.content.decode()
    own = browser_at(gwynedd)
    sign_in(own, mari.email)
    assert is_in(own)


def test_a_person_without_any_role_is_not_let_in(gwynedd, row, council):
    make_user(email="mari@gwynedd.example")
    browser = browser_at(gwynedd)

    assert come(browser, council).status_code == 403
