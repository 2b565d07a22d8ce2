"""A fictive case with everything in it, for golden papers."""

from datetime import UTC, date, datetime, timedelta, timezone

from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.meetings import ChosenBy, ClockEvent, ClockStep, FirstBox, Meeting, Participant
from gk_assistant.domain.notes import Heading, Mark, Note, Role, Sorting, Voice
from gk_assistant.domain.planning import Need, NeedKind, Outcome, OutcomeKind, Plan, PlanStep
from gk_assistant.domain.reflections import Decision, Reflection, SpecialistNeed
from gk_assistant.domain.trappa import PlacedBy, Placement

WINTER = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 17, 11, 30, tzinfo=WINTER)
START = datetime(2026, 11, 3, 10, 2, tzinfo=WINTER)

_ABBREVIATIONS = {"e": "efter", "AF": "Arbetsförmedlingen", "FK": "Försäkringskassan", "VC": "vårdcentralen"}

_ROWS: tuple[tuple[str, str, Mark | None, Heading | None, Voice], ...] = (
    ("vardag", "tröttnar e 20 min, vilar på eftermiddagen", Mark.HINDER, Heading.AKTIVITET, Voice.BERATTAT),
    ("vardag", "lagar mat varje dag", Mark.FUNGERAR, Heading.AKTIVITET, Voice.BERATTAT),
    ("vardag", "Jag gör lite i taget, annars ligger jag två dagar.", None, Heading.AKTIVITET, Voice.EGNA_ORD),
    ("fysisk_halsa", "värk i nacken varje morgon", Mark.HINDER, Heading.KROPP, Voice.BERATTAT),
    ("fysisk_halsa", "promenerar 30 minuter", Mark.FUNGERAR, Heading.KROPP, Voice.BERATTAT),
    ("behandling", "utmattningssyndrom, gradvis återgång kan prövas", None, Heading.KROPP, Voice.INTYG),
    ("behandling", "behöver ny läkartid på VC", Mark.BEHOV, Heading.KROPP, Voice.BERATTAT),
    ("socialt", "syster bor nära och hjälper till", Mark.FUNGERAR, Heading.OMGIVNING, Voice.BERATTAT),
    ("kontaktpersoner", "kurator på VC var tredje vecka", None, Heading.OMGIVNING, Voice.BERATTAT),
    ("arbetsliv", "12 år i bageri, gesällbrev", Mark.FUNGERAR, Heading.PERSON, Voice.BERATTAT),
    ("arbetsliv", "Jag saknar doften av nybakat bröd.", None, Heading.PERSON, Voice.EGNA_ORD),
    ("andra_aspekter", "vill helst börja efter nyår", None, None, Voice.BERATTAT),
    ("arbetsliv", "fråga arbetsgivaren om intyg", Mark.FOLJ_UPP, Heading.PERSON, Voice.BERATTAT),
    ("fysisk_halsa", "kan troligen klara lätt arbete", None, Heading.KROPP, Voice.BEDOMNING),
)


