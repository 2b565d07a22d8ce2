"""The rules of docs/personor.md that no single key can break: what refers to what, counts, limits, the way in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import FULL, MOST
from gk_assistant.storage.bank_files import ENDING
from gk_assistant.storage.bank_sources import BankFault, Entry, Source, Sources
from gk_assistant.storage.persona_line_rules import line_faults
from gk_assistant.storage.persona_schema import PERSONA_FOLDER, is_persona

FEWEST_RULES: Final = 4
FEWEST_CUES: Final = 3
FEWEST_SENTENCES: Final = 3
MOST_SENTENCES: Final = 6
OLDEST_AE: Final = 29
MOST_AGE: Final = 69
LEAST_AGE: Final = 18
MOST_DIFFICULTY: Final = 3
MOST_SILENCE: Final = 10
_ID: Final = re.compile(r"[a-z0-9_]+")
_SENTENCE: Final = re.compile(r"[.!?](?=\s|$)")


def persona_faults(sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule of every persona; a file that could not be read breaks none."""
    rutor = {ruta.id for ruta in sources.by_id("rutor.toml", "ruta", patched=True)}
    themes = {group.id for group in sources.by_id("lexikon/rutord.toml", "grupp", patched=True)}
    for source in sources.all():
        if is_persona(source.file):
            person = Entry(table=source.table, origins=((source, ()),))
            yield from _head_faults(person, source)
            yield from _openness_faults(source)
            yield from _topic_faults(person, rutor, themes)
            yield from _reference_faults(person)
            yield from line_faults(person, source)


def _head_faults(person: Entry, source: Source) -> Iterator[BankFault]:
    name = source.file.removeprefix(f"{PERSONA_FOLDER}/").removesuffix(ENDING)
    if person.id and person.id != name:
        yield person.fault("id", "id stämmer inte med filens namn.", f'Skriv id = "{name}".')
    if not _ID.fullmatch(name):
        yield person.fault("id", "Filens namn får bara ha a–z, 0–9 och _.", "Byt namn på filen.")
    told = len(_SENTENCE.findall(person.text("bakgrund")))
    if person.text("bakgrund") and not FEWEST_SENTENCES <= told <= MOST_SENTENCES:
        words = f"bakgrund har {told} meningar, men ska ha {FEWEST_SENTENCES}–{MOST_SENTENCES}."
        yield person.fault("bakgrund", words, "Skriv om bakgrunden.")
    age = person.table.get("alder")
    oldest = OLDEST_AE if person.text("grupp") == Group.AE else MOST_AGE
    if type(age) is int and not LEAST_AGE <= age <= oldest:
        yield person.fault("alder", f"alder är {age}, men ska vara {LEAST_AGE}–{oldest}.", "Ändra åldern.")
    yield from _too_much(source, ("svarighet",), MOST_DIFFICULTY)
    yield from _too_much(source, ("rost", "tystnad"), MOST_SILENCE)
    if len(person.inner("ledtrad")) < FEWEST_CUES:
        words = f"Personan har färre än {FEWEST_CUES} ledtrådar."
        yield person.fault("ledtrad", words, "Lägg till något som sägs i förbifarten.")


def _too_much(source: Source, path: tuple[str, ...], most: int) -> Iterator[BankFault]:
    value: object = source.table
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    if type(value) is int and value > most:
        yield source.fault(path, f"{path[-1]} är {value}, men får vara högst {most}.", "Skriv ett lägre tal.")


def _openness_faults(source: Source) -> Iterator[BankFault]:
    limits = source.table.get("oppenhet")
    keys = ("stangd", "start", "tillit")
    numbers = [limits[key] for key in keys if type(limits.get(key)) is int] if isinstance(limits, dict) else []
    if len(numbers) == len(keys):
        shut, start, trust = numbers
        if not shut < start < trust < FULL:
            words = f"stangd ({shut}), start ({start}) och tillit ({trust}) står inte i stigande ordning under {FULL}."
            yield source.fault(("oppenhet",), words, "Skriv till exempel stangd = 15, start = 35, tillit = 60.")
    for key in ("oppnar", "stanger"):
        rows = [row for row in _tables(source.table, key) if isinstance(row.get("regel"), str)]
        if len(rows) < FEWEST_RULES:
            words = f"Färre än {FEWEST_RULES} regler i {key}."
            yield source.fault((key,), words, f"Lägg till en [[{key}]].")
        seen: set[str] = set()
        for turn, row in enumerate(rows):
            if row["regel"] in seen:
                yield source.fault((key, turn, "regel"), f"regel ”{row['regel']}” står två gånger.", "Ta bort den ena.")
            seen.add(row["regel"])
            yield from _heavy(source, key, turn, row.get("vikt"))


