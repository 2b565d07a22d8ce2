"""A whole meeting in line mode, fed over stdin and read back from the papers."""

from pathlib import Path

import pytest

from gk_assistant.bootstrap import Workshop, open_workshop
from gk_assistant.conversation.planning import Planning
from gk_assistant.domain.cases import Case
from gk_assistant.domain.meetings import ChosenBy, RutaState
from gk_assistant.domain.notes import Heading, Mark, Origin, Voice
from gk_assistant.domain.reflections import Decision
from gk_assistant.storage.settings import Settings
from gk_assistant.storage.vault_folders import VaultFolders
from tests.cli.conftest import Gk, Outcome

NOTES = {
    "v": ["sover 4 h, vaknar av värk", "v- tröttnar efter 20 min", "+ lagar mat till barnen", "2"],
    "a": ["arbetade på lager 2014–2019", "+ trivdes med truckarna", "- orkade inte tempot"],
    "b": ["KBT sedan i våras", "- blir trött av medicinen", "! ny läkartid"],
    "h": ["sjukskriven sedan 2020", "- kom smygande", "0"],
    "p": ["- orolig bland folk", '"det känns som att gå i lera"', "+ har samtalskontakt"],
    "f": ["- värk i rygg och axlar", "+ går 20 min varje dag", "intyg: nedsatt rörlighet i axel"],
    "u": ["gymnasium, fordon", "+ gillar att lära genom att göra", "- svårt att läsa lång text"],
    "s": ["+ syster i samma stad", "- ensam på helgerna", "! avlastning med barnen"],
    "t": ["arbetsträning 2021, avbröts", "- för hög takt", "? leta fram slutrapporten"],
    "k": ["+ fast läkare på vårdcentralen", "boendestöd en gång i veckan", "! någon som samordnar"],
    "i": ["+ meckar med mopeder", "- har slutat spela fotboll", "vill börja fiska igen"],
    "m": ["+ dricker inte alls", "snusar", "0"],
    "o": ["oroar sig för pengarna", "! vill ha besked skriftligt", "+ känner sig lyssnad på"],
    "x": ["+ klarar ett par timmar", "! behöver börja på eftermiddagen", "- rädd för bakslag"],
}
STEPS = [
    "Besöka mopedverkstaden; Deltagaren; om två veckor; ett besök",
    "Börja arbetsträna; Deltagaren; i januari; 2 timmar, 2 dagar i veckan",
    "Träffa en arbetsterapeut; Arbetsförmedlingen; om tre veckor; två möten",
    "Besluta om ersättning; Försäkringskassan; före start; en gång",
    "Fortsätta behandlingen; Vården; varje vecka; som planerat",
]


PASSPHRASE = "sju gröna hästar simmar"  # noqa: S105 - of vaults that live for one test
FIRST_START = ["1", PASSPHRASE, PASSPHRASE, "hoppa över"]
"""A vault is made, and the recovery key left unconfirmed."""


def script() -> list[str]:
    """Return the lines of the whole meeting, from the first start on."""
    lines = [*FIRST_START, "nytt ärende", "Lönnen", "sjukpenning", "samtal"]
    for turn, (key, notes) in enumerate(NOTES.items()):
        lines += [key, *(["deltagaren"] if turn == 0 else []), *notes, "klar"]
    lines += ["vad saknas?", "avsluta samtalet"]
    lines += ["flytta 1 person", "fk", "Ser ork på eftermiddagen", "af", "Ser vilja att börja smått", "samsyn", "ja"]
    lines += ["beslut", "1", "om 10 dagar", "kl 13", "8"]
    lines += ["samtal", "x", "deltagaren", "+ vill börja i verkstaden", "avsluta samtalet", "8"]
    lines += ["planering", "placering", "1,5", "1", "Jag är osäker", "", "2", "2", "2", "Efter att ha tänkt", ""]
    lines += ["behov", "1", "Korta pass med paus emellan", "", "4", "mitt mål", "Jobba med motorer", ""]
    lines += ["steg", *STEPS, "", "utfall", "1", "", "7"]
    return [*lines, "papper", "trappan", "", "tillbaka", "slut"]


def opened(folder: Path) -> Workshop:
    """Open the vault of a folder."""
    return open_workshop(folder, settings=Settings(), vault=VaultFolders().open(folder, PASSPHRASE))


def the_case(folder: Path) -> Case:
    """Return the only case of a folder."""
    workshop = opened(folder)
    [case] = workshop.desk.shelf().cases
    workshop.store.close()
    return case


@pytest.fixture
def meeting(gk: Gk) -> Outcome:
    """Hold the meeting."""
    return gk("enkel", stdin="\n".join([*script(), ""]))


