"""Pictures that stand beside page files, brought in once for each service."""

import hashlib
from pathlib import Path

from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.models import Collection, Site


def bring_in(site: Site, path: Path) -> int | None:
    """The number of the picture in the service's own collection; None without either.

    It is known by what is in its file: loading again brings in nothing.
    """
    collection = (
        Collection.objects.filter(group_permissions__group__role__site=site)
        .order_by("path")
        .first()
    )
    if collection is None or not path.is_file():
        return None
    pictures = get_image_model().objects.filter(collection=collection)
    # As Wagtail takes it of an uploaded file.
    digest = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
    known = pictures.filter(file_hash=digest).values_list("pk", flat=True).first()
    if known is not None:
        return int(known)
    with path.open("rb") as file:
        picture = get_image_model()(
            title=path.stem.replace("-", " "),
            file=ImageFile(file, name=path.name),
            collection=collection,
        )
        picture._set_image_file_metadata()
        picture.save()
    return int(picture.pk)
