"""The rules for questions and follow-ups: how many, how long, one thing at a time, open, each with its condition."""

import re
from collections.abc import Iterator
from typing import Final

from gk_assistant.storage.bank_files import ENDING, QUESTION_FOLDER
from gk_assistant.storage.bank_sources import BankFault, Entry, Sources
from gk_assistant.storage.bank_stodord import stodord_faults
from gk_assistant.storage.bank_wording import LONGEST_QUESTION, closed_fault

FEWEST_QUESTIONS: Final = 8
FEWEST_FOLLOW_UPS: Final = 3
MOST_STODORD: Final = 6
_ID: Final = re.compile(r"[a-z0-9_]+")
_OPEN: Final = "Börja med Hur, Vad, Vilka, Berätta eller Kan du berätta."
_CONDITIONS: Final = ("mark", "ord", "saknas")


def question_faults(ruta_id: str, sources: Sources) -> Iterator[BankFault]:
    """Yield every broken rule in a ruta's questions."""
    file = f"{QUESTION_FOLDER}/{ruta_id}{ENDING}"
    if file in sources.unread:
        return
    questions = sources.by_id(file, "fraga", patched=False)
    if len(questions) < FEWEST_QUESTIONS:
        fault = f"Rutan {ruta_id} har {len(questions)} huvudfrågor, men ska ha minst {FEWEST_QUESTIONS}."
        found = sources.of(file)
        cure = "Lägg till fler [[fraga]]."
        yield (
            found[-1].fault((), fault, cure)
            if found
            else BankFault(file=file, line=1, key="", fault=fault, cure="Skapa filen.")
        )
    seen_ids: set[str] = set()
    seen_texts: dict[str, str] = {}
    for question in questions:
        if question.id in seen_ids:
            yield question.fault("id", f"id {question.id} står två gånger i rutan.", "Ge frågan ett eget id.")
        seen_ids.add(question.id)
        yield from _question(question, seen_texts)


def _question(question: Entry, seen_texts: dict[str, str]) -> Iterator[BankFault]:
    if question.id and not _ID.fullmatch(question.id):
        yield question.fault("id", "id får bara ha a–z, 0–9 och _.", "Skriv till exempel vanlig_dag.")
    for key in ("text", "text_ae", "text_sp"):
        yield from _wording(question, key)
    yield from _repeated(question, seen_texts)
    if question.text("varsamt").count("?") > 1:
        yield question.fault("varsamt", "varsamt har mer än en fråga.", "Fråga en sak i taget.")
    yield from _stems(question, "sokord")
    yield from stodord_faults(question, 0, MOST_STODORD)
    follow_ups = question.inner("foljd")
    if isinstance(question.table.get("foljd", []), list) and len(follow_ups) < FEWEST_FOLLOW_UPS:
        fault = f"Frågan {question.id} har {len(follow_ups)} följdfrågor, men ska ha minst {FEWEST_FOLLOW_UPS}."
        yield question.fault("", fault, "Lägg till fler [[fraga.foljd]].")
    for follow_up in follow_ups:
        yield from _wording(follow_up, "text")
        yield from _repeated(follow_up, seen_texts)
        yield from _condition(follow_up)


def _wording(entry: Entry, key: str) -> Iterator[BankFault]:
    text = entry.text(key)
    if not text.strip():
        return
    if len(text) > LONGEST_QUESTION:
        fault = f"Frågan har {len(text)} tecken, högst {LONGEST_QUESTION} får plats."
        yield entry.fault(key, fault, "Korta den eller dela den i två.")
    if text.count("?") > 1:
        yield entry.fault(key, "Det är mer än en fråga.", "Fråga en sak i taget.")
    closed = closed_fault(text)
    if closed is not None:
        yield entry.fault(key, f"{closed[0].upper()}{closed[1:]}: ”{text}”", _OPEN)


def _repeated(entry: Entry, seen_texts: dict[str, str]) -> Iterator[BankFault]:
    text = entry.text("text").strip().lower()
    if text and text in seen_texts:
        yield entry.fault("text", f"Samma fråga står redan i rutan: ”{entry.text('text')}”", "Ta bort den ena.")
    seen_texts[text] = text


def _condition(follow_up: Entry) -> Iterator[BankFault]:
    condition = follow_up.table.get("nar")
    if not isinstance(condition, dict):
        return
    given = [key for key in _CONDITIONS if key in condition]
    if len(given) != 1:
        fault = f"nar har {len(given)} villkor, men ska ha ett: mark, ord eller saknas."
        yield follow_up.fault("nar", fault, 'Skriv till exempel nar = { mark = "-" }.')
    words = condition.get("ord")
    if isinstance(words, list):
        if not words:
            yield follow_up.fault("nar", "Listan ord är tom.", "Skriv minst en ordstam.")
        for word in words:
            if isinstance(word, str) and word != word.lower():
                yield follow_up.fault("nar", f"Ordstammen {word} har en stor bokstav.", f"Skriv {word.lower()}.")


def _stems(question: Entry, key: str) -> Iterator[BankFault]:
    for turn, stem in enumerate(question.texts(key)):
        if stem != stem.lower():
            yield question.fault(key, f"Ordstammen {stem} har en stor bokstav.", f"Skriv {stem.lower()}.", item=turn)
