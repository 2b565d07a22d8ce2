"""How wide the columns of a table are: as their words need, and a column of numbers or signs no wider than those."""

from collections.abc import Iterable

from gk_assistant.documents.model import Facts, Table

NUMBER = "Nr"
"""The header of a column that only numbers its rows."""
_THIN_CELL = 3
_LONGEST_WORD, _LONGEST_ROW, _FULLEST, _LEAST = 18, 22, 60, 6
_LONG_TEXT = 0.6
_LESS_TO_WRITE = 0.8
_WHOLE_WORD = 1.3
_LINE, _WIDE, _EDGES = 84.0, 1.05, 2.0
"""Letters on a line of the page; what a long word needs for each of its letters; what the edges of a cell need."""
_SHORT_ROWS, _SHORT_TEXT = 6, 700
_BESIDE = 30
"""Letters of the labels that find room beside each other, with lines between them."""


def column_count(block: Table) -> int:
    """Return how many columns there are: those of the header, or of the longest row."""
    return max([len(block.header), *map(len, block.rows)], default=0)


def filled(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """Return a row with empty cells up to some number of columns."""
    return (*row, *("",) * (columns - len(row)))


def header(block: Table) -> tuple[str, ...]:
    """Return the header's words; a first column without any numbers its rows."""
    words = filled(block.header, column_count(block))
    return tuple(NUMBER if at == 0 and not word.strip() else word for at, word in enumerate(words))


def shares(block: Table) -> tuple[float, ...]:
    """Return each column's share of the width, 0 for one that needs no more than its few signs."""
    names = header(block)
    rows = [filled(row, len(names)) for row in block.rows]
    columns = [(name, *(row[at] for row in rows)) for at, name in enumerate(names)]
    wishes = [_wish(name, cells) for name, *cells in columns]
    needs = [_need(texts) if wish else 0.0 for texts, wish in zip(columns, wishes, strict=True)]
    more = [max(wish - need, 0.0) for wish, need in zip(wishes, needs, strict=True)]
    each = max(_LINE - sum(needs), 0.0) / (sum(more) or 1.0)
    known = tuple(need + each * extra for need, extra in zip(needs, more, strict=True))
    blank = bool(rows) and not any(text.strip() for row in rows for text in row[1:])
    return _to_write_in(known, needs) if blank and known[:1] == (0.0,) else known


def _to_write_in(known: tuple[float, ...], needs: list[float]) -> tuple[float, ...]:
    """Return the shares of a form's columns: what is to be done takes more words than who, when and how much."""
    others = tuple(max(share * _LESS_TO_WRITE, need) for share, need in zip(known[2:], needs[2:], strict=True))
    return (*known[:1], *(sum(known[1:]) - sum(others) for _ in known[1:2]), *others)


def _need(texts: tuple[str, ...]) -> float:
    """Return how many letters wide a column must be, its edges included, for no word to be broken."""
    return min(_longest_word(texts), _LONGEST_WORD) * _WIDE + _EDGES


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _wish(name: str, cells: list[str]) -> float:
    rows = [row for text in cells for row in text.split("\n")]
    longest = max(map(len, rows), default=0)
    if name == NUMBER or (0 < longest <= _THIN_CELL):
        return 0
    word = _longest_word((name, *cells))
    mean = sum(map(len, cells)) / max(len(cells), 1)
    least = max(min(word, _LONGEST_WORD) * _WHOLE_WORD, min(longest, _LONGEST_ROW), _LEAST)
    return max(least, min(mean, _FULLEST) * _LONG_TEXT)


def beside(block: Facts) -> bool:
    """Whether a few short facts that nobody knows yet stand beside each other, with lines to write on between them."""
    letters = sum(len(one.label) for one in block.pairs)
    return len(block.pairs) > 1 and letters <= _BESIDE and not any(one.value.strip() for one in block.pairs)


def is_short(block: Table) -> bool:
    """Whether a table is so short that it should stand on one page."""
    text = sum(len(cell) for row in block.rows for cell in row)
    return len(block.rows) <= _SHORT_ROWS and text <= _SHORT_TEXT
