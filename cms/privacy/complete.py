"""Whether what is declared of a model says enough: each complaint in one sentence."""

from collections.abc import Iterator

from cms.privacy.declared import telling
from cms.privacy.personal import PersonalData


def complaints(data: PersonalData) -> Iterator[str]:
    """What a declaration leaves unsaid, or says of what is not there."""
    model = data.of
    said = {*data.fields, *data.left_out}
    if missing := sorted({*telling(model)} - said):
        yield f"says nothing of {', '.join(missing)}"
    known = {field.name for field in model._meta.get_fields()}
    named = said | {*data.through, *data.read, *data.labels, *data.correctable}
    if strange := sorted(named - known):
        yield f"names {', '.join(strange)}, which it does not have"
    if twice := sorted({*data.fields} & {*data.left_out}):
        yield f"both gives and leaves out {', '.join(twice)}"
    if data.fields and not (data.through or data.find or data.mentioned):
        yield "does not say how a row of it is found"
