"""The lock: a blank screen with one line for the passphrase. What lies below is kept, and the keys are gone."""

from collections.abc import Iterable

from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Label

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.standing import Safe, WrongSecret, wait_after

_TITLE = "Programmet är låst"
_HINT = "Allt är sparat, också det du höll på att skriva. Skriv lösenfrasen och tryck Enter. Ctrl+Q avslutar."


class LockScreen(Screen[None]):
    """Covers everything until the passphrase, or the recovery key, is given."""

    CSS_PATH = "lock.tcss"

    def __init__(self, safe: Safe) -> None:
        """Wait for ``safe`` to be unlocked."""
        super().__init__()
        self._safe = safe
        self._wrong = 0

    def compose(self) -> Iterable[Widget]:
        """Lay out the line in the middle."""
        with Vertical(id="lock"):
            yield Label(_TITLE, id="lock-title", markup=False)
            yield Input(password=True, id="secret", compact=True)
            yield Label(_HINT, id="lock-hint", markup=False)
            yield Label("", id="lock-word", markup=False)

    def on_mount(self) -> None:
        """Take the focus."""
        self.query_one("#secret").focus()

    @property
    def _line(self) -> Input:
        return self.query_one("#secret", Input)

    def on_input_submitted(self) -> None:
        """Try the passphrase, off the screen's own thread: the key takes a tenth of a second or more."""
        secret, self._line.value = self._line.value, ""
        if not secret:
            return
        self._line.disabled = True
        self._say("Låser upp …")
        self.run_worker(lambda: self._try(secret), thread=True)

    def _try(self, secret: str) -> None:
        try:
            self._safe.unlock(secret)
        except WrongSecret as fault:
            self._wrong += 1
            wait = wait_after(self._wrong)
            self.app.call_from_thread(self._refuse, f"{fault} Försök igen om {_seconds(wait)}.", wait)
        except StoreFault as fault:
            self.app.call_from_thread(self._refuse, str(fault), 1)
        else:
            self.app.call_from_thread(self.dismiss)

    def _refuse(self, words: str, wait: int) -> None:
        self._say(words)
        self.set_timer(wait, self._again)

    def _again(self) -> None:
        self._line.disabled = False
        self._line.focus()
        self._say("Försök igen.")

    def _say(self, words: str) -> None:
        self.query_one("#lock-word", Label).update(words)


def _seconds(count: int) -> str:
    return "en sekund" if count == 1 else f"{count} sekunder"
