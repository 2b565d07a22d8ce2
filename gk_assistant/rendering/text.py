"""A paper as plain text: the same pictures, drawn in characters."""

from gk_assistant.documents.model import Document
from gk_assistant.rendering.layout import laid_out

WIDTH = 78


def to_text(document: Document, width: int = WIDTH) -> str:
    """Return the paper as text of at most ``width`` cells a line, ending in a line end."""
    lines = ("".join(span.text for span in line).rstrip() for line in laid_out(document, width))
    return "\n".join(lines) + "\n"
