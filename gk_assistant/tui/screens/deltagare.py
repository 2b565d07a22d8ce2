"""Deltagarens bild: the rutor, large and calm, without a single note. Nothing private can show here."""

from typing import ClassVar, cast

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.talk import Talk
from gk_assistant.domain.bank import Bank, Ruta
from gk_assistant.domain.meetings import ChosenBy
from gk_assistant.tui.commands import COMMANDS, Scope, bindings, key_words
from gk_assistant.tui.widgets.colours import ruta_style

WIDE = 100
_USUAL = {command.id: command.key for command in COMMANDS}


class Card(Static):
    """One ruta to look at and point to."""

    class Pointed(Message):
        """The card was pointed at."""

        def __init__(self, ruta: Ruta) -> None:
            """Say which."""
            super().__init__()
            self.ruta = ruta

    def __init__(self, ruta: Ruta) -> None:
        """Show a ruta."""
        super().__init__("", id=f"card-{ruta.id}")
        self.ruta = ruta

    def show(self, bank: Bank, *, lit: bool, roomy: bool) -> None:
        """Draw the card; the chosen one says so in words. Without room the short title is used."""
        style = ruta_style(cast("App[str]", self.app), bank, self.ruta)
        if style.bgcolor is not None and style.bgcolor.triplet is not None:
            self.styles.background = style.bgcolor.triplet.hex
        colour = style.color.triplet.hex if style.color is not None and style.color.triplet is not None else ""
        text = Text(f"{self.ruta.sign} ", style=f"bold {colour}")
        text.append(self.ruta.title.replace("/", "/ ") if roomy else self.ruta.short)
        text.append(f" ({self.ruta.key})\n", style=f"not bold {colour}")
        text.append(
            "► Vi börjar här" if lit else self.ruta.for_deltagare, style=colour if lit else f"not bold {colour}"
        )
        self.update(text)

    def on_click(self) -> None:
        """Choose by pointing."""
        self.post_message(self.Pointed(self.ruta))


class DeltagareScreen(Screen[None]):
    """The picture to turn towards the deltagare. A letter chooses a ruta; Esc and then Enter leave.

    Once a ruta is chosen, Enter and the key that opened the picture begin to leave too, as Esc does.
    """

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.DELTAGARE,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.DELTAGARE))
    CSS_PATH = "deltagare.tcss"

    def __init__(self, talk: Talk) -> None:
        """Show the rutor of a talk, never its notes."""
        super().__init__()
        self._talk = talk
        self._chosen: Ruta | None = None
        self._leaving = False

    def compose(self) -> ComposeResult:
        """Lay out the picture and one calm line."""
        yield Static("Det här kan vi prata om. Vilken ruta vill du börja med?", id="title", markup=False)
        yield Grid(*(Card(ruta) for ruta in self._talk.desk.bank.rutor), id="picture")
        yield Horizontal(Static("", id="calm", markup=False), Static(self._way_back(), id="way-back", markup=False))

    def on_mount(self) -> None:
        """Draw."""
        self._draw()

    def on_resize(self) -> None:
        """Use the width there is."""
        self.query_one("#picture").set_class(self.size.width >= WIDE, "wide")
        self._draw()

    def _draw(self) -> None:
        bank = self._talk.desk.bank
        for card in self.query(Card):
            card.show(bank, lit=card.ruta is self._chosen, roomy=self.size.width >= WIDE)
        self.query_one("#calm", Static).update(self._calm())

    def _calm(self) -> str:
        if self._leaving:
            return "Tryck Enter för att lämna bilden."
        return f"Vi börjar med {self._chosen.title}." if self._chosen else ""

    def _keys(self, command: str) -> list[str]:
        """Return a command's keys, the user's own counted."""
        own: dict[str, str] = getattr(self.app, "keys", {})
        return own.get(command, _USUAL[command]).split(",")

    def _way_back(self) -> str:
        """Return how to go back: it stands there from the start and says nothing of the talk."""
        return f"{key_words(self._keys('deltagare.tillbaka')[0])} och Enter: tillbaka"

    def on_key(self, event: events.Key) -> None:
        """Choose by letter; leave only by two keys, the latter of them Enter."""
        if event.key == "escape":
            return
        event.stop()
        if self._leaving and event.key == "enter":
            self._leave()
            return
        if self._chosen is not None and event.key in ("enter", *self._keys("samtal.visa")):
            self.action_ask_back()
            return
        self._leaving = False
        ruta = self._talk.desk.bank.by_key((event.character or "").lower())
        self._chosen = ruta or self._chosen
        self._draw()

    def on_card_pointed(self, event: Card.Pointed) -> None:
        """Choose by pointing."""
        self._leaving, self._chosen = False, event.ruta
        self._draw()

    def action_ask_back(self) -> None:
        """Ask for the second key."""
        self._leaving = True
        self._draw()

    def _leave(self) -> None:
        """Go back; the choice, if one was made, is recorded as the deltagare's."""
        fault = ""
        if self._chosen is not None:
            try:
                self._talk.choose_box(self._chosen.id, by=ChosenBy.DELTAGARE)
            except StoreFault as error:
                fault = str(error)
        app = self.app
        app.pop_screen()
        if fault:
            app.word(fault)  # type: ignore[attr-defined]
