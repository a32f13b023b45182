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
    adapt = ADAPTED.get(component, lambda params: params)
    params = adapt(_ours(options, keep_html=component in KEEPS_HTML))
    return comparable(render_to_string(f"cms/components/{name}.html", params))


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


def _ours(value: Any, *, keep_html: bool = False) -> Any:
    """camelCase to snake_case, and `html` as text that is already safe."""
    if isinstance(value, list):
        return [_ours(item, keep_html=keep_html) for item in value]
    if not isinstance(value, dict):
        return value
    ours = {}
    for key, item in value.items():
        name = re.sub(r"(?<!^)([A-Z])", r"_\1", key).lower()
        plain = name == "attributes"
        ours[name] = item if plain else _ours(item, keep_html=keep_html)
    for key in [key for key in ours if key == "html" or key.endswith("_html")]:
        safe = SafeString(ours.pop(key) or "")
        if safe:
            ours[key if keep_html else key.removesuffix("html") + "text"] = safe
    return ours


def _fieldset(params: dict[str, Any]) -> dict[str, Any]:
    legend = params.get("legend") or {}
    return {
        **params,
        "legend": {**legend, "text": legend.get("html", legend.get("text"))},
    }


def _accordion(params: dict[str, Any]) -> dict[str, Any]:
    for item in filter(None, params["items"]):
        for part in ("heading", "summary"):
            if "html" in item.get(part, {}):
                item[part]["text"] = item[part]["html"]
    return params


def _notification_banner(params: dict[str, Any]) -> dict[str, Any]:
    return params | {"title_text": params.get("title_html", params.get("title_text"))}


def _summary_list(params: dict[str, Any]) -> dict[str, Any]:
    owners = [*filter(None, params.get("rows", [])), params.get("card") or {}]
    for owner in owners:
        if "actions" in owner:
            owner["actions"]["links"] = owner["actions"].pop("items", [])
    return params


def _date_input(params: dict[str, Any]) -> dict[str, Any]:
    named = {name: params.get(name, {}) for name in ("day", "month", "year")}
    items = params.get("items") or [
        {"name": name, **item} for name, item in named.items() if item is not False
    ]
    wrong = [item for item in items if item.get("error")]
    if params.get("error_message") and not wrong:
        wrong = [item for item in items if item.get("error") is not False]
    prefix = f"{params['name_prefix']}-" if params.get("name_prefix") else ""
    values = params.get("values", {})
    boxes = [
        {
            **item,
            "name": prefix + item["name"],
            "id": item.get("id", f"{params['id']}-{item['name']}"),
            "label": item.get("label", item["name"].capitalize()),
            "value": item.get("value", values.get(prefix + item["name"])),
            "width": 4 if item["name"] == "year" else 2,
            "error": item in wrong,
        }
        for item in items
    ]
    return {**params, "items": boxes}


KEEPS_HTML = {"fieldset", "accordion", "notification-banner"}
ADAPTED = {
    "fieldset": _fieldset,
    "accordion": _accordion,
    "notification-banner": _notification_banner,
    "summary-list": _summary_list,
    "date-input": _date_input,
}
