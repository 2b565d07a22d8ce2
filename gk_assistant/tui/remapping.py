"""The user's own keys: which of them can be used, and why not the others."""

from collections.abc import Iterable

from gk_assistant.tui.commands import COMMANDS, FIXED, Command, Scope, key_words


def keymap(wanted: dict[str, str], known: Iterable[Command] = COMMANDS) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the re-mappings that can be used, and a Swedish sentence for each that can't."""
    rows = {command.id: command for command in known}
    usable: dict[str, str] = {}
    complaints = []
    for name, key in wanted.items():
        if name not in rows:
            complaints.append(f"Inställningen nämner kommandot {name}, som inte finns.")
        elif name == FIXED:
            complaints.append("Tangenten för att avsluta går inte att ändra.")
        else:
            usable[name] = key
    for name, key in list(usable.items()):
        other = next((row for row in rows.values() if _clash(rows[name], row, usable)), None)
        if other is not None:
            del usable[name]
            complaints.append(f"{key_words(key)} betyder redan {other.title}. {rows[name].title} behåller sin tangent.")
    return usable, tuple(complaints)


def _clash(one: Command, other: Command, wanted: dict[str, str]) -> bool:
    """Whether two commands would share a key where both are at hand; the way out must be free everywhere."""
    together = other.scope is one.scope or Scope.ALLT in (one.scope, other.scope)
    return one is not other and together and bool(_keys(one, wanted) & _keys(other, wanted))


def _keys(command: Command, wanted: dict[str, str]) -> set[str]:
    return {key.strip() for key in wanted.get(command.id, command.key).split(",")} - {""}
