"""What the four parts of the planning have in common: rows, and questions asked one after the other."""

from collections.abc import Callable, Generator, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.screen import ModalScreen
from textual.widgets.option_list import Option

from gk_assistant.conversation.planning import Planning
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Bank
from gk_assistant.language.text import clean_lines
from gk_assistant.tui.dialogs.ask import Ask, AskLong, Check
from gk_assistant.tui.dialogs.pick import Choice, Pick

Asking = Generator[ModalScreen[str | None], str | None, str | None]
"""A row of questions: yields each dialog, is sent its answer (``None`` when closed), returns the row to light."""

OWN = "egna-ord"
OWN_CHOICE = Choice(id=OWN, title="Egna ord …", key="e")
EMPTY = "tomt"
LONGEST = 240
KEYS = "123456789abcdfghijklmnopqrstuvwxyz"
"""Keys to choose by, ``e`` kept for own words."""


class Part:
    """One of the four parts: its rows, and what is done with them."""

    title: ClassVar[str]
    label_width: ClassVar[int] = 17

    def __init__(self, planning: Planning) -> None:
        """Work on a planning."""
        self.planning = planning

    @property
    def bank(self) -> Bank:
        """The question bank."""
        return self.planning.desk.bank

    def count(self) -> str:
        """Return what stands after the title on the tab line."""
        return ""

    def rows(self, width: int) -> list[Option]:
        """Return the rows for a list of ``width`` columns."""
        raise NotImplementedError

    def remarks(self) -> tuple[str, ...]:
        """Return what is to be said below the rows."""
        return ()

    def warnings(self) -> tuple[str, ...]:
        """Return what is to be said below the rows in a firmer tone; never a block."""
        return ()

    def change(self, row: str) -> Asking:
        """Change a row."""
        raise NotImplementedError

    def add(self) -> Asking:
        """Add a row."""
        raise NotImplementedError

    def remove(self, row: str) -> str:
        """Take a row away, or what stands on it; return what was done, in a sentence."""
        raise NotImplementedError

    def field(self, row: str, title: str, words: str) -> Option:
        """Return a row with a title and what stands there."""
        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        table.add_column(width=self.label_width)
        table.add_column(ratio=1)
        table.add_row(Text(title, style="bold"), Text(shown(words) or "…"))
        return Option(table, id=row)


def shown(words: str) -> str:
    """Return words for a row: long ones cut; all of it stands in the dialog."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def cleaned(words: str) -> str:
    """Return typed words without what would break a screen or a file; line breaks stay."""
    return "\n".join(line.text.strip() for line in clean_lines(words))


def asked(
    title: str, do: Callable[[str], object], *, value: str = "", hint: str = "", check: Check | None = None
) -> Generator[ModalScreen[str | None], str | None, bool]:
    """Ask for a line and carry it out; what was typed stays in the line until it is saved. ``False``: closed."""
    told = hint
    while True:
        answer = yield Ask(title, value=value, hint=told, check=check)
        if answer is None:
            return False
        try:
            do(cleaned(answer))
        except StoreFault as fault:
            value, told = answer, str(fault)
            continue
        return True


def written(
    title: str, do: Callable[[str], object], *, value: str = ""
) -> Generator[ModalScreen[str | None], str | None, bool]:
    """Ask for a longer text and carry it out; nothing is thrown away unless the user says so."""
    while True:
        value = (yield AskLong(title, value=value)) or ""
        while True:
            try:
                do(cleaned(value))
            except StoreFault as fault:
                choice = yield Pick(str(fault), _AFTER_FAULT)
            else:
                return True
            if choice == "slang":
                return False
            if choice == "text":
                break


_AFTER_FAULT = (
    Choice(id="spara", title="Försök spara igen", key="f"),
    Choice(id="text", title="Tillbaka till texten", key="t"),
    Choice(id="slang", title="Släng det som skrivits", key="s"),
)


def keyed(titles: Sequence[tuple[str, str]], *, taken: frozenset[str] = frozenset()) -> list[Choice]:
    """Return choices with a key each, from pairs of id and title; what is taken has a tick."""
    return [
        Choice(
            id=name,
            title=f"√ {title}" if name in taken else f"  {title}" if taken else title,
            key=KEYS[at] if at < len(KEYS) else "",
        )
        for at, (name, title) in enumerate(titles)
    ]


def lettered(titles: Sequence[str]) -> list[Choice]:
    """Return choices whose keys are letters of their names: d for Deltagaren."""
    used = {"e"}
    choices = []
    for title in dict.fromkeys(titles):
        key = next((letter for letter in title.lower() if letter.isalpha() and letter not in used), "")
        used.add(key)
        choices.append(Choice(id=title, title=title, key=key))
    return choices
