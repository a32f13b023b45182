"""A kind page for somebody whom the journey cannot take further."""

from collections.abc import Mapping

from django.http import HttpResponse

from forms.journeys.declaring import Exit
from forms.journeys.screens.base import Screen


class ExitScreen(Screen):
    """An exit's own words, in its own template."""

    def get(self) -> HttpResponse:
        leaving: Exit = self.what["part"]
        extra = leaving.context(self.situation) if leaving.context else {}
        return self.render(
            template=leaving.template,
            heading=leaving.title,
            back_url=self.address(self.walk.first.key),
            **extra,
        )

    def place(self) -> tuple[Mapping[str, str] | None, str]:
        return self.what["part"].slugs, ""
