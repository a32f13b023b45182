"""What a service tells people while one of its forms is paused or closed."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.language import Pair
from cms.plugins import plugin_of
from sites.models import Service, SettingChange


def form_texts(site: Site) -> Iterator[Pair]:
    """One a form whose terms were ever set; other words of forms stand on pages."""
    service = Service.of(site) or Service.for_site(site)
    changed = _changed(site)
    for kind in sorted(service.form_terms):
        plugin, terms = plugin_of(kind), service.terms_of(kind)
        if plugin is not None:
            group = reverse("service_settings_group", args=[f"form-{kind}"])
            yield Pair(
                kind=_("Text of a form"),
                name=plugin.verbose_name,
                en=terms.message_en,
                cy=terms.message_cy,
                since=changed.get(f"form-{kind}"),
                url=f"{group}#id_message_{'en' if terms.message_cy else 'cy'}",
            )


def _changed(site: Site) -> dict[str, dt.datetime]:
    """When the words of each form were last changed."""
    changes = SettingChange.objects.filter(site=site, field__startswith="message_")
    return dict(changes.order_by().values_list("group").annotate(at=Max("at")))
