"""Words that several screens use."""

from datetime import date

from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.meetings import RutaState
from gk_assistant.domain.notes import Mark, Role, Voice

CASE_KINDS: dict[CaseKind, str] = {
    CaseKind.SP: "Sjukpenning (SP)",
    CaseKind.AE: "Aktivitetsersättning (AE)",
    CaseKind.ANNAN: "Annan eller ingen ersättning",
}
ROLES: dict[Role, str] = {
    Role.FK: "FK",
    Role.AF: "AF",
    Role.DELTAGARE: "Deltagare",
    Role.SPECIALIST: "Specialist",
    Role.STODPERSON: "Stödperson",
    Role.TOLK: "Tolk",
    Role.ARBETSGIVARE: "Arbetsgivare",
    Role.VARD: "Vården",
    Role.ANNAN: "Annan",
}
STATES: dict[RutaState, tuple[str, str]] = {
    RutaState.ORORD: ("·", "orörd"),
    RutaState.BERORD: ("●", "berörd"),
    RutaState.KLAR: ("√", "klar"),
}
MARKS: dict[Mark, str] = {
    Mark.FUNGERAR: "fungerar",
    Mark.HINDER: "hinder",
    Mark.BEHOV: "behov",
    Mark.FOLJ_UPP: "följ upp",
    Mark.EJ_AKTUELLT: "ej aktuellt",
    Mark.NEUTRAL: "neutral",
}
VOICES: dict[Voice, str] = {
    Voice.BERATTAT: "",
    Voice.EGNA_ORD: "egna ord",
    Voice.INTYG: "intyg",
    Voice.BEDOMNING: "bedömning",
}
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def small(sentence: str) -> str:
    """Return a sentence begun with a small letter, to stand after a colon; names inside it are kept."""
    return sentence[:1].lower() + sentence[1:]


def day_words(day: date | None) -> str:
    """Return a date as one says it: "tisdag 3 november 2026"; "inget datum" when there is none."""
    if day is None:
        return "inget datum"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
