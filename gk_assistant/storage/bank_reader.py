"""The question bank as values, read from the package and, over it, from an office's own folder."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeVar

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Bank, Guide, Question, Ruta
from gk_assistant.storage.bank_files import (
    ENDING,
    LEXICON_FOLDER,
    PAPER_FOLDER,
    PICTURES,
    QUESTION_FOLDER,
    SCHEMA,
    BankFileFault,
    BankFolder,
    shipped_bank,
)
from gk_assistant.storage.bank_papers import PaperShelf, TranslationShelf
from gk_assistant.storage.bank_ready import READY, ready_tables
from gk_assistant.storage.bank_schema import GUIDE
from gk_assistant.storage.bank_values import (
    ContentFault,
    actors_of,
    clock_of,
    colours_of,
    guide_of,
    headings_of,
    joined_ruta,
    members_of,
    plan_of,
    question_of,
    ruta_of,
    switched_on,
    tables,
    trappa_of,
    unsure_title_of,
)
from gk_assistant.storage.sentences import disk_sentence

_Value = TypeVar("_Value")
_LISTS_BY_ID: Final = {"rutor.toml": "ruta", "rubriker.toml": "rubrik"}
KNOWLEDGE: Final = "kunskap.toml"
_CHECK: Final = "Kör gk bank kontrollera för att se alla fel."


class LazyTables(Mapping[str, Mapping[str, object]]):
    """Files by name, each read when it is first asked for."""

    def __init__(self, files: Mapping[str, str], read: Callable[[str], Mapping[str, object]]) -> None:
        """Remember where each is, and how to read one."""
        self._files = files
        self._read = read
        self._found: dict[str, Mapping[str, object]] = {}

    def __getitem__(self, name: str) -> Mapping[str, object]:
        """Return one file's contents."""
        if name not in self._found:
            self._found[name] = self._read(self._files[name])
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names; nothing is read."""
        return iter(self._files)

    def __len__(self) -> int:
        """Count the files; nothing is read."""
        return len(self._files)


class TomlBank:
    """The bank of TOML files, as :class:`~gk_assistant.conversation.ports.QuestionSource`.

    ``bank()`` reads the heads only; each ruta's questions are read when first asked for and then kept.
    ``joined`` decides whether *vardag + fritid* is one ruta; ``None`` leaves it to ``visning.toml``.
    """

    def __init__(
        self, own_folder: Path | None = None, *, joined: bool | None = None, shipped: BankFolder | None = None
    ) -> None:
        """Stand ready over the shipped bank and an office's own folder; nothing is read yet."""
        self.own_folder = own_folder
        self._joined = joined
        self._shipped = shipped or shipped_bank()
        self._own = BankFolder(own_folder) if own_folder is not None else None
        self._bank: Bank | None = None
        self._questions: dict[str, tuple[Question, ...]] = {}
        self._lexicon: LazyTables | None = None
        self._guide: Guide | None = None
        self._knowledge: Mapping[str, object] | None = None
        self._remarks: list[str] = []

    @property
    def remarks(self) -> tuple[str, ...]:
        """What had to be left out of the own folder so far (Swedish sentences)."""
        return tuple(self._remarks)

    def bank(self) -> Bank:
        """Return the bank's heads; raises :class:`StoreFault` when a file, most likely an own one, is at fault."""
        if self._bank is None:
            if self._own is not None and not self._own.exists:
                raise StoreFault(f"Mappen {self.own_folder} med den egna frågebanken finns inte.")
            self._bank = self._read_bank()
        return self._bank

    def questions(self, ruta_id: str) -> tuple[Question, ...]:
        """Return the questions of a ruta, or of all members of a joined one; none for an unknown ruta.

        Where the own file is at fault the shipped questions are given, and a sentence is added to ``remarks``; raises
        :class:`StoreFault` only when the shipped file cannot be read.
        """
        ruta = next((ruta for ruta in self.bank().rutor if ruta_id == ruta.id or ruta_id in ruta.members), None)
        members = ruta.members if ruta is not None else ()
        return tuple(question for member in members for question in self._questions_of(member))

    def guide(self) -> Guide:
        """Return ``foljder.toml``, read when the first follow-ups are asked for; raises :class:`StoreFault`."""
        if self._guide is None:
            self._guide = self._build(GUIDE, guide_of)
        return self._guide

    def lexicon(self) -> Mapping[str, Mapping[str, object]]:
        """Return ``lexikon/*.toml``: file name without ending → contents, each read the first time it is asked for.

        A file at fault raises :class:`StoreFault` when it is asked for; the others are there all the same.
        ``sortering`` is the sorting's files made ready beforehand, empty when they cannot be used.
        """
        if self._lexicon is None:
            names = dict.fromkeys(self._shipped.names(LEXICON_FOLDER))
            if self._own is not None:
                names |= dict.fromkeys(self._own.names(LEXICON_FOLDER))
            files = {file.removeprefix(f"{LEXICON_FOLDER}/").removesuffix(ENDING): file for file in names}
            files[PurePosixPath(READY).stem] = READY
            self._lexicon = LazyTables(files, self._lexicon_file)
        return self._lexicon

    def _lexicon_file(self, file: str) -> Mapping[str, object]:
        if file == READY:
            return ready_tables(self._shipped, self._own)
        return self._build(file, lambda raw: raw)

    def knowledge(self) -> Mapping[str, object]:
        """Return ``kunskap.toml``, read when a question is first asked; raises :class:`StoreFault`."""
        if self._knowledge is None:
            self._knowledge = self._build(KNOWLEDGE, lambda raw: raw)
        return self._knowledge

    def _read_bank(self) -> Bank:
        colours = self._build("farger.toml", colours_of)
        rutor = self._build("rutor.toml", lambda raw: tuple(ruta_of(table) for table in tables(raw, "ruta")))
        for ruta in rutor:
            if ruta.colour not in colours:
                raise StoreFault(f"Rutan {ruta.id} har färgen {ruta.colour}, som inte finns i farger.toml. {_CHECK}")
        headings, unsure = self._build("rubriker.toml", lambda raw: (headings_of(raw), unsure_title_of(raw)))
        return Bank(
            rutor=self._build("visning.toml", lambda raw: self._shown(raw, rutor)),
            colours=colours,
            headings=headings,
            unsure_title=unsure,
            trappa=self._build("trappa.toml", trappa_of),
            plan=self._build("plan.toml", plan_of),
            clock=self._build("klocka.toml", clock_of),
            local_actors=self._build("lokalt.toml", actors_of),
            papers=PaperShelf(
                self._shipped.names(PAPER_FOLDER),
                lambda file: self._table(self._shipped, file),
                lambda file: self._table(self._own, file) if self._own is not None else {},
                self._remarks,
            ),
            translations=TranslationShelf(lambda: self._build(PICTURES, lambda raw: raw)),
        )

    def _shown(self, raw: Mapping[str, Any], rutor: tuple[Ruta, ...]) -> tuple[Ruta, ...]:
        """Return the rutor as they are shown: joined ones stand where the first of their members stood."""
        for table in tables(raw, "sammanslagning"):
            wanted = members_of(table)
            together = tuple(ruta for ruta in rutor if ruta.id in wanted)
            on = switched_on(table) if self._joined is None else self._joined
            if not on or len(together) != len(wanted) or len(together) < 2:  # noqa: PLR2004  # one is no joining
                continue
            whole = joined_ruta(table, together)
            rutor = tuple(
                whole if ruta is together[0] else ruta for ruta in rutor if ruta not in together or ruta is together[0]
            )
        return rutor

    def _questions_of(self, member: str) -> tuple[Question, ...]:
        if member not in self._questions:
            file = f"{QUESTION_FOLDER}/{member}{ENDING}"

            def build(raw: Mapping[str, Any]) -> tuple[Question, ...]:
                return tuple(question_of(table, member) for table in tables(raw, "fraga"))

            try:
                self._questions[member] = self._build(file, build)
            except StoreFault as fault:
                if self._own is None:
                    raise
                self._questions[member] = _built(file, self._table(self._shipped, file), build)
                self._remarks.append(f"Programmets egna frågor används i rutan {member}. {fault}")
        return self._questions[member]

    def _build(self, file: str, build: Callable[[dict[str, Any]], _Value]) -> _Value:
        shipped = self._table(self._shipped, file)
        own = self._table(self._own, file) if self._own is not None else {}
        return _built(file, merged(file, shipped, own) if own else shipped, build)

    def _table(self, folder: BankFolder, file: str) -> dict[str, Any]:
        try:
            table = folder.table(file)
        except BankFileFault as fault:
            raise StoreFault(f"Frågebanken har ett fel i {fault}. {_CHECK}") from None
        except OSError as error:
            raise StoreFault(disk_sentence(error, Path(file))) from error
        schema = table.get("schema", SCHEMA)
        if type(schema) is int and schema > SCHEMA:
            raise StoreFault(f"Frågebankens fil {file} är skriven för en nyare version av programmet.")
        return table


