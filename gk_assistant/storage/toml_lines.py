"""On which line each key of a TOML text stands; :mod:`tomllib` does not tell."""

import re
from collections.abc import Mapping
from typing import Final

Path = tuple[str | int, ...]
"""The way to a value: keys, and places in lists counted from 0."""

_SPACE: Final = re.compile(r"[ \t]*")
_FILLING: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'""")
_STRING: Final = re.compile(r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_BARE: Final = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line, from 1, of every key, table and list item of a TOML text that :mod:`tomllib` has accepted."""
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    """One walk through a valid TOML text."""

    def __init__(self, text: str) -> None:
        """Stand at the beginning."""
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._line = 1
        self._turns: dict[Path, int] = {}

    def document(self) -> None:
        """Walk through it all, header by header and key by key."""
        inside: Path = ()
        while True:
            self._skip(_FILLING)
            if self._at >= len(self._text):
                return
            if self._text[self._at] == "[":
                inside = self._header()
            else:
                self._pair(inside)

    def _header(self) -> Path:
        array = self._text.startswith("[[", self._at)
        line = self._line
        self._at += 2 if array else 1
        path: Path = ()
        keys = self._keys()
        for key in keys[:-1]:
            path = (*path, key)
            self.lines.setdefault(path, line)
            path = (*path, self._turns[path]) if path in self._turns else path
        path = (*path, keys[-1])
        self.lines.setdefault(path, line)
        if array:
            self._turns[path] = self._turns.get(path, -1) + 1
            path = (*path, self._turns[path])
            self.lines[path] = line
        self._at += 2 if array else 1
        return path

    def _pair(self, inside: Path) -> None:
        line = self._line
        path = inside
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)

    def _keys(self) -> list[str]:
        """Return the parts of a dotted key and stand after the spaces that follow it."""
        keys = []
        while True:
            self._skip(_SPACE)
            found = _KEY.match(self._text, self._at)
            if found is None:
                raise ValueError(f"no key on line {self._line}")
            keys.append(next((group for group in found.groups() if group is not None), found[0]))
            self._at = found.end()
            self._skip(_SPACE)
            if self._text[self._at] != ".":
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first == "[":
            self._list(path)
        elif first == "{":
            self._table(path)
        else:
            self._skip(_STRING if first in "\"'" else _BARE)

    def _list(self, path: Path) -> None:
        self._at += 1
        turn = 0
        while True:
            self._skip(_FILLING)
            if self._text[self._at] == "]":
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self.lines[(*path, turn)] = self._line
            self._value((*path, turn))
            turn += 1

    def _table(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_FILLING)
            if self._text[self._at] == "}":
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(path)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found is not None:
            self._line += found[0].count("\n")
            self._at = found.end()
