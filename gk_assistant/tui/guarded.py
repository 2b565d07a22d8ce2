"""An app that keeps what it shows to itself: locked when nobody is there, and back where one stood after a break."""

import contextlib
from time import monotonic
from typing import Any, cast

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.conversation.standing import Standing
from gk_assistant.tui.services import Services

WATCH = 5.0
"""Seconds between looks at how long nobody has touched a key."""
WARNING = 60.0
"""Seconds before the lock when a word says that it comes."""
CALM = 0.6
"""Seconds after the latest typed sign until the half-written line is kept."""
_NO_VAULT = "Ärendena ligger inte i ett valv, så det finns inget att låsa."
_SOON = "Programmet låses om en minut, om ingen trycker på en tangent."


class GuardedApp(App[str]):
    """Knows where the user stands and keeps it in the vault, where there is one; locks by a key or by itself."""

    def __init__(self, services: Services) -> None:
        """Keep what the screens need."""
        super().__init__()
        self.services = services
        self._touched = monotonic()
        self._kept: Standing | None = None
        self._draft = ("", "")
        self._calm: Timer | None = None
        self._warned = False

    @property
    def locked(self) -> bool:
        """Whether the lock is on."""
        from gk_assistant.tui.screens.lock import LockScreen  # noqa: PLC0415 - not needed to paint

        return any(isinstance(screen, LockScreen) for screen in self.screen_stack)

    def start_guard(self) -> None:
        """Begin to watch for an empty chair."""
        safe = self.services.safe
        if safe is not None and safe.lock_after > 0:
            self.set_interval(WATCH, self._watch)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self._touched = monotonic()
            self._warned = False
        await super().on_event(event)

    def _watch(self) -> None:
        safe = self.services.safe
        if safe is None or self.locked:
            return
        left = safe.lock_after - (monotonic() - self._touched)
        if left <= 0:
            self.action_lock()
        elif left <= WARNING < safe.lock_after and not self._warned:
            self._warned = True
            self.word(_SOON)

    def word(self, words: str) -> None:
        """Say something on the screen at hand, if it has a place for it."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say(words)

    def action_lock(self) -> None:
        """Keep the half-written, wipe the keys and cover the screen."""
        safe = self.services.safe
        if safe is None:
            self.word(_NO_VAULT)
            return
        if self.locked:
            return
        from gk_assistant.tui.screens.lock import LockScreen  # noqa: PLC0415 - not needed to paint

        self.keep_standing()
        safe.lock()
        self.push_screen(LockScreen(safe))

    # Where one stands

    def standing(self) -> Standing:
        """Return where the user stands now."""
        from gk_assistant.tui.screens.base import GkScreen  # noqa: PLC0415 - a circle at start

        title, text = self._draft
        for screen in reversed(self.screen_stack):
            if isinstance(screen, GkScreen):
                if screen.PLACE is None or screen.own_desk is not None:
                    return Standing()  # a rehearsal is taken up again from its own list
                case = self.services.desk.case.id if self.services.desk.is_open else ""
                return Standing(case=case, place=screen.PLACE, line=screen.half_written(), title=title, text=text)
            areas = list(screen.query(TextArea))
            if areas:
                title, text = str(getattr(screen, "heading", "")), areas[0].text
        return Standing()

    def keep_standing(self) -> None:
        """Keep where one stands in the vault, when it has changed; a full disk is told of and tried again later."""
        safe = self.services.safe
        if safe is None or self.locked:
            return
        now = self.standing()
        if now == self._kept:
            return
        try:
            safe.keep_standing(now if now != Standing() else None)
        except StoreFault as fault:
            self.word(str(fault))
        else:
            self._kept = now

    def keep_standing_soon(self) -> None:
        """Keep it once the hand rests."""
        if self.services.safe is None:
            return
        if self._calm is not None:
            self._calm.stop()
        self._calm = self.set_timer(CALM, self.keep_standing)

    def on_text_area_changed(self) -> None:
        """Keep a longer text while it is written."""
        self.keep_standing_soon()

    def go_back(self) -> bool:
        """Open the screen where one stood when the program last stopped; say whether there was one to open."""
        safe = self.services.safe
        stood = safe.standing() if safe is not None else None
        if stood is None or stood.place is None or not stood.case:
            return False
        try:
            self.services.desk.open(stood.case)
        except StoreFault as fault:
            self.word(str(fault))
            return False
        self._kept = stood
        self._draft = (stood.title, stood.text)
        self.open_stood(stood)
        return True

    def open_stood(self, stood: Standing) -> None:
        """Open the screen one stood on, with what was half-written."""
        raise NotImplementedError

    def draft(self, title: str) -> str:
        """Return what was being written under a title when the program stopped, once."""
        known, text = self._draft
        if known != title:
            return ""
        self._draft = ("", "")
        return text

    async def action_quit(self) -> None:
        """Leave; what is half-written waits for the next start, else the next start begins in the list."""
        safe = self.services.safe
        if safe is not None and not self.locked:
            with contextlib.suppress(StoreFault):
                stood = self.standing()
                safe.keep_standing(stood if stood.unfinished else None)
        await super().action_quit()

    # Nothing leaves by the clipboard

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is cut or copied inside the program: the system's clipboard is read by others."""
        self._clipboard = text


def guarded(screen: Screen[Any]) -> GuardedApp:
    """Return a screen's app."""
    return cast("GuardedApp", screen.app)
