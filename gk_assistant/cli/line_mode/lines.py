"""One line in, lines out, and the choices made with them."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TextIO, TypeVar

from gk_assistant.cli.choosing import matching
from gk_assistant.cli.streams import plain
from gk_assistant.conversation.when import parse_day
from gk_assistant.documents.dates import long_date

_Value = TypeVar("_Value")
WIDTH = 79
BACK = ("0", "tillbaka")
LEAVE = ("slut", "sluta", "avsluta programmet")
HELP = ("?", "hjälp", "hjalp")


class EndOfInput(Exception):
    """There are no more lines to read."""


class Leave(Exception):
    """The user wants to leave the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[_Value]):
    """One thing to choose: how it is shown, and what it stands for."""

    words: str
    value: _Value
    remark: str = ""


class Lines:
    """Speaks and listens in whole lines.

    ``arrows`` lets choices be made with arrow keys, on a real terminal.
    """

    def __init__(self, source: TextIO, target: TextIO, *, arrows: bool = False) -> None:
        """Sit down between two streams. What is read from a pipe is written out too, so that the log is whole."""
        self._source = source
        self._target = target
        self._arrows = arrows
        self._echo = not source.isatty()

    def say(self, text: str = "", *, indent: str = "") -> None:
        """Write lines, broken between words; whatever could steer a terminal is left out."""
        for line in text.split("\n"):
            shown = plain(line)
            hanging = indent + " " * (len(shown) - len(shown.lstrip()) + 2)
            rows = textwrap.wrap(
                shown,
                WIDTH,
                initial_indent=indent,
                subsequent_indent=hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
            self._target.write("\n".join(rows) + "\n")

    def paper(self, text: str) -> None:
        """Write a paper as it is laid out."""
        self._target.write(text)

    def ask(self, prompt: str) -> str:
        """Ask for a line and return it as typed; raises :class:`EndOfInput`."""
        while True:
            self._target.write(f"{plain(prompt)} ")
            self._target.flush()
            line = self._source.readline()
            if not line:
                self._target.write("\n")
                raise EndOfInput
            line = line.rstrip("\r\n")
            if self._echo:
                self._target.write(f"{plain(line)}\n")
            if _is_text(line):
                return line
            self.say("Raden är inte skriven i UTF-8 och togs inte emot. Skriv den igen.")

    def words(self, prompt: str) -> str:
        """Ask for some words on one line; they may be left out. What cannot be saved is taken out."""
        return plain(self.ask(f"{prompt}:")).strip()

    def choose(  # noqa: PLR0913  # what a list can be asked with
        self,
        title: str,
        options: Sequence[Option[_Value]],
        *,
        empty: str = "tillbaka",
        usual: _Value | None = None,
        also: Callable[[str], bool] | None = None,
        help_text: str = "",
        brief: bool = False,
    ) -> _Value | None:
        """Let the user choose; ``None`` for going back. An empty line gives ``usual``; ``empty`` says what that means.

        ``also`` is given each line first and returns whether it was carried out; ``brief`` leaves the list unsaid
        until ``?`` asks for it, where it was said a moment ago. Raises :class:`Leave`.
        """
        if self._arrows and also is None:
            return _with_arrows(title, options)
        self._show(title, () if brief else options)
        numbers = f"Siffra 1–{len(options)}" if len(options) > 1 else "Siffra 1"
        while True:
            line = self.ask(f"{numbers}{', ? visar valen' if brief else ''} (tom rad: {empty}):")
            word = line.strip().lower()
            if not word:
                return usual
            if word in BACK:
                return None
            if word in LEAVE:
                raise Leave
            if word in HELP:
                self.say(help_text or "Skriv siffran eller början av ordet. Tillbaka går bakåt, slut avslutar.")
                self._show(title, options)
            elif word.isdecimal() and 1 <= int(word) <= len(options):
                return options[int(word) - 1].value
            elif also is None or not also(line):
                found = matching(options, word, lambda option: (option.words,))
                if len(found) == 1:
                    return found[0].value
                self.say(f"”{line.strip()}” finns inte att välja. Skriv en siffra, eller ? för hjälp.")

    def yes(self, question: str) -> bool | None:
        """Ask for Ja or Nej; ``None`` when it is left open."""
        options = [Option(words="Ja", value=True), Option(words="Nej", value=False)]
        return self.choose(question, options, empty="inte sagt")

    def day(self, prompt: str, today: date, *, usual: date | None = None) -> date | None:
        """Ask for a day as it is said; an empty line gives the usual one, or none."""
        empty = long_date(usual) if usual else "inget datum"
        while True:
            line = self.words(f"{prompt}, till exempel 3/12, torsdag eller om två veckor (tom rad: {empty})")
            if not line:
                return usual
            day = parse_day(line, today)
            if day is not None:
                self.say(f"{long_date(day).capitalize()}.")
                return day
            self.say(f"”{line}” går inte att läsa som ett datum. Skriv till exempel 2026-12-03.")

    def _show(self, title: str, options: Sequence[Option[_Value]]) -> None:
        self.say()
        self.say(title)
        for number, option in enumerate(options, 1):
            self.say(f"{number}. {option.words}{f' – {option.remark}' if option.remark else ''}", indent="  ")


def _is_text(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _with_arrows(title: str, options: Sequence[Option[_Value]]) -> _Value | None:
    # Imported here: 6 × ``python -c pass`` that only --pilar needs.
    import questionary  # noqa: PLC0415

    rows = [questionary.Choice(plain(option.words), value=number) for number, option in enumerate(options)]
    back = questionary.Choice("Tillbaka", value=-1)
    chosen = questionary.select(
        plain(title), choices=[*rows, back], qmark="", instruction="(piltangenter, sedan Enter)"
    ).unsafe_ask()
    return None if chosen == -1 else options[chosen].value
