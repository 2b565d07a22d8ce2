"""Power cuts and closed lids: what the screen has acknowledged is on disk, whatever happens next."""

import sys
import time

import pytest

from tests.end_to_end.ground import Ground, unlock
from tests.end_to_end.hands import EMPTY_LINE, Hands
from tests.end_to_end.meeting_notes import RUTOR, meeting_notes
from tests.end_to_end.terminal import WINDOWS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)

LABEL = "Granbacken"
BOX = RUTOR["fritid"]
RESTED = 2.0
"""Seconds without a key, after which what is half-written has been kept; three times what it takes."""

UNFINISHED = "det som aldrig blev skickat"


def test_killed_in_the_middle_of_typing(ground: Ground) -> None:
    """``kill -9`` while a line is being typed: every note that showed is there, the same ruta is open, the line too."""
    ground.vault()
    notes = [jotting for jotting in meeting_notes() if jotting.sign][:8]
    with ground.gk() as terminal:
        unlock(terminal)
        hands = Hands(terminal)
        hands.new_case(LABEL)
        hands.let_choose(RUTOR["vardag"])
        hands.go_to(BOX)
        for jotting in notes:
            hands.note_anywhere(jotting)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        time.sleep(RESTED)
        terminal.kill()

    kept = ground.case_on_disk().meetings[0]
    assert [note.text for note in kept.live_notes] == [jotting.kept for jotting in notes]
    assert kept.current_box == BOX.id

    with ground.gk() as terminal:
        unlock(terminal)
        hands = Hands(terminal)
        hands.see(f"{LABEL} · GK1 · {BOX.title}")
        terminal.wait_for(UNFINISHED)
        assert hands.on_board() == len(notes)
        hands.taken = len(notes)
        terminal.press("Ctrl+U")
        terminal.wait_for(EMPTY_LINE)
        hands.note_anywhere(notes[0])
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
    assert len(ground.case_on_disk().notes) == len(notes) + 1


def test_typing_ahead_of_a_busy_program(ground: Ground) -> None:
    """Lines that come faster than the program draws (dictation, text expanders, a slow disk) are kept one by one."""
    ground.vault()
    notes = [jotting for jotting in meeting_notes() if jotting.sign][:8]
    with ground.gk() as terminal:
        unlock(terminal)
        hands = Hands(terminal)
        hands.new_case(LABEL)
        hands.let_choose(RUTOR["vardag"])
        for jotting in notes:
            terminal.type(f"{RUTOR[jotting.ruta].key}{jotting.sign} {jotting.text}")
            terminal.press("Enter")
        terminal.wait_until(lambda: hands.on_board() == len(notes), "the board never counted every note", 5)
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0
    assert [note.text for note in ground.case_on_disk().notes] == [jotting.kept for jotting in notes]
