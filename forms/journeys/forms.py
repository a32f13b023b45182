"""The base of a step's form, and the forms every journey has."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from cms.theme.forms import (
    Choice,
    ConfirmField,
    Divider,
    EmailField,
    GovukForm,
    TextField,
)
from forms.journeys.declaring import Situation, Words
from forms.journeys.young import speak_to_young


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Something that is said once about an answer, and then passes."""

    code: str
    field: str
    words: Words


class StepForm(GovukForm):
    """The form of one step. Field names are stable ids: answers are kept under them.

    `adapt` may change labels, choices and fields by `self.situation`; it must not add
    fields.
    """

    def __init__(
        self, data: Any = None, *, situation: Situation, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.situation = situation
        self.adapt()

    def adapt(self) -> None:
        """Change the form by what is known."""

    def doubts(self) -> list[Doubt]:
        """What to point out about valid answers; pressing continue again keeps them."""
        return []

    def offer(self, name: str, options: Iterable[Choice | Divider]) -> None:
        """Let somebody choose between these in the field `name`."""
        field: Any = self.fields[name]
        field.options = list(options)

    def stored(self) -> dict[str, Any]:
        """The answers as they are kept: plain JSON values, one for every field."""
        values = {
            name: self.cleaned_data.get(name, getattr(field, "empty_answer", ""))
            for name, field in self.base_fields.items()
        }
        plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
        return plain


class YoungForm(StepForm):
    """The form of a step that only a young person sees."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        speak_to_young(self)


class DeclarationForm(GovukForm):
    """What is asked on the last screen: the declaration, where there is one."""

    own_heading = False

    declaration = ConfirmField(
        label=_("Declaration"),
        statement="",
        missing=_("Tick the box to confirm, then send"),
    )

    def __init__(self, data: Any = None, *, statement: Words, **options: Any) -> None:
        super().__init__(data, **options)
        if statement:
            self.fields["declaration"] = ConfirmField(
                label=_("Declaration"),
                statement=statement,
                missing=_("Tick the box to confirm, then send"),
            )
        else:
            del self.fields["declaration"]


class CodeForm(GovukForm):
    """The code that somebody wrote down when they stopped."""

    own_heading = False

    code = TextField(
        label=_("Your code"),
        hint=_("Like 7KM4-R2X9-CDF. Capitals and hyphens do not matter."),
        missing=_("Enter your code"),
        max_length=40,
        width=20,
        autocomplete="off",
        spellcheck=False,
        autocapitalize="characters",
    )


class SaveForm(GovukForm):
    """Where to send the link with which somebody comes back."""

    own_heading = False

    email = EmailField(
        label=_("Your email address"),
        hint=_("We use it only to send you the link."),
        missing=_("Enter your email address"),
    )

    def __init__(
        self, data: Any = None, *, young: bool = False, **options: Any
    ) -> None:
        super().__init__(data, **options)
        if young:
            field = self.fields["email"]
            field.label = pgettext("to a young person", "Your email address")
            field.help_text = pgettext(
                "to a young person", "We use it only to send you the link."
            )
            field.error_messages["required"] = pgettext(
                "to a young person", "Enter your email address"
            )
            speak_to_young(self)