def expand(text: str, ruta: str | None = None) -> str:  # noqa: ARG001 - as the port has it
    """Spell out the few abbreviations of the case."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in text.split(" "))


def _notes() -> tuple[Note, ...]:
    notes = [
        Note(
            id=f"n{number}",
            ruta=ruta,
            text=text,
            at=START + timedelta(minutes=3 * number),
            author=Role.AF if number % 4 == 0 else Role.FK,
            mark=mark,
            voice=voice,
            sorting=Sorting(heading=heading, reason="ord i anteckningen", certainty=0.8),
        )
        for number, (ruta, text, mark, heading, voice) in enumerate(_ROWS, start=1)
    ]
    bare = Note(
        id="n90",
        ruta="missbruk",
        text="",
        topic="alkohol och droger",
        at=START + timedelta(minutes=50),
        mark=Mark.EJ_AKTUELLT,
    )
    return (*notes, bare)


def _first_meeting() -> Meeting:
    return Meeting(
        id="m1",
        number=1,
        day=date(2026, 11, 3),
        time="10.00–11.15",
        place="Rum Eken, Storgatan 4",
        participants=(
            Participant(role=Role.DELTAGARE),
            Participant(role=Role.FK, name="Karin Åberg"),
            Participant(role=Role.AF, name="Olle Öst"),
            Participant(role=Role.STODPERSON, name="Mira"),
        ),
        clock=(
            ClockEvent(step=ClockStep.START, at=START),
            ClockEvent(step=ClockStep.PAUS, at=START + timedelta(minutes=30)),
            ClockEvent(step=ClockStep.FORTSATT, at=START + timedelta(minutes=38)),
            ClockEvent(step=ClockStep.SLUT, at=START + timedelta(minutes=66)),
        ),
        first_box=FirstBox(ruta="vardag", by=ChosenBy.DELTAGARE),
        notes=_notes(),
        reflection=Reflection(
            fk_view="Vi ser en vilja att pröva.",
            af_view="Bageri i liten skala kan passa.",
            agreed=False,
            difference="Vi ser olika på hur snart det går.",
            decision=Decision.NYTT_MOTE,
            next_day=date(2026, 11, 17),
            next_time="10.00",
            specialists=(SpecialistNeed(kind="arbetsterapeut", why="Anpassa arbetsplatsen."),),
        ),
    )


def _plan() -> Plan:
    return Plan(
        id="p1",
        start=date(2026, 11, 17),
        end=date(2027, 2, 16),
        meeting="m2",
        goal="Jag vill baka igen, några timmar i veckan.",
        works="Du lagar mat varje dag. Promenaderna ger ork.",
        fallback="Vi stannar upp. Du ringer Olle samma dag. Vi minskar tiden.",
        compensation="Du har sjukpenning hela tiden.",
        follow_up_day=date(2027, 2, 9),
        follow_up_form="möte på AF",
        comment="Det känns bra att ta det lugnt.",
        contacts="Olle Öst, Arbetsförmedlingen\nKarin Åberg, Försäkringskassan",
        steps=(
            PlanStep(id="s1", what="Besöka bageriet", who="Du och Olle", due=date(2026, 11, 24), extent="ett besök"),
            PlanStep(id="s3", what="Ny läkartid", who="FK", due=date(2026, 12, 1), extent="en gång"),
            PlanStep(
                id="s2",
                what="Börja arbetsträna",
                who="Du",
                when="måndag och torsdag",
                due=date(2026, 12, 7),
                extent="2 timmar, 2 dagar i veckan",
            ),
            PlanStep(
                id="s4",
                what="Öka tiden om det känns bra",
                who="Du",
                when="efter nyår",
                due=date(2027, 1, 11),
                extent="3 timmar, 2 dagar i veckan",
            ),
            PlanStep(id="s5", what="Fortsätta hos kuratorn", who="Vården", extent="var tredje vecka"),
        ),
    )


def rich_case() -> Case:
    """Return a case that has been all the way to the plan."""
    second = Meeting(id="m2", number=2, day=date(2026, 11, 17), time="10.00", place="Rum Eken")
    return Case(
        id="c1",
        label="Bageriet 7",
        kind=CaseKind.SP,
        created=datetime(2026, 10, 20, 8, 0, tzinfo=UTC),
        meetings=(_first_meeting(), second),
        placements=(
            Placement(id="t1", step=3.0, day=date(2026, 11, 3), words="Jag vill tro på mer.", meeting="m1"),
            Placement(
                id="t2",
                step=2.5,
                day=date(2026, 11, 17),
                by=PlacedBy.NARSTAENDE_OENIG,
                words="Hemma orkar jag mindre än jag trodde.",
                meeting="m2",
            ),
            Placement(id="t3", step=2.0, day=date(2026, 11, 17), by=PlacedBy.AF, meeting="m2"),
        ),
        needs=(
            Need(id="b1", text="korta pass med paus emellan"),
            Need(id="b2", text="höj- och sänkbart bord", kind=NeedKind.ANPASSNING),
        ),
        plans=(_plan(),),
        outcome=Outcome(kind=OutcomeKind.SAMARBETE, day=date(2026, 11, 17), comment="Alla var eniga."),
    )


def empty_case() -> Case:
    """Return a case with nothing but a label."""
    return Case(id="c0", label="Tomt", kind=CaseKind.AE, created=NOW)