def _heavy(source: Source, key: str, turn: int, weight: object) -> Iterator[BankFault]:
    if type(weight) is int and weight > MOST:
        words = f"vikt är {weight}, men får vara högst {MOST}."
        yield source.fault((key, turn, "vikt"), words, "Skriv ett lägre tal.")


def _tables(table: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = table.get(key)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _topic_faults(person: Entry, rutor: set[str], themes: set[str]) -> Iterator[BankFault]:
    topics = person.inner("amne")
    yield from _twice(topics)
    yield from _twice(person.inner("ledtrad"))
    ways_in = Counter(way for topic in topics for way in set(_ways_in(topic)))
    for topic in topics:
        if rutor and topic.text("ruta") and topic.text("ruta") not in rutor:
            yield topic.fault("ruta", f"Det finns ingen ruta {topic.text('ruta')}.", "Skriv ett id ur rutor.toml.")
        for turn, theme in enumerate(topic.texts("teman")):
            if themes and theme not in themes:
                words = f"Det finns inget tema {theme}."
                yield topic.fault("teman", words, "Skriv ett id ur lexikon/rutord.toml.", item=turn)
        if not any(ways_in[way] == 1 for way in _ways_in(topic)):
            words = f"Ämnet {topic.id} går inte att nå: inget tema eller ord är bara dess eget."
            yield topic.fault("ord", words, "Lägg till ett tema eller en ordstam som inget annat ämne har.")
    for ruta in sorted(rutor - {topic.text("ruta") for topic in topics}):
        yield person.fault("amne", f"Rutan {ruta} har inget ämne.", f'Lägg till ett [[amne]] med ruta = "{ruta}".')


def _ways_in(topic: Entry) -> tuple[str, ...]:
    return (*(f"tema:{theme}" for theme in topic.texts("teman")), *(word.lower() for word in topic.texts("ord")))


def _twice(entries: tuple[Entry, ...]) -> Iterator[BankFault]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id and not _ID.fullmatch(entry.id):
            yield entry.fault("id", "id får bara ha a–z, 0–9 och _.", "Skriv till exempel gamla_jobbet.")
        if entry.id in seen:
            yield entry.fault("id", f"id ”{entry.id}” används redan.", "Ge det ett eget id.")
        seen.add(entry.id)


def _reference_faults(person: Entry) -> Iterator[BankFault]:
    topics = {topic.id: topic for topic in person.inner("amne")}
    companions = {companion.id for companion in person.inner("med")}
    for cue in person.inner("ledtrad"):
        for key in ("amne", "leder_till"):
            if cue.text(key) and cue.text(key) not in topics:
                yield cue.fault(key, f"Det finns inget ämne {cue.text(key)}.", "Skriv id för ett [[amne]].")
        topic = topics.get(cue.text("amne"))
        outer = (*topic.texts("genast"), *topic.texts("oppet")) if topic is not None else ()
        if topic is not None and not any(cue.text("ord").lower() in line.lower() for line in outer):
            words = f"Orden ”{cue.text('ord')}” sägs inte i genast eller oppet i ämnet {topic.id}."
            yield cue.fault("ord", words, "Skriv orden precis som de står i raden.")
    for said in person.inner("inskott"):
        if said.text("vem") not in companions:
            yield said.fault("vem", f"Ingen i [[med]] har id {said.text('vem')}.", "Skriv id för någon i [[med]].")
        for turn, name in enumerate(said.texts("amnen")):
            if name not in topics:
                yield said.fault("amnen", f"Det finns inget ämne {name}.", "Skriv id för ett [[amne]].", item=turn)
