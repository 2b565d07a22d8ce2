"""``gk personuppgifter``: the personal identifiers in lines of text, for a look before something leaves the program."""

import io
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, reads_terminal, say
from gk_assistant.documents.leaving import KIND_WORDS
from gk_assistant.language.identifiers import Finding, find_identifiers


def find_in_lines(_house: House, arguments: Namespace) -> int:
    """Tell of the personal identifiers in each line."""
    lines = ((number, line) for number, line in enumerate(_lines(arguments.fil), 1) if line.strip())
    if arguments.json:
        for _, line in lines:
            say(_as_json(line, find_identifiers(line)))
        return 0
    seen = count = 0
    for number, line in lines:
        seen += 1
        for finding in find_identifiers(line):
            count += 1
            say(f"rad {number}: {plain(finding.value)} ({KIND_WORDS[finding.kind]})")
    if count:
        say(f"{count} {'uppgift' if count == 1 else 'uppgifter'} i {_rows(seen)}. Ta bort det som inte behövs.")
    else:
        say(f"Inga personuppgifter hittades i {_rows(seen)}.")
    return 0


def _rows(count: int) -> str:
    return f"{count} {'rad' if count == 1 else 'rader'}"


def _as_json(line: str, found: tuple[Finding, ...]) -> str:
    rows = [{"typ": one.kind.value, "varde": one.value, "start": one.start, "slut": one.end} for one in found]
    # Half a character cannot be written as UTF-8, but it can as an escape.
    whole = not any("\ud800" <= char <= "\udfff" for char in line)
    return json.dumps({"text": line, "fynd": rows}, ensure_ascii=not whole)


def _lines(file: str | None) -> Iterator[str]:
    """Yield the lines of a file or of stdin as they stand; raises :class:`CommandFault` when a file can't be read."""
    if file is None or file == "-":
        if reads_terminal():
            complain("Skriv en rad i taget och avsluta med Ctrl+D.")
        stream = sys.stdin.buffer if isinstance(sys.stdin, io.TextIOWrapper) else io.BytesIO(sys.stdin.read().encode())
        yield from _decoded(stream)
        return
    try:
        with Path(file).open("rb") as stream:
            yield from _decoded(stream)
    except FileNotFoundError:
        raise CommandFault(f"Filen {plain(file)} finns inte.") from None
    except IsADirectoryError:
        raise CommandFault(f"{plain(file)} är en mapp. Ange en fil.") from None
    except PermissionError:
        raise CommandFault(f"Du har inte behörighet att läsa {plain(file)}.") from None


def _decoded(stream: Iterator[bytes]) -> Iterator[str]:
    """Yield each line as text; only a line feed ends one, so that places stay those of the text."""
    for number, raw in enumerate(stream, 1):
        line = raw.removesuffix(b"\n").removesuffix(b"\r")
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        try:
            yield line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            complain(f"Rad {number} är inte sparad som UTF-8. Det som inte går att läsa visas som frågetecken.")
            yield line.decode("utf-8", "replace")
