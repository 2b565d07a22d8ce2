"""Every key of a TOML text is found on its line."""

import tomllib
from collections.abc import Iterator

import pytest

from gk_assistant.storage.toml_lines import lines_of
from tests.storage.banks import SHIPPED

TRICKY = """
a.b = 1 # c = 2
"å.ä" = "= [x] # y"
text = '''
[[not]]
a = 3
'''
more = \"\"\"
x = "1" \\\"\"\"
\"\"\"
list = [ # one
  1,
  [2, "]"], # two
  { k = "}", l = [3] },
]

[t]
x = 2026-03-02T10:00:00
[t.u."v w"]
y = -1.5e3
[[r]]
z = 1
[[r.s]]
q = 1
[[r.s]]
q = 2
[r.m]
n = 1
[[r]]
[[r.s]]
q = 3
"""


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield every path below a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key), inner
        yield from leaves(inner, (*path, key))


def test_every_path_has_a_line() -> None:
    """Dotted keys, strings over lines, nested lists and tables within tables are all followed."""
    found = lines_of(TRICKY)
    assert set(found) == {path for path, _ in leaves(tomllib.loads(TRICKY))}
    lines = TRICKY.split("\n")
    starts: dict[tuple[str | int, ...], str] = {
        ("a", "b"): "a.b",
        ("å.ä",): '"å.ä"',
        ("text",): "text",
        ("list", 1): "  [2",
        ("list", 2, "l"): "  { k",
        ("t", "u", "v w", "y"): "y =",
        ("r", 0, "s", 1, "q"): "q = 2",
        ("r", 0, "m", "n"): "n =",
        ("r", 1, "s", 0, "q"): "q = 3",
    }
    for path, start in starts.items():
        assert lines[found[path] - 1].startswith(start), path


@pytest.mark.parametrize("file", sorted(SHIPPED.rglob("*.toml")), ids=lambda path: path.name)
def test_the_shipped_files_are_followed(file: str) -> None:
    """In every shipped file each one-line text is found on the line where it stands."""
    text = (SHIPPED / file).read_text(encoding="utf-8")
    found = lines_of(text)
    lines = text.split("\n")
    for path, value in leaves(tomllib.loads(text)):
        assert path in found, path
        if isinstance(value, str) and "\n" not in value and '"' not in value:
            assert value in lines[found[path] - 1], path
