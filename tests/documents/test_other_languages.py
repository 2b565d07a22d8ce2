"""A paper in another language is in that language from the first line to the foot, in every form."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gk_assistant.documents.model import Document, PlanTimeline, Staircase
from gk_assistant.documents.registry import build, languages
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.docx import to_docx
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from gk_assistant.rendering.text import to_text
from gk_assistant.storage.bank_files import shipped_bank
from gk_assistant.storage.bank_reader import TomlBank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW, empty_case, rich_case
from tests.rendering.read_back import docx_text, pdf_text
from tests.storage.banks import own_file

ENGLISH = ("trappa", "samtalsunderlag", "kallelse", "kort")
SAME = frozenset(
    {"försäkringskassan", "arbetsförmedlingen", "rehab"}
    | {"plan", "version", "specialist", "under", "all", "person", "information", "november", "in"}
)
"""Names that stay, each explained beside in English, and words that are spelt alike in both languages."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_STYLE = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
FORMS: dict[str, Callable[[Document], str]] = {
    "text": to_text,
    "markdown": lambda document: to_markdown(document).replace("```text", "```"),
    "html": lambda document: _STYLE.sub(" ", to_html(document)),
    "pdf": lambda document: pdf_text(to_pdf(document, made=NOW)),
    "docx": lambda document: docx_text(to_docx(document, made=NOW)),
}


def heard(text: str) -> set[str]:
    """Return the words of a text."""
    return set(_WORD.findall(text.casefold()))


def booked() -> Case:
    """Return the rich case without what somebody has written: meetings, people's parts and crosses stay."""
    case = rich_case()
    bare = tuple(replace(meeting, place="", participants=(), notes=()) for meeting in case.meetings)
    return replace(case, meetings=bare, placements=tuple(replace(one, words="") for one in case.placements))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper_id", ENGLISH)
def test_no_swedish_word_is_left_on_an_english_paper(paper_id: str, form: str) -> None:
    """In each form, class line and foot included, no word of the Swedish paper stands on the English one but names."""
    for case in (empty_case(), booked()):
        swedish = heard(FORMS[form](paper(paper_id, case, meeting_id=None)))
        english = heard(FORMS[form](replace(paper(paper_id, case, lang="en"), swedish_remark="")))
        assert {"försäkringskassan", "the"} & english
        assert (swedish & english) - SAME == set()


def test_the_language_is_marked_in_the_forms_that_can() -> None:
    """The page says English, and marks the one Swedish sentence on it as Swedish."""
    page = to_html(paper("kort", lang="en"))
    assert '<html lang="en-GB"' in page
    assert '<span lang="sv">Översättningen är inte granskad' in page
    assert page.count("lang=") == 2


def test_the_days_of_the_drawn_crosses_are_in_the_language() -> None:
    """Where the staircase is wide enough for whole days, their months are English."""
    wide = to_text(paper("trappa", lang="en"), width=150)
    assert "17 November" in wide
    stairs = next(block for block in paper("trappa", lang="en").blocks if isinstance(block, Staircase))
    assert stairs.between == "in between"
    assert "in between" in to_text(paper("trappa", lang="en"), width=40)


def in_finnish(folder: Path, file: str) -> None:
    """Put a paper's texts in an own folder as another language's, each marked so that it is known again."""
    text = (shipped_bank().text(file) or "").partition("[text.sv]\n")[2].partition("[text.")[0]
    marked = re.sub(r'(?<==) "|(?<=\[)"|(?<=, )"(?=[^",]*[",\]])|(?<=    )"', lambda quote: f"{quote[0]}Æ", text)
    own_file(folder, file, f"[text.fi]\ngranskad = true\n{marked}")


@pytest.fixture(name="finnish")
def _finnish(tmp_path: Path) -> Bank:
    """Return a bank with the plan in a language of the office's own."""
    for name in ("gemensamt", "plan", "trappa"):
        in_finnish(tmp_path, f"papper/{name}.toml")
    return TomlBank(tmp_path).bank()


def test_a_plan_in_an_own_language_has_all_fixed_words_in_it(finnish: Bank) -> None:
    """An office that translates the plan gets headings, time line, months and foot in its language, none of ours."""
    assert languages("plan", finnish) == ("sv", "fi")
    document = build("plan", rich_case(), bank=finnish, now=NOW, lang="fi")
    line = next(block for block in document.blocks if isinstance(block, PlanTimeline))
    assert (line.begins.label, line.ends.label, line.week) == ("ÆPlanen börjar", "ÆPlanen slutar", "ÆVecka")
    text = to_text(document, width=120)
    for words in ("Till deltagaren", "Planen börjar", "Vecka", "Mitt mål", "Kontakt", "november", "Steg för steg"):
        assert f"Æ{words}" in text
        assert not re.search(rf"(?<!Æ){words}", text), words
    for made in (FORMS["html"](document), FORMS["pdf"](document)):
        for words in ("Planen börjar", "Planen slutar", "Version", "Mitt mål"):
            assert f"Æ{words}" in made
            assert not re.search(rf"(?<!Æ){words}", made), words


def test_a_long_time_line_is_told_in_parts_in_the_language(finnish: Bank) -> None:
    """The words of a picture that is one of several come from the wording too."""
    case = rich_case()
    assert case.plan is not None
    checks = tuple(date(2026, 11, day) for day in range(1, 31))
    plan = replace(case.plan, checks=checks)
    document = build("plan", replace(case, plans=(plan,)), bank=finnish, now=NOW, lang="fi")
    page = to_html(document)
    assert "del 1 av 2" in page
    assert "ÆEn tidslinje från" in page


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_version_of_the_wording_stands_at_the_foot(lang: str, form: str) -> None:
    """What is printed or handed over says which wording it was made from, once; text to paste in does not."""
    made = paper("kort", lang=lang)
    document = replace(made, frame=replace(made.frame, version="Version Kontoret 7"))
    assert FORMS[form](document).count("Version Kontoret 7") == 1
    assert "Version" not in FORMS["text"](document) + FORMS["markdown"](document)
    bare = replace(made, frame=replace(made.frame, version=""))
    assert "Version" not in FORMS[form](bare)
