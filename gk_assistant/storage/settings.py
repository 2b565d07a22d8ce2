"""The user's own settings, a small TOML file in the system's folder for such things."""

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.notes import Role
from gk_assistant.storage.case_file import surrogate_sentence
from gk_assistant.storage.disk import Disk, put
from gk_assistant.storage.sentences import disk_sentence

ELSEWHERE = "GK_INSTALLNINGAR"
"""The environment variable that names another settings file, or a folder for it."""

FILE_NAME = "installningar.toml"
LOCK_AFTER = 15.0
"""Minutes without a key until the screen is locked, unless the user has chosen otherwise."""
_A_DAY = 24 * 60
_AGENCIES = (Role.FK, Role.AF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user has chosen; an empty theme, ``None`` and no keys mean the program's own choice.

    ``keys`` maps a command's id to its key; ``joined`` shows *vardag + fritid* as one ruta; ``bank`` is the office's
    own folder; ``role`` is whom the notes are signed by, ``fk`` or ``af``; ``lock_after`` is how many minutes without a
    key lock the screen, 0 for never; ``asks_for_vault`` offers a vault where cases lie open.
    """

    theme: str = ""
    role: Role = Role.FK
    joined: bool | None = None
    bank: Path | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    lock_after: float = LOCK_AFTER
    asks_for_vault: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSettings:
    """The settings as read, and a Swedish sentence when some of the file could not be used."""

    settings: Settings
    remark: str | None = None


def settings_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the settings are; the file need not be there."""
    elsewhere = environment.get(ELSEWHERE)
    if elsewhere:
        path = Path(elsewhere).expanduser()
        return path / FILE_NAME if path.is_dir() else path
    # Imported here: 6 ms that commands without settings, and tests, need not pay.
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("gk-assistant", appauthor=False) / FILE_NAME


def read_settings(path: Path | None = None) -> FoundSettings:
    """Return the settings; never raises. What cannot be used falls back to the usual, and the remark says so."""
    path = path or settings_path()
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except (FileNotFoundError, NotADirectoryError):
        return FoundSettings(settings=Settings())
    except OSError as error:
        return FoundSettings(settings=Settings(), remark=disk_sentence(error, path))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        words = f"Inställningarna i {path} går inte att läsa. Programmet använder sina vanliga inställningar."
        return FoundSettings(settings=Settings(), remark=words)
    return _settings_of(table, path)


def write_settings(settings: Settings, path: Path | None = None, *, disk: Disk | None = None) -> None:
    """Put the settings on disk, the former file kept beside; raises :class:`StoreFault`."""
    path = path or settings_path()
    disk = disk or Disk()
    try:
        disk.make_folder(path.parent)
        put(disk, path, _text_of(settings).encode(), previous=path.with_name(path.name + ".forra"))
    except UnicodeEncodeError as error:
        raise StoreFault(surrogate_sentence(error)) from None
    except OSError as error:
        raise StoreFault(disk_sentence(error, path)) from error


def _settings_of(table: Mapping[str, Any], path: Path) -> FoundSettings:
    """Return each setting that has the right form; the remark names the others."""
    wrong = [
        key
        for key, kind in (
            ("tema", str),
            ("sammanslagen", bool),
            ("fragebank", str),
            ("tangenter", dict),
            ("fraga_om_valv", bool),
        )
        if key in table and not isinstance(table[key], kind)
    ]
    if "roll" in table and table["roll"] not in _AGENCIES:
        wrong.append("roll")
    if "las_efter" in table and not _is_minutes(table["las_efter"]):
        wrong.append("las_efter")
    usable = {key: value for key, value in table.items() if key not in wrong}
    wished = dict(_flat(usable.get("tangenter", {})))
    keys = {name: key for name, key in wished.items() if isinstance(key, str) and key}
    wrong.extend(f"tangenter.{name}" for name in wished if name not in keys)
    bank = usable.get("fragebank")
    settings = Settings(
        theme=usable.get("tema", ""),
        role=Role(usable.get("roll", Role.FK)),
        joined=usable.get("sammanslagen"),
        bank=Path(bank).expanduser() if bank else None,
        keys=keys,
        lock_after=float(usable.get("las_efter", LOCK_AFTER)),
        asks_for_vault=usable.get("fraga_om_valv", True),
    )
    remark = f"Inställningen {', '.join(wrong)} i {path} har fel form och används inte." if wrong else None
    return FoundSettings(settings=settings, remark=remark)


def _is_minutes(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _A_DAY


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """Yield ``a.b`` and its value also where it was written without quotation marks, as a table within a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _text_of(settings: Settings) -> str:
    lines = ["# Inställningar för gk. Ta bort en rad för att få programmets eget val."]
    if settings.theme:
        lines.append(f"tema = {_quoted(settings.theme)}")
    lines.append(f"roll = {_quoted(settings.role.value)}")
    if settings.joined is not None:
        lines.append(f"sammanslagen = {'true' if settings.joined else 'false'}")
    if settings.bank is not None:
        lines.append(f"fragebank = {_quoted(str(settings.bank))}")
    if settings.lock_after != LOCK_AFTER:
        lines.append(f"las_efter = {settings.lock_after:g}")
    if not settings.asks_for_vault:
        lines.append("fraga_om_valv = false")
    if settings.keys:
        lines.extend(("", "[tangenter]"))
        lines.extend(f"{_quoted(name)} = {_quoted(key)}" for name, key in sorted(settings.keys.items()))
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
