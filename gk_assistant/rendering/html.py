"""A paper as one HTML file: semantic, without script, that reads aloud well and prints well."""

from html import escape
from importlib.resources import files

from gk_assistant.documents.model import (
    Audience,
    Block,
    Boxes,
    Bullets,
    Document,
    Facts,
    Frame,
    Heading,
    Legend,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Staircase,
    Table,
    Tick,
    Ticks,
    WriteLines,
)
from gk_assistant.documents.plots import LinePlot
from gk_assistant.rendering import columns
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.characters import cleaned
from gk_assistant.rendering.languages import is_right_to_left
from gk_assistant.rendering.marks import is_drawn, rows_instead
from gk_assistant.rendering.pictures_svg import staircase_svg, timeline_svgs
from gk_assistant.rendering.plot_svg import plot_svg
from gk_assistant.rendering.room import chosen, usual

_Rest = Staircase | PlanTimeline | LinePlot | Boxes | WriteLines | SignatureLines | Legend
_SPARE = 1.125
"""Room to spare on a printed sheet: a browser has letters of its own, some of them wide."""
_RULE = '<span class="rule"></span>'


def to_html(document: Document) -> str:
    """Return the paper as a whole HTML page, styles and pictures in it."""
    safe = cleaned(document)
    style = files("gk_assistant.rendering").joinpath("paper.css").read_text(encoding="utf-8")
    direction = ' dir="rtl"' if is_right_to_left(safe.lang) else ""
    swedish = f' <span lang="sv">{_text(safe.swedish_remark)}</span>' if safe.swedish_remark.strip() else ""
    remark = f"<p class=remark>{_text(safe.remark)}{swedish}</p>" if safe.remarks else ""
    version = f"<footer><p class=quiet>{_line(safe.frame.version)}</p></footer>\n" if safe.frame.version.strip() else ""
    subtitle = f"<p class=subtitle>{_text(safe.subtitle)}</p>" if safe.subtitle.strip() else ""
    body = "\n".join(made for block in safe.blocks if (made := _block(block, safe.frame)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(safe.lang)}"{direction} class="{safe.audience.value}"{_print(safe)}>\n'
        '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_line(safe.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header><p class=class-line>{_text(safe.class_line)}</p>{remark}</header>\n"
        f"<main>\n<h1>{_line(safe.title)}</h1>\n{subtitle}\n{body}\n</main>\n{version}</body>\n</html>\n"
    )


def _print(document: Document) -> str:
    """Return how a paper of so many sheets is printed: the size of its letters, and its share of the air."""
    setting = chosen(document, spare=_SPARE)
    if document.audience is not Audience.DELTAGAREN or setting == usual(document):
        return ""
    return f' style="--points:{setting.points:g}pt;--air:{setting.air:g}"'


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def _text(text: str) -> str:
    """Return text whose line ends stay line ends."""
    return "<br>".join(escape(row) for row in text.split("\n"))


def _block(block: Block, frame: Frame) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 6)
            leaf = " class=leaf" if block.new_page else ""
            made = f"<h{level}{leaf}>{_line(block.text)}</h{level}>" if block.text.strip() else ""
        case Paragraph():
            quiet = " class=quiet" if block.quiet else ""
            made = f"<p{quiet}>{_text(block.text)}</p>" if block.text.strip() else ""
        case Bullets():
            made = _bullets(block)
        case Quote():
            who = f"<footer>– {_text(block.who)}</footer>" if block.who.strip() else ""
            made = f"<blockquote><p>”{_text(unquoted(block.text))}”</p>{who}</blockquote>"
        case Facts():
            made = _facts(block)
        case Table():
            made = _table(block)
        case Ticks():
            made = _ticks(block, frame.crossed)
        case _:
            made = _picture_or_form(block, frame)
    return made


def _picture_or_form(block: _Rest, frame: Frame) -> str:
    match block:
        case Staircase():
            made = f"<figure>{staircase_svg(block)}</figure>"
        case PlanTimeline():
            made = _timeline(block)
        case LinePlot():
            made = f"<figure>{plot_svg(block)}</figure>" if block.dots else ""
        case Boxes():
            made = _boxes(block)
        case WriteLines():
            label = f"<p class=label>{_text(block.label)}</p>" if block.label.strip() else ""
            made = label + f"<div class=write aria-hidden=true>{_RULE * block.count}</div>"
        case SignatureLines():
            day = _text(frame.day)
            rows = "".join(f"<div>{_RULE}{_text(name)}</div><div>{_RULE}{day}</div>" for name in block.names)
            made = f"<div class=signatures>{rows}</div>"
        case Legend():
            label = f"<p class=label>{_text(block.label)}</p>" if block.label.strip() else ""
            made = label + _pairs([(sign, _text(means)) for sign, means in block.pairs])
    return made


