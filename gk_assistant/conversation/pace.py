"""The quiet clock: 60 minutes of talk and 15 of reflection, with a hint when rutor remain. Nothing blinks."""

from dataclasses import dataclass
from datetime import datetime

from gk_assistant.conversation.coverage import remaining
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Whole minutes talked and left (left is negative when over time), rutor left, and whether the clock goes."""

    talked: int
    left: int
    rutor_left: int
    running: bool
    begun: bool
    hint: bool

    @property
    def words(self) -> str:
        """The clock as a line on the screen."""
        if not self.begun:
            return "klockan är inte startad"
        if not self.running:
            return f"paus · {self._time}"
        if self.hint and self.rutor_left:
            return f"{self._rutor} kvar, {self._time}"
        return self._time

    @property
    def answer(self) -> str:
        """The answer to "hur lång tid är det kvar?"."""
        if not self.begun:
            return "Klockan startar när du väljer den första rutan."
        rutor = f" {self._rutor.capitalize()} är orörda." if self.rutor_left else " Alla rutor är berörda."
        if self.left < 0:
            return f"Ni har talat i {self.talked} minuter, {-self.left} över tiden.{rutor}"
        pause = " Klockan står." if not self.running else ""
        return f"Ni har talat i {self.talked} minuter. Det är {self.left} kvar.{pause}{rutor}"

    @property
    def _time(self) -> str:
        return f"{self.left} min kvar" if self.left >= 0 else f"{-self.left} min över"

    @property
    def _rutor(self) -> str:
        return f"{self.rutor_left} rutor" if self.rutor_left != 1 else "1 ruta"


def talk_pace(bank: Bank, meeting: Meeting, now: datetime) -> Pace:
    """Return how the talk stands against its planned time."""
    talked = int(meeting.talked(now).total_seconds() // 60)
    left = bank.clock.talk - talked
    return Pace(
        talked=talked,
        left=left,
        rutor_left=len(remaining(bank, meeting)),
        running=meeting.running,
        begun=meeting.started_at is not None,
        hint=left <= bank.clock.hint,
    )


def reflection_words(bank: Bank, meeting: Meeting, now: datetime) -> str:
    """Return the reflection's clock as a line on the screen."""
    if meeting.reflection_began is None:
        return f"{bank.clock.reflection} min"
    used = int(max((now - meeting.reflection_began).total_seconds(), 0) // 60)
    left = bank.clock.reflection - used
    if left < -bank.clock.talk:
        return ""
    return f"{left} min kvar" if left >= 0 else f"{-left} min över"
