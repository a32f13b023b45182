"""Write the tables of docs/plugin-checks.md from the code that they describe.

`python -m tools.plugin_tables`; a test compares both.
"""

import os
from pathlib import Path

import django

PAGE = Path(__file__).resolve().parents[1] / "docs" / "plugin-checks.md"


def tables() -> dict[str, str]:
    """Each generated table, by the name of its marker in the page."""
    from cms.plugins.checks.rules import RULES
    from cms.plugins.hooks import HOOKS, UNKNOWN
    from forms.casework.checks import RULES as OF_CASES

    every = [*RULES.items(), *OF_CASES.items()]
    rules = [(f"`{key}`", rule.meaning, rule.cure) for key, rule in every]
    hooks = [(f"`{name}`", hook.treatment, hook.why) for name, hook in HOOKS.items()]
    others = ("any other", UNKNOWN.treatment, UNKNOWN.why)
    return {
        "checks": _table(("id", "what it means", "what to do"), *rules),
        "hooks": _table(("hook", "how to register it", "why"), *hooks, others),
    }


def filled(page: str) -> str:
    """The page with every table as the code has it now."""
    for name, table in tables().items():
        before, _, rest = page.partition(f"<!-- {name} -->")
        _, _, after = rest.partition(f"<!-- end of {name} -->")
        page = f"{before}<!-- {name} -->\n{table}\n<!-- end of {name} -->{after}"
    return page


def _table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    # A bar would end the cell; angle brackets would be taken for HTML.
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