def _bullets(block: Bullets) -> str:
    if not block.items:
        return ""
    sign = f'<span class="sign" aria-hidden="true">{escape(block.sign)}</span> ' if block.sign else ""
    items = "".join(f"<li>{sign}{_text(item)}</li>" for item in block.items)
    label = f"<p class=label>{_text(block.label)}</p>" if block.label.strip() else ""
    return f"{label}<ul{' class=signed' if sign else ''}>{items}</ul>"


def _timeline(block: PlanTimeline) -> str:
    if is_drawn(block):
        return "".join(f"<figure>{picture}</figure>" for picture in timeline_svgs(block))
    return _bullets(Bullets(items=tuple(rows_instead(block))))


def _facts(block: Facts) -> str:
    made = _pairs([(one.label, _text(one.value) if one.value.strip() else _RULE) for one in block.pairs])
    return made.replace("<dl>", "<dl class=beside>", 1) if columns.beside(block) else made


def _pairs(pairs: list[tuple[str, str]]) -> str:
    if not pairs:
        return ""
    return "<dl>" + "".join(f"<dt>{_text(label)}</dt><dd>{value}</dd>" for label, value in pairs) + "</dl>"


def _table(block: Table) -> str:
    names = columns.header(block)
    if not names:
        return ""
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption.strip() else ""
    shares = columns.shares(block)
    widths = "".join(_column(share, sum(shares)) for share in shares)
    numbered = names[0] == columns.NUMBER
    head = "".join(f"<th scope=col>{_text(name)}</th>" if name.strip() else "<td></td>" for name in names)
    rows = "".join(f"<tr>{_cells(columns.filled(row, len(names)), numbered=numbered)}</tr>" for row in block.rows)
    return f"<table>{caption}<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _column(share: float, whole: float) -> str:
    return f'<col style="width:{share / whole:.0%}">' if share else '<col style="width:3rem">'


def _cells(cells: tuple[str, ...], *, numbered: bool) -> str:
    first = f"<th scope=row>{_text(cells[0])}</th>" if numbered else f"<td>{_text(cells[0])}</td>"
    return first + "".join(f"<td>{_text(cell)}</td>" for cell in cells[1:])


def _ticks(block: Ticks, crossed: str) -> str:
    if not block.items:
        return ""
    caption = f"<p class=label>{_text(block.caption)}</p>" if block.caption.strip() else ""
    return f"{caption}<ul class=ticks>{''.join(_tick(tick, block.detail_title, crossed) for tick in block.items)}</ul>"


def _tick(tick: Tick, detail_title: str, crossed: str) -> str:
    detail = f"<span class=detail>{_text(f'{tick.detail} {detail_title.lower()}'.strip())}</span>"
    box = f'<span class="box" aria-hidden="true">{"X" if tick.crossed else ""}</span>'
    heard = f'<span class="heard">({crossed}) </span>' if tick.crossed else ""
    minor = " class=minor" if tick.minor else ""
    return f"<li{minor}>{box}<span>{heard}{_text(tick.text)}</span>{detail if tick.detail.strip() else ''}</li>"


def _boxes(block: Boxes) -> str:
    rows = []
    for box in block.boxes:
        key = f'<span class="key">{_text(box.key)}</span>' if box.key.strip() else ""
        text = f"<br><small>{_text(box.text)}</small>" if box.text.strip() else ""
        colours = f' style="background:{escape(box.light)};border-color:{escape(box.dark)}"' if box.light else ""
        name = _text(box.title).replace("/", "/<wbr>")
        title = f'<span aria-hidden="true">{escape(box.sign)}</span> <strong>{name}</strong>'
        rows.append(f"<li{colours}>{title}{key}{text}{_RULE * box.lines}</li>")
    return f"<ul class=boxes>{''.join(rows)}</ul>" if rows else ""
