"""Every paper in every form that is a file, as agreed."""

import pytest

from gk_assistant.documents.forms import FORMS
from gk_assistant.documents.registry import PAPERS
from tests.documents import golden_papers
from tests.rendering.every_paper import FOLDER, golden

_GOLDEN = dict(golden())


@pytest.mark.parametrize("name", _GOLDEN)
def test_paper_is_as_agreed(name: str) -> None:
    """A paper has the words, the styles and the order of its golden text; a change is seen before it is kept."""
    assert _GOLDEN[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_paper_is_left_behind() -> None:
    """Each golden file belongs to a paper that is still made."""
    assert {path.name for path in FOLDER.iterdir()} == set(_GOLDEN)


def test_every_paper_is_held_in_every_form() -> None:
    """No paper and no form is missing, here or among the texts."""
    kept = {name.removesuffix(".txt") for name in (*_GOLDEN, *(name for name, _ in golden_papers.golden()))}
    endings = {"text": "", "markdown": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
    assert set(endings) == set(FORMS)
    assert {f"{paper_id}{ending}" for paper_id in PAPERS for ending in endings.values()} <= kept
