"""Every kind of block in every form, word for word."""

import pytest

from tests.rendering.golden_forms import EVERY_BLOCK, FOLDER, golden
from tests.rendering.hard_cases import document, documents

_GOLDEN = dict(golden())


@pytest.mark.parametrize("name", _GOLDEN)
def test_form_is_as_agreed(name: str) -> None:
    """A form shows each block exactly as its golden file; a change of looks is seen before it is kept."""
    assert _GOLDEN[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_behind() -> None:
    """Each golden file belongs to a form that is still made."""
    assert {path.name for path in FOLDER.iterdir()} == set(_GOLDEN)


def test_every_kind_of_block_is_there() -> None:
    """The golden paper has every kind of block that a paper of ours has."""
    used = {type(block) for kind, name in documents() if kind != "fullt" for block in document(kind, name).blocks}
    assert used <= {type(block) for block in EVERY_BLOCK.blocks}
