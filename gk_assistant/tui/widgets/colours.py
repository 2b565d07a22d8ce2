"""A ruta's colour on the screen: the bank's pale or dark tone under black or white text, none in high contrast."""

from rich.style import Style
from textual.app import App

from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.tui.themes import CONTRAST


def ruta_style(app: App[str], bank: Bank, ruta: Ruta) -> Style:
    """Return the style of a ruta's sign and key in the theme that is on."""
    colour = bank.colours.get(ruta.colour)
    if colour is None or app.theme == CONTRAST.name:
        return Style(bold=True)
    if app.current_theme.dark:
        return Style(color="#ffffff", bgcolor=colour.dark, bold=True)
    return Style(color="#000000", bgcolor=colour.light, bold=True)


def tone(app: App[str], name: str) -> str:
    """Return one of our own tones (``quiet``, ``lit``, ``good`` …) as ``#rrggbb`` in the theme that is on."""
    return app.theme_variables[f"gk-{name}"]