def test_the_talk_is_taken_down(meeting: Outcome, ground: Path) -> None:
    """More than forty notes over all fourteen rutor are on disk with ruta, mark and voice, in the order told."""
    assert meeting.code == 0
    first = the_case(ground / "sessions").meetings[0]
    assert len(first.live_notes) >= 40
    assert {note.ruta for note in first.live_notes} == {box.ruta for box in first.boxes if box.state is RutaState.KLAR}
    assert len({note.ruta for note in first.live_notes}) == 14
    assert first.first_box is not None
    assert first.first_box.by is ChosenBy.DELTAGARE
    by_text = {note.text: note for note in first.live_notes}
    assert by_text["tröttnar efter 20 min"].mark is Mark.HINDER
    assert by_text["det känns som att gå i lera"].voice is Voice.EGNA_ORD
    assert by_text["nedsatt rörlighet i axel"].voice is Voice.INTYG
    assert first.ended_at is not None
    assert "Alla rutor är berörda" in meeting.out


def test_the_reflection_is_kept(meeting: Outcome, ground: Path) -> None:
    """The moved note, both views, samsyn and the decision with its day stand in the case; GK2 is booked."""
    case = the_case(ground / "sessions")
    first, second = case.meetings
    moved = first.live_notes[0].sorting
    assert moved is not None
    assert (moved.heading, moved.origin) == (Heading.PERSON, Origin.OWN)
    known = first.reflection
    assert (known.fk_view, known.af_view) == ("Ser ork på eftermiddagen", "Ser vilja att börja smått")
    assert known.agreed is True
    assert known.decision is Decision.NYTT_MOTE
    assert (second.number, second.time) == (2, "13.00")
    assert second.live_notes[0].text == "vill börja i verkstaden"
    assert "Kroppsfunktion/struktur" in meeting.out


def test_the_planning_is_kept(meeting: Outcome, ground: Path) -> None:
    """Both placements, the needs, the goal, five steps with their days and the outcome stand in the case."""
    case = the_case(ground / "sessions")
    assert [placement.step for placement in case.placements] == [1.5, 2.0]
    assert [need.text for need in case.needs] == ["ny läkartid", "Korta pass med paus emellan"]
    assert case.plan is not None
    assert [step.what for step in case.plan.steps] == [step.split(";")[0] for step in STEPS]
    assert case.plan.steps[0].due is not None
    assert (case.plan.steps[1].due, case.plan.steps[1].when) == (None, "i januari")
    assert case.plan.goal == "Jobba med motorer"
    assert case.outcome is not None
    assert "Steg 5: Fortsätta behandlingen – Vården" in meeting.out


@pytest.mark.usefixtures("meeting")
def test_the_trappa_and_the_plan_can_be_read_on_paper(gk: Gk) -> None:
    """The printed trappa has both placements and the printed plan the goal and all five steps."""
    trappa = gk("skriv-ut", "trappa", "Lönnen", stdin=f"{PASSPHRASE}\n").out
    plan = gk("skriv-ut", "plan", "lönn", stdin=f"{PASSPHRASE}\n").out
    assert "Jag är osäker" in trappa
    assert "Efter att ha tänkt" in " ".join(trappa.split())
    assert "Jobba med motorer" in plan
    squeezed = " ".join(plan.split())
    for step in STEPS:
        assert step.split(";")[0].split()[0] in squeezed
    assert "Ser ork" not in trappa + plan


def test_no_escape_code_is_written(meeting: Outcome) -> None:
    """The whole log is plain text."""
    assert "\x1b" not in meeting.out


def test_the_plan_has_nothing_to_remark_on_but_the_follow_up(meeting: Outcome, ground: Path) -> None:
    """A plan written here is within three months and every step has its who and when."""
    assert meeting.code == 0
    workshop = opened(ground / "sessions")
    workshop.desk.open(workshop.desk.shelf().cases[0].id)
    assert Planning(workshop.desk).remarks() == ("Datum för uppföljning saknas.",)
    workshop.store.close()


def test_the_meeting_goes_on_where_the_input_ended(gk: Gk, ground: Path) -> None:
    """Input that ends anywhere loses nothing: the same talk is taken up in the same ruta."""
    began = gk("enkel", stdin="\n".join([*FIRST_START, "1", "Boken", "1", "1", "v", "1", "- sover dåligt", ""]))
    assert began.code == 0
    assert began.out.rstrip().endswith("Det finns inga fler rader. Allt är sparat.")
    went_on = gk("enkel", "Boken", stdin=f"{PASSPHRASE}\nsamtal\nlista\n")
    assert "Vardag>" in went_on.out
    assert "1. - sover dåligt (hinder)" in went_on.out
    assert len(the_case(ground / "sessions").notes) == 1


