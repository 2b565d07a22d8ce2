"""The index of an export: as a web page with links to the files, and as plain text."""

from html import escape
from importlib.resources import files
from textwrap import wrap
from urllib.parse import quote

from gk_assistant.documents.export import Entry, Index, Section
from gk_assistant.rendering.characters import cleaned

_WIDTH = 78


def to_index_page(index: Index) -> str:
    """Return the index as one HTML page."""
    safe = cleaned(index)
    style = files("gk_assistant.rendering").joinpath("paper.css").read_text(encoding="utf-8")
    title = escape(" ".join(safe.title.split()))
    body = "\n".join(_section(section) for section in safe.sections)
    return (
        '<!DOCTYPE html>\n<html lang="sv-SE">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{escape(safe.made)}</p>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    return f"<h2>{escape(section.title)}</h2>\n<dl class=index>{''.join(map(_entry, section.entries))}</dl>"


def _entry(entry: Entry) -> str:
    links = ", ".join(
        f'<a href="{quote(place)}">{escape(form)}<span class="heard"> {escape(entry.title)}</span></a>'
        for form, place in entry.files
    )
    return f"<dt>{escape(entry.title)}</dt><dd>{escape(entry.about)}<br>{links}</dd>"


def to_index_text(index: Index) -> str:
    """Return the index as plain text."""
    safe = cleaned(index)
    rows = [safe.title, safe.made]
    for section in safe.sections:
        rows += ["", section.title.upper()]
        for entry in section.entries:
            rows += ["", entry.title, *wrap(entry.about, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ")]
            rows += [f"  {place}" for _, place in entry.files]
    return "\n".join(rows) + "\n"
