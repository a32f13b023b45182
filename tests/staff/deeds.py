"""Each duty of cms.roles done by the addresses a browser asks for; True where it was.

A deed says by what it changed, not by the answer alone.
"""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.activation import enable, is_on
from cms.models import MailWords, Offer
from forms.casework.models import Case
from forms.journeys.models import FormInWork
from pages.standard_pages.models import StandardPage
from sites.alerts.models import Alert
from sites.models import Service
from sites.rights.models import RightsRequest
from sites.staff.models import Invitation
from tests.casework.factories import MARKER, make_case, url
from tests.factories import home_of, make_service
from tests.host.files import collection_of
from tests.hub_news.factories import make_offer
from tests.rights.factories import ASKED

Deed = Callable[[Client, Site], bool]


def write_a_page(client: Client, site: Site) -> bool:
    """A new page, saved as a draft."""
    _post_page(client, site, "written")
    return StandardPage.objects.filter(slug="written").exists()


def publish_a_page(client: Client, site: Site) -> bool:
    """The same, published at once, where one language alone may be."""
    Service.objects.filter(site=site).update(welsh_standards=False)
    _post_page(client, site, "published", **{"action-publish": "1"})
    return StandardPage.objects.filter(slug="published", live=True).exists()


def add_a_picture_and_a_document(client: Client, site: Site) -> bool:
    """By the forms that take one file."""
    collection = collection_of(site).pk
    picture = SimpleUploadedFile("x.png", get_test_image_file().file.getvalue())
    paper = SimpleUploadedFile("paper.pdf", b"%PDF-1.4")
    facts = {"title": "Added", "collection": collection}
    client.post(reverse("wagtailimages:add"), {**facts, "file": picture})
    client.post(reverse("wagtaildocs:add"), {**facts, "file": paper})
    picture_added, paper_added = (
        model.objects.filter(title="Added").exists()
        for model in (get_image_model(), get_document_model())
    )
    assert picture_added == paper_added
    return picture_added


def work_on_a_case(client: Client, site: Site) -> bool:
    """Read it, move it, export all: all of it or nothing."""
    case = make_case(site, display_name=MARKER)
    read = MARKER in client.get(url("case", case.pk)).text
    client.post(url("move", case.pk), {"to": "talking", "seen": "submitted"})
    moved = Case.objects.get(pk=case.pk).stage == "screening"
    export = client.get(url("export"), {"file": "csv", "words": "en"})
    exported = export.status_code == 200 and MARKER.encode() in export.getvalue()
    assert read == moved == exported
    return read


def write_the_words_of_a_mail(client: Client, site: Site) -> bool:
    """In both languages, as the screen shows them, but for the subjects."""
    address = reverse("mail_words:edit", args=["casework.withdrawn"])
    page = client.get(address)
    form = page.context["form"] if page.status_code == 200 else []
    data = {field.html_name: field.value() or "" for field in form}
    subjects = {"subject_en": "Bye", "subject_cy": "Hwyl"}
    client.post(address, {**data, **subjects, "both": ""})
    return MailWords.objects.filter(site=site).exists()


def write_an_alert(client: Client, site: Site) -> bool:
    """By its form, in both languages."""
    words = {
        f"{name}_{code}": "Snow"
        for name in ("heading", "text")
        for code in ("en", "cy")
    }
    times = {"starts_at": "2030-01-07 09:00", "ends_at": "2030-01-08 09:00"}
    kind = {"severity": "information", "reach": "here"}
    client.post(reverse("alerts:add"), {**words, **times, **kind})
    return Alert.objects.filter(site=site).exists()


def shape_the_form(client: Client, site: Site) -> bool:
    """Ask applicants a question of the service's own."""
    address = reverse("applications_form:add_kind", args=["short"])
    client.post(address, {"label_en": "Your hobby", "place": "you"})
    return FormInWork.objects.filter(site=site).exists()


def see_own_offers(client: Client, site: Site) -> bool:
    """The panel of the dashboard; the hub has none of its own, and sees nobody's."""
    is_service = site.profile.kind == "local"
    make_offer(site if is_service else make_service("gwynedd"), en="Our own offer")
    return "Our own offer" in client.get("/admin/").text


def decide_on_an_offer(client: Client, site: Site) -> bool:
    """Accept what Gwynedd offers."""
    offer = make_offer(make_service("gwynedd"), en="Evening")
    client.post(reverse("hub_offers:offer", args=[offer.pk]), {"decision": "accept"})
    return Offer.objects.get(pk=offer.pk).state == Offer.State.ACCEPTED


