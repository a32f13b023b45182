"""A page as a PDF, where WeasyPrint and the Pango library it needs are installed.

Without them `is_possible` says so, and whoever wants paper prints the page itself.
"""

import logging
from functools import cache

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from PIL import ImageFile

logger = logging.getLogger(__name__)


@cache
def is_possible() -> bool:
    """Whether this machine can make one."""
    strict = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        import weasyprint  # type: ignore[import-untyped]  # noqa: F401  # Ships no types.
    except (ImportError, OSError) as error:
        # OSError where the package is there and Pango is not.
        logger.info("No PDFs are made here: %s", error)
        return False
    finally:
        # WeasyPrint lets every picture of the process be half: ours must be whole.
        ImageFile.LOAD_TRUNCATED_IMAGES = strict
    return True


def as_pdf(html: str, *, style: str) -> bytes:
    """The page `html` in the style sheet at the static path `style`, tagged (PDF/UA).

    Nothing is fetched: what people wrote can name no file and no address.
    """
    if not is_possible():
        raise RuntimeError("This machine makes no PDFs.")
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]  # The same.

    nothing = URLFetcher(allowed_protocols=())
    page = HTML(string=html, url_fetcher=nothing)
    sheet = CSS(string=_static_text(style), url_fetcher=nothing)
    made: bytes = page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
    return made


def _static_text(path: str) -> str:
    found = finders.find(path)
    if isinstance(found, str):
        with open(found, encoding="utf-8") as file:
            return file.read()
    with staticfiles_storage.open(path) as file:
        text: bytes = file.read()
    return text.decode("utf-8")
