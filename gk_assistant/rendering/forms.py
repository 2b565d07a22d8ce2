"""A paper in any of its forms, as the bytes of a file; each form's library is loaded when it is first asked for.

Loading, in multiples of ``python -c pass``: see ``benchmarks``, group ``papper``.
"""

from datetime import datetime

from gk_assistant.documents.model import Document


class PaperPressFault(RuntimeError):
    """A paper could not be made, or the package with its letters is not installed. Holds nothing of the paper."""


def to_bytes(document: Document, form: str, *, made: datetime) -> bytes:
    """Return the paper in a form by its id; ``made`` is the moment that stands in the file, timezone-aware.

    Raises :class:`PaperPressFault` (PDF and the pictures of DOCX), and :class:`KeyError` for a form there is not.
    """
    match form:
        case "pdf":
            from gk_assistant.rendering.pdf import to_pdf  # noqa: PLC0415

            return to_pdf(document, made=made)
        case "docx":
            from gk_assistant.rendering.docx import to_docx  # noqa: PLC0415

            return to_docx(document, made=made)
        case _:
            return _to_text(document, form).encode()


def _to_text(document: Document, form: str) -> str:
    match form:
        case "html":
            from gk_assistant.rendering.html import to_html  # noqa: PLC0415

            return to_html(document)
        case "markdown":
            from gk_assistant.rendering.markdown import to_markdown  # noqa: PLC0415

            return to_markdown(document)
        case "text":
            from gk_assistant.rendering.text import to_text  # noqa: PLC0415

            return to_text(document)
        case _:
            raise KeyError(form)
