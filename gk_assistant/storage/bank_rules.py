"""The rules of docs/fragebank.md that no single key can break: counts, clashes, and what refers to what."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from gk_assistant.domain.cases import ConsentKind
from gk_assistant.domain.notes import Heading
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.reflections import Decision
from gk_assistant.storage.bank_files import ENDING, QUESTION_FOLDER
from gk_assistant.storage.bank_guide_rules import guide_faults
from gk_assistant.storage.bank_knowledge_rules import knowledge_faults
from gk_assistant.storage.bank_paper_rules import paper_faults
from gk_assistant.storage.bank_question_rules import question_faults
from gk_assistant.storage.bank_sources import BankFault, Entry, Source, Sources
from gk_assistant.storage.bank_stodord import stodord_faults

FEWEST_STODORD: Final = 6
MOST_STODORD: Final = 12
LEAST_CONTRAST: Final = 7.0
_ID: Final = re.compile(r"[a-z0-9_]+")
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


def rule_faults(sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule; a file that could not be read breaks none but its own."""
    rutor = sources.by_id("rutor.toml", "ruta", patched=True)
    if "rutor.toml" not in sources.unread:
        yield from _ruta_clashes(rutor)
        for ruta in rutor:
            yield from _ruta_faults(ruta, sources)
        yield from _stray_files(rutor, sources)
        yield from _joining_faults(rutor, sources)
    for ruta_id in dict.fromkeys(ruta.id for ruta in rutor if ruta.id):
        yield from question_faults(ruta_id, sources)
    yield from _colour_faults(sources)
    yield from _heading_faults(sources)
    yield from _trappa_faults(sources)
    yield from _plan_faults(sources)
    yield from knowledge_faults(sources)
    yield from guide_faults(sources)
    yield from paper_faults(sources)


