"""The app: themes, the way between the screens, and the commands that are always at hand."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.standing import Standing
from gk_assistant.conversation.way import Place, next_step
from gk_assistant.tui.commands import Command, Scope, bindings, commands, key_words
from gk_assistant.tui.guarded import GuardedApp
from gk_assistant.tui.remapping import keymap
from gk_assistant.tui.services import Services
from gk_assistant.tui.themes import THEMES

if TYPE_CHECKING:
    from gk_assistant.domain.rehearsals import Setting
    from gk_assistant.tui.screens.base import GkScreen

NOBODY = "Här finns ingen att öva med."


class GkApp(GuardedApp):
    """gk-assistant on a screen. ``start`` is the id of a case to open at once, at its next meeting.

    ``rehearse`` opens the rehearsals at once: the list of people, or a rehearsal begun as a setting tells.
    """

    TITLE = "Gemensam kartläggning"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.ALLT))

    def __init__(
        self, services: Services, *, start: str | None = None, rehearse: "Setting | bool | None" = None
    ) -> None:
        """Keep what the screens need; nothing is read from disk yet."""
        super().__init__(services)
        self.fault: Exception | None = None
        self._start = start
        self._rehearse = rehearse
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        self.keys, self.complaints = keymap(services.settings.keys)
        self.set_keymap(self.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own tones, so that style sheets can be read before a theme is on."""
        return dict(THEMES["ljust"][0].variables)

    def on_mount(self) -> None:
        """Put on the user's theme and open the first screen."""
        self.theme = THEMES.get(self.services.settings.theme, THEMES["ljust"])[0].name
        from gk_assistant.tui.screens.cases import CasesScreen  # noqa: PLC0415 - the first screen only

        self.push_screen(CasesScreen())
        if self._start is not None:
            self.services.desk.open(self._start)
            self.open_place(Place.SAMTAL)
        elif self._rehearse:
            self.open_practice(None if self._rehearse is True else self._rehearse)
        else:
            self.go_back()
        self.start_guard()

    def open_practice(self, setting: "Setting | None" = None) -> None:
        """Open the people to practise on; with a setting begin a rehearsal too."""
        if self.services.practice is None:
            self.word(NOBODY)
            return
        from gk_assistant.tui.screens.personas import PersonasScreen  # noqa: PLC0415 - not needed to paint

        self.push_screen(PersonasScreen(self.services.practice, setting))

    def open_place(self, place: Place) -> None:
        """Open a screen over the open case, at the desk of the screen one comes from."""
        self.push_screen(_screen(place)().sit_at(getattr(self.screen, "own_desk", None)))

    def open_stood(self, stood: Standing) -> None:
        """Open the screen one stood on, with what was half-written."""
        if stood.place is None:
            return
        screen = _screen(stood.place)()
        screen.take_up(stood.line)
        self.push_screen(screen)

    def open_next_step(self) -> None:
        """Open the screen that the case's next step leads to."""
        desk = self.services.desk
        self.open_place(next_step(desk.case, desk.today()).place)

    # When something fails inside

    def _handle_exception(self, error: Exception) -> None:
        """Keep a fault nobody foresaw for whoever started the app, who tells of it without any contents."""
        self.fault = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without Textual's own report: it prints local variables, and somebody's words may be among them."""
        self._close_messages_no_wait()

    # Commands that are always at hand

    def action_help(self) -> None:
        """Show the keys of the screen at hand."""
        from gk_assistant.tui.dialogs.help import Help  # noqa: PLC0415 - not needed to paint

        if isinstance(self.screen, Help):
            return
        scopes = getattr(self.screen, "SCOPES", ())
        extra = getattr(self.screen, "HELP", "")
        self.push_screen(Help((*scopes, Scope.ALLT), self.keys, extra))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from gk_assistant.tui.dialogs.pick import Choice, Pick  # noqa: PLC0415 - not needed to paint

        screen = self.screen
        scopes = getattr(screen, "SCOPES", ())
        if not scopes:
            return
        rows = {row.id: row for row in commands(*scopes, Scope.ALLT) if row.palette}
        choices = [
            Choice(id=row.id, title=row.title, remark=key_words(self.keys.get(row.id, row.key)))
            for row in rows.values()
        ]

        def run(chosen: str | None) -> None:
            if chosen is not None:
                self.call_later(self._run_command, screen, rows[chosen])

        self.push_screen(Pick("Alla kommandon", choices, search=True), run)

    async def _run_command(self, screen: Screen[Any], command: Command) -> None:
        await self.run_action(command.action, self if command.scope is Scope.ALLT else screen)

    def action_theme(self) -> None:
        """Put on the next theme and remember it."""
        names = list(THEMES)
        now = next((name for name in names if THEMES[name][0].name == self.theme), names[0])
        name = names[(names.index(now) + 1) % len(names)]
        self.theme = THEMES[name][0].name
        self.word(f"Utseende: {THEMES[name][1]}.")
        try:
            self.services.settings.keep_theme(name)
        except StoreFault as fault:
            self.word(str(fault))

    def action_help_quit(self) -> None:
        """Answer Ctrl+C, which does not quit, so that nobody leaves a meeting by mistake."""
        self.word("Ctrl+Q avslutar. Allt är redan sparat.")


def _screen(place: Place) -> "type[GkScreen]":
    """Return a place's screen, imported the first time it is opened (all of them: 60 ms at start-up)."""
    match place:
        case Place.SAMTAL:
            from gk_assistant.tui.screens.talk import TalkScreen  # noqa: PLC0415

            return TalkScreen
        case Place.REFLEKTION:
            from gk_assistant.tui.screens.reflection import ReflectionScreen  # noqa: PLC0415

            return ReflectionScreen
        case Place.PLANERING:
            from gk_assistant.tui.screens.planning import PlanningScreen  # noqa: PLC0415

            return PlanningScreen
        case Place.PAPPER:
            from gk_assistant.tui.screens.papers import PapersScreen  # noqa: PLC0415

            return PapersScreen
        case Place.ARENDE:
            from gk_assistant.tui.screens.case import CaseScreen  # noqa: PLC0415

            return CaseScreen
        case Place.OVERFORING:
            from gk_assistant.tui.screens.transfer import TransferScreen  # noqa: PLC0415

            return TransferScreen
