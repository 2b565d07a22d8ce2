"""Papers in a real browser: without fault by axe-core, read aloud in the right order, printed on the right sheets."""

from collections.abc import Iterator

import pytest

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
from gk_assistant.documents.registry import PAPERS
from gk_assistant.rendering.blocks import unquoted
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.index import to_index_page
from tests.documents.golden_papers import paper
from tests.rendering.browser import CHOSEN, axe_version_and_script, chromium, heard, printed, violations
from tests.rendering.hard_cases import document, documents
from tests.rendering.read_back import pages, pdf_text
from tests.rendering.test_html import index_of_all

pytestmark = pytest.mark.skipif(
    chromium() is None, reason=f"Ingen Chromium på maskinen. Installera chromium, eller ange den i {CHOSEN}."
)
_ONE_SHEET = ("trappa", "kallelse", "kort", "samtalsunderlag")


def test_axe_finds_nothing() -> None:
    """axe-core has nothing to say about any paper, an empty form or the index; of a bad page it has."""
    chosen = [(kind, name) for kind, name in documents() if kind == "vanligt" or (kind, name) == ("tomt", "plan")]
    good = {f"{kind} {name}": to_html(document(kind, name)) for kind, name in chosen}
    bad = to_html(paper("trappa")).replace("color: #1a1a1a", "color: #ddd").replace('lang="sv-SE"', "")
    found = violations({**good, "index": to_index_page(index_of_all()), "dålig": bad})
    wrong = " ".join(found.pop("dålig"))
    assert "color-contrast" in wrong
    assert "html-has-lang" in wrong
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == len(good) + 1


def test_axe_is_of_late() -> None:
    """The rules asked are those of axe-core 4.12 or later."""
    version, _ = axe_version_and_script()
    assert tuple(map(int, version.split("."))) >= (4, 12)


def test_a_screen_reader_reads_every_paper_in_its_order() -> None:
    """What the browser gives a screen reader is the paper's words and pictures in words, in order, and nothing more.

    Its headings are the paper's, each at its level.
    """
    told = heard({paper_id: to_html(document("vanligt", paper_id)) for paper_id in PAPERS})
    for paper_id, (headings, read) in told.items():
        made = document("vanligt", paper_id)
        known = [(block.level + 1, block.text) for block in made.blocks if isinstance(block, Heading)]
        assert headings == [(1, made.title), *known]
        assert _bare(read) == _bare(_intended(made))


def test_the_order_read_is_seen_to_be_wrong() -> None:
    """A page whose parts stand in another order in the file is not read as intended."""
    page = to_html(paper("kort"))
    body = page.index("<h2>"), page.index("</main>")
    parts = page[slice(*body)].split("<h2>")
    turned = page[: body[0]] + "<h2>".join(["", *reversed(parts[1:])]) + page[body[1] :]
    (_, read) = heard({"vänd": turned})["vänd"]
    assert sorted(_bare(read)) == sorted(_bare(_intended(paper("kort"))))
    assert _bare(read) != _bare(_intended(paper("kort")))


def test_a_paper_of_one_sheet_is_printed_on_one() -> None:
    """Printed from the browser the trappa with its crosses, the kallelse, the kort and the picture are a page each.

    The first kallelse has the picture of the rutor on a page of its own.
    """
    chosen = [(kind, name) for kind in ("vanligt", "tomt") for name in _ONE_SHEET]
    made = printed({f"{kind} {name}": to_html(document(kind, name)) for kind, name in chosen})
    known = {name: pages(page) for name, page in made.items()}
    assert known == dict.fromkeys(made, 1) | {"tomt kallelse": 2}
    assert "mitt emellan" in pdf_text(made["vanligt trappa"])


def _bare(texts: Iterator[str] | list[str]) -> str:
    return "".join("".join(texts).split())


def _intended(made: Document) -> Iterator[str]:
    """Yield what should be read of a paper, part by part."""
    yield from (made.class_line, made.remarks, made.title, made.subtitle)
    for block in made.blocks:
        yield from _read(block, made)
    yield made.frame.version


def _read(block: Block, made: Document) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from (block.label, *block.items)
        case Quote():
            yield f"”{unquoted(block.text)}”" + (f"– {block.who}" if block.who else "")
        case Facts():
            yield from (f"{one.label}{one.value}" for one in block.pairs)
        case Table():
            rows = ((block.header[0] or "Nr", *block.header[1:]), *block.rows)
            yield from (block.caption, *(cell for row in rows for cell in row))
        case _:
            yield from _read_drawn(block, made)


def _read_drawn(block: Block, made: Document) -> Iterator[str]:
    match block:
        case Ticks():
            for tick in block.items:
                crossed = f"({made.frame.crossed})" if tick.crossed else ""
                yield f"{crossed}{tick.text}" + (f"{tick.detail}{block.detail_title.lower()}" if tick.detail else "")
        case Staircase() | PlanTimeline():
            yield block.alt
        case Boxes():
            yield from (f"{box.title}{box.key}{box.text}" for box in block.boxes)
        case WriteLines():
            yield block.label
        case SignatureLines():
            yield from (f"{name}{made.frame.day}" for name in block.names)
        case Legend():
            yield from (block.label, *(f"{sign}{means}" for sign, means in block.pairs))
