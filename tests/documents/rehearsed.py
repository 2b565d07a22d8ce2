"""Rehearsals and mirrors made by hand, for the papers about practice; all people in them are made up."""

from datetime import UTC, datetime, timedelta

from gk_assistant.domain.mirrors import Comparison, CuePassed, Guided, Measure, Mirror, PlotPoint, Remark, RutaSeen
from gk_assistant.domain.openness import Rule
from gk_assistant.domain.rehearsals import (
    Cued,
    CueSeen,
    FactSeen,
    Part,
    Rehearsal,
    Said,
    Setting,
    Speaker,
    Stir,
    Turn,
)
from gk_assistant.domain.utterances import Heard, Kind

BEGUN = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
NOW = BEGUN + timedelta(hours=1)


def rehearsal() -> Rehearsal:
    """Return two turns of GK1 and one of GK2, with a companion, a silence and something unsure."""
    return Rehearsal(
        id="r1",
        begun=BEGUN,
        setting=Setting(persona="utmattning", seed=7),
        name="Katarina",
        title="Utmattning",
        start=40,
        trust=60,
        shut=15,
        trainee="K7",
        turns=(
            Turn(
                number=1,
                part=Part.GK1,
                heard=Heard(text="Hur ser en vanlig dag ut?", kind=Kind.OPPEN, likely=Kind.OPPEN, certainty=0.9),
                said=(
                    Said(by=Speaker.DELTAGARE, text="Jag går upp med barnen."),
                    Said(by=Speaker.MED, name="Per", text="Hon vilar sen."),
                ),
                openness=44,
                stirs=(Stir(rule=Rule.OPPEN_FRAGA, step=4), Stir(rule=Rule.EN_SAK, step=0)),
            ),
            Turn(
                number=2,
                part=Part.GK1,
                heard=Heard(text="Du vilar", likely=Kind.REFLEKTION, second=Kind.LEDANDE, certainty=0.3),
                said=(Said(by=Speaker.DELTAGARE, text="Ja."),),
                openness=32,
                stirs=(Stir(rule=Rule.IFRAGASATT, step=-12),),
                hinted=True,
            ),
            Turn(number=3, part=Part.GK2, heard=Heard(text=""), openness=32),
        ),
    )


def mirror(**more: object) -> Mirror:
    """Return a whole mirror, every part of it there; ``more`` takes the place of what is usual."""
    usual: dict[str, object] = {
        "title": "Utmattning",
        "name": "Katarina",
        "begun": BEGUN,
        "turns": 3,
        "kinds": tuple((kind, int(kind is Kind.OPPEN)) for kind in Kind),
        "unsure": 1,
        "measures": (
            Measure(id="rad", name="Frågor i rad", value="2", number=2, guide="högst tre", stands=Guided.INOM),
            Measure(id="ord", name="Din del", value="62 %", number=0.62, guide="hälften", stands=Guided.OSAKERT),
        ),
        "strengths": (Remark(id="oppen_fraga", words="Du frågade öppet.", turn=1, quote="Hur ser en vanlig dag ut?"),),
        "tries": (
            Remark(id="ifragasatt", words="Var nyfiken.", turn=2, quote="Du vilar", better="Berätta mer om vilan."),
        ),
        "rutor": (
            RutaSeen(ruta="vardag", title="Vardag", turns=2, reached=1, of=2),
            RutaSeen(ruta="socialt", title="Socialt", turns=0, reached=0, of=1),
        ),
        "facts": (
            FactSeen(topic="b", ruta="vardag", fact="Sover mitt på dagen.", deep=True, turn=0),
            FactSeen(topic="a", ruta="vardag", fact="Går upp halv sju.", deep=False, turn=1),
        ),
        "cues": (
            CuePassed(turn=1, seen=CueSeen(cue="c1", words="förstås", became=Cued.GIVEN)),
            CuePassed(turn=2, seen=CueSeen(cue="c1", words="förstås", became=Cued.FORBI, why="Där låg det svåra.")),
        ),
        "plot": (
            PlotPoint(turn=0, openness=40),
            PlotPoint(turn=1, openness=44, rule=Rule.OPPEN_FRAGA, step=4),
            PlotPoint(turn=2, openness=32, rule=Rule.IFRAGASATT, step=-12),
        ),
        "trust": 60,
        "shut": 15,
        "comparison": Comparison(
            first="steg 1: ”inte än”",
            later="steg 2",
            ours=("steg 3",),
            goal="Vila först.",
            needs=("lugn",),
            steps=("Promenad – hon – i mars",),
            otherwise="Pröva igen.",
            avoid=("Hela dagar.",),
            our_goal="Jobba.",
        ),
        "not_understood": ("Blargh?",),
    }
    return Mirror(**(usual | more))  # type: ignore[arg-type]
