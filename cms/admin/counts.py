"""How many a list holds, as Welsh counts: 4 tudalen, never 4 tudalennau.

Wagtail sets a figure before a plural, which no catalogue can mend. `install` puts the
label in the place of Wagtail's own (WagtailPaginator.items_count_label).
"""

from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.admin.paginator import WagtailPaginator

from cms.language.counting import counted
from cms.language.nouns import nouns

NAME = "items_count_label"


def install() -> None:
    """Let every list of the admin count in the reader's language."""
    in_english = vars(WagtailPaginator)[NAME].func

    def label(paginator: WagtailPaginator) -> str:
        if not (get_language() or "").startswith("cy"):
            return str(in_english(paginator))
        noun = str(paginator.verbose_name)
        if noun in nouns():
            return counted(paginator.count, noun)
        # Whatever its gender and first letter, a noun named first stays as it is.
        return f"{paginator.verbose_name_plural}: {paginator.count}"

    counting = cached_property(label)
    counting.__set_name__(WagtailPaginator, NAME)
    setattr(WagtailPaginator, NAME, counting)
