"""A picture of each screen and state: a change is looked at before it is kept (``pytest --snapshot-update``)."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.tui.seen import seen
from tests.tui.walk import NARROW, ROUTES, WIDE, Route

SIZES = {"80x24": NARROW, "120x40": WIDE}


class Svg(SingleFileSnapshotExtension):
    """A picture kept as a file of its own, that a browser shows."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.mark.parametrize("route", ROUTES, ids=[route.name for route in ROUTES])
@pytest.mark.parametrize("size", SIZES)
def test_the_pictures_are_as_they_were(
    route: Route, size: str, snapshot: SnapshotAssertion, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every screen along the route looks as in the picture that was looked at and kept, in its size and themes."""
    kept = snapshot.use_extension(Svg)
    changed = []
    for here in seen(route, tmp_path_factory.getbasetemp(), SIZES[size])[SIZES[size]]:
        for theme, picture in here.pictures.items():
            name = f"{here.stop.name}-{theme}"
            if not kept(name=name) == picture:  # noqa: SIM201 - the snapshot compares
                file = tmp_path / f"{name}.svg"
                file.write_text(picture, encoding="utf-8")
                changed.append(str(file))
    assert not changed, "Bilderna har ändrats. Titta på de nya, och behåll dem med --snapshot-update."