def merged(file: str, shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file as the own folder changes it; raises :class:`StoreFault` when the two cannot be joined.

    Rutor and rubriker change key by key, questions are replaced by id (all of them with ``ersatt = true``), colours
    are added by name, the lexicon's tables take more words, its groups and the answers of ``kunskap.toml`` change by
    id, and own patterns of ``foljder.toml`` come before the shipped ones. Of every other file the keys that stand in
    the own one hold instead.
    """
    if file.startswith(f"{QUESTION_FOLDER}/"):
        return _built(file, dict(own), lambda raw: _with_own_questions(shipped, raw))
    if file.startswith(f"{LEXICON_FOLDER}/") or file == KNOWLEDGE:
        return _deepened(shipped, own)
    whole = {**shipped, **own}
    if file == GUIDE:
        return {key: [*tables(own, key), *tables(shipped, key)] for key in ("fara", "foljd")}
    if file == PICTURES:
        return {key: [*tables(shipped, key), *tables(own, key)] for key in ("ruta", "steg", "trappa")}
    if file in _LISTS_BY_ID:
        key = _LISTS_BY_ID[file]
        whole[key] = _built(file, dict(own), lambda raw: _patched(tables(shipped, key), tables(raw, key)))
    elif file == "farger.toml" and isinstance(own.get("farg"), dict):
        whole["farg"] = {**shipped.get("farg", {}), **own["farg"]}
    return whole


def _patched(shipped: tuple[Mapping[str, Any], ...], own: tuple[Mapping[str, Any], ...]) -> list[dict[str, Any]]:
    by_id = {table.get("id"): dict(table) for table in shipped}
    for table in own:
        by_id[table.get("id")] = {**by_id.get(table.get("id"), {}), **table}
    return list(by_id.values())


def _deepened(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with another laid over it: tables joined, lists of tables changed by id, all else replaced."""
    whole = dict(shipped)
    for key, value in own.items():
        present = whole.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            whole[key] = _deepened(present, value)
        elif _tables_with_id(present) and _tables_with_id(value):
            whole[key] = _patched(tuple(present or ()), tuple(value))
        else:
            whole[key] = value
    return whole


def _tables_with_id(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in value)


def _with_own_questions(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    if own.get("ersatt") is True:
        return dict(own)
    by_id = {table.get("id"): table for table in tables(shipped, "fraga")}
    by_id |= {table.get("id"): table for table in tables(own, "fraga")}
    return {**shipped, "fraga": list(by_id.values())}


def _built(file: str, table: dict[str, Any], build: Callable[[dict[str, Any]], _Value]) -> _Value:
    try:
        return build(table)
    except ContentFault as fault:
        raise StoreFault(f"Frågebankens fil {file} har ett fel vid nyckeln {fault}. {_CHECK}") from None
    except TypeError:
        raise StoreFault(f"Frågebankens fil {file} har ett id som inte är text. {_CHECK}") from None
