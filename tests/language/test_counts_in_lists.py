"""How many a list of the admin holds, in either language."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.paginator import WagtailPaginator
from wagtail.models import Page, Workflow

from cms.roles import Role
from tests.factories import make_hub, make_staff


def label_of(count, rows, language):
    paginator = WagtailPaginator(rows, 20)
    paginator.count = count
    with override(language):
        return paginator.items_count_label


@pytest.mark.parametrize(
    ("count", "welsh", "english"),
    [
        (0, "dim tudalennau", "0 pages"),
        (1, "1 dudalen", "1 page"),
        (4, "4 tudalen", "4 pages"),
        (6, "6 thudalen", "6 pages"),
        (25, "25 o dudalennau", "25 pages"),
    ],
)
def test_a_list_counts_as_its_reader_does(count, welsh, english):
    rows = Page.objects.none()

    assert label_of(count, rows, "cy") == welsh
    assert label_of(count, rows, "en") == english


def test_a_noun_that_is_not_on_our_list_stands_before_its_figure():
    rows = Workflow.objects.none()

    assert label_of(4, rows, "cy") == "llifoedd gwaith: 4"
    assert label_of(4, rows, "en") == "4 workflows"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "who"), [("cy", "y system"), ("en", "the system")]
)
def test_what_no_person_published_is_the_system_s(client_at, language, who):
    hub = make_hub()
    owen = make_staff(
        hub, Role.NETWORK_ADMIN, preferred_language=language, is_superuser=True
    )
    browser = client_at(hub, owen)

    answer = browser.get(reverse("wagtailadmin_reports:aging_pages"))

    rows = BeautifulSoup(answer.text, "html.parser").select("table.listing tbody tr")
    assert len(rows) > 1
    assert {row.find_all("td")[3].get_text(strip=True) for row in rows} == {who}