def clashes(entries: Iterable[Entry], key: str, cure: str, fold: Callable[[str], str] = str) -> Iterator[BankFault]:
    """Yield each table whose key has the same value as that of one before it."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        value = fold(entry.text(key))
        if value and value in seen:
            other = seen[value]
            name = other.id or other.text("text")
            yield entry.fault(key, f"{key} ”{entry.text(key)}” används redan av ”{name}”.", cure)
        elif value:
            seen[value] = entry


def _ruta_clashes(rutor: tuple[Entry, ...]) -> Iterator[BankFault]:
    yield from clashes(rutor, "id", "Ge rutan ett eget id.")
    yield from clashes(rutor, "tangent", "Välj en ledig bokstav.", str.lower)
    yield from clashes(rutor, "titel", "Ge rutan en egen titel.", str.lower)


def _ruta_faults(ruta: Entry, sources: Sources) -> Iterator[BankFault]:
    if ruta.id and not _ID.fullmatch(ruta.id):
        yield ruta.fault("id", "id får bara ha a–z, 0–9 och _.", "Skriv till exempel psykisk_halsa.")
    key = ruta.text("tangent")
    if key and not (len(key) == 1 and key.isalpha() and key == key.lower()):
        yield ruta.fault(
            "tangent", "tangent ska vara en enda liten bokstav.", "Skriv en ledig bokstav, till exempel v."
        )
    if len(ruta.text("tecken")) > 1:
        yield ruta.fault("tecken", "tecken ska vara ett enda tecken.", "Välj ett tecken, till exempel ■.")
    colours = _colours(sources)
    if "farger.toml" not in sources.unread and ruta.text("farg") and ruta.text("farg") not in colours:
        names = ", ".join(sorted(colours))
        words = f"Färgen {ruta.text('farg')} finns inte i farger.toml."
        yield ruta.fault("farg", words, f"Använd någon av: {names}. Eller lägg till färgen.")
    if ruta.table.get("kanslig") is True and not ruta.texts("ingang"):
        words = "En känslig ruta ska ha minst en ingång."
        yield ruta.fault("ingang", words, "Skriv ett varsamt sätt att be om lov i ingang.")
    for turn, way in enumerate(ruta.texts("ingang")):
        if way.count("?") > 1:
            yield ruta.fault("ingang", "Ingången har mer än en fråga.", "Fråga en sak i taget.", item=turn)
    yield from stodord_faults(ruta, FEWEST_STODORD, MOST_STODORD)


def _stray_files(rutor: tuple[Entry, ...], sources: Sources) -> Iterator[BankFault]:
    known = {f"{QUESTION_FOLDER}/{ruta.id}{ENDING}" for ruta in rutor}
    for source in sources.all():
        if not source.file.startswith(f"{QUESTION_FOLDER}/"):
            continue
        name = source.file.removeprefix(f"{QUESTION_FOLDER}/").removesuffix(ENDING)
        if source.file not in known:
            yield source.fault(
                (), f"Det finns ingen ruta med id {name}.", "Lägg till rutan i rutor.toml eller byt namn."
            )
        if source.table.get("ruta", name) != name:
            yield source.fault(("ruta",), "ruta stämmer inte med filens namn.", f'Skriv ruta = "{name}".')


def _joining_faults(rutor: tuple[Entry, ...], sources: Sources) -> Iterator[BankFault]:
    view = sources.whole("visning.toml")
    if view is None:
        return
    keys = {ruta.text("tangent"): ruta.id for ruta in rutor}
    for entry in view.inner("sammanslagning"):
        members = entry.texts("rutor")
        for turn, member in enumerate(members):
            if member not in keys.values():
                yield entry.fault("rutor", f"Det finns ingen ruta {member}.", "Skriv ett id ur rutor.toml.", item=turn)
        if len(set(members)) < 2 and isinstance(entry.table.get("rutor"), list):  # noqa: PLR2004  # one is no joining
            yield entry.fault("rutor", "Minst två rutor behövs för att slå ihop.", "Lägg till en ruta.")
        owner = keys.get(entry.text("tangent"))
        if owner is not None and owner not in members:
            words = f"Tangenten {entry.text('tangent')} hör till rutan {owner}."
            yield entry.fault("tangent", words, "Välj någon av de sammanslagna rutornas tangenter.")


def _colours(sources: Sources) -> dict[str, tuple[Source, dict[str, object]]]:
    found = {}
    for source in sources.of("farger.toml"):
        colours = source.table.get("farg")
        for name, tones in (colours if isinstance(colours, dict) else {}).items():
            if isinstance(tones, dict):
                found[name] = (source, tones)
    return found


def _colour_faults(sources: Sources) -> Iterator[BankFault]:
    for name, (source, tones) in _colours(sources).items():
        for tone, text, luminance in (("ljus", "svart", 0.0), ("mork", "vit", 1.0)):
            value = tones.get(tone)
            if not isinstance(value, str) or not value.strip():
                continue
            if not _HEX.fullmatch(value):
                yield source.fault(
                    ("farg", name, tone), f"{tone} ska vara en färg som #rrggbb.", "Skriv till exempel #d6e6fb."
                )
            elif (contrast := _contrast(_luminance(value), luminance)) < LEAST_CONTRAST:
                words = f"Kontrasten mot {text} text är {contrast:.1f}:1, men ska vara minst 7:1.".replace(".", ",", 1)
                yield source.fault(
                    ("farg", name, tone), words, f"Välj en {'ljusare' if tone == 'ljus' else 'mörkare'} ton."
                )


def _luminance(value: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _heading_faults(sources: Sources) -> Iterator[BankFault]:
    headings = sources.by_id("rubriker.toml", "rubrik", patched=True)
    yield from clashes(headings, "id", "Ta bort den ena.")
    yield from _missing(sources, "rubriker.toml", "rubrik", [entry.id for entry in headings], list(Heading))


def _trappa_faults(sources: Sources) -> Iterator[BankFault]:
    trappa = sources.whole("trappa.toml")
    steps = trappa.inner("steg") if trappa is not None else ()
    for turn, step in enumerate(steps, start=1):
        number = step.table.get("nr")
        if type(number) is int and number != turn:
            yield step.fault("nr", f"Steg {turn} i ordningen har nr {number}.", f"Skriv nr = {turn}.")


def _plan_faults(sources: Sources) -> Iterator[BankFault]:
    plan = sources.whole("plan.toml")
    if plan is None:
        return
    for key, wanted in (
        ("falt", ()),
        ("beslut", list(Decision)),
        ("utfall", list(OutcomeKind)),
        ("samtycke", list(ConsentKind)),
        ("specialist", ()),
    ):
        entries = plan.inner(key)
        yield from clashes(entries, "id", "Ge den ett eget id.")
        yield from _missing(sources, "plan.toml", key, [entry.id for entry in entries], wanted)
    yield from clashes(plan.inner("behov"), "text", "Ta bort den ena.", str.lower)
    yield from clashes(plan.inner("steg_forslag"), "vad", "Ta bort den ena.", str.lower)


def _missing(sources: Sources, file: str, key: str, found: Iterable[str], wanted: Iterable[str]) -> Iterator[BankFault]:
    present = set(found)
    with_key = [source for source in sources.of(file) if key in source.table]
    for name in wanted:
        if name not in present and with_key:
            yield with_key[-1].fault(
                (key,), f"{key} med id {name} saknas.", f'Lägg till en [[{key}]] med id = "{name}".'
            )
