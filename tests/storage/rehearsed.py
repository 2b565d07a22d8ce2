"""A rehearsal whose every part is filled, for tests of what keeps it."""

from dataclasses import replace
from datetime import timedelta

from gk_assistant.domain.openness import Rule
from gk_assistant.domain.personas import Layer
from gk_assistant.domain.rehearsals import (
    Cued,
    CueSeen,
    Difficulty,
    FactSeen,
    Part,
    Rehearsal,
    Said,
    Setting,
    Shown,
    Speaker,
    Stir,
    Turn,
)
from gk_assistant.domain.utterances import Act, Clue, Heard, Kind
from tests.storage.test_store_contract import MORNING, small_case

QUESTION = "Vad tänker du på när du vaknar vid femtiden, Annika?"
ANSWER = "På allt jag inte hann. Sen ligger jag där tills klockan ringer."


def turn(number: int, part: Part = Part.GK1) -> Turn:
    """Return a turn with something in every field."""
    heard = Heard(
        text=f"{QUESTION} ({number})",
        kind=Kind.OPPEN,
        likely=Kind.OPPEN,
        second=Kind.SLUTEN,
        certainty=0.93,
        kinds=(Kind.REFLEKTION, Kind.OPPEN),
        ruta="vardag",
        ruta_certainty=0.6,
        themes=("somn",),
        clues=(Clue(act=Act.NAMN, words="Annika"), Clue(act=Act.EMPATI)),
        feedback="En öppen fråga som låter personen berätta.",
        better="Vad händer i dig då?",
        words=9,
        questions=1,
    )
    said = (
        Said(by=Speaker.DELTAGARE, text=f"{ANSWER} ({number})", line="somn/oppet/1", topic="somn", layer=Layer.OPPET),
        Said(by=Speaker.MED, text="Det är så.", name="Karin"),
    )
    return Turn(
        number=number,
        part=part,
        heard=heard,
        said=said,
        seconds=12.5 * number,
        openness=40 + number % 50,
        stirs=(Stir(rule=Rule.OPPEN_FRAGA, step=4, told="Vad"), Stir(rule=Rule.NAMN, step=2, told="Annika")),
        topic="somn",
        ruta="vardag",
        fresh=("somn/oppet/1",),
        cues=(CueSeen(cue="hann", words="allt jag inte hann", became=Cued.GIVEN, why="Kraven hon ställer på sig."),),
        understood=number % 7 != 0,
        hinted=number % 5 == 0,
    )


def rehearsal(rehearsal_id: str = "a1b2c3d4e5f6", turns: int = 3, days: int = 0) -> Rehearsal:
    """Return an ended rehearsal with notes; ``days`` after the first."""
    begun = MORNING + timedelta(days=days)
    return Rehearsal(
        id=rehearsal_id,
        begun=begun,
        setting=Setting(
            persona="utmattning", seed=4, difficulty=Difficulty.SVAR, ruta="vardag", turns=40, shown=Shown.DOLD
        ),
        name="Annika",
        title="Utmattning",
        start=35,
        trust=60,
        shut=20,
        turns=tuple(turn(number, Part.GK2 if number > turns - 1 else Part.GK1) for number in range(1, turns + 1)),
        facts=(FactSeen(topic="somn", ruta="vardag", fact="Hon vaknar vid femtiden.", deep=False, turn=1),),
        rutor=("vardag", "socialt"),
        ended=begun + timedelta(hours=1),
        case=replace(small_case("ovn"), label="Övning: Annika"),
        trainee="tall-7",
    )
