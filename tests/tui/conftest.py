"""What every test of a screen may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.support import House, house


@pytest.fixture
def built(tmp_path: Path) -> Iterator[House]:
    """The program over an empty folder; its lock is let go of afterwards."""
    whole = house(tmp_path / "sessioner")
    yield whole
    whole.desk.store.close()
