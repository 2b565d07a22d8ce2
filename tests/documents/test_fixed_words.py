"""The papers' own words to the deltagare are easy, whatever the case holds: the language check finds nothing."""

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from gk_assistant.documents.checking import check_paper
from gk_assistant.documents.model import Audience
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.language_check import CheckWords
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.case_file import from_document
from tests import strategies
from tests.documents.bank_for_papers import bank
from tests.documents.rich_case import rich_case

TO_DELTAGAREN = [one.id for one in PAPERS.values() if one.audience is Audience.DELTAGAREN]
NOW = datetime(2026, 11, 17, 11, 30, tzinfo=UTC)
EXAMPLES = sorted((Path(__file__).parents[2] / "sessions" / "exempel").glob("*.json"))
KEPT = frozenset({"id", "ruta", "question", "meeting", "current_box"})
"""Texts that are no words of anybody's."""


@pytest.fixture(scope="module")
def known() -> CheckWords:
    """Return the shipped words."""
    lexicon = TomlBank().lexicon()
    return CheckWords.from_data(lexicon["omdomen"], Abbreviations.from_data(lexicon["forkortningar"]))


def without_words(value: object) -> object:
    """Return a case with the same shape, and nothing in it that somebody has written."""
    if isinstance(value, tuple):
        return tuple(without_words(item) for item in value)
    if type(value) is str:
        return ""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    names = [field.name for field in dataclasses.fields(value) if field.name not in KEPT]
    return dataclasses.replace(value, **{name: without_words(getattr(value, name)) for name in names})


def assert_easy(case: Case, known: CheckWords) -> None:
    """Assert that every paper to the deltagare reaches its goal and gets no remark."""
    bare = without_words(case)
    assert isinstance(bare, Case)
    for paper_id in TO_DELTAGAREN:
        checked = check_paper(build(paper_id, bare, bank=bank(), now=NOW), known)
        assert checked is not None
        assert not checked.remarks, (paper_id, checked.remarks)
        assert checked.size.lix_without_names <= checked.goal.lix, (paper_id, checked.text)
        assert checked.size.mean_sentence <= checked.goal.mean_sentence, (paper_id, checked.text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_papers_of_the_example_cases_are_easy(path: Path, known: CheckWords) -> None:
    """Each example case gives papers whose own words pass."""
    assert_easy(example(path), known)


def test_papers_of_the_rich_case_are_easy(known: CheckWords) -> None:
    """So does a case with everything in it."""
    assert_easy(rich_case(), known)


@settings(max_examples=60, deadline=None)
@given(case=strategies.cases)
def test_papers_of_any_case_are_easy(known: CheckWords, case: Case) -> None:
    """Whatever shape a case has, no paper puts hard words of its own together."""
    assert_easy(case, known)


def test_hard_words_are_found(known: CheckWords) -> None:
    """The check above does find a hard text: the same paper with somebody's hard words in it does not pass."""
    case = rich_case()
    assert case.plan is not None
    hard = "Arbetsförmågebedömningen förutsätter samverkansöverenskommelser mellan myndigheterna. " * 9
    plan = dataclasses.replace(case.plan, fallback=hard)
    checked = check_paper(build("plan", dataclasses.replace(case, plans=(plan,)), bank=bank(), now=NOW), known)
    assert checked is not None
    assert checked.remarks


def example(path: Path) -> Case:
    """Return an example case."""
    stored = json.loads(path.read_text(encoding="utf-8"))["arende"]
    (document,) = stored.values()
    return from_document(document, case_id=path.stem)
