"""The coloured rutor as a grid: frame, sign and title in every box, so that the colour is never alone."""

from dataclasses import dataclass

from gk_assistant.documents.model import Box, Boxes
from gk_assistant.rendering.canvas import Ink, Line, Span
from gk_assistant.rendering.characters import cells, clip, pad, wrap

_GAP = " "
_WIDTHS = ((106, 4), (70, 3), (46, 2))
_WIDTHS_TO_WRITE = ((106, 3), (70, 2))
_WIDEST = 34
_WIDEST_TO_WRITE = 48


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One box's inner lines, each of full inner width."""

    box: Box
    lines: list[Line]


def draw(picture: Boxes, width: int) -> list[Line]:
    """Return the boxes row by row, as many beside each other as the width lets."""
    if not picture.boxes:
        return []
    to_write = any(box.lines for box in picture.boxes)
    columns = next((count for least, count in (_WIDTHS_TO_WRITE if to_write else _WIDTHS) if width >= least), 1)
    size = (width - len(_GAP) * (columns - 1)) // columns
    size = min(size, _WIDEST_TO_WRITE if to_write else _WIDEST)
    lines: list[Line] = []
    for start in range(0, len(picture.boxes), columns):
        lines.extend(_row(picture.boxes[start : start + columns], size))
    return lines


def _row(boxes: tuple[Box, ...], size: int) -> list[Line]:
    drawn = [_Drawn(box, _inside(box, size - 2)) for box in boxes]
    height = max(len(one.lines) for one in drawn)
    rows: list[Line] = [_join([(Span(f"╭{'─' * (size - 2)}╮", Ink.FRAME),) for _ in drawn])]
    rows.extend(_join([_side(one, at, size) for one in drawn]) for at in range(height))
    rows.append(_join([(Span(f"╰{'─' * (size - 2)}╯", Ink.FRAME),) for _ in drawn]))
    return rows


def _side(drawn: _Drawn, at: int, size: int) -> Line:
    wall = Span("│", Ink.FRAME)
    inner = drawn.lines[at] if at < len(drawn.lines) else (Span(" " * (size - 2), Ink.PLAIN, drawn.box.light),)
    return (wall, *inner, wall)


def _inside(box: Box, width: int) -> list[Line]:
    paint = box.light
    key = f"{clip(box.key, 3)} " if box.key else ""
    sign = f" {clip(box.sign, 2)} "
    room = width - cells(sign) - cells(key) - 1
    title = " ".join(box.title.split())
    first = wrap(title, room)[0]
    lead, tail = Span(sign, Ink.SIGN, paint), Span(f" {key}", Ink.CROSS, paint)
    lines: list[Line] = [(lead, Span(pad(first, room), Ink.STRONG, paint), tail)]
    # The rest of a long title begins at the frame: "arbetsrehabilitering" needs all the room there is.
    rest = wrap(left, width - 2) if (left := title[len(first) :].strip()) else []
    lines.extend((Span(f" {pad(text, width - 2)} ", Ink.STRONG, paint),) for text in rest)
    said = wrap(box.text, width - 2) if box.text.strip() else []
    lines.extend((Span(f" {pad(text, width - 2)} ", Ink.PLAIN, paint),) for text in said)
    return [*lines, *[(Span(f" {'_' * (width - 2)} ", Ink.FAINT, paint),)] * box.lines]


def _join(parts: list[Line]) -> Line:
    spans: list[Span] = []
    for at, part in enumerate(parts):
        if at:
            spans.append(Span(_GAP))
        spans.extend(part)
    return tuple(spans)
