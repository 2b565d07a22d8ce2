"""``gk ova`` on lines: a rehearsal from a file of lines, and what is done with it afterwards."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gk_assistant.bootstrap import WholeHouse, open_workshop
from gk_assistant.domain.rehearsals import Difficulty, Part, Rehearsal, Shown
from gk_assistant.storage.rehearsal_exchange import read_folder, to_json
from gk_assistant.storage.rehearsal_file import RehearsalFiles
from gk_assistant.storage.settings import Settings
from tests.cli.conftest import Gk
from tests.storage.rehearsed import rehearsal

HELLO = "Hej Katarina, välkommen. Vi ses för att du ska få berätta hur du har det."
OPEN = "Hur ser en vanlig dag ut för dig?"
MIRRORED = "Det låter som att dagarna är tunga."


def _kept(folder: Path) -> tuple[Rehearsal, ...]:
    return RehearsalFiles(folder / "sessions").all()


def _only(folder: Path) -> Rehearsal:
    (found,) = _kept(folder)
    return found


def _talk(gk: Gk, *lines: str, options: tuple[str, ...] = ("--fro", "1")) -> str:
    ended = gk("ova", "katarina", "--enkel", *options, stdin="\n".join(lines) + "\n")
    assert ended.code == 0, ended.err
    return ended.out


def test_a_file_of_lines_becomes_a_talk_with_a_mirror(gk: Gk, ground: Path) -> None:
    """The scene, each answer with its feedback, and the mirror come out; all of it is kept, and ended."""
    out = _talk(gk, HELLO, OPEN, MIRRORED, ".gk2", "Hej igen Katarina.", "avsluta")
    assert "GK1. Katarina, 47 år." in out
    assert out.count("Katarina: ") >= 4
    assert "Återkoppling: öppen fråga. +" in out
    assert "en spegling av det som sades" in out
    assert "SPEGEL AV ETT SAMTAL" in out
    kept = _only(ground)
    assert [turn.heard.text for turn in kept.turns] == [HELLO, OPEN, MIRRORED, "Hej igen Katarina."]
    assert kept.parts == (Part.GK1, Part.GK2)
    assert kept.ended is not None


def test_the_same_number_and_words_give_the_same_talk(gk: Gk, ground: Path) -> None:
    """Two runs answer alike, and another number answers otherwise somewhere."""
    lines = (HELLO, OPEN, "", MIRRORED, "Hur sover du?", "Vad gör dig glad?", "Hur mår du?")
    for number in ("7", "7", "8"):
        _talk(gk, *lines, options=("--fro", number))
    first, again, other = ([turn.answer for turn in one.turns] for one in _kept(ground))
    assert first == again
    assert first != other


def test_without_a_number_each_rehearsal_gets_the_next(gk: Gk, ground: Path) -> None:
    """Who practises twice does not hear the same talk twice."""
    for _ in range(2):
        _talk(gk, HELLO, options=())
    assert [one.setting.seed for one in _kept(ground)] == [1, 2]


def test_the_end_of_the_lines_is_kind_and_keeps(gk: Gk, ground: Path) -> None:
    """Lines that just stop leave a rehearsal that can be gone on with, from the place where it stopped."""
    assert "Övningen är sparad" in _talk(gk, HELLO, OPEN)
    assert _only(ground).ended is None
    out = gk("ova", "--fortsatt", "1", stdin=f"{MIRRORED}\n.avsluta\n2\n").out
    assert "Du fortsätter efter 2 repliker." in out
    assert OPEN in out
    assert len(_only(ground).turns) == 3
    assert _only(ground).ended is not None
    refused = gk("ova", "--fortsatt", "1")
    assert (refused.code, refused.out) == (1, "")
    assert "gk ova --spegel 1" in refused.err


def test_nothing_said_is_nothing_kept(gk: Gk, ground: Path) -> None:
    """Whoever looks in and leaves has no rehearsal."""
    out = _talk(gk, "hjälp", "rutor", "tips", "tid", "lista", "n", "tillbaka")
    assert "Inget är sagt, så inget är sparat." in out
    assert "Tips: " in out
    assert "Vardag, orörd" in out
    assert _kept(ground) == ()


def test_a_note_and_a_command_are_never_said(gk: Gk, ground: Path) -> None:
    """What begins with n is a note, an unknown command is told, and neither is a turn."""
    out = _talk(
        gk, HELLO, "n v- tröttnar efter 20 min", "N v+ orkar promenader", ".blurg", "lista", "tid", "..", "avsluta", "2"
    )
    assert "Antecknat i Vardag: - tröttnar efter 20 min" in out
    assert "inget är sagt" in out
    kept = _only(ground)
    assert [turn.heard.text for turn in kept.turns] == [HELLO, ".."]
    assert kept.case is not None
    notes = [note.text for meeting in kept.case.meetings for note in meeting.live_notes]
    assert notes == ["tröttnar efter 20 min", "orkar promenader"]


def test_a_turn_taken_back_is_gone(gk: Gk, ground: Path) -> None:
    """The last turn is as if it had never been said."""
    out = _talk(gk, HELLO, "Varför går du inte bara tillbaka till jobbet?", "ångra", "tillbaka")
    assert "Tillbakataget" in out
    assert [turn.heard.text for turn in _only(ground).turns] == [HELLO]


def test_an_empty_line_is_a_silence(gk: Gk, ground: Path) -> None:
    """Waiting is a turn of its own, and patience counts."""
    out = _talk(gk, HELLO, OPEN, "", "vänta", "slut")
    assert out.count("Du är tyst och väntar.") == 2
    assert [turn.heard.text for turn in _only(ground).turns][2:] == ["", ""]


@pytest.mark.parametrize(("shown", "told"), [("direkt", True), ("dold", False), ("efterat", False)])
def test_feedback_is_shown_as_chosen(gk: Gk, ground: Path, shown: str, *, told: bool) -> None:
    """At once, or not before it is asked for; kept for the end it does not come when asked for either."""
    options = ("--aterkoppling", shown, "--svarighet", "svar", "--ruta", "vardag", "--fro", "3", "--kod", "tall-7")
    assert ("Återkoppling: " in _talk(gk, OPEN, "slut", options=options)) is told
    asked = _talk(gk, OPEN, "återkoppling", "slut", options=options)
    assert ("Återkoppling: " in asked) is (shown != "efterat")
    kept = _kept(ground)[0]
    setting = kept.setting
    assert (setting.shown, setting.difficulty, setting.ruta) == (Shown(shown), Difficulty.SVAR, "vardag")
    assert (setting.seed, kept.trainee) == (3, "tall-7")


def test_the_last_of_the_turns_ends_the_rehearsal(gk: Gk, ground: Path) -> None:
    """With two turns chosen the mirror comes after the second."""
    out = _talk(gk, HELLO, OPEN, MIRRORED, options=("--turer", "2"))
    assert "Det var den sista av 2 repliker." in out
    assert "SPEGEL AV ETT SAMTAL" in out
    assert len(_only(ground).turns) == 2


def test_reflection_and_plan_are_the_ordinary_ones(gk: Gk, ground: Path) -> None:
    """After GK1 one reflects, goes on to GK2, places the person on the trappa, and the mirror compares."""
    planning = ("planering", "2", "2", "1", "två förmiddagar", "", "7")
    out = _talk(gk, HELLO, "n v- tröttnar", "avsluta", "1", "tillbaka", "Hej igen.", *planning, "avsluta")
    assert "Reflektion efter GK1" in out
    assert "GK2. Katarina kommer tillbaka." in out
    kept = _only(ground)
    assert kept.case is not None
    assert [placement.step for placement in kept.case.placements] == [2.0]
    assert "Det ni skrev" in out
    assert "steg 2: ”två" in out.partition("Det ni skrev")[2]


def test_a_code_that_looks_like_somebody_is_warned_of(gk: Gk) -> None:
    """A personnummer or a name is no code; it is told on stderr, and a code of one's own is not."""
    assert "personuppgift" in gk("ova", "--tidigare", "--kod", "18990112-2391").err
    assert gk("ova", "--tidigare", "--kod", "tall-7").err == ""
    assert gk("ova", "--tidigare", "--kod", "x" * 60).code == 2


