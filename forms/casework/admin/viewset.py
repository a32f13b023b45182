"""The base that a plugin subclasses to have an inbox."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from cms.admin import SiteOwnedViewSet
from cms.privacy import Care
from forms.casework.admin import (
    actions,
    call,
    export,
    importing,
    listing,
    lists,
    paper,
    paper_form,
    several_letters,
    several_moves,
    undo,
)
from forms.casework.admin.case import CaseView
from forms.casework.admin.gate import may_open
from forms.casework.admin.letter import LetterView
from forms.casework.filing.screen import FileView
from forms.casework.handing_over.declared import HandsOver
from forms.casework.handing_over.screens import (
    AnswerView,
    HandedSheetView,
    HandOverView,
)
from forms.casework.holding.screen import HoldView, LiftView
from forms.casework.keying.calls import Calls
from forms.casework.keying.papers import Papers
from forms.casework.letters import LETTERS, Letter
from forms.casework.machine import Machine
from forms.casework.models import Case
from forms.casework.stages import PLAIN


class InboxViewSet(SiteOwnedViewSet):
    """The inbox of one plugin.

    Set `kind` to the plugin's label, and `title`, `icon` and `menu_order` to taste.
    `machine` are the stages of its cases: five plain ones where nothing else is said.
    One that `takes_lists` lets staff take in people from a spreadsheet of theirs; one
    with `calls`, key in whoever rings; one with `papers`, a form from paper. Where it
    `undoes_keying`, what was keyed in by mistake can be deleted at once: not where that
    could be the only record of a child's request. The answers that it `leaves_out` of
    the file one can download are read on the screen alone. Where it `hands_over`, a
    case can go to another council, by somebody's decision alone. `care_of` says which
    answers are somebody else's, when their person asks for what is kept of them.
    """

    model = Case
    kind: ClassVar[str] = ""
    machine: ClassVar[Machine] = PLAIN
    title: ClassVar[str | Promise] = ""
    short_title: ClassVar[str | Promise] = ""
    empty: ClassVar[str | Promise] = ""
    takes_lists: ClassVar[bool] = False
    calls: ClassVar[Calls | None] = None
    papers: ClassVar[Papers | None] = None
    undoes_keying: ClassVar[bool] = False
    before_writing: ClassVar[str | Promise] = ""
    leaves_out: ClassVar[frozenset[str]] = frozenset()
    hands_over: ClassVar[HandsOver | None] = None
    icon = "mail"
    add_to_admin_menu = True
    shows_as = _("an inbox")

    def rows_of(self, site: Site) -> Any:
        """The cases of this inbox at `site`."""
        return super().rows_of(site).filter(kind=self.kind)

    @staticmethod
    def care_of(key: str) -> Care:
        """What an answer needs from whoever reviews what is given to its person.

        Asked without a key, it is of who the case is under and how to reach them. Where
        nothing is said, somebody decides on each.
        """
        return Care.OTHERS

    def letters_for(self, case: Case) -> Sequence[Letter]:
        """The letters offered for this case."""
        return LETTERS

    def letters_for_several(self) -> Sequence[Letter]:
        """The letters offered for several cases; each `refuses` whom it must."""
        return LETTERS

    def screens(self) -> Sequence[tuple[str, str | Promise, str]]:
        """Buttons above the list: of a view of the inbox its name, words and icon."""
        return ()

    def links_for(self, case: Case) -> Sequence[tuple[str, str | Promise]]:
        """Links under a person’s name: of a view of one case its name, and words."""
        return ()

    @property
    def name(self) -> str:
        return self.kind

    @property
    def menu_label(self) -> Any:
        return self.short_title or self.title

    @property
    def menu_item_class(self) -> Any:
        kind = self.kind

        class InboxMenuItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return may_open(request, kind)

        return InboxMenuItem

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {
            "inbox": self,
            "model": Case,
            "header_icon": self.icon,
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("index_results"),
            **kwargs,
        }

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view
        rows = view(listing.CaseListView, results_only=True)
        forget = view(lists.ForgetFilterView)
        languages = view(actions.LanguagesView)
        new_address = view(actions.NewAddressView)
        letters = view(several_letters.SeveralLettersView)
        moves = view(several_moves.SeveralMovesView)
        # The first of these is where the menu leads.
        return [
            path("", view(listing.CaseListView), name="index"),
            path("results/", rows, name="index_results"),
            path("lists/keep/", view(lists.KeepFilterView), name="keep_filter"),
            path("lists/<int:pk>/forget/", forget, name="forget_filter"),
            path("several/letters/", letters, name="several_letters"),
            path("several/moves/", moves, name="several_moves"),
            path("export/", view(export.ExportView), name="export"),
            path("<int:pk>/", view(CaseView), name="case"),
            path("<int:pk>/print/", view(paper.PrintView), name="print"),
            path("<int:pk>/pdf/", view(paper.PdfView), name="pdf"),
            path("<int:pk>/assign/", view(actions.AssignView), name="assign"),
            path("<int:pk>/move/", view(actions.MoveView), name="move"),
            path("<int:pk>/close/", view(actions.CloseView), name="close"),
            path("<int:pk>/languages/", languages, name="languages"),
            path("<int:pk>/address/", view(actions.AddressView), name="address"),
            path("<int:pk>/new-address/", new_address, name="new_address"),
            path("<int:pk>/answer-by/", view(actions.AnswerByView), name="answer_by"),
            path("<int:pk>/note/", view(actions.NoteView), name="note"),
            path("<int:pk>/letter/<slug:key>/", view(LetterView), name="letter"),
            path("<int:pk>/retry/<int:mail>/", view(actions.RetryView), name="retry"),
            *(self.import_patterns() if self.takes_lists else ()),
            *self.keeping_patterns(),
            *(self.hand_over_patterns() if self.hands_over else ()),
            *self.keying_patterns(),
        ]

    def keeping_patterns(self) -> list[URLPattern]:
        """What decides how long a case is kept."""
        view = self.construct_view
        return [
            path("<int:pk>/filed/", view(FileView), name="file"),
            path("<int:pk>/hold/", view(HoldView), name="hold"),
            path("<int:pk>/lift/", view(LiftView), name="lift"),
        ]

    def hand_over_patterns(self) -> list[URLPattern]:
        """Where a case goes to another council, and where one that came is answered."""
        view = self.construct_view
        sheet = view(HandedSheetView)
        return [
            path("<int:pk>/hand-over/", view(HandOverView), name="hand_over"),
            path("<int:pk>/hand-over/<int:handed>/", sheet, name="handed_sheet"),
            path("<int:pk>/handed-in/", view(AnswerView), name="handed_in"),
        ]

    def keying_patterns(self) -> list[URLPattern]:
        """The screens on which staff key in a case."""
        view = self.construct_view
        screens = {"call": call.CallView, "paper": paper_form.PaperFormView}
        return [
            path(f"{name}/", view(screens[name]), name=name)
            for name, _words in self.ways_to_key_in()
        ] + self.undo_patterns()

    def undo_patterns(self) -> list[URLPattern]:
        """Where a case that was keyed in by mistake is taken out again."""
        if not self.undoes_keying:
            return []
        view = self.construct_view
        return [path("<int:pk>/undo/", view(undo.UndoView), name="undo")]

    @classmethod
    def ways_to_key_in(cls) -> list[tuple[str, Any]]:
        """Name of the address and words of each of these screens."""
        return [
            *([("call", _("Someone rang"))] if cls.calls else []),
            *([("paper", _("Key in a form"))] if cls.papers else []),
        ]

    def import_patterns(self) -> list[URLPattern]:
        """The screens by which a list is taken in."""
        view = self.construct_view
        return [
            path("import/", view(importing.UploadView), name="import"),
            path("import/empty/", view(importing.EmptyListView), name="import_empty"),
            path("import/<int:pk>/", view(importing.CheckView), name="import_check"),
        ]

    # Permissions follow from roles at a site, never from Django's global ones; and two
    # inboxes share one model, so neither may register it as its own.
    def register_permissions(self) -> None:
        pass

    def register_admin_url_finder(self) -> None:
        pass
