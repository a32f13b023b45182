"""Load every declared path, and see that it leads to the right kind of thing."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from django.core.checks import CheckMessage
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from cms.plugins.checks.rules import broken
from cms.plugins.plugin import Plugin


class _Missing:
    """What a path leads to that leads nowhere."""


def paths(plugin: Plugin) -> Iterator[CheckMessage]:
    """Everything declared can be imported and is what its attribute asks for."""
    yield from _urls(plugin)
    for attribute, path in declared(plugin):
        found, problem = _load(plugin, attribute, path)
        if problem:
            yield problem
            continue
        if complaint := _COMPLAINTS[attribute](plugin, found):
            rule = "cms.E008" if attribute == "offers" else "cms.E016"
            yield broken(
                rule,
                f"Plugin “{plugin.label}” declares “{path}” in `{attribute}`, which"
                f" {complaint}.",
            )


def declared(plugin: Plugin) -> Iterator[tuple[str, str]]:
    """Each attribute that holds paths of objects, with each of its paths."""
    for attribute in _COMPLAINTS:
        value = getattr(plugin, attribute)
        if isinstance(value, str):
            value = (value,)
        for path in value.values() if hasattr(value, "values") else value or ():
            yield attribute, path


def _load(plugin: Plugin, attribute: str, path: str) -> tuple[Any, CheckMessage | None]:
    try:
        return plugin.load(path), None
    except Exception as error:  # noqa: BLE001 (whatever it is, the author must read it)
        return _Missing, _cannot_load(plugin, attribute, path, error)


def _urls(plugin: Plugin) -> Iterator[CheckMessage]:
    if not plugin.urls:
        return
    try:
        found = import_module(f"{plugin.name}.{plugin.urls}")
    except Exception as error:  # noqa: BLE001 (as above)
        yield _cannot_load(plugin, "urls", plugin.urls, error)
        return
    if not isinstance(getattr(found, "urlpatterns", None), list):
        yield broken(
            "cms.E016",
            f"Plugin “{plugin.label}” declares the module “{plugin.urls}” in `urls`,"
            " which has no list `urlpatterns`.",
        )


def _cannot_load(
    plugin: Plugin, attribute: str, path: str, error: Exception
) -> CheckMessage:
    return broken(
        "cms.E003",
        f"Plugin “{plugin.label}” declares “{path}” in `{attribute}`, which cannot be"
        f" imported from {plugin.name}: {type(error).__name__}: {error}",
    )


def _is_a_viewset(plugin: Plugin, found: Any) -> str:
    from cms.admin import SiteOwnedChooserViewSet, SiteOwnedViewSet
    from cms.models import SiteOwned

    if not _is_class(found, ViewSet, ViewSetGroup):
        return "is no viewset"
    for item in getattr(found, "items", None) or [found]:
        model = getattr(item, "model", None)
        kind = item if inspect.isclass(item) else type(item)
        owned = _is_class(kind, SiteOwnedViewSet, SiteOwnedChooserViewSet)
        if owned and not _is_class(model, SiteOwned):
            return f"shows {model!r}, which is not SiteOwned"
        if model is not None and not owned:
            return f"shows {model!r} but is no SiteOwnedViewSet"
    return ""


def _is_a_panel(plugin: Plugin, found: Any) -> str:
    if not inspect.isclass(found) or not callable(getattr(found, "render_html", None)):
        return "is no component: a class with render_html, such as Wagtail's Component"
    return _takes_one(found, "the request")


def _is_a_job(plugin: Plugin, found: Any) -> str:
    from cms.schedule import Job

    if not isinstance(found, Job):
        return "is no job: mark the function with @job(every=…)"
    return _takes_one(found.run, "the site")


def _takes_a_site(plugin: Plugin, found: Any) -> str:
    if not callable(found):
        return "is no function"
    return _takes_one(found, "the site")


def _is_offerable(plugin: Plugin, found: Any) -> str:
    from cms.models import OfferableArticlePage

    return "" if _is_class(found, OfferableArticlePage) else "is no article to offer"


def _is_an_own_mail(plugin: Plugin, found: Any) -> str:
    from cms.mail import EditableMail

    if not isinstance(found, EditableMail):
        return "is no EditableMail"
    label, _slash, name = found.template.partition("/")
    is_sent = bool(found.words) or name in plugin.mails
    if label != plugin.label or not is_sent:
        return f"is of “{found.template}”, which is not among its `mails`"
    return ""


def _is_a_rule(plugin: Plugin, found: Any) -> str:
    from cms.retention import Rule

    return "" if isinstance(found, Rule) else "is no cms.retention.Rule"


def _is_of_own_models(plugin: Plugin, found: Any) -> str:
    from cms.privacy.declared import as_declared

    try:
        models = [data.of for data in as_declared(found)]
    except (TypeError, LookupError):
        return "is no model and no cms.privacy.PersonalData"
    for model in models:
        if model._meta.app_label != plugin.label:
            return f"is a model of “{model._meta.app_label}”"
    return ""


def _is_class(found: Any, *bases: type) -> bool:
    return inspect.isclass(found) and issubclass(found, bases)


def _takes_one(found: Callable[..., Any], what: str) -> str:
    try:
        inspect.signature(found).bind(object())
    except TypeError:
        return f"cannot be called with {what} alone"
    return ""


_COMPLAINTS: dict[str, Callable[[Plugin, Any], str]] = {
    "viewsets": _is_a_viewset,
    "panels": _is_a_panel,
    "this_week": _takes_a_site,
    "jobs": _is_a_job,
    "measures": _takes_a_site,
    "facts": _takes_a_site,
    "pairs": _takes_a_site,
    "offers": _is_offerable,
    "mail_words": _is_an_own_mail,
    "keeps": _is_a_rule,
    "personal_data": _is_of_own_models,
    "starter": _takes_a_site,
    "demo": _takes_a_site,
}
