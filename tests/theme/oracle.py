"""GOV.UK Frontend's own examples, in the words our component templates use."""

import json
import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

COMPONENTS = (
    Path(__file__).parents[2] / "node_modules/govuk-frontend/dist/govuk/components"
)


def fixtures_of(component: str) -> list[dict[str, Any]]:
    """The package's examples of a component; fails plainly where it is not there."""
    path = COMPONENTS / component / "fixtures.json"
    if not path.is_file():
        raise FileNotFoundError(
            "GOV.UK Frontend is not in node_modules: run `python -m cms.theme.build`."
        )
    return json.loads(path.read_text("utf-8"))["fixtures"]


def rendered(component: str, options: dict[str, Any]) -> list[Any]:
    """Our template's answer to an example, in comparable form."""
    name = component.replace("-", "_")
    return comparable(render_to_string(f"cms/components/{name}.html", _ours(options)))


def comparable(html: str) -> list[Any]:
    """Elements, attributes and words, without the white space between them."""
    return _children(BeautifulSoup(html, "html.parser"))


def _children(node: Tag) -> list[Any]:
    listed: list[Any] = []
    for child in node.children:
        if isinstance(child, Tag):
            attrs = {k: _attribute(k, v) for k, v in child.attrs.items()}
            listed.append((child.name, attrs, _children(child)))
        elif isinstance(child, NavigableString) and child.strip():
            if child.parent and child.parent.name == "textarea":
                listed.append(str(child).strip())
            else:
                listed.append(" ".join(child.split()))
    return listed


def _attribute(name: str, value: Any) -> Any:
    if name == "class":
        return sorted(value)
    return " ".join(value) if isinstance(value, list) else value


def _ours(value: Any) -> Any:
    """camelCase to snake_case, and `html` as text that is already safe."""
    if isinstance(value, list):
        return [_ours(item) for item in value]
    if not isinstance(value, dict):
        return value
    ours = {}
    for key, item in value.items():
        name = re.sub(r"(?<!^)([A-Z])", r"_\1", key).lower()
        ours[name] = item if key in ("attributes",) else _ours(item)
    for key in [key for key in ours if key == "html" or key.endswith("_html")]:
        if ours[key]:
            ours[key.removesuffix("html") + "text"] = SafeString(ours[key])
        del ours[key]
    return ours
