"""A service's own colours: readable, cached under their own address, its own alone."""

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from cms.models import ThemeSettings
from cms.roles import Role
from cms.theme.contrast import contrast, is_colour
from tests.factories import make_staff


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#0b5560", 8.46)],
)
def test_contrast_is_that_of_wcag(colour, ratio):
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)
    assert contrast("#ffffff", colour) == contrast(colour)


def test_only_six_digits_are_a_colour():
    written = ["#0b5560", "#0B5560", "0b5560", "#fff", "red", "#0b556g", "#0b5560;}"]

    assert [text for text in written if is_colour(text)] == ["#0b5560", "#0B5560"]


def test_the_usual_look_is_readable():
    ThemeSettings().clean()


@pytest.mark.parametrize("name", ["brand_colour", "link_colour", "button_colour"])
def test_a_colour_too_pale_to_read_is_refused_and_the_accent_may_be_pale(name):
    with pytest.raises(ValidationError) as refused:
        ThemeSettings(**{name: "#ffcc00"}).clean()
    ThemeSettings(accent_colour="#ffcc00").clean()

    assert list(refused.value.message_dict) == [name]
    assert "1.5" in refused.value.message_dict[name][0]


def test_what_is_no_colour_is_refused_in_every_field():
    with pytest.raises(ValidationError) as refused:
        ThemeSettings(accent_colour="red;}").clean()

    assert list(refused.value.message_dict) == ["accent_colour"]


@pytest.mark.django_db
def test_each_service_wears_its_own_colours(two_authorities, client_at):
    gwynedd, devon = two_authorities
    theme = ThemeSettings.objects.create(site=gwynedd, brand_colour="#1f4d3f")
    address = f"/theme/{theme.digest()}.css"

    answer = client_at(gwynedd).get(address)

    assert "--govuk-brand-colour:#1f4d3f" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert address in client_at(gwynedd).get("/cy/").content.decode()
    assert "/theme/" not in _links(client_at(devon).get("/en/"))
    assert client_at(devon).get(address).status_code == 404


def _links(answer) -> str:
    text = answer.content.decode()
    return "\n".join(
        line
        for line in text.splitlines()
        if "stylesheet" in line and "static" not in line
    )


@pytest.mark.django_db
def test_an_old_address_gives_todays_colours_for_a_minute(two_authorities, client_at):
    gwynedd, _devon = two_authorities
    theme = ThemeSettings.objects.create(site=gwynedd, brand_colour="#1f4d3f")
    old = theme.digest()
    theme.brand_colour = "#7a2e3a"
    theme.save()

    answer = client_at(gwynedd).get(f"/theme/{old}.css")

    assert "#7a2e3a" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.django_db
def test_a_logo_is_made_small_on_saving_and_shown_without_being_made_again(
    two_authorities, client_at, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    from wagtail.images import get_image_model

    image = get_image_model().objects.create(
        title="Logo", file=get_test_image_file(size=(960, 264))
    )
    gwynedd, _devon = two_authorities
    theme = ThemeSettings.objects.create(site=gwynedd, logo=image)

    made = theme.logo_image()
    page = client_at(gwynedd).get("/cy/").content.decode()

    assert (made.width, made.height) == (480, 132)
    assert made.url in page
    assert ThemeSettings().logo_image() is None


@pytest.mark.django_db
def test_a_manager_changes_the_look_of_their_own_site_and_of_no_other(
    two_authorities, client_at
):
    gwynedd, devon = two_authorities
    client = client_at(gwynedd, make_staff(gwynedd, Role.MANAGER))
    colours = {
        "brand_colour": "#1d5346",
        "link_colour": "#1d5346",
        "button_colour": "#1d5346",
        "accent_colour": "#e3a73f",
        "logo": "",
    }

    pale = client.post(_screen(gwynedd), {**colours, "brand_colour": "#ffcc00"})
    before = ThemeSettings.of(gwynedd)
    saved = client.post(_screen(gwynedd), colours)
    foreign = client.post(_screen(devon), colours)

    assert (pale.status_code, saved.status_code) == (200, 302)
    assert "Too pale to read" in pale.content.decode()
    assert before is None or before.brand_colour == "#0b5560"
    assert ThemeSettings.of(gwynedd).brand_colour == "#1d5346"
    assert foreign.status_code == 404
    assert ThemeSettings.of(devon) is None


def _screen(site) -> str:
    return reverse("wagtailsettings:edit", args=["cms", "themesettings", site.pk])


@pytest.mark.django_db
def test_the_sign_in_the_tab_wears_the_services_colours(two_authorities, client_at):
    gwynedd, devon = two_authorities
    theme = ThemeSettings.objects.create(site=gwynedd, brand_colour="#1f4d3f")
    address = f"/theme/{theme.digest()}.svg"

    answer = client_at(gwynedd).get(address)

    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert 'fill="#1f4d3f"' in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert f'href="{address}"' in client_at(gwynedd).get("/cy/").content.decode()
    assert client_at(devon).get(address).status_code == 404
    assert "theme/mark.svg" in client_at(devon).get("/en/").content.decode()


@pytest.mark.django_db
def test_browsers_that_look_for_a_sign_unasked_find_one_on_every_host(
    two_authorities, client_at
):
    for client in (client_at(two_authorities[0]), Client(SERVER_NAME="testserver")):
        answer = client.get("/favicon.ico")

        assert answer.headers["Location"].startswith("/static/theme/mark.")
        assert answer.headers["Cache-Control"] == "public, max-age=86400"
        assert finders.find("theme/mark.ico")
