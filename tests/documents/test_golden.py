"""Every paper, word for word."""

import pytest

from tests.documents.golden_papers import FOLDER, golden

_GOLDEN = dict(golden())


@pytest.mark.parametrize("name", _GOLDEN)
def test_paper_is_as_agreed(name: str) -> None:
    """A paper says exactly what its golden text says; a change of wording is seen before it is kept."""
    assert _GOLDEN[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_text_is_left_behind() -> None:
    """Each golden file belongs to a paper that is still made."""
    assert {path.name for path in FOLDER.iterdir()} == set(_GOLDEN)
