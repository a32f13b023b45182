"""Nothing of Devon in any admin answer to Gwynedd's staff, whatever their role."""

import pytest
from django.contrib.contenttypes.models import ContentType

from cms.roles import LOCAL_ROLES, Role
from forms.casework.services import open_case
from pages.standard_pages.models import StandardPage
from tests.factories import home_of, make_staff, publish
from tests.host.crawling import admin_routes, fill

PART, MARKER = "Zzyzx", "Zzyzxmarker"
OTHERS = [role for role in LOCAL_ROLES if role != Role.MANAGER]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def devons(two_authorities):
    """A page, a case and a person of Devon's, all bearing the marker."""
    _gwynedd, devon = two_authorities
    page = publish(StandardPage(title=MARKER, slug="zz"), home_of(devon, "en"))
    case = open_case(
        site=devon,
        kind="applications",
        language="en",
        display_name=MARKER,
        email="zz@post.example",
        answers=[],
    )
    person = make_staff(devon, "manager", first_name=MARKER)
    return {"page": page, "case": case, "person": person, "site": devon}


def ids_of(devons):
    page, case = devons["page"], devons["case"]
    kind = ContentType.objects.get_for_model(StandardPage)
    return {
        "page_id": page.pk,
        "parent_page_id": page.get_parent().pk,
        "pk": case.pk,
        "revision_id": page.latest_revision.pk,
        "content_type_app_name": "standard_pages",
        "content_type_model_name": "standardpage",
        "app_label": "standard_pages",
        "app_name": "authorities",
        "model_name": "standardpage",
        "content_type_id": kind.pk,
        "user_id": devons["person"].pk,
        "action": "delete",
    }


@pytest.mark.parametrize(
    "role", [Role.MANAGER, *(pytest.param(r, marks=pytest.mark.long) for r in OTHERS)]
)
def test_nothing_of_devon_is_shown_to_gwynedds_staff(
    two_authorities, client_at, devons, role
):
    gwynedd, _devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, role))
    client.raise_request_exception = False
    ids = ids_of(devons)
    visited, wrong = 0, []
    for route in admin_routes():
        if "logout" in route or "failwhale" in route:
            continue
        fallbacks = (devons["case"].pk, devons["page"].pk, devons["site"].pk)
        for fallback in fallbacks if "<" in route else fallbacks[:1]:
            url = fill(route, ids, fallback)
            answer = client.get(url, {"q": PART, "id": devons["page"].pk})
            visited += 1
            if answer.status_code == 500:
                wrong.append((500, url))
            body = b"" if answer.streaming else answer.content
            if MARKER.encode() in body:
                wrong.append((answer.status_code, url))

    assert wrong == []
    assert visited > 300
