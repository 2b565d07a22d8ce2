"""A whole rehearsal by keys in a real terminal: choose, talk, note, reflect, GK2, mirror; all kept in the vault."""

import sys

import pytest

from gk_assistant.domain.notes import Mark
from gk_assistant.domain.rehearsals import Part, Rehearsal
from gk_assistant.storage.vault_folders import VaultFolders
from tests.end_to_end.ground import PASSPHRASE, Ground, unlock
from tests.end_to_end.hands import Hands
from tests.end_to_end.terminal import WINDOWS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)

FIRST = (
    "Hej Katarina, välkommen hit. Jag heter Eva.",
    "Vi ses för att du ska få berätta vad som fungerar och vad du behöver.",
    "Vilken ruta vill du börja med?",
    "Hur ser en vanlig dag ut för dig?",
    "Du säger att en sak får räcka. Det låter tungt.",
    "Berätta mer om det.",
    "Är det okej att jag frågar om sömnen?",
    "Hur sover du?",
    "Vad är det som ger dig kraft?",
    "Om jag förstår dig rätt räcker kraften till förmiddagen. Stämmer det?",
)
AGAIN = ("Hej igen Katarina, hur har du haft det?", "Var på trappan skulle du sätta dig själv i dag?")
WORDS = "Hit orkar jag"


def test_a_whole_rehearsal_in_a_real_terminal(ground: Ground) -> None:
    """Ten turns, notes, the reflection, GK2 with a cross on the trappa, the mirror: kept, and read by a new start."""
    ground.vault()
    with ground.gk("ova") as terminal:
        unlock(terminal)
        hands = Hands(terminal)
        hands.answer("Öva på en påhittad person", "Enter")
        hands.see("Katarina sitter mitt emot dig.")
        talk(hands, FIRST)
        note(hands)
        reflect(hands)
        second(hands)
        mirror(hands)
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0

    look_at(kept(ground))
    with ground.gk("ova", "--spegel", "1", rows=200) as terminal:
        unlock(terminal)
        assert terminal.wait_end() == 0
        assert WORDS in " ".join(terminal.text().split())


def talk(hands: Hands, said: tuple[str, ...]) -> None:
    """Say a line at a time, each when the answer to the one before has come."""
    for text in said:
        hands.line(text)
        hands.see("skriv det du vill säga")


def note(hands: Hands) -> None:
    """Go to the notes, take two with the keys of a meeting, and go back."""
    terminal = hands.terminal
    terminal.press("F3")
    hands.see("rutans bokstav och Enter")
    terminal.type("v")
    terminal.press("Enter")
    hands.see("märker · 1–9 stödord")
    terminal.press("-")
    hands.see("ord till märket")
    hands.line("trött efter lunch")
    hands.see("- v⌂ trött efter lunch")
    hands.line('"en sak i sig"')
    hands.see("”en sak i sig”")
    terminal.press("F3")
    hands.see("skriv det du vill säga")


def reflect(hands: Hands) -> None:
    """End GK1 and look at the notes, sorted."""
    hands.terminal.press("Ctrl+B")
    hands.answer("Är GK1 slut?", "r")
    hands.see("Övning: Katarina · GK1 · Reflektion")
    hands.see("trött efter")
    hands.terminal.press("Esc")
    hands.answer("GK1 är slut. Vad gör du nu?", "g")
    hands.see("Katarina är tillbaka.")


def second(hands: Hands) -> None:
    """Hold GK2: two turns, and a cross on the trappa."""
    talk(hands, AGAIN)
    hands.terminal.press("Ctrl+T")
    hands.see("› F2 Trappan")
    hands.place_on_trappa("2", "s", WORDS)
    hands.see("› F2 Trappan 1")
    hands.terminal.press("Esc")
    hands.see("skriv det du vill säga")
    hands.terminal.press("Ctrl+B")
    hands.answer("Är GK2 slut?", "s")


def mirror(hands: Hands) -> None:
    """Read the mirror, look at the curve, play the talk back a step, and go back to the list."""
    hands.see("Det här gjorde du bra")
    hands.terminal.press("p")
    hands.answer("replik 1 av 12", "Right")
    hands.answer("replik 2 av 12", "Esc")
    hands.answer("Det här gjorde du bra", "Esc")
    hands.see("Dina övningar: 1")


def kept(ground: Ground) -> Rehearsal:
    """Return the one rehearsal of the vault."""
    vault = VaultFolders().open(ground.sessions, PASSPHRASE)
    (rehearsal,) = vault.rehearsals.all()
    vault.close()
    return rehearsal


def look_at(rehearsal: Rehearsal) -> None:
    """Every word said, both meetings, the notes and the cross are in the vault, and the rehearsal is over."""
    assert [turn.heard.text for turn in rehearsal.of(Part.GK1)] == list(FIRST)
    assert [turn.heard.text for turn in rehearsal.of(Part.GK2)] == list(AGAIN)
    assert all(turn.answer for turn in rehearsal.turns)
    assert rehearsal.ended is not None
    assert rehearsal.case is not None
    notes = rehearsal.case.meetings[0].live_notes
    assert [(note.text, note.mark) for note in notes] == [("trött efter lunch", Mark.HINDER), ("en sak i sig", None)]
    assert [(one.step, one.words) for one in rehearsal.case.placements] == [(2.0, WORDS)]
