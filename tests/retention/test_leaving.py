"""Neither a plugin nor a service goes while a request is not filed."""

import pytest
from acme_fostering.terms import KEEPINGS as FOSTERING

from cms.plugins import installed_plugins
from cms.retention import rules
from cms.retirement.plan import Refused
from cms.retirement.removal import retire
from cms.suspension import suspend
from forms.casework.filing.services import file_case
from forms.casework.models import Case
from forms.journeys.doors import forms
from sites.leaving.belongings import belongings
from sites.leaving.refusing import reasons_to_refuse
from tests.retention.conftest import CLOSED_ON

pytestmark = pytest.mark.django_db
WHY = "Filed in Mosaic by J. Roberts, 3 May 2027."


def test_a_plugin_is_not_retired_over_requests_that_nobody_filed(gwynedd, closed):
    closed(gwynedd, kind="referrals")

    with pytest.raises(Refused, match="1 × cases are not filed"):
        retire(label="referrals", switch_off=True, destroy_records=WHY)

    assert Case.objects.count() == 1


def test_a_service_does_not_go_before_each_request_is_filed(
    gwynedd, devon, closed, coordinator
):
    case = closed(gwynedd, kind="referrals")
    closed(devon, kind="referrals")
    suspend(site=gwynedd, reason="It leaves.")

    def reasons():
        gwynedd.profile.refresh_from_db()
        found = reasons_to_refuse(belongings(gwynedd), destroy_records=WHY)
        return [reason for reason in found if "not filed" in reason]

    before = reasons()
    file_case(case=case, on=CLOSED_ON, system="Mosaic", by=coordinator)

    assert [reason[:23] for reason in before] == ["1 × cases are not filed"]
    assert reasons() == []


def test_every_promise_of_the_privacy_page_has_a_rule_that_keeps_it():
    promised = {
        f"{form.kind}.{keeping.key}": keeping.label
        for form in forms()
        for keeping in form.keepings
    }

    kept = {name: rule.label for name, rule in rules().items()}

    assert FOSTERING[0].key in {name.partition(".")[2] for name in kept}
    assert {name: kept.get(name) for name in promised} == promised
    who_keeps = {name.partition(".")[0] for name in kept}
    assert who_keeps <= {*installed_plugins(), "cms", "rights"}
