"""What blocks share: where a template is, and what short texts may hold."""

SMALL_TEXT = ["bold", "italic", "ol", "ul", "link"]


def template_of(name: str) -> str:
    """The template of a block bears the block's name."""
    return f"cms/blocks/{name}.html"
