"""The dashboard's list of what has newly arrived in an inbox."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from forms.casework.admin.gate import may_open
from forms.casework.kinds import inbox_of, machine_of
from forms.casework.models import Case
from forms.casework.queries import new_ones

SHOWN = 5


class NewCasesPanel(Component):
    """New cases of one inbox; nothing for those who may not open it."""

    kind: ClassVar[str] = ""
    title: ClassVar[str | Promise] = ""
    icon: ClassVar[str] = "mail"
    order = 10
    template_name = "casework/admin/panel.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def render_html(self, parent_context: Any = None) -> str:
        if not may_open(self.request, self.kind):
            return ""
        return str(super().render_html(parent_context))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        site = Site.find_for_request(self.request)
        cases = Case.objects.filter(site=site, kind=self.kind)
        new = new_ones(cases, machine_of(self.kind))
        rows = [
            (case, reverse(f"{self.kind}:case", args=[case.pk]))
            for case in new.defer("answers")[:SHOWN]
        ]
        return {
            "kind": self.kind,
            "title": self.title,
            "icon": self.icon,
            "rows": rows,
            "count": new.count(),
            "index_url": reverse(f"{self.kind}:index"),
            "ways_to_key_in": [
                (reverse(f"{self.kind}:{name}"), words)
                for name, words in inbox_of(self.kind).ways_to_key_in()
            ],
        }
