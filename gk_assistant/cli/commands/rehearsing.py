"""``gk ova``: a rehearsal begun or taken up, on the screen where there is one, else line by line."""

import sys
from argparse import Namespace

from gk_assistant.cli.choosing import find_ruta, matching
from gk_assistant.cli.commands import rehearsing_kept as kept
from gk_assistant.cli.commands.rehearsing_papers import mirror_text
from gk_assistant.cli.faults import CommandFault, WrongUse
from gk_assistant.cli.first_start import entered
from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines, Option
from gk_assistant.cli.line_mode.locked_lines import LOCKS, LockedLines
from gk_assistant.cli.line_mode.rehearsal_room import RehearsalLines
from gk_assistant.cli.line_mode.rehearsal_words import GROUPS, who
from gk_assistant.cli.ports import House, OpenWorkshop
from gk_assistant.cli.streams import complain, is_terminal, plain, say
from gk_assistant.conversation.safekeeping import Keeping
from gk_assistant.domain.personas import HOW_HARD, Persona
from gk_assistant.domain.rehearsals import Difficulty, Rehearsal, Setting, Shown
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom

_CODE = "Koden ser ut som en personuppgift. Välj hellre ett ord som bara du förstår, till exempel tall-7."
_OPEN = "Övningen sparas som en vanlig fil i {folder}, eftersom mappen inte har något valv. gk valv skapa gör ett."
_LONGEST_CODE = 40


def practise(house: House, arguments: Namespace) -> int:
    """Practise, or do something with what has been practised."""
    if arguments.lista:
        return _list_people(house.practice(arguments.bank))
    if arguments.grupp is not None:
        return kept.show_group(house, arguments)
    deed = kept.deed_of(arguments)
    with entered(house, arguments, new=False) as found:
        if found is None:
            return 0
        workshop = found.workshop
        code = _code(workshop, arguments.kod)
        if deed is not None:
            return deed(house, workshop.practice(trainee=code), arguments)
        if arguments.fortsatt is None and not arguments.enkel and is_terminal():
            return _on_screen(house, workshop, arguments, code)
        return _on_lines(house, workshop, arguments, code)


def find_persona(people: tuple[Persona, ...], wanted: str) -> Persona:
    """Return a persona by id or name, or their beginning; raises :class:`WrongUse`."""
    found = matching(people, wanted, lambda persona: (persona.id, persona.name))
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{persona.name} ({persona.id})" for persona in found or people)
    if found:
        raise WrongUse(f"Flera personer passar på ”{plain(wanted)}”: {names}.")
    raise WrongUse(f"Det finns ingen person ”{plain(wanted)}” att öva med. Personerna är {names}.")


def _list_people(practice: Practice) -> int:
    people = practice.people()
    for persona in people:
        say(f"{persona.name}, {persona.age} år ({persona.id})")
        say(f"    {persona.title}")
        say(f"    {GROUPS[persona.group]}, {HOW_HARD.get(persona.difficulty, '')}")
    for persona_id in practice.personas.ids():
        if persona_id not in {persona.id for persona in people}:
            complain(f"{persona_id} går inte att läsa. Kör gk bank kontrollera för att se felen.")
    say(f"{len(people)} personer. gk ova {people[0].name if people else 'NAMN'} börjar en övning.")
    return 0


def _code(workshop: OpenWorkshop, code: str) -> str:
    """Return the code in one line; warns where it looks like somebody."""
    words = " ".join(plain(code).split())
    if len(words) > _LONGEST_CODE:
        raise WrongUse(f"Koden får ha högst {_LONGEST_CODE} tecken.")
    if words and workshop.ear.identifiers(words):
        complain(_CODE)
    return words


def _setting(practice: Practice, arguments: Namespace, persona: Persona) -> Setting:
    """Return how to practise; without a number of one's own each new rehearsal gets the next."""
    before = sum(one.setting.persona == persona.id for one in practice.store.all())
    return Setting(
        persona=persona.id,
        seed=arguments.fro if arguments.fro is not None else before + 1,
        difficulty=Difficulty(arguments.svarighet or Difficulty.VANLIG),
        ruta=find_ruta(practice.bank, arguments.ruta).id if arguments.ruta else "",
        turns=arguments.turer or 0,
        shown=Shown(arguments.aterkoppling or Shown.DIREKT),
    )


def _on_screen(house: House, workshop: OpenWorkshop, arguments: Namespace, code: str) -> int:
    if arguments.persona is None:
        given = (arguments.fro, arguments.svarighet, arguments.ruta, arguments.turer, arguments.aterkoppling)
        if any(value is not None for value in given):
            raise WrongUse("Skriv också vem du vill öva med, till exempel gk ova Katarina. gk ova --lista visar alla.")
        house.draw(workshop, start=None, demo=False, rehearse=True, trainee=code)
        return 0
    practice = workshop.practice()
    setting = _setting(practice, arguments, find_persona(practice.people(), arguments.persona))
    house.draw(workshop, start=None, demo=False, rehearse=setting, trainee=code)
    return 0


def _on_lines(house: House, workshop: OpenWorkshop, arguments: Namespace, code: str) -> int:
    practice = workshop.practice(trainee=code)
    lines = _lines(house, workshop)
    try:
        room = _room(practice, arguments, lines)
    except (EndOfInput, Leave):
        return 0
    if house.keeping(workshop.folder) is not Keeping.VAULT:
        lines.say(_OPEN.format(folder=workshop.folder))

    def shown(rehearsal: Rehearsal) -> str:
        return mirror_text(house, practice, rehearsal, workshop.desk.now())

    RehearsalLines(house, workshop, practice, room, lines, show=shown).stay()
    return 0


def _room(practice: Practice, arguments: Namespace, lines: Lines) -> RehearsalRoom:
    if arguments.fortsatt is not None:
        rehearsal = kept.numbered(practice, arguments.fortsatt)
        if rehearsal.ended is not None:
            raise CommandFault(f"Övningen är klar. gk ova --spegel {arguments.fortsatt} visar dess spegel.")
        try:
            return practice.take_up(rehearsal)
        except KeyError:
            raise CommandFault(f"Personan {rehearsal.setting.persona} finns inte längre.") from None
    people = practice.people()
    if not people:
        raise CommandFault("Det finns ingen person att öva med. Kör gk bank kontrollera för att se varför.")
    if arguments.persona is not None:
        persona = find_persona(people, arguments.persona)
    else:
        options = [Option(words=who(one), value=one, remark=one.title) for one in people]
        chosen = lines.choose("Vem vill du öva med?", options, empty="sluta")
        if chosen is None:
            raise Leave
        persona = chosen
    return practice.begin(_setting(practice, arguments, persona))


def _lines(house: House, workshop: OpenWorkshop) -> Lines:
    if workshop.safe is None:
        return Lines(sys.stdin, sys.stdout)
    lines = LockedLines(sys.stdin, sys.stdout, safe=workshop.safe, gate=house.gate)
    lines.say(LOCKS)
    return lines
