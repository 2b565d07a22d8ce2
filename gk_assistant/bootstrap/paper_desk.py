"""Papers made and kept: the rendering and the storage floor joined for commands and screens."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gk_assistant.bootstrap.moments import now
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.documents.model import Document

if TYPE_CHECKING:
    from rich.console import RenderableType

    from gk_assistant.documents.export import Index
    from gk_assistant.documents.kalender import Entry


class PaperDesk:
    """Turns papers into something to see or to keep, as :class:`~gk_assistant.tui.services.PaperHands`."""

    def picture(self, document: Document, *, width: int) -> "RenderableType":
        """Return the paper for a screen of some columns."""
        from rich.constrain import Constrain  # noqa: PLC0415

        from gk_assistant.rendering.terminal import to_terminal  # noqa: PLC0415

        return Constrain(to_terminal(document), width)

    def text(self, document: Document) -> str:
        """Return the paper as plain text."""
        from gk_assistant.rendering.text import to_text  # noqa: PLC0415

        return to_text(document)

    def in_form(self, document: Document, form: str) -> bytes:
        """Return the paper as the bytes of a file, in a form by its id; raises :class:`StoreFault`."""
        from gk_assistant.rendering.forms import PaperPressFault, to_bytes  # noqa: PLC0415

        try:
            return to_bytes(document, form, made=now())
        except PaperPressFault as fault:
            raise StoreFault(str(fault)) from fault

    def calendar(self, entries: "Sequence[Entry]") -> bytes:
        """Return a calendar file; loads the library for it (see the benchmarks, group ``papper``)."""
        from gk_assistant.rendering.ics import to_ics  # noqa: PLC0415

        return to_ics(entries, made=now())

    def index(self, index: "Index") -> dict[str, bytes]:
        """Return the index of an export as files: a web page and plain text."""
        from gk_assistant.documents.export import INDEX_PAGE, INDEX_TEXT  # noqa: PLC0415
        from gk_assistant.rendering.index import to_index_page, to_index_text  # noqa: PLC0415

        return {INDEX_PAGE: to_index_page(index).encode(), INDEX_TEXT: to_index_text(index).encode()}

    def show(self, document: Document) -> None:
        """Print the paper on stdout, with colours where it is a terminal that has them."""
        from rich.console import Console  # noqa: PLC0415

        from gk_assistant.rendering.terminal import to_terminal  # noqa: PLC0415

        Console(file=sys.stdout, highlight=False).print(to_terminal(document))

    def file_name(self, document: Document, label: str, ending: str) -> str:
        """Return a proposed file name."""
        return f"{self.safe_name(label)}-{document.id}.{ending.removeprefix('.')}"

    def safe_name(self, label: str) -> str:
        """Return a label as part of a file name."""
        from gk_assistant.storage.paper_files import safe_name  # noqa: PLC0415

        return safe_name(label)

    def save(self, path: Path, data: bytes, *, overwrite: bool = False) -> None:
        """Write a file; raises :class:`StoreFault`."""
        from gk_assistant.storage.paper_files import write_bytes  # noqa: PLC0415

        write_bytes(path, data, overwrite=overwrite)

    def save_all(self, folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> tuple[Path, ...]:
        """Write files into a folder, made where there is none; one that is not empty only on the user's word."""
        from gk_assistant.storage.paper_files import write_folder  # noqa: PLC0415

        return write_folder(folder, files, overwrite=overwrite)
