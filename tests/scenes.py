"""What already stands when a test begins, set once a worker and copied for the tests.

A test chooses its scene by asking for the fixture of the same name (tests/conftest.py);
one that asks for none finds an empty database. A scene builds upon another.
"""

from collections.abc import Callable, Iterable

EMPTY = "empty"


def provisioned() -> None:
    """The register; Gwynedd, Devon and the hub as the factories make them."""
    from sites.register import load_register
    from tests.factories import make_hub, make_service

    load_register()
    make_service("gwynedd")
    make_service("devon")
    make_hub()


def with_forms() -> None:
    """Gwynedd and Devon are their authorities' own; one may apply and ask there."""
    from forms.applications import starter as applications
    from forms.referrals import starter as referrals
    from sites.models import Authority
    from tests.factories import make_service

    for name in ("gwynedd", "devon"):
        site = make_service(name, authority=Authority.objects.get(slug=name))
        applications.pages(site)
        referrals.pages(site)


def started() -> None:
    """Gwynedd has every page with which a new service starts."""
    from cms.starter import start_site
    from sites.models import Authority
    from tests.factories import make_service

    authority = Authority.objects.get(slug="gwynedd")
    start_site(make_service("gwynedd", authority=authority))


SCENES: dict[str, tuple[str, Callable[[], None]]] = {
    "provisioned": (EMPTY, provisioned),
    "with_forms": ("provisioned", with_forms),
    "started": ("provisioned", started),
}


def scene_of(fixtures: Iterable[str]) -> str:
    """The scene that these fixtures ask for; the one that builds upon the others."""
    asked = [scene for scene in SCENES if scene in set(fixtures)]
    return asked[-1] if asked else EMPTY
