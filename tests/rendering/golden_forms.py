"""The golden forms: one paper with every kind of block, in every form.

What each paper says is held by ``tests/documents/golden``; this holds how the blocks look. ``python -m
tests.rendering.golden_forms`` writes the files anew; read the difference before you keep it.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gk_assistant.documents.model import (
    Audience,
    Box,
    Boxes,
    Bullets,
    Cross,
    Document,
    Fact,
    Facts,
    Heading,
    Legend,
    Paragraph,
    PlanTimeline,
    Quote,
    SignatureLines,
    Stair,
    Staircase,
    Table,
    Tick,
    Ticks,
    TimeMark,
    WriteLines,
)
from gk_assistant.rendering.docx import to_docx
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.text import to_text
from tests.documents.rich_case import NOW
from tests.rendering.read_back import docx_text, pdf_text

FOLDER = Path(__file__).parent / "golden"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)

EVERY_BLOCK = Document(
    id="prov",
    title="Alla slags stycken",
    subtitle="Så här ser de ut",
    remark="Exempel med påhittade uppgifter.",
    audience=Audience.DELTAGAREN,
    blocks=(
        Facts(pairs=(Fact(label="Namn"), Fact(label="Dag"))),
        Heading(text="Text"),
        Paragraph(text="Vi ses på tisdag.\nDu får ta med någon."),
        Paragraph(text="Det här är smått.", quiet=True),
        Heading(text="Under den", level=2),
        Bullets(items=("Lagar mat varje dag", "Promenerar"), label="Det här fungerar", sign="+"),
        Bullets(items=("En sak", "En till")),
        Quote(text="Jag gör lite i taget.", who="deltagaren"),
        Facts(pairs=(Fact(label="Plats", value="Rum Eken"), Fact(label="Tid"))),
        Heading(text="Tabell"),
        Table(header=("", "Vad", "När"), rows=(("1", "Besöka bageriet", "24 november"), ("2", "", "")), caption="Steg"),
        Heading(text="Trappa"),
        Staircase(
            steps=(Stair(number=1, name="Vardagen"), Stair(number=2, name="Några timmar")),
            crosses=(Cross(step=1.0, day=date(2026, 11, 3)), Cross(step=1.5, day=date(2026, 11, 17))),
            alt="En trappa med två steg.",
        ),
        Ticks(
            items=(
                Tick(text="Steg 2. Några timmar.", detail="10–19", crossed=True),
                Tick(text="mitt emellan", minor=True),
                Tick(text="Steg 1. Vardagen.", detail="0"),
            ),
            caption="Sätt ditt kryss här",
            detail_title="Timmar i veckan",
        ),
        Heading(text="Tidslinje"),
        PlanTimeline(
            start=date(2026, 11, 17),
            end=date(2027, 2, 16),
            marks=(
                TimeMark(day=date(2026, 11, 24), label="1. Besöka bageriet"),
                TimeMark(day=date(2026, 12, 15), label="Avstämning", kind="kontroll"),
                TimeMark(day=date(2027, 2, 9), label="Uppföljning", kind="uppföljning"),
            ),
            alt="En tidslinje med tre händelser.",
        ),
        Boxes(
            boxes=(
                Box(title="Vardag", sign="⌂", text="Hur en dag ser ut.", light="#fdf1a9", dark="#4a4300"),
                Box(title="Socialt", sign="☺", text="De omkring dig.", light="#cdeccd", dark="#0f4a0f"),
            ),
            alt="Två rutor.",
        ),
        Boxes(boxes=(Box(title="Vardag", sign="⌂", key="v", lines=2),), alt="En ruta att skriva i."),
        Legend(pairs=(("+", "fungerar"), ("-", "hinder")), label="Märken"),
        WriteLines(label="Annat:", count=2),
        SignatureLines(names=("Deltagaren", "Försäkringskassan")),
    ),
)


def golden() -> Iterator[tuple[str, str]]:
    """Yield the name of each golden file and what should stand in it."""
    yield "alla.txt", to_text(EVERY_BLOCK)
    yield "alla.md", to_markdown(EVERY_BLOCK)
    yield "alla.html", _STYLE.sub("<style></style>", to_html(EVERY_BLOCK))
    yield "alla.pdf.txt", pdf_text(to_pdf(EVERY_BLOCK, made=NOW)) + "\n"
    yield "alla.docx.txt", docx_text(to_docx(EVERY_BLOCK, made=NOW)) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in golden():
        (FOLDER / name).write_text(text, encoding="utf-8")
