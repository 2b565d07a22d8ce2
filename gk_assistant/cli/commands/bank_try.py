"""``gk bank prova``: a persona tried on utterances out of a file, with what was understood and why it answered so."""

import json
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator

from gk_assistant.cli.commands.rehearsing import find_persona
from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.line_mode.rehearsal_words import SILENCE, cue_lines, effect, kind_words
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Difficulty, Said, Setting, Turn
from gk_assistant.domain.utterances import ACT_WORDS
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom

_COMMENT = "#"
_SILENT = ("...", "…", SILENCE)


def try_persona(house: House, arguments: Namespace) -> int:
    """Run each line as a turn and tell what happened; a silence is written as three full stops."""
    folder = arguments.mapp if arguments.mapp is not None else arguments.bank
    practice = house.practice(folder)
    persona = _persona(house, practice, arguments)
    setting = Setting(persona=persona.id, seed=arguments.fro, difficulty=Difficulty(arguments.svarighet))
    room = practice.begin(setting)
    utterances = list(_utterances(arguments.fil))
    if not utterances:
        raise WrongUse("Det finns inga yttranden att prova. Skriv ett per rad, till exempel: Hur ser en vanlig dag ut?")
    if not arguments.json:
        say(f"{persona.name} ({persona.id}), tal {setting.seed}. Öppenheten börjar på {persona.openness.start}.")
    lines: dict[int, int] = {}
    for line, text in utterances:
        turn = room.say(text)
        lines[turn.number] = line
        if arguments.json:
            say(json.dumps(_as_json(line, turn), ensure_ascii=False))
        else:
            _show(line, turn, persona)
    if arguments.json:
        say(json.dumps(_end_as_json(room, lines), ensure_ascii=False))
    else:
        _show_end(room, lines)
    return 0


def _persona(house: House, practice: Practice, arguments: Namespace) -> Persona:
    """Return the persona; one whose file is at fault is told of with file, line and cure."""
    wanted = arguments.persona
    if wanted not in practice.personas.ids():
        return find_persona(practice.people(), wanted)
    try:
        return practice.personas.persona(wanted)
    except StoreFault as fault:
        folder = arguments.mapp if arguments.mapp is not None else arguments.bank
        own = [found for found in house.bank_faults(folder) if f"personas/{wanted}." in found.replace("\\", "/")]
        for found in own or (str(fault),):
            complain(found)
        raise CommandFault(f"{wanted} går inte att prova förrän felen är rättade.") from None


def _utterances(file: str | None) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(input_lines(file), 1):
        text = line.strip()
        if text and not text.startswith(_COMMENT):
            yield number, "" if text in _SILENT else text


def _show(line: int, turn: Turn, persona: Persona) -> None:
    heard = turn.heard
    say()
    say(f"Rad {line}: {plain(heard.text) or SILENCE}")
    sure = f" ({round(heard.certainty * 100)} %)" if heard.likely is not None else ""
    does = ", ".join(
        f"{ACT_WORDS[clue.act]}{f' (”{plain(clue.words)}”)' if clue.words else ''}" for clue in heard.clues
    )
    say(f"  Hördes som: {kind_words(turn)}{sure}; ämne {turn.topic or 'inget'}; ruta {turn.ruta or 'ingen'}")
    if does:
        say(f"  Gör också: {does}")
    for one in turn.said:
        say(f"  {one.name or persona.name}: {one.text}")
        say(f"      {_why(one, turn)}")
    if not turn.said:
        say(f"  {SILENCE}")
    if not turn.understood:
        say("  Förstods inte.")
    moved = effect(turn.stirs)
    say(f"  Öppenhet {turn.openness}{f': {moved}' if moved else ', ingen regel slog till'}")
    for told in cue_lines(turn):
        say(f"  {told}")


def _why(one: Said, turn: Turn) -> str:
    if not one.line:
        return "satt ihop här, ingen rad i filen"
    layer = f", {one.when_said}" if one.when_said else ""
    return f"{one.line}{layer}{', för första gången' if one.line in turn.fresh else ''}"


def _never_said(room: RehearsalRoom) -> dict[str, list[str]]:
    """Return the ids of the lines that were never said, by their topic or occasion."""
    said = {one.line for turn in room.rehearsal.turns for one in turn.said}
    left: dict[str, list[str]] = defaultdict(list)
    for line in room.persona.all_lines():
        if line.id not in said:
            owner, _, rest = line.id.partition("/")
            left[owner].append(rest)
    return left


def _show_end(room: RehearsalRoom, lines: dict[int, int]) -> None:
    left, whole = _never_said(room), sum(1 for _ in room.persona.all_lines())
    missed = [turn for turn in room.rehearsal.turns if not turn.understood]
    say()
    say(f"Yttranden som inte förstods: {len(missed)} av {len(room.rehearsal.turns)}")
    for turn in missed:
        say(f"  Rad {lines[turn.number]}: {plain(turn.heard.text)}")
    say(f"Rader som aldrig sades: {sum(map(len, left.values()))} av {whole}")
    for owner, rest in left.items():
        say(f"  {owner}: {', '.join(rest)}")


def _as_json(line: int, turn: Turn) -> dict[str, object]:
    """Return a turn as ``docs/ovning-json.md`` promises it: these keys in this order."""
    heard = turn.heard
    return {
        "rad": line,
        "yttrande": heard.text,
        "sort": heard.kind.value if heard.kind else None,
        "sakerhet": round(heard.certainty, 2),
        "ruta": turn.ruta,
        "amne": turn.topic,
        "gor": [{"vad": clue.act.value, "ord": clue.words} for clue in heard.clues],
        "forstods": turn.understood,
        "svar": [
            {
                "vem": one.name or None,
                "text": one.text,
                "rad": one.line,
                "lager": one.layer.value if one.layer else None,
            }
            for one in turn.said
        ],
        "regler": [{"regel": stir.rule.value, "steg": stir.step, "ord": stir.told} for stir in turn.stirs],
        "oppenhet": turn.openness,
        "ledtradar": [{"ledtrad": cue.cue, "ord": cue.words, "blev": cue.became.value} for cue in turn.cues],
    }


def _end_as_json(room: RehearsalRoom, lines: dict[int, int]) -> dict[str, object]:
    return {
        "aldrig_sagda": [f"{owner}/{rest}" for owner, rests in _never_said(room).items() for rest in rests],
        "inte_forstadda": [lines[turn.number] for turn in room.rehearsal.turns if not turn.understood],
    }
