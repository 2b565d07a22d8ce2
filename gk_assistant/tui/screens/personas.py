"""Öva: the people to practise on, how to practise, and the rehearsals that are kept."""

from collections.abc import Callable, Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Rehearsal, Setting
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.rehearsal_words import (
    GROUPS,
    how_hard,
    kept_words,
    who,
)
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.personas_how import HowToPractise
from gk_assistant.tui.widgets.colours import tone

WIDE = 100
NOBODY = "Ingen person går att läsa. Kör gk bank kontrollera i terminalen."
NOT_KEPT = "Ställ dig på en av dina övningar. Tab går dit."


class PracticeList(OptionList):
    """People or rehearsals; it holds the screen's keys, so that Enter and Tab are among those shown."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.OVA))


class PersonasScreen(HowToPractise, GkScreen):
    """The list of people, with how to practise, and what is kept from before."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.OVA,)
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.OVA))
    CSS_PATH = "personas.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    HELP = (
        "Personerna är påhittade. Du pratar med dem i egna ord, och de öppnar sig eller stänger sig efter hur du möter "
        "dem. Inget du gör här rör dina ärenden. En övning sparas av sig själv, och du kan gå ifrån den när du vill."
    )

    def __init__(self, practice: Practice, setting: Setting | None = None) -> None:
        """Show whom one may practise on; ``setting`` begins a rehearsal at once."""
        super().__init__()
        self.practice = practice
        self._begin = setting
        self._people: tuple[Persona, ...] = ()
        self._kept: tuple[Rehearsal, ...] = ()
        self._among_people = True
        if setting is not None:
            self._chosen = setting

    def body(self) -> Iterable[Widget]:
        """Lay out the people, the lit one's story with how to practise, and what is kept."""
        yield Horizontal(
            PracticeList(id="people"),
            Vertical(
                VerticalScroll(Static("", id="story", markup=False), id="about", can_focus=False),
                Static("", id="how", markup=False),
            ),
            id="room",
        )
        yield Label("Dina övningar", id="kept-title", markup=False)
        yield PracticeList(id="kept")

    def on_mount(self) -> None:
        """List people and rehearsals."""
        self._people = self.practice.people()
        self._list("people").set_options(Option(self._person(one), id=one.id) for one in self._people)
        super().on_mount()
        people = self._list("people")
        people.highlighted = next((at for at, one in enumerate(self._people) if one.id == self._wanted()), 0)
        people.focus()
        if not self._people:
            self.say(NOBODY, "warn")
        setting, self._begin = self._begin, None
        if setting is not None:
            self.call_after_refresh(self._begin_with, setting)

    def _wanted(self) -> str:
        return self._begin.persona if self._begin else ""

    # Drawing

    def refresh_all(self) -> None:
        """Draw what is kept, and the lit one's story."""
        kept = self.attempt(self.practice.store.all)
        self._kept = tuple(reversed(kept or ()))
        rows = self._list("kept")
        lit = rows.highlighted or 0
        rows.set_options(Option(self._rehearsal(one), id=one.id) for one in self._kept)
        if self._kept:
            rows.highlighted = min(lit, len(self._kept) - 1)
        self._show_kept()
        count = len(self._people)
        self.title_line("Öva på en påhittad person", f"{count} {'person' if count == 1 else 'personer'}")
        self._show_story()

    def _show_kept(self) -> None:
        """Show what is kept while one is there; else only how many there are."""
        title, rows = self.query_one("#kept-title", Label), self._list("kept")
        title.display = bool(self._kept)
        rows.display = bool(self._kept) and not self._among_people
        title.update(f"Dina övningar: {len(self._kept)}{'' if rows.display else '. Tab går dit.'}")

    def _list(self, name: str) -> PracticeList:
        return self.query_one(f"#{name}", PracticeList)

    @staticmethod
    def _person(one: Persona) -> Text:
        return Text.assemble((who(one), "bold"), f"\n  {one.title}", no_wrap=True, overflow="ellipsis")

    def _rehearsal(self, one: Rehearsal) -> Text:
        return Text.assemble((one.name, "bold"), f"  {kept_words(one)}", no_wrap=True, overflow="ellipsis")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell of the lit person."""
        if event.option_list.id == "people":
            self.query_one("#about", VerticalScroll).scroll_home(animate=False)
            self._show_story()

    def _show_story(self) -> None:
        one = self._lit_person()
        if one is None:
            return
        app = cast("App[str]", self.app)
        _, benefit = GROUPS[one.group]
        quiet = tone(app, "quiet")
        with_them = ", ".join(f"{other.name} ({other.role})" for other in one.companions)
        text = Text.assemble(
            (f"{one.name}, {one.age} år", f"bold {tone(app, 'lit')}"),
            (f" · {benefit} · {how_hard(one)}\n", quiet),
            (f"{one.title}.\n", "bold"),
            f"{one.background}\n",
            (f"{one.openness.mood}{f' Med i rummet: {with_them}.' if with_them else ''}", quiet),
        )
        self.query_one("#story", Static).update(text)
        self.show_choices()

    def show_choices(self) -> None:
        """Draw how to practise with the lit person."""
        one = self._lit_person()
        if one is not None:
            self.query_one("#how", Static).update(self.how_words(self.setting_for(one, self._kept)))

    # What is lit

    def _lit_person(self) -> Persona | None:
        at = self._list("people").highlighted
        return self._people[at] if at is not None and at < len(self._people) else None

    def _lit_rehearsal(self) -> Rehearsal | None:
        rows = self._list("kept")
        if self._among_people or rows.highlighted is None or rows.highlighted >= len(self._kept):
            return None
        return self._kept[rows.highlighted]

    # Beginning, going on, looking back

    def on_option_list_option_selected(self) -> None:
        """Begin, or open."""
        self.action_start()

    def action_start(self) -> None:
        """Begin with the lit person; take up the lit rehearsal, or show its mirror when it is over."""
        one, kept = self._lit_person(), self._lit_rehearsal()
        if kept is not None:
            if kept.ended is None:
                self._enter(lambda: self.practice.take_up(kept))
            else:
                self.action_mirror()
        elif self._among_people and one is not None:
            self._begin_with(self.setting_for(one, self._kept))

    def _begin_with(self, setting: Setting) -> None:
        self._enter(lambda: self.practice.begin(setting))

    def _enter(self, come_in: Callable[[], RehearsalRoom]) -> None:
        if not self.is_current:
            return
        try:
            room = come_in()
        except KeyError:
            self.say("Personen finns inte längre. Spegeln går att se med s.", "warn")
            return
        except StoreFault as fault:
            self.say(str(fault), "error")
            return
        from gk_assistant.tui.screens.rehearsal import RehearsalScreen  # noqa: PLC0415 - not needed to paint

        self.say("")
        self.app.push_screen(RehearsalScreen(self.practice, room))

    def action_mirror(self) -> None:
        """Show the mirror of the lit rehearsal."""
        kept = self._lit_rehearsal()
        if kept is None or not kept.turns:
            self.say(NOT_KEPT if kept is None else "Inget är sagt än, så det finns inget att spegla.")
            return
        from gk_assistant.tui.screens.mirror import MirrorScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(MirrorScreen(self.practice, kept))

    def action_play(self) -> None:
        """Play back the lit rehearsal."""
        kept = self._lit_rehearsal()
        if kept is None or not kept.turns:
            self.say(NOT_KEPT if kept is None else "Inget är sagt än, så det finns inget att spela upp.")
            return
        from gk_assistant.tui.screens.playback import PlaybackScreen  # noqa: PLC0415 - not needed to paint

        self.app.push_screen(PlaybackScreen(self.practice, kept))

    def action_forget(self) -> None:
        """Take the lit rehearsal away, after a yes."""
        kept = self._lit_rehearsal()
        if kept is None:
            self.say(NOT_KEPT)
            return
        rows = [
            Choice(id="nej", title="Nej", remark="den ligger kvar", key="n"),
            Choice(id="ja", title="Ja", remark="den går inte att få tillbaka", key="j"),
        ]

        def forget() -> bool:
            self.practice.store.forget(kept.id)
            return True

        def chosen(answer: str | None) -> None:
            if answer == "ja" and self.attempt(forget):
                self.refresh_all()
                self._go(among_people=not self._kept)
                self.say("Övningen är borttagen.")

        self.app.push_screen(Pick(f"Glöm övningen med {kept.name}?", rows), chosen)

    def _go(self, *, among_people: bool) -> None:
        self._among_people = among_people
        self._show_kept()
        self._list("people" if among_people else "kept").focus()

    def action_other(self) -> None:
        """Go between the people and what is kept."""
        if not self._kept:
            self.say("Du har inga övningar än. Enter börjar en.")
            return
        self.say("")
        self._go(among_people=not self._among_people)