LINES = {
    "hjälp": "Det här kan du skriva",
    "rutor": "a: Arbetsliv, orörd",
    "bild": "Vilken ruta vill du börja med?",
    "f1": "Fråga:",
    "f9": "Det finns ingen följdfråga 9",
    "varsamt": "varsam väg in",
    "märk 1 +": "Märkt: + sover 4 h, vaknar av värk (fungerar)",
    "märk 1 x": "Vilket märke?",
    "ändra 1 sover bra": "Ändrat:",
    "flytta 1 socialt": "Flyttat till Socialt",
    "flytta 1 kosmos": "Vart?",
    "ta bort 1": "Borttaget:",
    "ta bort 99": "Anteckning nummer 99 finns inte",
    "sök värk": "1. - sover 4 h, vaknar av värk (hinder)",
    "sök flygplan": "Inga anteckningar",
    "signera af": "signeras av Arbetsförmedlingen",
    "ruta socialt": "Socialt>",
    "S": "Socialt>",
    "lista allt": "2. + god ork på förmiddagen",
    "inte klar": "Vardag är inte klar",
    "v0": "Antecknat i Vardag: 0 ",
    "?": "(följ upp)",
    " vad saknas?": "Antecknat i Vardag: ",
    "vad saknas?": "Orörda rutor",
    "ring 070-123 45 67": "ser ut som en personuppgift",
    "gör om": "Det finns inget att göra om",
    "ångra": "Det finns inget att ångra",
    "avsluta\n3": "Fortsätt samtalet",
    "papper\ntrappan\n": "REHAB-TRAPPAN",
    "planering\n": "Trappan: ingen placering än",
    "tillbaka": "Byt ärende",
    "x" * 20_001: "längre än",
    "\u202eomvänd 👩🏽‍🦽 ": "👩🏽‍🦽",
}


@pytest.mark.parametrize(("line", "answer"), LINES.items(), ids=[line.strip()[:20] for line in LINES])
def test_what_can_be_written_in_the_talk(gk: Gk, cases: Path, line: str, answer: str) -> None:
    """Each kind of line is answered as the help promises."""
    assert cases.is_dir()
    told = gk("enkel", "Åsa", stdin=f"samtal\n{line}\n")
    assert told.code == 0
    assert answer in told.out


def test_undo_and_redo(gk: Gk, cases: Path) -> None:
    """A note taken back is gone and comes again."""
    assert cases.is_dir()
    told = gk("enkel", "Åsa", stdin="samtal\n+ ny rad\nångra\nlista\ngör om\nlista\n").out
    assert told.count("3. + ny rad") == 1
    assert "Ångrat: anteckning ”ny rad”." in told


def test_a_damaged_file_is_named_and_the_others_open(gk: Gk, cases: Path) -> None:
    """One bad file is told with its name and left as it is."""
    (cases / "trasig.json").write_text("{", encoding="utf-8")
    told = gk("enkel", stdin="Åsa\nslut\n")
    assert told.code == 0
    assert "trasig.json går inte att öppna" in told.out
    assert "Åsa i skogen, sjukpenning" in told.out
    assert (cases / "trasig.json").read_text(encoding="utf-8") == "{"


def test_where_nothing_can_be_saved_the_words_are_not_lost(gk: Gk, cases: Path) -> None:
    """While another program holds the folder that is said, a refused line is repeated, and all can still be read."""
    other = open_workshop(cases, settings=Settings())
    assert other.store.read_only is None
    told = gk("enkel", "Åsa", stdin="samtal\nvärk i knät\nlista\ntillbaka\nreflektion\n")
    assert told.code == 0
    assert "Raden är inte sparad: värk i knät" in told.out
    assert "1. - sover 4 h, vaknar av värk (hinder)\n  2." in told.out
    assert "Kroppsfunktion/struktur (" in told.out
    other.store.close()


def test_facts_about_the_case_are_kept(gk: Gk, cases: Path) -> None:
    """Day, people, consent, SGI and request day are asked for and saved; a lacking SGI brings its remark."""
    lines = [
        "uppgifter",
        "1",
        "om två veckor",
        "10",
        "Rum 3",
        "med",
        "1",
        "Kim",
        "",
        "samtycke",
        "1",
        "1",
        "i går",
        "1",
    ]
    told = gk("enkel", "Åsa", stdin="\n".join([*lines, "sgi", "nej", "dag för begäran", "i dag", ""]))
    assert told.code == 0
    assert "Rum 3. Med: Kim (Försäkringskassan)." in told.out
    assert "gemensam kartläggning och aktiva insatser: givet" in told.out
    assert "passar ofta ett överlämningsmöte bättre" in told.out
    assert "SGI: saknas." in told.out
    workshop = open_workshop(cases, settings=Settings())
    [case] = [case for case in workshop.desk.shelf().cases if case.label.startswith("Åsa")]
    workshop.store.close()
    assert case.sgi is False
    assert case.request_day is not None
    assert case.meetings[0].time == "10.00"
