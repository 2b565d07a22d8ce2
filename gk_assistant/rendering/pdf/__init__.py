"""A paper as PDF: tagged (UA-1), archivable (A-2a), made in memory by typst from the page template ``paper.typ``."""

from gk_assistant.rendering.pdf.making import to_pdf

__all__ = ("to_pdf",)
