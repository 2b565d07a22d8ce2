"""The forms that a paper may be had in: what each is called, its files' ending, and what it is good for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form; ``binary`` when its files hold no text that could be shown in a terminal."""

    id: str
    title: str
    endings: tuple[str, ...]
    good_for: str
    key: str
    binary: bool = False

    @property
    def ending(self) -> str:
        """The usual ending of a file, without the point."""
        return self.endings[0]


_ALL = (
    Form(id="pdf", title="PDF", endings=("pdf",), good_for="att skriva ut och lämna", key="p", binary=True),
    Form(id="docx", title="Word", endings=("docx",), good_for="att ändra i", key="w", binary=True),
    Form(id="html", title="Webbsida", endings=("html", "htm"), good_for="att läsa på skärm", key="h"),
    Form(id="markdown", title="Markdown", endings=("md", "markdown"), good_for="med rubriker och tabeller", key="m"),
    Form(id="text", title="Text", endings=("txt",), good_for="att klistra in i andra program", key="t"),
)

FORMS: Final[Mapping[str, Form]] = MappingProxyType({form.id: form for form in _ALL})
"""Every form by its id, the most wanted first."""

TERMINAL: Final = "terminal"
"""Shown on the screen with its colours; no file has this form."""

USUAL_EXPORT: Final = ("pdf", "docx", "text")
"""What a handläggare needs of a whole case: to hand over, to change, and to paste into the case system."""


def form_of(path: PurePath) -> Form | None:
    """Return the form that a file's ending asks for; text where there is no ending, ``None`` where it is another."""
    ending = path.suffix.lower().removeprefix(".")
    if not ending:
        return FORMS["text"]
    return next((form for form in FORMS.values() if ending in form.endings), None)
