"""A paper as Markdown. Whatever a person has typed is text in it, never markup."""

import re

from gk_assistant.documents.model import (
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Heading,
    Legend,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Staircase,
    Table,
    Ticks,
    WriteLines,
)
from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering import plot, staircase, timeline
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.canvas import Line
from gk_assistant.rendering.characters import cleaned

_PICTURE_WIDTH = 78
_TO_WRITE = "…" * 24
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$])")
_BLOCK_START = re.compile(r"^([-+=]|\d{1,9}(?=[.)](?:\s|$)))")


def to_markdown(document: Document) -> str:
    """Return the paper as Markdown (CommonMark, with tables and task lists), ending in a line end."""
    safe = cleaned(document)
    parts = [f"> **{literal(safe.class_line)}**"]
    parts += [_paragraph(safe.remarks)] if safe.remarks else []
    parts.append(f"# {_in_line(safe.title)}")
    parts += [f"**{_in_line(safe.subtitle)}**"] if safe.subtitle.strip() else []
    parts += [part for block in safe.blocks if (part := _block(block))]
    return "\n\n".join(parts) + "\n"


def literal(text: str) -> str:
    """Return one line of text with everything escaped that Markdown could take for markup."""
    escaped = _SPECIAL.sub(r"\\\1", text.strip())
    return _BLOCK_START.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    start = found.group(1)
    # "1." opens a list; the digit cannot be escaped, so the point after it is.
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _in_line(text: str) -> str:
    return literal(" ".join(text.split()))


def _paragraph(text: str, indent: str = "") -> str:
    """Return text whose line ends stay line ends."""
    rows = [literal(row) for row in text.split("\n") if row.strip()]
    return f"\\\n{indent}".join(rows)


def _block(block: Block) -> str:
    match block:
        case Heading():
            made = f"{'#' * (block.level + 1)} {_in_line(block.text)}"
        case Paragraph():
            made = _paragraph(block.text)
        case Bullets():
            made = _bullets(block)
        case Quote():
            who = f"\n>\n> – {_in_line(block.who)}" if block.who.strip() else ""
            made = f"> {_paragraph(f'”{unquoted(block.text)}”', '> ')}{who}"
        case Facts():
            made = "\n".join(f"- **{_in_line(one.label)}:** {_value(one.value)}" for one in block.pairs)
        case Table():
            made = _table(block)
        case Ticks():
            made = _ticks(block)
        case _:
            made = _picture_or_form(block)
    return made


def _picture_or_form(
    block: Staircase | PlanTimeline | LinePlot | Boxes | WriteLines | SignatureLines | Legend,
) -> str:
    match block:
        case Staircase():
            made = _picture(staircase.draw(block, _PICTURE_WIDTH), block.alt)
        case PlanTimeline():
            made = _picture(timeline.draw(block, _PICTURE_WIDTH), block.alt)
        case LinePlot():
            made = _picture(plot.draw(block, _PICTURE_WIDTH), block.alt) if block.dots else ""
        case Boxes():
            made = _boxes(block)
        case WriteLines():
            label = [_in_line(block.label)] if block.label.strip() else []
            made = "\n\n".join([*label, *[_TO_WRITE * 2] * block.count])
        case SignatureLines():
            made = "\n\n".join(f"{_TO_WRITE}\\\n{_in_line(name)}, dag: {_TO_WRITE[:12]}" for name in block.names)
        case Legend():
            label = [f"{_in_line(block.label)}:", ""] if block.label.strip() else []
            made = "\n".join([*label, *(f"- **{_in_line(sign)}** {_in_line(means)}" for sign, means in block.pairs)])
    return made


def _value(text: str) -> str:
    return _paragraph(text, "  ") if text.strip() else _TO_WRITE


def _bullets(block: Bullets) -> str:
    items = "\n".join(f"- {_paragraph(item, '  ')}" for item in block.items)
    return f"**{_in_line(block.label)}**\n\n{items}" if block.label.strip() else items


def _ticks(block: Ticks) -> str:
    rows = [f"{_in_line(block.caption)}\n"] if block.caption.strip() else []
    for tick in block.items:
        indent = "  " if tick.minor and rows else ""
        told = f"{tick.detail} {block.detail_title.lower()}"
        detail = f" ({_in_line(told)})" if tick.detail.strip() else ""
        rows.append(f"{indent}- [{'x' if tick.crossed else ' '}] {_in_line(tick.text)}{detail}")
    return "\n".join(rows)


def _table(block: Table) -> str:
    columns = max([len(block.header), *map(len, block.rows)], default=0)
    if not columns:
        return ""
    rows = [_table_row(block.header, columns), f"|{' --- |' * columns}"]
    rows += [_table_row(row, columns) for row in block.rows]
    caption = f"{_in_line(block.caption)}\n\n" if block.caption.strip() else ""
    return caption + "\n".join(rows)


def _table_row(row: tuple[str, ...], columns: int) -> str:
    cells = [", ".join(_in_line(part) for part in cell.split("\n") if part.strip()) for cell in row]
    return f"| {' | '.join([*cells, *[''] * (columns - len(cells))])} |"


def _boxes(block: Boxes) -> str:
    rows = []
    for box in block.boxes:
        key = f" ({_in_line(box.key)})" if box.key.strip() else ""
        text = f" – {_in_line(box.text)}" if box.text.strip() else ""
        rows.append(f"- {literal(box.sign)} **{_in_line(box.title)}**{key}{text}")
        rows += [f"\n  {_TO_WRITE * 2}\n"] * box.lines
    return "\n".join(rows)


def _picture(lines: list[Line], alt: str) -> str:
    """Return a drawn picture as it is, in a fence longer than any in it, and what it shows in words."""
    drawn = "\n".join("".join(span.text for span in line).rstrip() for line in lines)
    longest = max((len(run) for run in re.findall("`+", drawn)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{drawn}\n{fence}\n\n{_paragraph(alt)}"
