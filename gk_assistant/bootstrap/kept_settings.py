"""The user's settings as the screens read and keep them."""

import dataclasses

from gk_assistant.storage.settings import FoundSettings, write_settings


class KeptSettings:
    """The user's settings for the screens, as :class:`~gk_assistant.tui.services.SettingsHands`."""

    def __init__(self, found: FoundSettings, remarks: tuple[str, ...] = ()) -> None:
        """Begin with the settings as they were read, and what else the start has to say."""
        self._settings = found.settings
        self._remarks = (*filter(None, [found.remark]), *remarks)

    @property
    def theme(self) -> str:
        """The theme's name; empty for the program's own choice."""
        return self._settings.theme

    @property
    def keys(self) -> dict[str, str]:
        """Re-mapped commands: id → key."""
        return dict(self._settings.keys)

    @property
    def complaint(self) -> str:
        """What was wrong with the settings file or the vault, in sentences; empty when all was well."""
        return " ".join(self._remarks)

    def keep_theme(self, name: str) -> None:
        """Remember the theme; raises :class:`StoreFault`."""
        self._settings = dataclasses.replace(self._settings, theme=name)
        write_settings(self._settings)
