"""One whole kartläggning by keys: from an empty folder to the papers on the table."""

import sys
from datetime import timedelta
from itertools import takewhile

import pytest

from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import ChosenBy, ClockStep
from gk_assistant.domain.notes import Mark, Origin, Voice
from gk_assistant.domain.planning import NeedKind, OutcomeKind
from gk_assistant.domain.reflections import Decision
from gk_assistant.domain.trappa import PlacedBy
from tests.end_to_end.ground import Ground, first_start
from tests.end_to_end.hands import Hands
from tests.end_to_end.meeting_notes import RUTOR, meeting_notes
from tests.end_to_end.terminal import WINDOWS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=WINDOWS)

LABEL = "Videkroken"
NOTES = meeting_notes()
EVENING, WISH = "kvällarna är längst", "jag vill ha en anledning att gå upp"
FK_VIEW, AF_VIEW = "Orken är jämnare än i våras.", "Det finns platser som passar."
NOW_WORDS, SOON_WORDS = "Det är här jag är nu", "Dit vill jag före jul"
NEED = "Samma buss hem som grannen"
GOAL = "Jobba med händerna några timmar i veckan"
STEPS = (
    ("1", "Enter", "torsdag nästa vecka"),
    ("4", "Enter", "om två veckor"),
    ("2", "d", "om tre veckor"),
    ("Ringa varandra varje fredag", "f", "varje vecka"),
    ("3", "Enter", "när det känns bra"),
)
"""Five steps: ready-made ones by their keys and one in own words; by whom; when."""

STEP_WORDS = (
    "Besöka en arbetsplats och se hur det är där",
    "Träffa en arbetsterapeut om anpassningar",
    "Börja arbetsträna",
    "Ringa varandra varje fredag",
    "Öka tiden om det känns bra",
)


def test_a_whole_kartlaggning_in_a_real_terminal(ground: Ground) -> None:
    """A vault, a case, GK1 with notes in all rutor, reflection, GK2 with trappa and plan, papers; all of it on disk."""
    with ground.gk() as terminal:
        first_start(terminal)
        hands = Hands(terminal)
        hands.new_case(LABEL)
        hold_first_talk(hands)
        reflect(hands)
        plan_in_second_meeting(hands)
        terminal.press("F7")
        terminal.wait_for("REHAB-TRAPPAN")
        terminal.press("Ctrl+Q")
        assert terminal.wait_end() == 0

    case = ground.case_on_disk()
    look_at_first_talk(case, hands.taken)
    look_at_reflection(case)
    look_at_planning(case)
    look_at_papers(ground)


def hold_first_talk(hands: Hands) -> None:
    """Take notes in every way there is: mark and words, stödord, quotation, short lines; ask, pause, end."""
    hands.let_choose(RUTOR["vardag"])
    hands.mark("-", EVENING)
    hands.stodord("1")
    hands.stodord("2")
    hands.undo()
    hands.line(f'"{WISH}"')
    hands.counted()
    hands.request("vad saknas", "Orörda rutor:")
    for number, jotting in enumerate(NOTES):
        if jotting.sign and number % 3:
            hands.note_anywhere(jotting)
        else:
            hands.note_in_its_ruta(jotting)
    terminal = hands.terminal
    terminal.press("F6")
    hands.answer("Paus. F6 när ni fortsätter.", "F6")
    hands.answer("Klockan går.", "Ctrl+B")
    terminal.wait_for(f"{LABEL} · GK1 · Reflektion")


def reflect(hands: Hands) -> None:
    """Move a note, write both views, agree, decide on a new meeting, and go back to the list."""
    terminal = hands.terminal
    terminal.wait_for("Beslut: inte fattat")
    terminal.press("2")
    hands.answer("Flyttad till Aktivitet", "s")
    hands.answer("f  FK:s syn", "f")
    hands.write("Esc sparar", FK_VIEW, end="Esc")
    hands.answer(f"FK:s syn  {FK_VIEW}", "a")
    hands.write("Esc sparar", AF_VIEW, end="Esc")
    hands.answer(f"AF:s syn  {AF_VIEW}", "j")
    hands.answer("Samsyn: ja", "b")
    hands.answer("Nytt möte inom två veckor", "1")
    hands.answer("Vilken dag är nästa möte?", "Enter")
    hands.write("Vilken tid?", "10.00")
    hands.answer("Nästa möte:", "Esc")
    terminal.wait_for("Mina ärenden")
    terminal.wait_for("GK2")


