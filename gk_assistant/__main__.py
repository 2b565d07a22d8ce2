"""Start ``gk``."""

import sys

from gk_assistant import __version__

TYPE_CHECKING = False  # ``typing`` alone would take longer than the version is told in
if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED = 130


def main(argv: list[str] | tuple[str, ...] | None = None) -> int:
    """Carry out a command line and return its exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"gk {__version__}\n")
        return 0
    # Imported here and below so that the version is told at once: 1.0 × ``python -c pass``, with the floors 5.6 ×.
    from gk_assistant.cli.early import foreseen  # noqa: PLC0415

    try:
        coming = foreseen(arguments)
        if coming is not None:
            return _behind_the_prompt(arguments, draws=coming)
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _behind_the_prompt(arguments: list[str], *, draws: bool) -> int:
    """Ask for the passphrase at once, and load the program while it is typed; what is typed never shows."""
    from gk_assistant.cli.secret_line import PROMPT, NoLine, SecretLine  # noqa: PLC0415

    line = SecretLine()
    with line.hush() as hush:
        line.tell(PROMPT, end="")
        import threading  # noqa: PLC0415

        threading.Thread(target=_load, args=(draws,), daemon=True).start()
        try:
            typed = line.ask("")
        except NoLine:
            typed = None
        return _run(arguments, typed, hush.close)


def _load(draws: bool) -> None:  # noqa: FBT001  # a thread's argument
    """Load what the command will need, the vault first: its key takes longest."""
    import contextlib  # noqa: PLC0415
    import gc  # noqa: PLC0415

    gc.disable()  # while importing; the first screen turns it on again
    with contextlib.suppress(Exception):  # it will come again where it can be told of
        from gk_assistant import bootstrap  # noqa: PLC0415

        bootstrap.load(draws=draws)


def _run(arguments: list[str], typed: str | None = None, when_open: "Callable[[], None]" = lambda: None) -> int:
    from gk_assistant.bootstrap import WholeHouse, keep_no_dumps  # noqa: PLC0415
    from gk_assistant.cli.gate import Gate  # noqa: PLC0415
    from gk_assistant.cli.run import run  # noqa: PLC0415

    keep_no_dumps()
    house = WholeHouse()
    house.gate = Gate(typed=typed, when_open=when_open)
    return run(arguments, house)


if __name__ == "__main__":
    sys.exit(main())
