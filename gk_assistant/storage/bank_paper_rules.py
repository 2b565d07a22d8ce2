"""The rules of ``papper/*.toml``: known languages, whole translations, and nothing to fill in that a paper cannot fill.

The Swedish text that comes with the program is the measure: its keys, and the placeholders of each.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gk_assistant.domain.papers import LANGUAGES, SWEDISH, braces_match, placeholders
from gk_assistant.storage.bank_files import PAPER_FOLDER, PICTURES
from gk_assistant.storage.bank_papers import CHECKED, is_counted
from gk_assistant.storage.bank_schema import Key, paper_schema
from gk_assistant.storage.bank_sources import BankFault, Source, Sources
from gk_assistant.storage.toml_lines import Path

_WITH_POINTS: Final = f"{PAPER_FOLDER}/checklista.toml"
_FEW: Final = 3


def schema_of_paper(file: str, sources: Sources) -> Mapping[str, Key] | None:
    """Return the keys of a paper's file, ``None`` for a file that is none or has no Swedish text to go by."""
    swedish = _swedish(file, sources)
    return paper_schema(swedish, points=file == _WITH_POINTS) if swedish else None


def paper_faults(sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule of the papers' wording; of a file that could not be read none."""
    for file in sources.names:
        swedish = _swedish(file, sources)
        for source in sources.of(file) if swedish else ():
            yield from _source_faults(source, swedish, sources)
    yield from _picture_faults(sources)


def _swedish(file: str, sources: Sources) -> Mapping[str, Any]:
    """Return the shipped Swedish text of a paper's file, empty when there is none."""
    if not file.startswith(f"{PAPER_FOLDER}/") or file == PICTURES:
        return {}
    shipped = next((source for source in sources.of(file) if not source.own), None)
    found = _texts(shipped).get(SWEDISH) if shipped is not None else None
    return {key: value for key, value in found.items() if key != CHECKED} if found else {}


def _texts(source: Source) -> Mapping[str, Mapping[str, Any]]:
    found = source.table.get("text")
    return {code: texts for code, texts in found.items() if isinstance(texts, dict)} if isinstance(found, dict) else {}


def _source_faults(source: Source, swedish: Mapping[str, Any], sources: Sources) -> Iterator[BankFault]:
    for code, texts in _texts(source).items():
        if code not in LANGUAGES:
            names = ", ".join(f"{known.code} ({known.name})" for known in LANGUAGES.values())
            yield source.fault(("text", code), f"Språket {code} är okänt.", f"Använd något av: {names}.")
            continue
        present = {key for other in sources.of(source.file) for key in _texts(other).get(code, {})}
        if missing := [key for key in swedish if key not in present]:
            more = "" if len(missing) <= _FEW else f" och {len(missing) - _FEW} till"
            words = f"På {LANGUAGES[code].name} saknas {', '.join(missing[:_FEW])}{more}."
            cure = "Översätt alla texter. Tills dess finns papperet inte på språket."
            yield source.fault(("text", code), words, cure)
        for key, value in texts.items():
            if key in swedish:
                yield from _text_faults(source, ("text", code, key), value, swedish[key])


def _text_faults(source: Source, path: Path, value: object, usual: object) -> Iterator[BankFault]:
    name = path[-1]
    if isinstance(value, list) and not value:
        yield source.fault(path, f"{name} är tom.", f"Skriv minst en text eller ta bort {name}.")
    wanted = len(usual) if isinstance(usual, list) and is_counted(str(name)) else 0
    if wanted and isinstance(value, list) and len(value) != wanted:
        yield source.fault(path, f"{name} har {len(value)} namn, men ska ha {wanted}.", "Skriv alla, i ordning.")
    allowed = {name for line in _lines(usual) for name in placeholders(line)}
    for turn, line in enumerate(_lines(value)):
        for unknown in sorted(placeholders(line) - allowed):
            may = ", ".join(f"{{{known}}}" for known in sorted(allowed))
            cure = f"Här får stå: {may}." if may else "Ta bort den: här finns inget att fylla i."
            way = (*path, turn) if isinstance(value, list) else path
            yield source.fault(way, f"Platshållaren {{{unknown}}} är okänd.", cure)
        if not braces_match(line):
            yield source.fault(path, f"{name} har en klammer som inte hör ihop.", "Skriv {namn} utan blanksteg.")


def _lines(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(line for line in value if isinstance(line, str)) if isinstance(value, list) else ()


def _picture_faults(sources: Sources) -> Iterator[BankFault]:
    known = {ruta.id for ruta in sources.by_id("rutor.toml", "ruta", patched=True)}
    view = sources.whole("visning.toml")
    known |= {joined.id for joined in view.inner("sammanslagning")} if view is not None else set()
    for source in sources.of(PICTURES) if "rutor.toml" not in sources.unread else ():
        rows = source.table.get("ruta")
        for turn, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("id") if isinstance(row, dict) else None
            if isinstance(name, str) and name not in known:
                yield source.fault(("ruta", turn, "id"), f"Det finns ingen ruta {name}.", "Skriv ett id ur rutor.toml.")
