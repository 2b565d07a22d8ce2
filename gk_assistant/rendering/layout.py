"""A paper laid out as lines of a given width: the same lines for the terminal and for plain text."""

from gk_assistant.documents.model import (
    Audience,
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
from gk_assistant.rendering import blocks, grid_of_boxes, plot, staircase, tables, timeline
from gk_assistant.rendering.canvas import BLANK, Ink, Line, Span, fold, line, rule
from gk_assistant.rendering.characters import cells, cleaned, wrap

_READABLE = 88
_SMALLEST = 24
_MARGIN = 1
_INKS = {
    Audience.INTERNT: Ink.INTERNT,
    Audience.DELTAGAREN: Ink.DELTAGAREN,
    Audience.AKTEN: Ink.AKTEN,
}


def laid_out(document: Document, width: int) -> list[Line]:
    """Return the whole paper as lines of at most ``width`` cells; never fails, whatever the text holds."""
    safe = cleaned(document)
    inner = max(width, _SMALLEST) - 2 * _MARGIN
    lines = _top(safe, inner)
    before: Block | None = None
    for block in safe.blocks:
        drawn = _drawn(block, inner)
        if not drawn:
            continue
        if not _belong_together(before, block):
            lines.append(BLANK)
        lines.extend(drawn)
        before = block
    lines += [BLANK, *_foot(safe, inner)]
    return fold([(Span(" " * _MARGIN), *one) if one else one for one in lines], max(width, 1))


def _belong_together(before: Block | None, block: Block) -> bool:
    """Return whether no blank line is wanted: under a heading, and between quotations of one speaker."""
    if isinstance(before, Quote) and isinstance(block, Quote):
        return not before.who and not block.who
    return isinstance(before, Heading)


def _top(document: Document, width: int) -> list[Line]:
    reading = min(width, _READABLE)
    lines = [*_class_line(document, reading)]
    if document.remarks:
        lines += [line(text, Ink.FAINT) for text in wrap(document.remarks, reading)]
    lines.append(BLANK)
    lines += [line(text, Ink.TITLE) for text in wrap(document.title.upper(), reading)]
    lines += [line(text) for text in wrap(document.subtitle, reading) if text]
    return lines


def _class_line(document: Document, width: int) -> list[Line]:
    """Return the line that says whom the paper is for, filled out across so that it is seen without colour too."""
    said = f" {document.class_line} "
    ink = _INKS[document.audience]
    if cells(said) + 6 > width:
        return [line(text, ink) for text in wrap(said, width)]
    bar = "═" if document.audience is Audience.INTERNT else "─"
    return [(Span(bar * 2, Ink.FRAME), Span(said, ink), Span(bar * (width - cells(said) - 2), Ink.FRAME))]


def _foot(document: Document, width: int) -> list[Line]:
    """Return the end of the paper; an internal one says once more that it is."""
    reading = min(width, _READABLE)
    return _class_line(document, reading) if document.audience is Audience.INTERNT else [rule(reading)]


def _drawn(block: Block, width: int) -> list[Line]:
    """Return one block as lines. Pictures may use the full width, text keeps to what is easy to read."""
    match block:
        case Staircase():
            lines = staircase.draw(block, width)
        case PlanTimeline():
            lines = timeline.draw(block, width)
        case LinePlot():
            lines = plot.draw(block, width)
        case Boxes():
            lines = grid_of_boxes.draw(block, width)
        case Table():
            lines = tables.draw(block, width)
        case _:
            lines = _text_block(block, min(width, _READABLE))
    return lines


def _text_block(
    block: Heading | Paragraph | Bullets | Quote | Facts | Ticks | WriteLines | SignatureLines | Legend, width: int
) -> list[Line]:
    match block:
        case Heading():
            lines = blocks.heading(block, width)
        case Paragraph():
            lines = blocks.paragraph(block, width)
        case Bullets():
            lines = blocks.bullets(block, width)
        case Quote():
            lines = blocks.quote(block, width)
        case Facts():
            lines = blocks.facts(block, width)
        case Ticks():
            lines = blocks.ticks(block, width)
        case WriteLines():
            lines = blocks.write_lines(block, width)
        case SignatureLines():
            lines = blocks.signatures(block, width)
        case Legend():
            lines = blocks.legend(block, width)
    return lines