def test_people_are_listed_with_what_one_practises(gk: Gk) -> None:
    """Every persona, its group, and how hard it is."""
    out = gk("ova", "--lista").out
    assert "Katarina, 47 år (utmattning)" in out
    assert "sjukpenning, lätt" in out
    assert out.count("aktivitetsersättning") >= 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nobody",), "Det finns ingen person"),
        (("katarina", "--fro", "x"), "inget helt tal"),
        (("katarina", "--turer", "0"), "mellan 1 och"),
        (("katarina", "--ruta", "månen"), "finns inte"),
        (("--exportera", "1"), "--ut"),
        (("--spegel", "1", "--glom", "1"), "--glom"),
    ],
)
def test_wrong_use_is_told(gk: Gk, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2 and one sentence."""
    ended = gk("ova", *arguments, stdin="")
    assert ended.code == 2
    assert words in ended.err


def test_a_number_that_is_not_there_is_told(gk: Gk) -> None:
    """Neither in an empty list nor past its end."""
    assert "inga sparade övningar" in gk("ova", "--spegel", "1").err
    _talk(gk, HELLO)
    ended = gk("ova", "--spela", "2")
    assert (ended.code, "nummer 2" in ended.err) == (1, True)


def test_a_kept_rehearsal_is_played_back_and_mirrored(gk: Gk, ground: Path) -> None:
    """Turn by turn with what it did and from which layer the answer came; the mirror on stdout and as a file."""
    _talk(gk, HELLO, OPEN, "Hur sover du?", "avsluta", "2")
    assert gk("ova", "--tidigare").out.startswith("1. Katarina, ")
    played = gk("ova", "--spela", "1").out
    assert f"2. GK1. Du: {OPEN}" in played
    assert "Öppenhet efteråt: " in played
    assert "sägs " in played
    assert "SPEGEL AV ETT SAMTAL" in gk("ova", "--spegel", "1").out
    assert gk("ova", "--spegel", "1", "--ut", "spegel.html").code == 0
    assert OPEN in (ground / "spegel.html").read_text("utf-8"), "the file holds the talk"
    assert gk("ova", "--spegel", "1", "--ut", "spegel.html").code == 1, "no file is written over unasked"


def test_what_is_forgotten_is_gone(gk: Gk, ground: Path) -> None:
    """The one is taken away, by the number of the list."""
    _talk(gk, HELLO)
    _talk(gk, OPEN)
    latest = _kept(ground)[-1]
    assert "Bortglömd" in gk("ova", "--glom", "1").out
    assert latest.id not in {one.id for one in _kept(ground)}
    assert len(_kept(ground)) == 1


def test_an_exported_rehearsal_has_no_notes(gk: Gk, ground: Path) -> None:
    """The trainer's file has the talk and the setting, as the promise says, and none of the notes."""
    _talk(gk, HELLO, "n v- tröttnar efter 20 min", "slut", options=("--fro", "1", "--kod", "tall-7"))
    assert gk("ova", "--exportera", "1", "--ut", "en.json").code == 0
    text = (ground / "en.json").read_text("utf-8")
    assert "20 min" not in text
    content = json.loads(text)
    assert list(content) == ["gk_ovning", "ovning", "arende"]
    assert content["arende"] is None
    own = content["ovning"]
    assert own["setting"] == {
        "persona": "utmattning",
        "seed": 1,
        "difficulty": "vanlig",
        "ruta": "",
        "turns": 0,
        "shown": "direkt",
    }
    assert own["trainee"] == "tall-7"
    assert own["turns"][0]["heard"]["text"] == HELLO
    (back,), faults = read_folder(ground)
    assert (back.turns, faults) == (_only(ground).turns, ())


def test_files_that_are_no_rehearsals_are_told_and_passed_over(ground: Path) -> None:
    """A group's folder may hold other things; the same rehearsal twice counts once."""
    for name, data in {
        "a.json": to_json(rehearsal("a1")),
        "b.json": to_json(rehearsal("b2", days=1)),
        "b igen.json": to_json(rehearsal("b2", days=1)),
        "c.json": b"{}",
        "d.txt": b"annat",
        "e.json": to_json(rehearsal("e5")).replace(b'"gk_ovning": 1', b'"gk_ovning": 9'),
    }.items():
        (ground / name).write_bytes(data)
    found, faults = read_folder(ground)
    assert [one.id for one in found] == ["a1", "b2"]
    assert all(one.case is None for one in found)
    assert [fault.split()[0] for fault in faults] == ["c.json", "e.json"]
    assert "nyare version" in faults[1]


def test_a_demo_keeps_rehearsals_in_its_throw_away_folder(ground: Path) -> None:
    """Practice of a demo writes where the demo is, and the folder of the user's own gets nothing."""
    with WholeHouse().demo(bank_folder=None) as workshop:
        practice = workshop.practice()
        practice.store.keep(rehearsal())
        assert RehearsalFiles(workshop.folder).all() == (rehearsal(),)
    assert not (ground / "sessions").exists()


def test_a_damaged_rehearsal_is_told_and_the_others_are_listed(gk: Gk, ground: Path) -> None:
    """One bad file keeps nobody from the rest."""
    _talk(gk, HELLO)
    (ground / "sessions" / ".gk-ovning-trasig").write_bytes(b"{")
    ended = gk("ova", "--tidigare")
    assert ended.out.startswith("1. Katarina")
    assert "lämnas orörd" in ended.err


def test_the_folder_that_others_hold_is_told(gk: Gk, ground: Path) -> None:
    """While another program has the folder a turn can't be kept, and that is said, not lost unseen."""
    held = open_workshop(ground / "sessions", settings=Settings())
    assert held.store.read_only is None
    out = _talk(gk, HELLO)
    assert "Raden är inte sparad" in out
    held.store.close()


def test_rehearsals_with_a_code_are_compared_over_time(gk: Gk) -> None:
    """Those with the code stand beside each other, the others are left out; without one the latest code counts."""
    assert gk("ova", "--jamfor").code == 1
    _talk(gk, HELLO, OPEN, options=("--kod", "gran-2"))
    for _ in range(2):
        _talk(gk, HELLO, OPEN, MIRRORED, options=("--kod", "tall-7"))
    both = [gk("ova", "--jamfor", *code).out for code in ((), ("--kod", "tall-7"))]
    assert both[0] == both[1]
    assert "tall-7" in both[0]
    assert "gran-2" not in both[0]
    assert "gran-2" in gk("ova", "--jamfor", "--kod", "gran-2").out


def test_a_group_is_shown_without_codes(gk: Gk, ground: Path) -> None:
    """Three people are needed for an overview; no code and no word of theirs stands in it."""
    (ground / "g").mkdir()
    assert gk("ova", "--grupp", "g").code == 1
    assert gk("ova", "--grupp", "saknas").code == 1
    for number, code in enumerate(("tall-7", "gran-2", "asp-9")):
        _talk(gk, HELLO, OPEN, f"{MIRRORED} Kännetecken.", options=("--kod", code))
        assert gk("ova", "--exportera", "1", "--ut", f"g/{number}.json").code == 0
        ended = gk("ova", "--grupp", "g")
        assert ended.code == 0, ended.err
        assert ("Öppna frågor" in ended.out) is (number == 2), ended.out
    assert not any(word in ended.out for word in ("tall-7", "gran-2", "asp-9", "Kännetecken"))


def test_nothing_of_practising_is_loaded_before_it_is_asked_for() -> None:
    """Neither the commands nor the first screen load the rehearsals: their starts don't grow."""
    start = (
        "import sys, gk_assistant.bootstrap, gk_assistant.cli.run, gk_assistant.cli.commands.screens, "
        "gk_assistant.storage.vault_folders, gk_assistant.tui.ahead, gk_assistant.tui.app; "
        "print(*(name for name in sys.modules if 'rehears' in name or 'persona' in name))"
    )
    ran = subprocess.run([sys.executable, "-c", start], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.split() == ["gk_assistant.cli.rehearsal_parser"]


def test_a_note_goes_where_the_talk_is(gk: Gk, ground: Path) -> None:
    """Without a ruta of its own it goes to the one that is talked about, else to the free ruta; never to the talk."""
    lines = ("n - hälsade kort", "Hej Katarina.", "Hur sover du?", "n - vaknar tidigt", "n s+ maken stöttar", "slut")
    _talk(gk, *lines)
    case = _only(ground).case
    assert case is not None
    assert [note.ruta for note in case.meetings[0].live_notes] == ["tom_ruta", "vardag", "socialt"]


def test_notes_alone_are_kept_too(gk: Gk, ground: Path) -> None:
    """Who only wrote before leaving finds it again."""
    assert "Övningen är sparad" in _talk(gk, "n v- tröttnar", "slut")
    assert _only(ground).turns == ()
    assert "0 repliker" in gk("ova", "--tidigare").out
    assert gk("ova", "--spegel", "1").code == 1
