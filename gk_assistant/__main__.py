"""Start ``gk``."""

import sys

from gk_assistant import __version__

INTERRUPTED = 130


def main(argv: list[str] | tuple[str, ...] | None = None) -> int:
    """Carry out a command line and return its exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"gk {__version__}\n")
        return 0
    try:
        # Imported here so that the version is told at once: 1.0 × ``python -c pass``, with the floors 5.6 ×.
        from gk_assistant.bootstrap import WholeHouse  # noqa: PLC0415
        from gk_assistant.cli.run import run  # noqa: PLC0415

        return run(arguments, WholeHouse())
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
