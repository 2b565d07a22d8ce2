"""All faults of the question bank at once, each with file, line, key and cure."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Final

from gk_assistant.storage.bank_files import (
    LEXICON_FOLDER,
    PAPER_FOLDER,
    QUESTION_FOLDER,
    SCHEMA,
    BankFolder,
    shipped_bank,
)
from gk_assistant.storage.bank_paper_rules import schema_of_paper
from gk_assistant.storage.bank_rules import rule_faults
from gk_assistant.storage.bank_schema import FILES, KIND_NAMES, Key, schema_of
from gk_assistant.storage.bank_sources import BankFault, Source, Sources
from gk_assistant.storage.persona_rules import persona_faults
from gk_assistant.storage.persona_schema import PERSONA_FOLDER, is_persona, schema_of_persona
from gk_assistant.storage.toml_lines import Path

__all__ = ["BankFault", "check"]

HARD_SPACES: Final = "\u00a0\u2009\u202f"
PATCHED: Final = ("rutor.toml", "rubriker.toml", "kunskap.toml")
"""The files whose tables an own folder may change key by key."""


def check(own_folder: FilePath | None = None, *, shipped: BankFolder | None = None) -> tuple[BankFault, ...]:
    """Return every fault of the bank, an office's own folder laid over it, in order of file and line; never raises."""
    own = BankFolder(own_folder) if own_folder is not None else None
    name = str(own_folder or "")
    if own is not None and not own.exists:
        words = "Mappen med den egna frågebanken finns inte."
        return (BankFault(file=name, line=1, key="", fault=words, cure="Skapa mappen eller ange en annan."),)
    folders = ("", QUESTION_FOLDER, LEXICON_FOLDER, PAPER_FOLDER, PERSONA_FOLDER)
    sources = Sources(shipped or shipped_bank(), own, name, folders)
    faults = [*sources.faults, *_missing_files(sources), *rule_faults(sources), *persona_faults(sources)]
    for source in sources.all():
        faults.extend(_FormCheck(source, sources).faults())
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line, fault.key, fault.fault)))


class _FormCheck:
    """Whether a file has the keys and kinds of values that its schema says."""

    def __init__(self, source: Source, sources: Sources) -> None:
        """Look at one file among the others."""
        self._source = source
        shipped = sources.of(source.file)[0] if source.own else None
        self._patchable = shipped.ids() if shipped is not None and not shipped.own else frozenset()
        self._schema = schema_of_persona(source.file) or schema_of_paper(source.file, sources) or schema_of(source.file)
        self._names = (*FILES, *(name for name in sources.names if name.startswith(f"{PAPER_FOLDER}/")))

    def faults(self) -> Iterator[BankFault]:
        """Yield what is unknown, missing or of the wrong kind."""
        source = self._source
        schema = self._schema
        if schema is None:
            cure = _nearest(source.file, [name for name in self._names if name != source.file], "Ska den heta")
            yield source.fault((), "Frågebanken har ingen fil med det namnet.", cure)
            return
        version = source.table.get("schema", SCHEMA)
        if type(version) is int and version != SCHEMA:
            yield source.fault(("schema",), f"Programmet förstår bara schema {SCHEMA}.", f"Skriv schema = {SCHEMA}.")
        if schema:
            yield from self._table((), source.table, schema)

    def _table(self, path: Path, table: Mapping[str, Any], schema: Mapping[str, Key]) -> Iterator[BankFault]:
        for name, value in table.items():
            key = schema.get(name)
            if key is None:
                cure = _nearest(name, schema, "Ska det vara")
                yield self._source.fault((*path, name), f"Nyckeln {name} är okänd.", cure)
            else:
                yield from self._value((*path, name), value, key)
        for name, key in schema.items():
            if key.required and name not in table and not self._changes_shipped(path, table):
                many = not path and key.item is dict
                cure = f"Lägg till minst en [[{name}]]." if many else f"Lägg till {name} = {_sample(key)}."
                yield self._source.fault((*path, name), f"Nyckeln {name} saknas.", cure)

    def _changes_shipped(self, path: Path, table: Mapping[str, Any]) -> bool:
        """Whether the table only changes a shipped one, so that not all need stand in it."""
        if not self._source.own or is_persona(self._source.file):
            return False
        return not path or (self._source.file in PATCHED and len(path) == 2 and table.get("id") in self._patchable)  # noqa: PLR2004

    def _value(self, path: Path, value: object, key: Key) -> Iterator[BankFault]:
        name = path[-1]
        if type(value) is not key.kind:
            cure = f"Skriv {name} = {_sample(key)}."
            yield self._source.fault(path, f"{name} ska vara {KIND_NAMES[key.kind]}.", cure)
        elif isinstance(value, str):
            yield from self._text(path, value, key.allowed)
        elif isinstance(value, int) and key.least is not None and value < key.least:
            words = f"{name} är {value}, men ska vara minst {key.least}."
            yield self._source.fault(path, words, f"Skriv ett tal från {key.least}.")
        elif isinstance(value, list):
            yield from self._list(path, value, key)
        elif isinstance(value, dict) and key.named:
            for inner_name, inner in value.items():
                yield from self._value((*path, inner_name), inner, Key(kind=dict, inner=key.inner))
        elif isinstance(value, dict):
            yield from self._table(path, value, key.inner)

    def _list(self, path: Path, items: Iterable[object], key: Key) -> Iterator[BankFault]:
        for turn, item in enumerate(items):
            way = (*path, turn)
            if type(item) is not key.item:
                plural = "tabeller" if key.item is dict else "texter inom citattecken"
                cure = f"Skriv {path[-1]} = {_sample(key)}."
                yield self._source.fault(way, f"I listan {path[-1]} ska det stå {plural}.", cure)
            elif isinstance(item, dict):
                yield from self._table(way, item, key.inner)
            elif isinstance(item, str):
                yield from self._text(way, item, key.allowed)

    def _text(self, path: Path, value: str, allowed: tuple[str, ...]) -> Iterator[BankFault]:
        name = next(part for part in reversed(path) if isinstance(part, str))
        if allowed and value not in allowed:
            cure = _nearest(value, allowed, "Ska det vara")
            yield self._source.fault(path, f"{name} kan inte vara ”{value}”.", cure)
        elif not value.strip():
            yield self._source.fault(path, f"{name} är tom.", f"Skriv en text eller ta bort {name}.")
        elif any(not char.isprintable() and char not in HARD_SPACES for char in value):
            words = f"{name} innehåller en radbrytning eller ett styrtecken."
            yield self._source.fault(path, words, "Skriv texten på en rad.")


def _missing_files(sources: Sources) -> Iterator[BankFault]:
    for file in FILES:
        if not sources.of(file) and file not in sources.unread:
            yield BankFault(file=file, line=1, key="", fault="Filen saknas.", cure="Installera om programmet.")


def _nearest(word: str, known: Iterable[str], verb: str) -> str:
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1)
    return f"{verb} {close[0]}?" if close else f"Ta bort det eller använd något av: {', '.join(names)}."


def _sample(key: Key) -> str:
    if key.allowed and key.kind is str:
        return f'"{key.allowed[0]}"'
    if key.kind is list:
        return "[{ … }]" if key.item is dict else '["…"]'
    return {str: '"…"', bool: "true", int: str(key.least or 1), dict: "{ … }"}[key.kind]
