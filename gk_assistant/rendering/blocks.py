"""The text blocks of a paper as lines: headings, lists, quotations, facts, and room to write."""

from gk_assistant.documents.model import (
    Bullets,
    Facts,
    Heading,
    Legend,
    Paragraph,
    Quote,
    SignatureLines,
    Tick,
    Ticks,
    WriteLines,
)
from gk_assistant.rendering.canvas import BLANK, Ink, Line, Span, line
from gk_assistant.rendering.characters import cells, clip, pad, wrap

_WIDEST_LABEL = 30
_NARROW = 44
_WRITE_WIDTH = 64
_QUOTES = "\"'”“„»«’"


def heading(block: Heading, width: int) -> list[Line]:
    """Return a heading, underlined when it is a section's."""
    rows = wrap(block.text, width)
    lines = [line(text, Ink.HEADING) for text in rows]
    if block.level == 1:
        lines.append(line("─" * max(map(cells, rows)), Ink.FRAME))
    return lines


def paragraph(block: Paragraph, width: int) -> list[Line]:
    """Return running text."""
    return [line(text, Ink.FAINT if block.quiet else Ink.PLAIN) for text in wrap(block.text, width)]


def bullets(block: Bullets, width: int) -> list[Line]:
    """Return a list under its label; its sign stands before every item, so that nothing is told by colour alone."""
    lines: list[Line] = []
    if block.label:
        lines.extend(line(text, Ink.STRONG) for text in wrap(block.label, width))
    sign = clip(block.sign, 2) or "•"
    lead = f" {sign} "
    for item in block.items:
        for at, text in enumerate(wrap(item, width - cells(lead))):
            lines.append((Span(lead, Ink.SIGN) if at == 0 else Span(" " * cells(lead)), Span(text)))
    return lines


def quote(block: Quote, width: int) -> list[Line]:
    """Return somebody's own words beside a bar, with who said them."""
    said = f"”{unquoted(block.text)}”"
    lines: list[Line] = [(Span(" │ ", Ink.FRAME), Span(text, Ink.QUOTE)) for text in wrap(said, width - 3)]
    if block.who.strip():
        lines.extend((Span(" │ ", Ink.FRAME), Span(text, Ink.FAINT)) for text in wrap(f"– {block.who}", width - 3))
    return lines


def unquoted(text: str) -> str:
    """Return a quotation without marks around it, so that they do not come twice."""
    text = text.strip()
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        return text[1:-1].strip()
    return text


def facts(block: Facts, width: int) -> list[Line]:
    """Return labels and values beside each other; on a narrow screen under each other."""
    if not block.pairs:
        return []
    narrow = width < _NARROW
    label_width = width if narrow else min(max(cells(fact.label) for fact in block.pairs), _WIDEST_LABEL) + 3
    value_width = width - 2 if narrow else width - label_width
    lines: list[Line] = []
    for fact in block.pairs:
        labels = wrap(fact.label, label_width - 2)
        values = wrap(fact.value, value_width) if fact.value.strip() else ["_" * min(value_width, _WRITE_WIDTH)]
        if narrow:
            lines += [line(text, Ink.STRONG) for text in labels]
            lines += [line(text, indent=2) for text in values]
            continue
        for at in range(max(len(labels), len(values))):
            label = pad(labels[at] if at < len(labels) else "", label_width)
            lines.append((Span(label, Ink.STRONG), Span(values[at] if at < len(values) else "")))
    return lines


def ticks(block: Ticks, width: int) -> list[Line]:
    """Return boxes to put a cross in, details to the right where there is room."""
    lines = [line(text, Ink.STRONG) for text in wrap(block.caption, width) if text]
    if block.detail_title:
        lines.append(line(clip(block.detail_title, width).rjust(width), Ink.FAINT))
    for tick in block.items:
        lines.extend(_tick(tick, width))
    return lines


def _tick(tick: Tick, width: int) -> list[Line]:
    indent = "      " if tick.minor else ""
    lead = f"{indent}[{'X' if tick.crossed else ' '}] "
    ink = Ink.FAINT if tick.minor else Ink.PLAIN
    lines: list[Line] = []
    for at, text in enumerate(wrap(tick.text, width - cells(lead))):
        head = Span(lead, Ink.STRONG) if at == 0 else Span(" " * cells(lead))
        lines.append((head, Span(text, ink)))
    if tick.detail:
        last = sum(cells(span.text) for span in lines[-1])
        if last + 3 + cells(tick.detail) <= width:
            gap = " " * (width - last - cells(tick.detail))
            lines[-1] = (*lines[-1], Span(gap), Span(tick.detail, Ink.FAINT))
        else:
            lines += [line(text, Ink.FAINT, indent=cells(lead)) for text in wrap(tick.detail, width - cells(lead))]
    return lines


def write_lines(block: WriteLines, width: int) -> list[Line]:
    """Return room for handwriting: every line has air above it."""
    lines = [line(text, Ink.PLAIN) for text in wrap(block.label, width) if text]
    for _ in range(block.count):
        lines += [BLANK, line("_" * min(width, _WRITE_WIDTH + 14), Ink.FRAME)]
    return lines


def signatures(block: SignatureLines, width: int) -> list[Line]:
    """Return a line to sign on and one for the day, for each."""
    name_width = max(width * 2 // 3 - 2, 10)
    day_width = max(width - name_width - 3, 6)
    lines: list[Line] = []
    for name in block.names:
        under = pad(name, name_width) + "   " + "Dag"
        lines += [BLANK, BLANK, line("_" * name_width + "   " + "_" * day_width, Ink.FRAME), line(under)]
    return lines


def legend(block: Legend, width: int) -> list[Line]:
    """Return signs with their meaning, as many a line as there is room for."""
    lines: list[Line] = [line(text, Ink.STRONG) for text in wrap(block.label, width) if text]
    row: list[Span] = []
    used = 0
    for sign, meaning in block.pairs:
        sign_text, meaning_text = f" {clip(sign, 4)} ", f"{clip(meaning, width - 8)}   "
        size = cells(sign_text) + cells(meaning_text)
        if row and used + size > width:
            lines.append(tuple(row))
            row, used = [], 0
        row += [Span(sign_text, Ink.SIGN), Span(meaning_text)]
        used += size
    return [*lines, tuple(row)] if row else lines
