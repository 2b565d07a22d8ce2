"""The bank's files as they are to be checked: parsed, with the line of each key, own files over shipped ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gk_assistant.storage.bank_files import BankFileFault, BankFolder, parsed
from gk_assistant.storage.toml_lines import Path, lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFault:
    """A fault of the bank: the file, the line (from 1), the key, what is wrong, and the cure (Swedish sentences)."""

    file: str
    line: int
    key: str
    fault: str
    cure: str


class Source:
    """One file: how it is called to the user, its name in the bank, its contents, and where each key stands."""

    def __init__(self, *, shown: str, file: str, own: bool, text: str) -> None:
        """Parse a file's text; raises :class:`BankFileFault`. The lines are looked up when a fault needs them."""
        self.shown = shown
        self.file = file
        self.own = own
        self.table: Mapping[str, Any] = parsed(file, text)
        self._text = text

    @cached_property
    def lines(self) -> Mapping[Path, int]:
        """The line of each key."""
        return lines_of(self._text)

    def ids(self) -> frozenset[str]:
        """Return the ids of the tables in its lists."""
        lists = [value for value in self.table.values() if isinstance(value, list)]
        found = (table.get("id") for tables in lists for table in tables if isinstance(table, dict))
        return frozenset(name for name in found if isinstance(name, str))

    def fault(self, path: Path, fault: str, cure: str) -> BankFault:
        """Return a fault at a key, or at the nearest table around it that stands in the file."""
        near = path
        while near and near not in self.lines:
            near = near[:-1]
        key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
        return BankFault(file=self.shown, line=self.lines.get(near, 1), key=key, fault=fault, cure=cure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A table of the joined bank, and the tables it is made of: each with its file and the way to it."""

    table: Mapping[str, Any]
    origins: tuple[tuple[Source, Path], ...]

    @property
    def id(self) -> str:
        """Its id, empty when it has none."""
        found = self.table.get("id")
        return found if isinstance(found, str) else ""

    def text(self, key: str) -> str:
        """Return a text of it, empty when there is none."""
        found = self.table.get(key)
        return found if isinstance(found, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list of it."""
        found = self.table.get(key)
        return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()

    def inner(self, key: str) -> tuple["Entry", ...]:
        """Return the tables of a list of it, those of them that are tables."""
        source, path = self._origin((key,))
        found = self.table.get(key)
        items = enumerate(found) if isinstance(found, list) else ()
        return tuple(
            Entry(table=item, origins=((source, (*path, key, turn)),)) for turn, item in items if isinstance(item, dict)
        )

    def fault(self, key: str, fault: str, cure: str, *, item: int | None = None) -> BankFault:
        """Return a fault at one of its keys (``""``: itself), or at an item of a list."""
        source, path = self._origin((key,))
        way = (*path, key) if key else path
        return source.fault(way if item is None else (*way, item), fault, cure)

    def _origin(self, way: Path) -> tuple[Source, Path]:
        return next(
            ((source, path) for source, path in reversed(self.origins) if (*path, *way) in source.lines),
            self.origins[-1],
        )


class Sources:
    """All files that could be read, shipped and own, and the faults of those that could not."""

    def __init__(self, shipped: BankFolder, own: BankFolder | None, own_name: str, folders: tuple[str, ...]) -> None:
        """Read everything; an own file is shown with its folder, a shipped one as it is called in the bank."""
        self.faults: list[BankFault] = []
        self.unread: set[str] = set()
        self.names: dict[str, list[Source]] = {}
        for folder, prefix in ((shipped, ""), (own, f"{own_name}/")):
            if folder is None:
                continue
            for place in folders:
                for file in folder.names(place):
                    self._read(folder, file, prefix)

    def all(self) -> Iterator[Source]:
        """Yield every file."""
        for sources in self.names.values():
            yield from sources

    def of(self, file: str) -> tuple[Source, ...]:
        """Return a file's forms, the shipped first, then the own."""
        return tuple(self.names.get(file, ()))

    def whole(self, file: str) -> Entry | None:
        """Return a file as one table in which the own keys hold instead of the shipped; ``None`` for no file."""
        sources = self.of(file)
        if not sources:
            return None
        table = {key: value for source in sources for key, value in source.table.items()}
        return Entry(table=table, origins=tuple((source, ()) for source in sources))

    def by_id(self, file: str, key: str, *, patched: bool) -> tuple[Entry, ...]:
        """Return a file's list of tables: own ones replace shipped ones of the same id, or patch them key by key."""
        kept: dict[object, Entry] = {}
        for source in self.of(file):
            if not patched and source.table.get("ersatt") is True:
                kept.clear()
            found = source.table.get(key)
            for turn, table in enumerate(found if isinstance(found, list) else ()):
                if not isinstance(table, dict):
                    continue
                entry = Entry(table=table, origins=((source, (key, turn)),))
                known = kept.get(entry.id)
                if known is not None and source.own and not known.origins[-1][0].own:
                    if patched:
                        merged = {**known.table, **table}
                        entry = Entry(table=merged, origins=(*known.origins, *entry.origins))
                    kept[entry.id] = entry
                else:
                    # Twice the same id in one file is for the check to find: both are kept.
                    kept[entry.id if known is None and entry.id else (id(source), turn)] = entry
        return tuple(kept.values())

    def _read(self, folder: BankFolder, file: str, prefix: str) -> None:
        try:
            source = Source(shown=prefix + file, file=file, own=bool(prefix), text=folder.text(file) or "")
        except BankFileFault as fault:
            self.unread.add(file)
            self.faults.append(
                BankFault(
                    file=prefix + file,
                    line=fault.line,
                    key="",
                    fault=f"{fault.fault[:1].upper()}{fault.fault[1:]}.",
                    cure="Rätta raden. Fler fel i filen kan komma fram när den går att läsa.",
                )
            )
            return
        except OSError:
            self.unread.add(file)
            self.faults.append(
                BankFault(
                    file=prefix + file, line=1, key="", fault="Filen går inte att läsa.", cure="Se över rättigheterna."
                )
            )
            return
        self.names.setdefault(file, []).append(source)
