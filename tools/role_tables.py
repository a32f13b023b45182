"""Write the tables of docs/roles.md from the code that enforces them.

`python -m tools.role_tables`; a test compares both.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import django

PAGE = Path(__file__).resolve().parents[1] / "docs" / "roles.md"


def tables() -> dict[str, str]:
    """Each generated table, by the name of its marker in the page."""
    from cms.roles import HUB_ROLES, LOCAL_ROLES

    return {
        "service": _duties(LOCAL_ROLES),
        "hub": _duties(HUB_ROLES),
        "rows": _table(("rows", "of", "whose staff see them"), *sorted(_rows())),
    }


def filled(page: str) -> str:
    """The page with every table as the code has it now."""
    for name, table in tables().items():
        before, _, rest = page.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- end of {name} -->")
        page = f"{before}<!-- {name} -->\n{table}\n<!-- end of {name} -->{after}"
    return page


def _duties(roles: tuple[str, ...]) -> str:
    from cms.roles import DUTIES, Role

    head = ("", *(str(Role(role).label) for role in roles))
    lines = (
        (duty.does, *("yes" if role in duty.roles else "–" for role in roles))
        for duty in DUTIES.values()
        if duty.roles & set(roles)
    )
    return _table(head, *lines)


def _rows() -> Iterator[tuple[str, str, str]]:
    """Every kind of row that belongs to a site, and the roles that see it there."""
    from django.apps import apps

    from cms.models import SiteOwned, SiteSettings
    from cms.roles import Role

    for model in apps.get_models():
        if issubclass(model, SiteOwned | SiteSettings) and _is_ours(model):
            seen = [str(role.label) for role in Role if role in model.staff_roles]
            names = model._meta
            one = issubclass(model, SiteSettings)
            name = str(names.verbose_name if one else names.verbose_name_plural)
            yield name, f"`{model._meta.label_lower}`", ", ".join(seen) or "nobody"


def _is_ours(model: type) -> bool:
    return model.__module__.split(".")[0] in {"cms", "sites", "pages", "forms"}


def _table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
