"""Give a service one row of every model, each with its own marker and the same number.

The same number for the first row of every table: one address then names B's page, B's
picture and B's case at once, and a view that confuses them finds something to betray.
"""

import json
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, models, transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Comment,
    GroupApprovalTask,
    GroupCollectionPermission,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    Workflow,
    WorkflowTask,
)

from cms.activation import enable
from cms.models import PluginPage
from cms.national.loading import load_national_texts
from cms.plugins import installed_plugins
from forms.casework.services import open_case
from pages.standard_pages.models import StandardPage
from sites.memberships import grant
from tests.crawl.belongings import Belongings, by_model
from tests.crawl.committing import run_what_waits_for_the_commit
from tests.crawl.filling import make_row
from tests.crawl.shared import NOBODYS
from tests.factories import home_of, make_user, publish


class Furnished:
    """What stands at a site now: its rows bear `word`, their number is `number`."""

    def __init__(self, site: Site, word: str, number: int) -> None:
        self.site, self.word, self.number = site, word, number
        align(number)
        load_national_texts()
        self.home = home_of(site, "en")
        for plugin in installed_plugins().values():
            if plugin.audience.suits(site.profile.kind):
                enable(site=site, label=plugin.label)
        self._people()
        self._pages()
        self._files()
        self._settings()
        self._work()
        self._translation()
        self._case()
        self._rest()
        run_what_waits_for_the_commit()

    def mark(self, kind: str) -> str:
        """The marker of this kind of row."""
        return self.word + "".join(c for c in kind.lower() if c.isalpha())

    @property
    def people(self) -> set[int]:
        """Those who work there and nowhere else."""
        return {self.person.pk, self.colleague.pk}

    def _people(self) -> None:
        role = "manager" if self.site.profile.kind == "local" else "network_admin"
        self.person = make_user(
            email=f"{self.word.lower()}person@post.example",
            first_name=self.mark("person"),
            last_name=self.mark("surname"),
        )
        self.colleague = make_user(
            email=f"{self.word.lower()}colleague@post.example",
            first_name=self.mark("colleague"),
        )
        for person in (self.person, self.colleague):
            grant(user=person, site=self.site, role=role)

    def _pages(self) -> None:
        self.page = self._page(StandardPage, "page")
        self.page.save_revision(user=self.person)
        self.draft = StandardPage(
            title=self.mark("draft"), slug=f"{self.word}-draft".lower(), live=False
        )
        self.draft.locale = self.home.locale
        self.home.add_child(instance=self.draft)
        self.draft.save_revision(user=self.person)
        for model in apps.get_models():
            suits = issubclass(model, PluginPage) and model.is_creatable
            if suits and model is not StandardPage and self._may_stand(model):
                self._page(model, model._meta.model_name)

    def _may_stand(self, model: Any) -> bool:
        return any(model.can_exist_under(above) for above in self._aboves())

    def _aboves(self) -> list[Any]:
        root = self.site.root_page.path[:8]
        above = Page.objects.filter(path__startswith=root, locale=self.home.locale)
        return [page.specific for page in above.order_by("depth")]

    def _page(self, model: Any, kind: str) -> Any:
        above = next(p for p in self._aboves() if model.can_exist_under(p))
        page = model(
            title=self.mark(kind),
            slug=f"{self.word}-{kind}".lower(),
            owner=self.person,
            search_description=self.mark(f"{kind}description"),
        )
        for field in model._meta.local_fields:
            if (
                type(field) in (models.TextField, models.CharField)
                and not field.choices
            ):
                long = self.mark(kind + field.name.replace("_", ""))
                setattr(page, field.name, long[: field.max_length])
            if field.name == "offer_to_hub":
                page.offer_to_hub = True
        return publish(page, above)

    def _files(self) -> None:
        granted = GroupCollectionPermission.objects.filter(
            group__role__site=self.site
        ).first()
        self.collection = granted.collection.add_child(
            instance=Collection(name=self.mark("collection"))
        )
        name = f"{self.word}".lower()
        image, document = get_image_model(), get_document_model()
        self.image = image.objects.create(
            title=self.mark("image"),
            file=get_test_image_file(filename=f"{name}image.png"),
            collection=self.collection,
            uploaded_by_user=self.person,
        )
        self.rendition = self.image.get_rendition("width-50")
        self.document = document.objects.create(
            title=self.mark("document"),
            file=ContentFile(self.mark("content").encode(), f"{name}document.txt"),
            collection=self.collection,
            uploaded_by_user=self.person,
        )
        for thing in (self.image, self.document):
            thing.tags.add(self.mark("tag"))
        private = granted.collection.add_child(
            instance=Collection(name=self.mark("private"))
        )
        CollectionViewRestriction.objects.create(
            collection=private,
            restriction_type="password",
            password=self.mark("filepassword"),
        )

    def _settings(self) -> None:
        redirect = apps.get_model("wagtailredirects", "Redirect")
        redirect.objects.create(
            site=self.site,
            old_path=f"/{self.word}redirect".lower(),
            redirect_page=self.page,
        )
        service = self.site.service
        service.recaptcha_private_key = self.mark("secret")
        service.save()
        Page.objects.filter(pk=self.home.get_parent().pk).update(
            title=self.mark("root"), draft_title=self.mark("root")
        )

    def _work(self) -> None:
        workflow = Workflow.objects.create(name=self.mark("workflow"))
        task = GroupApprovalTask.objects.create(name=self.mark("task"))
        task.groups.add(self.site.role_groups.first().group)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
        workflow.start(self.draft, self.person)
        comment = Comment.objects.create(
            page=self.page,
            user=self.person,
            text=self.mark("comment"),
            contentpath="title",
        )
        comment.replies.create(user=self.person, text=self.mark("reply"))
        PageViewRestriction.objects.create(
            page=self.draft,
            restriction_type="password",
            password=self.mark("pagepassword"),
        )

    def _translation(self) -> None:
        source_model = apps.get_model("wagtail_localize", "TranslationSource")
        source, _made = source_model.get_or_create_from_instance(self.page)
        translation = apps.get_model("wagtail_localize", "Translation").objects.create(
            source=source, target_locale=Locale.objects.get(language_code="cy")
        )
        translation.save_target(user=self.person, publish=False)
        segment = source.stringsegment_set.exclude(context__path="title").first()
        apps.get_model("wagtail_localize", "StringTranslation").objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=self.mark("translation"),
            translation_type="manual",
        )
        context = apps.get_model("wagtail_localize", "TranslationContext")
        apps.get_model("wagtail_localize", "OverridableSegment").objects.create(
            source=source,
            order=99,
            context=context.objects.create(
                object=source.object, path="override", field_path="override"
            ),
            data_json=json.dumps(self.mark("override")),
        )

    def _case(self) -> None:
        self.case = open_case(
            site=self.site,
            kind="applications",
            language="en",
            display_name=self.mark("applicant"),
            email=f"{self.word}applicant@post.example".lower(),
            answers=[_answer(self.mark("answer"))],
        )

    def _rest(self) -> None:
        """Whatever is left: also the models that nobody has thought of here."""
        self.owned = self._owned()
        failed = []
        for model in apps.get_models():
            label = model._meta.label
            if label in NOBODYS or label in self.owned or issubclass(model, Page):
                continue
            if not model._meta.proxy and model._meta.managed:
                try:
                    with transaction.atomic():
                        made = make_row(model, self)
                except (IntegrityError, TypeError, ValueError) as error:
                    failed.append(f"{label}: {error}. Say it in KNOWN or NOBODYS.")
                else:
                    self.owned.setdefault(label, []).append(str(made.pk))
        if failed:
            raise AssertionError("\n".join(failed))
        self.owned = self._owned()

    def _owned(self) -> dict[str, list[str]]:
        """Keys of the service's rows by the label of their model, the first first."""
        rows = Belongings(self.site, self.people, Path(), self.word).rows()
        return {label: sorted(keys) for label, keys in by_model(rows).items()}

    def own(self, model: Any) -> Any:
        """A row of `model` that belongs to the service; None where it has none."""
        keys = self.owned.get(model._meta.label, [])
        return model._base_manager.filter(pk__in=keys[:1]).first() if keys else None


def _answer(text: str) -> dict[str, str]:
    keys = ("key", "section", "question", "question_en", "question_cy")
    return {
        **dict.fromkeys(keys, "x"),
        **dict.fromkeys(("answer", "answer_en", "answer_cy"), text),
    }


def align(number: int) -> None:
    """The next row of every table gets `number`."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            key = model._meta.pk
            if isinstance(key, models.AutoField) and model._meta.managed:
                _set_next(cursor, model._meta.db_table, key.column, number)


def _set_next(cursor: Any, table: str, column: str, number: int) -> None:
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
            [f'"{table}"', column, number - 1],
        )
        return
    cursor.execute(
        "UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [number - 1, table]
    )
    if not cursor.rowcount:
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)",
            [table, number - 1],
        )
