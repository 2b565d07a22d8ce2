"""The rules of a persona's lines: enough of them, none twice, none too long, no secret told early, nobody real."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gk_assistant.domain.personas import FEWEST_LINES, Asks, Layer, Length, Reply
from gk_assistant.language.identifiers import Kind, find_identifiers
from gk_assistant.storage.bank_sources import BankFault, Entry, Source
from gk_assistant.storage.toml_lines import Path

FEWEST: Final = 110
"""How many lines a persona has at least (L), so that a talk of 40 turns does not repeat itself woodenly."""

FEWEST_OF_TOPIC: Final = 3
UNWRITTEN: Final = "SKRIV:"
"""How a line of the skeleton begins until somebody has written it."""

_INNER: Final = (Layer.TILLIT, Layer.LOV)
_REAL_PLACE: Final = re.compile(
    r"\b[A-ZÅÄÖ][\wåäöé]+\s+(?:\w+\s+)?(?:sjukhus|lasarett|vårdcentral|hälsocentral|klinik|kommun|universitet)\w*"
    r"|\bRegion\s+[A-ZÅÄÖ]|\b(?:Karolinska|Sahlgrenska|Akademiska)\b"
)
_SURNAME: Final = re.compile(r"(?<![.!?…:”\"] )(?<!^)\b[A-ZÅÄÖ][a-zåäöé]+\s+[A-ZÅÄÖ][a-zåäöé]+\b")
_FORBIDDEN: Final = frozenset(Kind) - {Kind.NAMN}
_YES: Final = re.compile(r"(?:jo|ja|japp|jadå|jodå|visst|absolut|såklart)\b", re.IGNORECASE)
_NO: Final = re.compile(r"(?:nej|nä|nae|nänä|nope)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A line in the file: its words, where it stands, and the topic and layer it belongs to (empty: none)."""

    text: str
    path: Path
    topic: str = ""
    layer: str = ""


def line_faults(person: Entry, source: Source) -> Iterator[BankFault]:
    """Yield every broken rule of a persona's lines."""
    lines = tuple(_lines(person))
    if len(lines) < FEWEST:
        words = f"Personan har {len(lines)} repliker, men ska ha minst {FEWEST}."
        yield source.fault((), words, "Skriv fler repliker.")
    yield from _wording_faults(lines, source)
    spoken = source.table.get("rader")
    for occasion, least in FEWEST_LINES.items():
        found = spoken.get(occasion) if isinstance(spoken, dict) else None
        if isinstance(found, list) and len(found) < least:
            words = f"{occasion} har {len(found)} repliker, men ska ha minst {least}."
            yield source.fault(("rader", occasion), words, "Skriv en till.")
    for topic in person.inner("amne"):
        yield from _topic_line_faults(topic)
        yield from _secret_faults(topic, lines, source)


def _lines(person: Entry) -> Iterator[_Said]:
    for at, topic in enumerate(person.inner("amne")):
        for layer in Layer:
            yield from _listed(topic, layer, ("amne", at, layer), topic.id, layer)
        yield from _plain_facts(topic, at)
        for turn, row in enumerate(topic.inner("slutet")):
            yield _Said(text=row.text("rad"), path=("amne", at, "slutet", turn, "rad"), topic=topic.id, layer="slutet")
    table = person.table
    for name, part in (("rader", table.get("rader")), ("rost", table.get("rost"))):
        keys = part if isinstance(part, dict) else {}
        for key in keys if name == "rader" else ("undviker",):
            yield from _listed(Entry(table=keys, origins=person.origins), key, (name, key))
    for at, cue in enumerate(person.inner("ledtrad")):
        yield from _listed(cue, "sager", ("ledtrad", at, "sager"), cue.text("leder_till"), "ledtrad")
    for at, said in enumerate(person.inner("inskott")):
        if said.text("sedan"):
            yield _Said(text=said.text("sedan"), path=("inskott", at, "sedan"))


def _plain_facts(topic: Entry, at: int) -> Iterator[_Said]:
    facts = topic.table.get("svar")
    if isinstance(facts, dict):
        inner = Entry(table=facts, origins=topic.origins)
        for asks in Asks:
            yield from _listed(inner, asks, ("amne", at, "svar", asks), topic.id, "svar")


