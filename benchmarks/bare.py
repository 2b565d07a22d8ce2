"""The yardstick for the first paint: the smallest Textual app there is."""

from textual.app import App, ComposeResult
from textual.widgets import Static

WORD = "Hejsan"


class BareApp(App[None]):
    """One word on a screen."""

    def compose(self) -> ComposeResult:
        """Lay out the word."""
        yield Static(WORD)


if __name__ == "__main__":
    BareApp().run()
