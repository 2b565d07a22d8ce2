"""What every dialog is: it gives one answer, however fast the keys come."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A dialog that is over with its first answer.

    Keys typed or pasted faster than the screen is drawn reach it once more before it is gone. A second answer would
    close the screen below it, so it is let fall.
    """

    answered = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give the answer and close, once."""
        if self.answered:
            return AwaitComplete.nothing()  # type: ignore[no-untyped-call, no-any-return]
        self.answered = True
        return super().dismiss(result)  # type: ignore[arg-type]