def decide_on_texts(client: Client, site: Site) -> bool:
    """The list of what the hub has changed."""
    return client.get(reverse("cms_national_texts")).status_code == 200


def write_national_texts(client: Client, site: Site) -> bool:
    """The list of every text and of who is behind."""
    return client.get(reverse("cms_national_hub")).status_code == 200


def change_the_settings(client: Client, site: Site) -> bool:
    """The service's phone number, by the form as it stands."""
    address = reverse("service_settings_group", args=["contact"])
    page = client.get(address)
    if page.status_code != 200:
        client.post(address, {"phone": "01632 960777"})
    else:
        form = page.context["form"]
        data = {field.html_name: field.value() or "" for field in form}
        client.post(address, {**data, "phone": "01632 960777"})
    return Service.objects.get(site=site).phone == "01632 960777"


def switch_a_feature(client: Client, site: Site) -> bool:
    """Off, by its own screen."""
    label = "news" if site.profile.kind == "local" else "hub_news"
    enable(site=site, label=label)
    client.post(reverse("cms_feature_off", args=[label]))
    return not is_on(site, label)


def look_after_people(client: Client, site: Site) -> bool:
    """Invite somebody."""
    role = "editor" if site.profile.kind == "local" else "hub_editor"
    facts = {"email": "a@x.example", "first_name": "A", "language": "cy"}
    client.post(reverse("staff_invite"), {**facts, "roles": [role]})
    return Invitation.objects.filter(site=site).exists()


def read_the_sign_ins(client: Client, site: Site) -> bool:
    """The log of the site's people."""
    return client.get(reverse("entry_sign_ins")).status_code == 200


def read_the_reads(client: Client, site: Site) -> bool:
    """The log of who has read which record."""
    return client.get(reverse("reads")).status_code == 200


def see_what_is_kept(client: Client, site: Site) -> bool:
    """What goes when, and what is held."""
    return client.get(reverse("keeping")).status_code == 200


def take_a_request_about_data(client: Client, site: Site) -> bool:
    """Write down that somebody asked for their data, and read it."""
    client.post(reverse("rights_new"), ASKED)
    asked = RightsRequest.objects.filter(site=site).first()
    opened = client.get(reverse("rights")).status_code == 200
    if asked:
        client.get(reverse("rights_request", args=[asked.pk]))
    assert opened == bool(asked)
    return opened


def look_after_the_network(client: Client, site: Site) -> bool:
    """Open each screen about all sites, and invite the first manager of a service."""
    powys = make_service("powys")
    of_all = ("cms_feature_grid", "authorities_new_service", "services")
    of_one = ("service_addresses", "service_suspend", "service_rename")
    screens = [reverse(name) for name in (*of_all, "staff_lost_factor")]
    screens += [reverse(name, args=[powys.pk]) for name in (*of_one, "entry_provider")]
    opened = {client.get(screen).status_code == 200 for screen in screens}
    facts = {"email": "a@x.example", "first_name": "A", "language": "cy"}
    client.post(reverse("staff_first_manager", args=[powys.pk]), facts)
    invited = Invitation.objects.filter(site=powys).exists()
    assert opened == {invited}
    return invited


def _post_page(client: Client, site: Site, slug: str, **action: str) -> None:
    facts = {"title": "X", "slug": slug, "intro": "", "body": streamfield([])}
    parent = home_of(site, "en").pk
    address = reverse(
        "wagtailadmin_pages:add", args=["standard_pages", "standardpage", parent]
    )
    client.post(address, nested_form_data({**facts, **action}))


DEEDS: dict[str, Deed] = {
    "pages": write_a_page,
    "publish": publish_a_page,
    "files": add_a_picture_and_a_document,
    "casework": work_on_a_case,
    "alerts": write_an_alert,
    "mail_words": write_the_words_of_a_mail,
    "forms": shape_the_form,
    "offers": see_own_offers,
    "hub_queue": decide_on_an_offer,
    "own_texts": decide_on_texts,
    "national_texts": write_national_texts,
    "keeping": see_what_is_kept,
    "rights": take_a_request_about_data,
    "settings": change_the_settings,
    "features": switch_a_feature,
    "staff": look_after_people,
    "sign_ins": read_the_sign_ins,
    "reads": read_the_reads,
    "network": look_after_the_network,
}
