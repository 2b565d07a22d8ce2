"""The personas that can be practised on: the shipped ones and, over them, those of an office's own folder."""

from pathlib import Path

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.personas import Persona
from gk_assistant.storage.bank_files import ENDING, SCHEMA, BankFileFault, BankFolder, shipped_bank
from gk_assistant.storage.bank_values import ContentFault
from gk_assistant.storage.persona_schema import PERSONA_FOLDER
from gk_assistant.storage.persona_values import persona_of
from gk_assistant.storage.sentences import disk_sentence

_CHECK = "Kör gk bank kontrollera för att se alla fel."


class TomlPersonas:
    """The personas of ``personas/*.toml``; an own file replaces the shipped one with the same name as a whole."""

    def __init__(self, own_folder: Path | None = None, *, shipped: BankFolder | None = None) -> None:
        """Stand ready; nothing is read yet."""
        self._shipped = shipped or shipped_bank()
        self._own = BankFolder(own_folder) if own_folder is not None else None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all personas in order; the files are not opened."""
        folders = [folder for folder in (self._shipped, self._own) if folder is not None]
        names = {name for folder in folders for name in folder.names(PERSONA_FOLDER)}
        return tuple(sorted(name.removeprefix(f"{PERSONA_FOLDER}/").removesuffix(ENDING) for name in names))

    def persona(self, persona_id: str) -> Persona:
        """Return a persona; raises :class:`KeyError` for an unknown id, :class:`StoreFault` for a file at fault."""
        if persona_id not in self.ids():
            raise KeyError(persona_id)
        file = f"{PERSONA_FOLDER}/{persona_id}{ENDING}"
        try:
            table = (self._own.table(file) if self._own is not None else {}) or self._shipped.table(file)
        except BankFileFault as fault:
            raise StoreFault(f"Personan har ett fel i {fault}. {_CHECK}") from None
        except OSError as error:
            raise StoreFault(disk_sentence(error, Path(file))) from error
        schema = table.get("schema", SCHEMA)
        if type(schema) is int and schema > SCHEMA:
            raise StoreFault(f"Personans fil {file} är skriven för en nyare version av programmet.")
        try:
            return persona_of(table)
        except ContentFault as fault:
            raise StoreFault(f"Personans fil {file} har ett fel vid nyckeln {fault}. {_CHECK}") from None
