"""What every screen has: a line on top, a place for a word, the footer, and a safe way to carry things out."""

from collections.abc import Callable, Iterable
from typing import ClassVar, Literal, Self, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Footer, Label

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.way import Place
from gk_assistant.tui.commands import Scope
from gk_assistant.tui.guarded import guarded
from gk_assistant.tui.services import Services

T = TypeVar("T")
Tone = Literal["plain", "good", "warn", "error"]


class GkScreen(Screen[None]):
    """A screen of the program. Subclasses say their ``SCOPES`` and lay out :meth:`body`."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    PLACE: ClassVar[Place | None] = None
    """The place to go back to after a break; none for the list of cases."""
    BINDINGS: ClassVar[list[BindingType]] = []
    own_desk: Desk | None = None
    """A rehearsal's desk: nothing that is done at it touches the user's cases."""
    CSS_PATH: ClassVar[str | list[str]] = "base.tcss"  # type: ignore[assignment]

    def __init_subclass__(cls) -> None:
        """Put the common style sheet under the screen's own: Textual reads only the nearest ``CSS_PATH``."""
        own = cls.__dict__.get("CSS_PATH")
        if isinstance(own, str):
            cls.CSS_PATH = ["base.tcss", own]
        super().__init_subclass__()

    def compose(self) -> ComposeResult:
        """Lay out the line on top, the body, the word and the footer."""
        with Horizontal(classes="top"):
            yield Label("", id="top-left", markup=False)
            yield Label("", id="top-right", markup=False)
        yield from self.body()
        yield Label("", id="word", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def body(self) -> Iterable[Widget]:
        """Return the screen's own widgets."""
        return ()

    @property
    def services(self) -> Services:
        """What the app was given."""
        return cast("Services", self.app.services)  # type: ignore[attr-defined]

    @property
    def desk(self) -> Desk:
        """The desk one works at: the user's, or that of a rehearsal."""
        return self.own_desk or self.services.desk

    def sit_at(self, desk: Desk | None) -> Self:
        """Work at a desk of one's own; without one at the user's."""
        self.own_desk = desk
        return self

    def title_line(self, left: str, right: str = "") -> None:
        """Set the line on top."""
        self.query_one("#top-left", Label).update(left)
        self.query_one("#top-right", Label).update(right)

    def say(self, words: str, tone: Tone = "plain") -> None:
        """Show a word above the footer until the next one; an empty word takes it away."""
        label = self.query_one("#word", Label)
        label.update(words)
        label.set_classes(tone)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Carry something out; when the store can't, say why and return ``None``: nothing on the screen is lost."""
        try:
            result = action()
        except StoreFault as fault:
            self.say(str(fault), "error")
            return None
        return result

    def undo_and_say(self, step: Callable[[], str | None], *, again: bool = False) -> None:
        """Take back (or redo) the latest step and say which."""
        verb, nothing = ("Gjorde om", "Det finns inget att göra om.") if again else ("Ångrade", "Inget att ångra.")
        try:
            label = step()
        except StoreFault as fault:
            self.say(str(fault), "error")
            return
        self.refresh_all()
        self.say(f"{verb}: {label}." if label else nothing)

    def refresh_all(self) -> None:
        """Draw everything anew from the desk."""

    def on_mount(self) -> None:
        """Draw, and draw anew in the tones of each theme that is put on."""
        self.refresh_all()
        self.app.theme_changed_signal.subscribe(self, self._repaint)

    def _repaint(self, _: Theme) -> None:
        self.refresh_all()

    def on_screen_resume(self) -> None:
        """Draw anew when another screen has been closed."""
        self.refresh_all()
        guarded(self).keep_standing()

    def half_written(self) -> str:
        """Return what stands in the screen's line."""
        return ""

    def take_up(self, line: str) -> None:
        """Begin with what was half-written when the program last stopped."""

    def action_back(self) -> None:
        """Go back to the screen below; a second key, pressed before it has come, goes no further."""
        if self.is_current:
            self.app.pop_screen()