def plan_in_second_meeting(hands: Hands) -> None:
    """Put two crosses on the stairs, name needs, write goal, follow-up and five steps, and choose the outcome."""
    terminal = hands.terminal
    terminal.press("s")
    hands.answer(f"{LABEL} · GK2", "Ctrl+T")
    terminal.wait_for("› F2 Trappan")
    hands.place_on_trappa("2", "s", NOW_WORDS)
    hands.place_on_trappa("b", "e", SOON_WORDS)
    hands.answer("› F2 Trappan 2", "F3")
    hands.answer("› F3 Behov", "n")
    hands.answer("Vad behövs?", "1")
    hands.answer("1  √", "2")
    hands.answer("2  √", "e")
    hands.write("Behovet med egna ord", NEED)
    hands.answer("› F3 Behov 3", "F4")
    hands.answer("› F4 Planen", "Enter")
    hands.write("Vart vill du komma", GOAL, end="Esc")
    terminal.wait_for(f"”{GOAL}”")
    hands.open_row("Uppföljning", "Vilken dag följer ni upp?")
    hands.write("Vilken dag följer ni upp?", "om fem veckor")
    hands.answer("Hur följer ni upp?", "v")
    terminal.wait_for("Videomöte")
    for number, (what, who, when) in enumerate(STEPS, 1):
        hands.add_step(what, who, when)
        terminal.wait_for(f"› F4 Planen {number}")
    terminal.press("F5")
    hands.answer("› F5 Utfall", "n")
    hands.answer("Hur slutade kartläggningen?", "f")
    terminal.wait_for("› F5 Utfall √")


def look_at_first_talk(case: Case, taken: int) -> None:
    """At least 40 notes over all 14 rutor are in the file, word for word, with their marks and voices."""
    first = case.meetings[0]
    notes = first.live_notes
    assert taken >= 40
    assert len(notes) == taken
    assert {note.ruta for note in notes} == set(RUTOR)
    kept = {(note.ruta, note.text) for note in notes}
    assert kept >= {(jotting.ruta, jotting.kept) for jotting in NOTES}
    assert ("vardag", EVENING, Mark.HINDER) in {(note.ruta, note.text, note.mark) for note in notes}
    assert WISH in {note.text for note in notes if note.voice is Voice.EGNA_ORD}
    assert first.first_box is not None
    assert (first.first_box.ruta, first.first_box.by) == ("vardag", ChosenBy.DELTAGARE)
    steps = [event.step for event in first.clock]
    assert steps == [ClockStep.START, ClockStep.PAUS, ClockStep.FORTSATT, ClockStep.SLUT]


def look_at_reflection(case: Case) -> None:
    """Every note is sorted, one of them by hand; views, samsyn and the decision with its day are in the file."""
    first, second = case.meetings
    assert all(note.sorting is not None for note in first.live_notes)
    assert sum(note.sorting is not None and note.sorting.origin is Origin.OWN for note in first.live_notes) == 1
    reflection = first.reflection
    assert (reflection.fk_view, reflection.af_view, reflection.agreed) == (FK_VIEW, AF_VIEW, True)
    assert reflection.decision is Decision.NYTT_MOTE
    assert first.day is not None
    assert second.day is not None
    assert (second.day, second.time) == (reflection.next_day, "10.00")
    assert second.day - first.day <= timedelta(days=14)


def look_at_planning(case: Case) -> None:
    """Both crosses, the needs, the plan with its five steps and the outcome are in the file."""
    assert [(one.step, one.by) for one in case.placements] == [(2.0, PlacedBy.SJALV), (2.5, PlacedBy.NARSTAENDE_ENIG)]
    assert [(need.kind, need.text) for need in case.needs][-1] == (NeedKind.BEHOV, NEED)
    assert len(case.needs) == 3
    assert case.plan is not None
    assert case.plan.goal == GOAL
    assert case.plan.follow_up_day is not None
    assert tuple(step.what for step in case.plan.steps) == STEP_WORDS
    assert tuple(step.when for step in case.plan.steps) == tuple(when for _, _, when in STEPS)
    assert case.outcome is not None
    assert case.outcome.kind is OutcomeKind.SAMARBETE


def look_at_papers(ground: Ground) -> None:
    """The printed trappa has both crosses and the printed plan the five steps; ``pytest -s`` shows them."""
    trappa, plan = ground.printed("trappa", LABEL), ground.printed("plan", LABEL)
    sys.stdout.write(f"\n{trappa}\n\n{plan}\n")
    assert "Till deltagaren" in trappa
    assert trappa.count(" X ") == 2
    assert NOW_WORDS in " ".join(trappa.split())
    assert SOON_WORDS in " ".join(trappa.split())
    assert GOAL in plan
    assert steps_of(plan) == STEP_WORDS
    assert FK_VIEW not in trappa + plan


def steps_of(plan: str) -> tuple[str, ...]:
    """Return what stands in the column *Vad* of the printed plan, a text for each step."""
    lines = iter(plan.splitlines())
    head = next(line for line in lines if line.split() == ["Vad", "Vem", "När", "Omfattning"])
    column = slice(head.index("Vad"), head.index("Vem"))
    steps: list[list[str]] = []
    for line in takewhile(str.strip, lines):
        if line.strip(" ━─"):
            steps[-1] += line[column].split()
        else:
            steps.append([])
    return tuple(" ".join(words) for words in steps)
