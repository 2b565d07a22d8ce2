"""What things are called on paper: roles in full for the deltagare, short where officers read."""

from gk_assistant.documents.context import Context
from gk_assistant.domain.meetings import ChosenBy, Participant
from gk_assistant.domain.notes import Mark, Role
from gk_assistant.domain.planning import OutcomeKind
from gk_assistant.domain.trappa import PlacedBy

ROLE_NAMES: dict[Role, str] = {
    Role.FK: "Försäkringskassan",
    Role.AF: "Arbetsförmedlingen",
    Role.DELTAGARE: "deltagaren",
    Role.SPECIALIST: "specialist",
    Role.STODPERSON: "stödperson",
    Role.TOLK: "tolk",
    Role.ARBETSGIVARE: "arbetsgivare",
    Role.VARD: "vården",
    Role.ANNAN: "annan",
}

PLACED_BY: dict[PlacedBy, str] = {
    PlacedBy.SJALV: "deltagaren själv",
    PlacedBy.NARSTAENDE_ENIG: "tillsammans med närstående, som håller med",
    PlacedBy.NARSTAENDE_OENIG: "tillsammans med närstående, som inte håller med helt",
    PlacedBy.FK: "Försäkringskassan",
    PlacedBy.AF: "Arbetsförmedlingen",
}

CHOSEN_BY: dict[ChosenBy, str] = {
    ChosenBy.DELTAGARE: "deltagaren valde",
    ChosenBy.HANDLAGGARE: "handläggaren valde",
    ChosenBy.TILLSAMMANS: "valdes tillsammans",
}

OUTCOMES: dict[OutcomeKind, str] = {
    OutcomeKind.SAMARBETE: "Förstärkt samarbete",
    OutcomeKind.FLER_MOTEN: "Fler möten",
    OutcomeKind.ATER_FK: "Åter till Försäkringskassan",
    OutcomeKind.AF_ORDINARIE: "Arbetsförmedlingens ordinarie verksamhet",
}

MARK_WORDS: dict[Mark, str] = {
    Mark.FUNGERAR: "fungerar",
    Mark.HINDER: "hinder",
    Mark.BEHOV: "behov",
    Mark.FOLJ_UPP: "följ upp",
    Mark.EJ_AKTUELLT: "ej aktuellt",
    Mark.NEUTRAL: "",
}


def who(participant: Participant) -> str:
    """Return a participant's name with the part they have, or the part alone."""
    role = ROLE_NAMES[participant.role]
    name = participant.name.strip()
    return f"{name} ({role})" if name else as_sentence(role)


def those_there(participants: tuple[Participant, ...]) -> str:
    """Return who was in the room, as one running list: "Deltagaren, Mira (stödperson) och tolk"."""
    said = (who(one) if one.name.strip() else ROLE_NAMES[one.role] for one in participants)
    return as_sentence(listed(tuple(said)))


def told_who(participant: Participant, context: Context) -> str:
    """Return a participant as the deltagare is told: the name with the part they have, or the part alone."""
    name = participant.name.strip()
    if participant.role is Role.DELTAGARE:
        return context.common.say("du")
    role = context.common.say(participant.role.value)
    return f"{name} ({role})" if name else role


def told_those_there(participants: tuple[Participant, ...], context: Context) -> str:
    """Return who was in the room, as the deltagare is told: "Du, Mira (stödperson) och tolk"."""
    return as_sentence(context.listed([told_who(one, context) for one in participants]))


def as_sentence(text: str) -> str:
    """Return a text with a capital first letter, outer blanks gone."""
    text = text.strip()
    return text[:1].upper() + text[1:]


def listed(items: tuple[str, ...]) -> str:
    """Return "a, b och c"."""
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    return f"{', '.join(items[:-1])} och {items[-1]}"
