"""A place to stand for each test."""

from pathlib import Path

import pytest

from tests.end_to_end.ground import Ground


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    """Stand in an empty folder."""
    return Ground(tmp_path)
