"""Safe characters, widths and wrapping."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from gk_assistant.rendering.characters import cells, char_cells, clean, clip, cut, pad, wrap

_PLANES = (*range(0x20, 0x1_0000), *range(0x1_F000, 0x1_FB00), *range(0x2_0000, 0x2_0080))

lines = st.text(st.characters(codec="utf-8"), max_size=60).map(clean).map(lambda text: text.replace("\n", " "))


def test_no_character_is_wider_than_we_think() -> None:
    """Our count of cells is never below the terminal library's, so that nothing runs past the edge."""
    shown = (chr(code) for code in _PLANES)
    assert not [char for char in shown if clean(char) == char and char_cells(char) < get_character_cell_size(char)]


@given(text=st.text(st.characters(), max_size=60))
def test_cleaning_is_once_for_all(text: str) -> None:
    """Cleaned text can be printed, written as UTF-8, and needs no second cleaning."""
    safe = clean(text)
    assert clean(safe) == safe
    assert all(char.isprintable() or char == "\n" or not char.isascii() for char in safe)
    assert safe.encode("utf-8").decode("utf-8") == safe


def test_ordinary_text_is_left_alone() -> None:
    """Swedish, emoji, Arabic and combined letters pass unchanged."""
    for text in ("Åäö – ”ja”", "värk 🤕 👩🏽‍🦽", "لا أستطيع", "a\u030a"):
        assert clean(text) == text


@given(text=lines, width=st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """Wrapping keeps every character but blanks, and no line is too wide."""
    wrapped = wrap(text, width)
    assert all(cells(line) <= width and cell_len(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())


@given(text=lines, width=st.integers(0, 40))
def test_padding_and_clipping_are_exact(text: str, width: int) -> None:
    """A padded text is exactly as wide as asked, a clipped one never wider."""
    assert cells(pad(text, width)) == width
    assert cells(clip(text, width)) <= width
    assert "".join(cut(text, width)) == text


def test_endless_word_is_wrapped() -> None:
    """A word of ten thousand letters becomes lines like any other."""
    assert len(wrap("x" * 10_000, 78)) == 10_000 // 78 + 1
