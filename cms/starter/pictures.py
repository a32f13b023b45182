"""Pictures and documents beside page files, brought in once for each service."""

import hashlib
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.images import ImageFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Site

PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


def bring_in(site: Site, path: Path) -> int | None:
    """The number of the file in the service's own collection; None without either.

    It is known by what is in its file: loading again brings in nothing.
    """
    collection = (
        Collection.objects.filter(group_permissions__group__role__site=site)
        .order_by("path")
        .first()
    )
    if collection is None or not path.is_file():
        return None
    is_picture = path.suffix in PICTURES
    model: Any = get_image_model() if is_picture else get_document_model()
    # As Wagtail takes it of an uploaded file.
    digest = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
    there = model.objects.filter(collection=collection, file_hash=digest)
    known = there.values_list("pk", flat=True).first()
    return int(known) if known else _brought(model(collection=collection), path)


def _brought(made: Any, path: Path) -> int:
    made.title = path.stem.replace("-", " ")
    is_picture = path.suffix in PICTURES
    with path.open("rb") as file:
        made.file = (ImageFile if is_picture else File)(file, name=path.name)
        if is_picture:
            made._set_image_file_metadata()
        else:
            made._set_document_file_metadata()
        made.save()
    return int(made.pk)
