"""One line that is typed without being shown: at a terminal of POSIX or Windows, else the next line of standard in.

Imports next to nothing, so that the prompt stands there at once (see ``__main__``). Writes no escape code.
"""

import os
import sys

TYPE_CHECKING = False  # ``typing`` alone would take longer than all that is done here
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any, Self

PROMPT = "Lösenfras: "
_CHUNK = 4096
_WIDTH = 79
_ENTER = ("\r", "\n")
_RUB_OUT = ("\b", "\x7f")
_SPECIAL = ("\x00", "\xe0")
"""What Windows sends before the code of an arrow or a function key."""
_BREAK, _END = "\x03", "\x1a"


class NoLine(Exception):
    """There is no line to read: the input has ended."""


class SecretLine:
    """Asks for secrets. Between :meth:`hush` and its end nothing that is typed shows, not even while one waits."""

    @property
    def at_terminal(self) -> bool:
        """Whether somebody sits at a keyboard."""
        return sys.stdin is not None and sys.stdin.isatty()

    def hush(self) -> "Hush":
        """Let nothing that is typed show inside the block; the terminal is as before afterwards."""
        return Hush(sys.stdin.fileno() if self.at_terminal and os.name != "nt" else None)

    def ask(self, prompt: str) -> str:
        """Return the line typed; raises :class:`NoLine` and :class:`KeyboardInterrupt`."""
        self.tell(prompt, end="")
        if not self.at_terminal:
            line = sys.stdin.readline() if sys.stdin is not None else ""
            self.tell("")
            if not line:
                raise NoLine
            return line.rstrip("\r\n")
        if os.name == "nt":
            return self._typed_in_windows()
        with Hush(sys.stdin.fileno()):
            try:
                return terminal_line(sys.stdin.fileno())
            finally:
                self.tell("")

    def tell(self, words: str, end: str = "\n") -> None:
        """Say something where the user looks and no program reads: stderr, unless only stdout is a terminal."""
        stream = sys.stderr
        if not stream.isatty() and sys.stdout.isatty():
            stream = sys.stdout
        if len(words) > _WIDTH:
            import textwrap  # noqa: PLC0415  # not before the prompt

            words = textwrap.fill(words, _WIDTH)
        try:
            stream.write(words + end)
            stream.flush()
        except (OSError, ValueError):
            return

    def _typed_in_windows(self) -> str:
        import msvcrt  # noqa: PLC0415  # only there

        console: Any = msvcrt
        try:
            return typed(console.getwch, console.kbhit)
        finally:
            self.tell("")


def typed(key: "Callable[[], str]", waiting: "Callable[[], bool]") -> str:
    """Return the line of keys up to Enter, as ``msvcrt`` gives them; raises :class:`NoLine` and KeyboardInterrupt."""
    line = ""
    while (sign := key()) not in _ENTER:
        if sign == _BREAK:
            raise KeyboardInterrupt
        if sign == _END and not line:
            raise NoLine
        if sign in _RUB_OUT:
            line = line[:-1]
        elif sign in _SPECIAL and waiting():
            key()
        else:
            line += sign
    return line


def terminal_line(descriptor: int) -> str:
    """Return one line from a terminal, straight from the system, so that what is typed after it stays there.

    Raises :class:`NoLine`.
    """
    data = b""
    while not data.endswith(b"\n"):
        more = os.read(descriptor, _CHUNK)
        if not more and not data:
            raise NoLine
        if not more:
            break
        data += more
    return data.decode("utf-8", "surrogateescape").rstrip("\r\n")


class Hush:
    """Lets a terminal of POSIX show nothing that is typed, until it is closed; does nothing without a terminal."""

    def __init__(self, descriptor: int | None) -> None:
        """Begin at once."""
        self._descriptor = descriptor
        self._before: list[Any] | None = None
        if descriptor is None:
            return
        import termios  # noqa: PLC0415  # not in Windows

        self._tool: Any = termios
        self._before = self._tool.tcgetattr(descriptor)
        quiet = list(self._before)
        quiet[3] &= ~self._tool.ECHO
        self._tool.tcsetattr(descriptor, self._tool.TCSADRAIN, quiet)

    def __enter__(self) -> "Self":
        """Go on."""
        return self

    def __exit__(
        self,
        kind: "type[BaseException] | None",
        fault: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let the terminal be as it was before; once."""
        if self._before is not None:
            self._tool.tcsetattr(self._descriptor, self._tool.TCSADRAIN, self._before)
            self._before = None


class Aside(SecretLine):
    """Asks at the terminal itself, for a command whose standard in is its data; there may be no terminal."""

    def __init__(self) -> None:
        """Look for a terminal."""
        self._path = "/dev/tty"

    @property
    def at_terminal(self) -> bool:
        """Whether there is a terminal to ask at."""
        if super().at_terminal:
            return True
        try:
            os.close(os.open(self._path, os.O_RDWR | getattr(os, "O_NOCTTY", 0)))
        except OSError:
            return False
        return True

    def hush(self) -> "Hush":
        """Do nothing: each question is hushed by itself."""
        return Hush(None)

    def ask(self, prompt: str) -> str:
        """Return the line typed at the terminal; raises :class:`NoLine` where there is none."""
        if super().at_terminal:
            return super().ask(prompt)
        if not self.at_terminal:
            raise NoLine
        descriptor = os.open(self._path, os.O_RDWR | getattr(os, "O_NOCTTY", 0))
        try:
            with Hush(descriptor):
                os.write(descriptor, prompt.encode())
                line = terminal_line(descriptor)
                os.write(descriptor, b"\n")
                return line
        finally:
            os.close(descriptor)
