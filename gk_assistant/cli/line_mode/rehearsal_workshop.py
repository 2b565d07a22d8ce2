"""The rehearsal's own case on a desk of its own, for the ordinary rooms of line mode."""

from dataclasses import dataclass
from pathlib import Path

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.standing import Safe
from gk_assistant.conversation.trail import Deed
from gk_assistant.rehearsal.practice import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalWorkshop:
    """The rehearsal's own case on a desk of its own, as :class:`~gk_assistant.cli.ports.OpenWorkshop`."""

    desk: Desk
    ear: Ear
    folder: Path
    own: Practice
    safe: Safe | None = None
    remarks: tuple[str, ...] = ()

    def note(self, deed: Deed, *, case_id: str, what: str = "", form: str = "") -> None:
        """Leave nothing in the trail: nobody's case has been touched."""

    def practice(self, *, trainee: str = "") -> Practice:  # noqa: ARG002  # one rehearsal, one code
        """Return where one practises."""
        return self.own
