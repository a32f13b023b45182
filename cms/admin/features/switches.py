"""Switch one feature of one's own service: asked first, refused in words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.activation import CannotSwitch, disable, enable, plan
from cms.admin.features.kept import kept_rows, published_pages
from cms.admin.features.screens import ServiceScreen
from cms.admin.features.shows import shows
from cms.plugins import plugin_of
from cms.switching import Plan, names_of


class SwitchView(ServiceScreen):
    """Asks before it switches; `turn_on` says which way."""

    turn_on: bool
    above = [("cms_features", gettext_lazy("Features"))]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        plugin = plugin_of(kwargs["label"])
        if plugin is None:
            raise Http404
        self.plugin = plugin

    def plan(self) -> Plan:
        """What switching would do now."""
        return plan(self.site, self.plugin.label, self.turn_on)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = self.plan()
        if made.refusal:
            messages.error(request, made.words)
            return redirect("cms_features")
        return self.render_to_response(self.get_context_data(plan=made))

    def switch(self) -> None:
        """Do it; a refusal is said in words, and nothing is changed."""
        switch: Any = enable if self.turn_on else disable
        try:
            done = switch(site=self.site, label=self.plugin.label, by=self.request.user)
        except CannotSwitch as refusal:
            messages.error(self.request, str(refusal))
        else:
            names = names_of(done or [self.plugin.label])
            messages.success(self.request, self.done % {"plugins": names})

    @property
    def done(self) -> str:
        """What is said when it is switched."""
        raise NotImplementedError


class SwitchOnView(SwitchView):
    """Switches on; where more is needed with it, only what was agreed to."""

    turn_on = True
    template_name = "cms/admin/features/on.html"

    def get_page_title(self) -> str:
        return _("Switch on %(plugin)s") % {"plugin": self.plugin.verbose_name}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        made = self.plan()
        if set(made.with_it) - set(request.POST.getlist("with")):
            return self.render_to_response(self.get_context_data(plan=made))
        self.switch()
        return redirect("cms_features")

    @property
    def done(self) -> str:
        return _("Now on: %(plugins)s.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        with_it: tuple[str, ...] = kwargs["plan"].with_it
        return super().get_context_data(
            plugin=self.plugin,
            with_it=[plugin_of(label) for label in with_it],
            question=self._question(with_it),
            **kwargs,
        )

    def _question(self, with_it: tuple[str, ...]) -> str:
        facts = {"plugin": self.plugin.verbose_name, "others": names_of(with_it)}
        if not with_it:
            return _("Switch on “%(plugin)s”?") % facts
        words = ngettext(
            "“%(plugin)s” needs “%(others)s”. Switch both on?",
            "“%(plugin)s” needs these too: %(others)s. Switch them all on?",
            len(with_it),
        )
        return words % facts


class SwitchOffView(SwitchView):
    """Switches off, having said what hides and what is kept."""

    turn_on = False
    template_name = "cms/admin/features/off.html"

    def get_page_title(self) -> str:
        return _("Switch off %(plugin)s") % {"plugin": self.plugin.verbose_name}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.switch()
        return redirect("cms_features")

    @property
    def done(self) -> str:
        return _("Now off: %(plugins)s. Nothing was deleted.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            plugin=self.plugin,
            places=", ".join(shows(self.plugin)),
            pages=published_pages(self.site, self.plugin),
            kept=kept_rows(self.site, self.plugin),
            **kwargs,
        )
