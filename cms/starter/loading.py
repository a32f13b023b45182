"""Make or change the pages that files describe, and publish them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.apps import apps
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from cms.models import NationalText, PluginPage, StarterKey
from cms.publishing import own_words
from cms.starter.blocks import raw_stream
from cms.starter.facts import facts_of, fill
from cms.starter.files import LANGUAGES, PageFile, read_folder
from cms.starter.frames import Frame, in_making_order, put_down
from cms.starter.making import Columns, listener, texts_in_use
from cms.starter.origins import adopt, is_as_made, is_unwritten, note_origin
from cms.starter.pictures import bring_in
from cms.starter.publishing import publish_first

HOME = "home"


def load_pages(
    *,
    site: Site,
    folder: Path,
    model: type[PluginPage],
    columns: Columns,
    parent: str = HOME,
) -> set[str]:
    """Make or change the pages of a folder; the keys of links that led nowhere.

    `columns(file, texts)` gives the values of the model's own fields. `parent` is the
    key of the page under which files without a parent of their own stand.
    """
    files = read_folder(folder)
    if ear := listener():
        ear.hear(files, model, columns)
        return set()
    loader = Loader(site, texts=texts_in_use(), folder=folder)
    nation = loader.facts["en"].get("nation", "")
    files = [file for file in files if file.is_for(nation)]
    frames = [Frame(file, model, file.parent or parent) for file in files]
    if put_down(frames):
        return set()
    loader.make_all(frames)
    loader.fetch(files)
    for file in files:
        loader.load(file, columns=columns)
    return loader.missing


class Loader:
    """Knows the pages of one site by key and language."""

    def __init__(
        self,
        site: Site,
        *,
        texts: Mapping[str, NationalText] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.site = site
        self.folder = folder
        self.texts = texts or {}
        self.root = site.root_page.path[:8]
        self.facts = {code: facts_of(site, code) for code in LANGUAGES}
        self.locales = {loc.language_code: loc for loc in Locale.objects.all()}
        self.missing: set[str] = set()
        rows = StarterKey.objects.filter(page__path__startswith=self.root)
        named = rows.values_list(
            "key", "page__locale__language_code", "page_id", "place"
        )
        self.ids: dict[tuple[str, str], int] = {}
        self.places: dict[int, int | None] = {}
        for key, code, pk, place in named:
            self.ids[key, code], self.places[pk] = pk, place
        self.fetched: dict[int, Page] = {}
        for home in site.root_page.get_translations(inclusive=True):
            self.ids[HOME, home.locale.language_code] = home.pk

    def make_all(self, frames: Iterable[Frame]) -> None:
        """Make an empty draft of each page that is not there yet, parents first."""
        lacking = [frame for frame in frames if self._lacks(frame.file)]
        for frame in in_making_order(lacking, HOME, self._has_parent):
            for language in self._lacks(frame.file):
                self.make(frame, language)

    def _lacks(self, file: PageFile) -> list[str]:
        texts = self.in_use(file).texts
        return [code for code in texts if not self.page_id(file.key, code)]

    def _has_parent(self, frame: Frame) -> bool:
        lacks = self._lacks(frame.file)
        return all(self.page_id(frame.parent, code) for code in lacks)

    def in_use(self, file: PageFile) -> PageFile:
        """The file with the words of the national text, where there is one."""
        text = self.texts.get(file.key)
        return replace(file, texts=text.texts) if text else file

    def fetch(self, files: Iterable[PageFile]) -> None:
        """Read all these pages at once."""
        keys = [(file.key, code) for file in files for code in LANGUAGES]
        ids = [self.page_id(key, code) for key, code in keys]
        languages = {locale.pk: locale for locale in self.locales.values()}
        for page in Page.objects.filter(pk__in=ids).specific():
            page.locale = languages[page.locale_id]
            self.fetched[page.pk] = page

    def load(self, file: PageFile, *, columns: Columns) -> None:
        """Write one file into its page, in each language it has.

        A page made of a national text stays as it is once its service has changed it.
        """
        text, file = self.texts.get(file.key), self.in_use(file)
        for language in file.texts:
            page = self.page(file.key, language)
            if page is None:
                raise LookupError(f"{file.key}: there is no page in {language}.")
            values = self.values(file, language, columns)
            stood = page.latest_revision_id is not None
            if stood and text and not self._may_write(page, file.key, text, values):
                continue
            self.write(page, values, publish=file.facts.get("published", True))
            self._place(page, file)
            if text:
                note_origin(page, text, values)

    def take_in(self, file: PageFile, columns: Columns) -> None:
        """Note of which text a page was made that stood before texts were kept."""
        text = self.texts[file.key]
        file = replace(file, texts=text.texts)
        for language in file.texts:
            if page := self.page(file.key, language):
                values = self.values(file, language, columns)
                self._may_write(page, file.key, text, values)

    def values(self, file: PageFile, language: str, columns: Columns) -> dict[str, Any]:
        """What the file says of the page's fields, with the site's facts filled in."""
        texts = fill(file.texts[language], self.facts[language])
        return {**_common(file, texts), **columns(file, texts)}

    def _may_write(
        self, page: PluginPage, key: str, text: NationalText, values: dict[str, Any]
    ) -> bool:
        row = StarterKey.objects.get_or_create(page_id=page.pk, defaults={"key": key})[
            0
        ]
        if row.text_id is None and is_unwritten(page, values):
            return True
        if row.text_id is None:
            adopt(page, row, text, self.raw(page, values))
            return False
        return row.text_id == text.pk and is_as_made(page, row)

    def raw(self, page: PluginPage, values: dict[str, Any]) -> dict[str, Any]:
        """The same values as they would be stored on the page."""
        return {
            name: self._raw_stream(page, value)
            if isinstance(page._meta.get_field(name), StreamField)
            else value
            for name, value in values.items()
        }

    def page(self, key: str, language: str) -> PluginPage | None:
        """The page with this key in this language, if it is there."""
        pk = self.page_id(key, language)
        if pk and pk not in self.fetched:
            self.fetched[pk] = Page.objects.get(pk=pk).specific
        return self.fetched[pk] if pk else None

    def page_id(self, key: str, language: str) -> int | None:
        """Its id; a key may also be the `starter_key` of another plugin's page type."""
        known: int | None = self.ids.get((key, language))
        if known is None and (known := self._by_type(key, language)):
            self.ids[key, language] = known
        return known

    def make(self, frame: Frame, language: str) -> PluginPage:
        """A new page, not yet published, under its parent."""
        file = self.in_use(frame.file)
        above = self.page(frame.parent, language)
        if above is None:
            words = f"{file.key}: there is no page “{frame.parent}” in {language}."
            raise LookupError(words)
        texts = fill(file.texts[language], self.facts[language])
        page = frame.model(
            title=texts["title"],
            slug=texts["slug"],
            locale=self.locales[language],
            live=False,
        )
        if pair := self._pair(file.key, language):
            page.translation_key = pair.translation_key
        above.add_child(instance=page)
        order = file.facts.get("order")
        StarterKey.objects.create(page_id=page.pk, key=file.key, place=order)
        self.places[page.pk] = order
        self.ids[file.key, language] = page.pk
        self.fetched[page.pk] = page
        return page

    def write(
        self,
        page: PluginPage,
        values: dict[str, Any],
        *,
        publish: bool,
        by: Any = None,
    ) -> None:
        """Set the fields that a file gives; a revision only where something changed."""
        changed = page.latest_revision_id is None
        for name, value in values.items():
            if isinstance(page._meta.get_field(name), StreamField):
                changed |= self._write_stream(page, name, value)
            elif getattr(page, name) != value:
                setattr(page, name, value)
                changed = True
        if changed and publish and page.latest_revision_id is None:
            publish_first(page, by=by)
        elif changed:
            page.full_clean()
            revision = page.save_revision(user=by)
            if publish:
                with own_words():
                    revision.publish(user=by)

    def _raw_stream(self, page: PluginPage, blocks: list[Any]) -> list[Any]:
        language = page.locale.language_code

        def page_id(key: str) -> int | None:
            found = self.page_id(key, language)
            if found is None:
                self.missing.add(f"{language}:{key}")
            return found

        seed = f"{page.translation_key}/{language}"
        return raw_stream(blocks, page_id, seed, self._picture_id)

    def _picture_id(self, name: str) -> int | None:
        return bring_in(self.site, self.folder / name) if self.folder else None

    def _write_stream(self, page: PluginPage, name: str, blocks: list[Any]) -> bool:
        raw = self._raw_stream(page, blocks)
        if list(getattr(page, name).raw_data) == raw:
            return False
        block = page._meta.get_field(name).stream_block
        setattr(page, name, StreamValue(block, raw, is_lazy=True))
        return True

    def _place(self, page: PluginPage, file: PageFile) -> None:
        """Remember where among its siblings the file wants the page."""
        order = file.facts.get("order")
        if self.places.get(page.pk, order) != order:
            StarterKey.objects.filter(page_id=page.pk).update(place=order)

    def _pair(self, key: str, language: str) -> PluginPage | None:
        others = (code for code in LANGUAGES if code != language)
        return next((p for code in others if (p := self.page(key, code))), None)

    def _by_type(self, key: str, language: str) -> int | None:
        models: list[Any] = apps.get_models()
        for model in models:
            if getattr(model, "starter_key", "") == key:
                found = model.objects.filter(
                    path__startswith=self.root, locale=self.locales[language]
                ).order_by("path")
                if pk := found.values_list("pk", flat=True).first():
                    return int(pk)
        return None


def _common(file: PageFile, texts: dict[str, Any]) -> dict[str, Any]:
    values = {"title": texts["title"], "search_description": texts.get("summary", "")}
    if file.key != HOME:
        values |= {"slug": texts["slug"], "show_in_menus": file.in_menu}
    return values
