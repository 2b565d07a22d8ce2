"""The way through a rehearsal: GK1, the reflection, GK2 with trappa and plan, the mirror; each may be skipped."""

from collections.abc import Callable, Sequence

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.rehearsals import Part
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.rehearsal_notes import RehearsalNotes

TALK_ON = Choice(id="prata", title="Prata vidare", key="p")
REFLECT = Choice(id="reflektion", title="Till reflektionen", remark="sortera det du antecknat", key="r")
SECOND = Choice(id="gk2", title="Till GK2", remark="personen kommer tillbaka", key="g")
MIRROR = Choice(id="spegel", title="Till spegeln", remark="övningen är slut", key="s")
PLAN = Choice(id="plan", title="Till trappan och planen", remark="innan mötet är slut", key="t")
NOT_SAID = "Du har inte sagt något än. Skriv det du vill säga och tryck Enter."


class RehearsalWay(RehearsalNotes):
    """The part of the rehearsal's screen that goes on from one meeting to the next."""

    _back_from_reflection = False

    @property
    def between(self) -> bool:
        """Whether GK1 is over and GK2 has not begun."""
        return self.room.part is Part.GK1 and self.has_desk and self.talk.meeting.ended_at is not None

    def action_end(self) -> None:
        """Ask what comes after the meeting; to talk on is lit first."""
        if not self.room.rehearsal.turns:
            self.say(NOT_SAID)
        elif self.between:
            self.ask_what_now()
        elif self.room.part is Part.GK1:
            self._ask("Är GK1 slut?", (TALK_ON, REFLECT, SECOND, MIRROR))
        else:
            self._ask("Är GK2 slut?", (TALK_ON, PLAN, MIRROR))

    def ask_what_now(self) -> None:
        """Ask what comes now that GK1 is over."""
        self._ask("GK1 är slut. Vad gör du nu?", (SECOND, REFLECT, MIRROR))

    def _ask(self, title: str, choices: Sequence[Choice]) -> None:
        steps: dict[str, Callable[[], None]] = {
            REFLECT.id: self._reflect,
            SECOND.id: self._begin_second,
            MIRROR.id: self._to_mirror,
            PLAN.id: self.action_planning,
        }

        def chosen(answer: str | None) -> None:
            step = steps.get(answer or "")
            if step is not None:
                self.say("")
                step()

        self.app.push_screen(Pick(title, choices), chosen)

    def _end_meeting(self) -> bool:
        if not self.open_desk():
            return False
        try:
            self.talk.end()
        except StoreFault as fault:
            self.say(str(fault), "error")
            return False
        return True

    def _reflect(self) -> None:
        if not self._end_meeting():
            return
        from gk_assistant.tui.screens.reflection import ReflectionScreen  # noqa: PLC0415 - not needed to paint

        self._back_from_reflection = True
        self.app.push_screen(ReflectionScreen().sit_at(self.own_desk))

    def back_from_reflection(self) -> None:
        """Ask what now, once, when the reflection has been closed."""
        if self._back_from_reflection and self.app.screen is self:  # a screen not yet styled counts as see-through
            self._back_from_reflection = False
            self.ask_what_now()

    def _begin_second(self) -> None:
        if not self._end_meeting():
            return
        self.room.begin_second()
        if self.attempt(self._take_up_meeting) is not None:
            self.to_talk()
            self.say("GK2. Nu finns trappan och planen med Ctrl+T.")

    def to_talk(self) -> None:
        """Go to the line one talks by."""

    def _to_mirror(self) -> None:
        if not self._end_meeting():
            return
        rehearsal = self.attempt(self.room.end)
        if rehearsal is None:
            return
        from gk_assistant.tui.screens.mirror import MirrorScreen  # noqa: PLC0415 - not needed to paint

        self.app.switch_screen(MirrorScreen(self.practice, rehearsal))
