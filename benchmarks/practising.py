"""Practising: the personas read, a rehearsal begun, each answer of a talk, the mirror at its end."""

from datetime import UTC, datetime
from functools import partial
from statistics import median
from time import perf_counter

from benchmarks.measuring import Row, medians, timed
from gk_assistant.conversation.when import weekend
from gk_assistant.domain.notes import Role
from gk_assistant.domain.rehearsals import Setting
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.rehearsal.ports import NothingKept
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.persona_reader import TomlPersonas

TURNS = 100_000
LOOP = f"tom slinga, {TURNS} varv"
TALK = (
    "Hej och välkommen. Vi ses för att du ska få berätta hur du har det.",
    "Vilken ruta vill du börja med?",
    "Hur ser en vanlig dag ut för dig?",
    "Det låter tungt att inte få vila.",
    "Vad hjälper när det blir för mycket?",
    "Hur länge har du varit sjukskriven?",
    "Vem hjälper dig hemma?",
    "Om jag har förstått dig rätt är orken minst på kvällen. Stämmer det?",
)


def rows() -> list[Row]:
    """Measure with the real bank, personas and ear, nothing kept on disk."""
    bank = TomlBank()
    ear = TraineeEar.from_data(bank.lexicon(), rutor=bank.bank().rutor)
    place = Practice(
        personas=TomlPersonas(),
        store=NothingKept(),
        source=bank,
        hearer=lambda: ear,
        now=partial(datetime.now, UTC),
        new_id=lambda: "matt",
        author=Role.FK,
        is_free=weekend,
    )
    told = place.begin(Setting(persona="vark_nedstamd"))
    for line in TALK * 5:
        told.say(line)

    def loop() -> None:
        for _ in range(TURNS):
            pass

    taken = medians(
        {
            "people": timed(place.people),
            "begin": timed(lambda: place.begin(Setting(persona="vark_nedstamd"))),
            "answer": lambda: _answers(place)[0],
            "slowest": lambda: _answers(place)[1],
            "mirror": timed(lambda: place.mirror(told.rehearsal)),
            LOOP: timed(loop),
        },
        runs=7,
    )
    named = {
        "people": "alla tio personer lästa",
        "begin": "en övning börjar",
        "answer": "ett svar (median i ett samtal på 40 repliker)",
        "slowest": "det långsammaste av dem",
        "mirror": "spegeln efter 40 repliker",
    }
    return [Row(what=what, seconds=taken[key], yardstick=LOOP, yard=taken[LOOP]) for key, what in named.items()]


def _answers(place: Practice) -> tuple[float, float]:
    """Return the median and the longest time of an answer in a talk of forty turns, in seconds."""
    room = place.begin(Setting(persona="vark_nedstamd"))
    taken = []
    for line in TALK * 5:
        begun = perf_counter()
        room.say(line)
        taken.append(perf_counter() - begun)
    return median(taken), max(taken)
