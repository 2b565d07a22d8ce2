"""Reflektion: four columns and the Osäkra lane, filled by themselves; one key moves a note."""

from collections.abc import Iterable
from typing import ClassVar, cast

from rich.text import Text
from textual.app import App
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from gk_assistant.conversation.pace import reflection_words
from gk_assistant.conversation.reflecting import Lane, Reflecting, lanes
from gk_assistant.conversation.way import Place
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Heading, Mark, Note, Origin, sign_of
from gk_assistant.tui.commands import Scope, bindings
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.screens.reflection_words import ReflectionWords
from gk_assistant.tui.widgets.colours import ruta_style
from gk_assistant.tui.wording import day_words

LANE_KEYS = "12345"
TICK = 15.0
WIDE = 100


class LaneList(OptionList):
    """One lane's notes; left and right belong to the screen, which goes between the lanes."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.REFLEKTION))


class ReflectionScreen(ReflectionWords, GkScreen):
    """The reflection of the latest meeting held."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.REFLEKTION,)
    PLACE: ClassVar[Place | None] = Place.REFLEKTION
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Scope.REFLEKTION))
    CSS_PATH = "reflection.tcss"
    HELP = (
        "Anteckningarna är redan sorterade. Gå mellan kolumnerna med ← och →, mellan anteckningarna med ↑ och ↓. "
        "En siffra flyttar den upplysta anteckningen. Skälet står längst ner. Programmet lär sig av "
        "era flyttar: nästa anteckning med liknande ord hamnar likadant. Tangenten l visar vad det har lärt sig. "
        "Det här är internt arbetsstöd."
    )

    def body(self) -> Iterable[Widget]:
        """Lay out the lanes, the reason, and what has been decided."""
        keys: tuple[Heading | None, ...] = (*Heading, None)
        columns = [
            Vertical(
                Label("", id=f"title-{_name(key)}", markup=False), LaneList(id=f"lane-{_name(key)}"), classes="lane"
            )
            for key in keys
        ]
        yield Horizontal(*columns, id="lanes")
        yield Static("", id="reason", markup=False)
        yield Static("", id="standing", markup=False)

    def on_mount(self) -> None:
        """Sort what is to be sorted, and start the reflection's clock."""
        self._to_learnt = False
        self.reflecting = Reflecting(self.desk, reflected(self.desk.case).id, sort=self.services.ear.sort)
        self.attempt(self.reflecting.begin)
        super().on_mount()
        self._focus_first()
        self._tell_remark()
        if not self.services.fixed_clock:
            self.set_interval(TICK, self._show_clock)

    # Drawing

    def refresh_all(self) -> None:
        """Draw every lane; the lit note stays lit."""
        lit = self._lit_note()
        for number, lane in enumerate(lanes(self.reflecting.meeting)):
            self._show_lane(lane, LANE_KEYS[number])
        self._show_clock()
        self._show_standing()
        if lit is not None:
            self._light(lit.id)

    def _show_lane(self, lane: Lane, key: str) -> None:
        rows = self._lane(lane.heading)
        self._show_title(lane.heading, key, len(lane.notes))
        at = rows.highlighted
        rows.set_options(Option(self._row(note), id=note.id) for note in lane.notes)
        if lane.notes:
            rows.highlighted = min(at or 0, len(lane.notes) - 1)

    def _show_title(self, heading: Heading | None, key: str, count: int) -> None:
        """Name a lane; where the screen is narrow only the lane one is in has room for its count."""
        bank = self.desk.bank
        title = bank.heading(heading).short if heading else bank.unsure_title
        roomy = self.app.size.width >= WIDE or self._lane(heading).has_focus
        self.query_one(f"#title-{_name(heading)}", Label).update(
            f"{key} {title} {count}" if roomy else f"{key} {title}"
        )

    def _show_titles(self) -> None:
        for key, lane in zip(LANE_KEYS, lanes(self.reflecting.meeting), strict=True):
            self._show_title(lane.heading, key, len(lane.notes))

    def on_resize(self) -> None:
        """Name the lanes anew for the new width."""
        self._show_titles()

    def _row(self, note: Note) -> Text:
        bank, app = self.desk.bank, cast("App[str]", self.app)
        ruta = bank.ruta(note.ruta)
        text = Text.assemble((f"{sign_of(note.shown_mark)}", "bold"), (ruta.sign, ruta_style(app, bank, ruta)), " ")
        text.append(f"”{note.says}”" if note.own_words else note.says)
        if note.sorting is not None and note.sorting.origin is Origin.OWN:
            text.append(" ✎")
        return text

    def _show_clock(self) -> None:
        meeting = self.reflecting.meeting
        clock = reflection_words(self.desk.bank, meeting, self.desk.now())
        self.title_line(f"{self.desk.case.label} · {meeting.title} · Reflektion · internt arbetsstöd", clock)

    def _show_standing(self) -> None:
        """Say what has been written and decided, in two lines."""
        reflection = self.reflecting.reflection
        bank = self.desk.bank
        views = [name for name, text in (("FK", reflection.fk_view), ("AF", reflection.af_view)) if text]
        agreed = {None: "inte sagd", True: "ja", False: "nej, se skillnaden"}[reflection.agreed]
        decision = next((row.title for row in bank.plan.decisions if row.id == reflection.decision), "inte fattat")
        day = f", {day_words(reflection.next_day)} {reflection.next_time}".rstrip() if reflection.next_day else ""
        titles = {row.id: row.title for row in bank.plan.specialists}
        specialists = ", ".join(titles.get(need.kind, need.kind) for need in reflection.specialists)
        lines = [
            f"Syn: {' och '.join(views) if views else 'inte skriven'} · Samsyn: {agreed}",
            f"Beslut: {decision}{day}" + (f" · Specialist: {specialists}" if specialists else ""),
        ]
        self.query_one("#standing", Static).update("\n".join(lines))

    def on_option_list_option_highlighted(self) -> None:
        """Show why the lit note stands where it does."""
        self._show_reason()

    def on_descendant_focus(self) -> None:
        """Show the reason of the lane one has come to."""
        self._show_titles()
        self._show_reason()

    def _show_reason(self) -> None:
        note = self._lit_note()
        reason = self.query_one("#reason", Static)
        if note is None or note.sorting is None:
            reason.update("")
            return
        sorting, bank = note.sorting, self.desk.bank
        second = f" Näst troligast: {bank.heading(sorting.second).short}." if sorting.second else ""
        codes = f" ICF: {', '.join(self.services.ear.icf_label(code) for code in sorting.icf)}." if sorting.icf else ""
        by = "Flyttad av er." if sorting.origin is Origin.OWN else f"Skäl: {sorting.reason or 'inget tydligt ord'}."
        found = self.services.ear.as_read(note.text, note.ruta)
        read = f" Läst: {found}." if found else ""
        reason.update(f"{bank.ruta(note.ruta).title}. {by}{second}{codes}{read}")

    # Where one is

    def _lane(self, heading: Heading | None) -> LaneList:
        return self.query_one(f"#lane-{_name(heading)}", LaneList)

    def _focused_lane(self) -> LaneList | None:
        return self.focused if isinstance(self.focused, LaneList) else None

    def _lit_note(self) -> Note | None:
        lane = self._focused_lane()
        if lane is None or lane.highlighted is None or lane.highlighted >= lane.option_count:
            return None
        note_id = lane.get_option_at_index(lane.highlighted).id
        return self.reflecting.meeting.note(note_id) if note_id else None

    def _light(self, note_id: str) -> None:
        lane = self._focused_lane()
        if lane is not None:
            ids = [option.id for option in lane.options]
            if note_id in ids:
                lane.highlighted = ids.index(note_id)
        self._show_reason()

    def _focus_first(self) -> None:
        """Begin with the unsure ones, if there are any: they are what needs a person."""
        order: tuple[Heading | None, ...] = (None, *Heading)
        chosen = next((heading for heading in order if self._lane(heading).option_count), None)
        self._lane(chosen).focus()

    # Commands

    def action_lane(self, step: int) -> None:
        """Go to the lane to the left or right."""
        order = [self._lane(heading) for heading in (*Heading, None)]
        lane = self._focused_lane()
        at = order.index(lane) if lane in order else 0
        order[(at + step) % len(order)].focus()

    def action_place(self, heading: str) -> None:
        """Move the lit note under a heading; an empty word is Osäkra."""
        note = self._lit_note()
        if note is None:
            self.say("Ingen anteckning är upplyst.")
            return
        target = Heading(heading) if heading else None
        if self.attempt(lambda: self.reflecting.place(note.id, target)) is None:
            return
        bank = self.desk.bank
        self.refresh_all()
        self.say(f"Flyttad till {bank.heading(target).short if target else bank.unsure_title}. Ctrl+Z tar tillbaka.")
        self._tell_remark()
        lane = self._focused_lane()
        if lane is not None and not lane.option_count:
            self._focus_first()

    def _tell_remark(self) -> None:
        """Say what could not be learnt, or read of what has been."""
        remark = self.desk.learner.remark()
        if remark:
            self.say(remark, "warn")

    def action_remark(self, mark: str) -> None:
        """Mark the lit note by hand; the same mark once more takes it away."""
        note = self._lit_note()
        if note is None:
            self.say("Ingen anteckning är upplyst.")
            return
        wanted = Mark(mark)
        self.attempt(lambda: self.reflecting.remark(note.id, None if note.mark is wanted else wanted))
        self.refresh_all()
        self._tell_remark()

    def action_learnt(self) -> None:
        """Show what has been learnt; what is taken back there no longer sorts here."""
        from gk_assistant.tui.screens.learnt import LearntScreen  # noqa: PLC0415 - not needed to paint

        self._to_learnt = True
        self.app.push_screen(LearntScreen().sit_at(self.own_desk))

    def on_screen_resume(self) -> None:
        """Draw anew; back from what has been learnt, sort anew too."""
        if self._to_learnt:
            self._to_learnt = False
            self.attempt(self.reflecting.begin)
        super().on_screen_resume()

    def action_undo(self) -> None:
        """Take back the latest step."""
        self.undo_and_say(self.desk.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self.undo_and_say(self.desk.redo, again=True)

    def action_papers(self) -> None:
        """Open the papers."""
        self.app.open_place(Place.PAPPER)  # type: ignore[attr-defined]


def reflected(case: Case) -> Meeting:
    """Return the meeting to reflect on: the latest one that has ended, or that holds a note, or the first."""
    ended = [meeting for meeting in case.meetings if meeting.ended_at is not None]
    noted = [meeting for meeting in case.meetings if meeting.live_notes]
    return (ended or noted or list(case.meetings))[-1]


def _name(heading: Heading | None) -> str:
    return heading.value if heading else "osakra"