def _listed(entry: Entry, key: str, path: Path, topic: str = "", layer: str = "") -> Iterator[_Said]:
    for turn, text in enumerate(entry.texts(key)):
        yield _Said(text=text, path=(*path, turn), topic=topic, layer=layer)


def _wording_faults(lines: tuple[_Said, ...], source: Source) -> Iterator[BankFault]:
    voice = source.table.get("rost")
    length = voice.get("langd") if isinstance(voice, dict) else None
    longest = Length(length).longest if length in tuple(Length) else Length.LANG.longest
    seen: dict[str, str] = {}
    for line in lines:
        plain = " ".join(re.findall(r"\w+", line.text.lower()))
        if line.text.startswith(UNWRITTEN):
            yield source.fault(line.path, "Repliken är inte skriven än.", "Skriv vad personen säger, med egna ord.")
        elif plain and plain in seen:
            yield source.fault(line.path, f"Repliken ”{line.text}” står redan.", "Skriv något annat.")
        seen.setdefault(plain, line.text)
        if len(line.text) > longest:
            words = f"Repliken har {len(line.text)} tecken, men rösten {length} får ha högst {longest}."
            yield source.fault(line.path, words, "Korta repliken eller dela den i två.")
        yield from _real_faults(line, source)


def _real_faults(line: _Said, source: Source) -> Iterator[BankFault]:
    if any(finding.kind in _FORBIDDEN for finding in find_identifiers(line.text)):
        words = "Repliken innehåller något som ser ut som ett personnummer, telefonnummer eller en adress."
        yield source.fault(line.path, words, "Ta bort det.")
    if _REAL_PLACE.search(line.text):
        yield source.fault(line.path, "Repliken nämner ett verkligt ställe.", "Skriv till exempel vårdcentralen.")
    if _SURNAME.search(line.text):
        yield source.fault(line.path, "Repliken har för- och efternamn.", "Skriv bara ett förnamn.")


def _topic_line_faults(topic: Entry) -> Iterator[BankFault]:
    if not topic.texts(Layer.GENAST):
        words = f"Ämnet {topic.id} har ingen replik som sägs genast."
        yield topic.fault(Layer.GENAST, words, "Skriv vad personen säger direkt, också om det är undvikande.")
    facts = topic.table.get("svar")
    plain = sum(len(lines) for lines in facts.values() if isinstance(lines, list)) if isinstance(facts, dict) else 0
    if plain + sum(len(topic.texts(layer)) for layer in Layer) < FEWEST_OF_TOPIC:
        words = f"Ämnet {topic.id} har färre än {FEWEST_OF_TOPIC} repliker."
        yield topic.fault("", words, "Skriv fler repliker i genast, oppet, tillit, lov eller svar.")
    if any(topic.texts(layer) for layer in _INNER) and not topic.text("djupare"):
        words = f"Ämnet {topic.id} har repliker i tillit eller lov men inget djupare."
        yield topic.fault("djupare", words, "Skriv vad som är sant där, för den som handleder.")
    if topic.texts(Layer.LOV) and not topic.texts("hemliga_ord"):
        words = f"Ämnet {topic.id} har repliker i lov men inga hemliga_ord."
        yield topic.fault("hemliga_ord", words, "Skriv de ordstammar som inte får sägas någon annanstans.")
    for row in topic.inner("slutet"):
        wrong = {Reply.JA: _NO, Reply.NEJ: _YES}.get(row.text("svar"))  # type: ignore[call-overload]
        if wrong is not None and wrong.match(row.text("rad")):
            yield row.fault("rad", f"Svaret är {row.text('svar')}, men repliken säger emot.", "Ändra det ena.")


def _secret_faults(topic: Entry, lines: tuple[_Said, ...], source: Source) -> Iterator[BankFault]:
    for turn, stem in enumerate(topic.texts("hemliga_ord")):
        pattern = re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)
        told = False
        for line in lines:
            if pattern.search(line.text):
                if line.topic == topic.id and line.layer in _INNER:
                    told = True
                else:
                    words = f"Ordet ”{stem}” är hemligt i ämnet {topic.id} men sägs här."
                    yield source.fault(line.path, words, "Skriv om repliken.")
        if not told:
            words = f"Ordet ”{stem}” sägs inte i tillit eller lov."
            yield topic.fault("hemliga_ord", words, "Ta bort ordet eller skriv repliken.", item=turn)
