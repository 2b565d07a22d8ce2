"""Underlag för begäran: what FK has ready when it asks AF for a gemensam kartläggning.

From the method (H): the request, with the signed consent, reaches AF a week ahead; it says time and room, whether a
specialist is needed and which, interpreter and support person. The ten hours are a guide for the talk, never a gate.
"""

from gk_assistant.documents.context import Context
from gk_assistant.documents.dates import clock_time, long_date
from gk_assistant.documents.known_facts import latest_request_day, request_in_time
from gk_assistant.documents.model import (
    Audience,
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    SignatureLines,
    WriteLines,
)
from gk_assistant.documents.names import ROLE_NAMES, as_sentence, listed, those_there, who
from gk_assistant.documents.view import Expand
from gk_assistant.domain.cases import Case, Consent, ConsentKind
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Role
from gk_assistant.domain.papers import PaperText

_PAPER = "begaran"


def begaran(case: Case, context: Context, expand: Expand) -> Document:
    """Build the sheet about the first meeting; what the case does not hold is a line to write on."""
    words = context.words(_PAPER)
    first = min(case.meetings, key=lambda meeting: meeting.number, default=None)
    return Document(
        id=_PAPER,
        title=words.say("titel"),
        subtitle=words.say("underrubrik"),
        audience=Audience.AKTEN,
        blocks=(
            Paragraph(text=words.say("inledning")),
            Facts(pairs=_head(case, context, words)),
            *((Paragraph(text=words.say("sgi_rad")),) if case.sgi is False else ()),
            Heading(text=words.say("samtycke_rubrik")),
            *_consents(case, words),
            Heading(text=words.say("tid_rubrik")),
            *_times(case, first, context, words),
            Heading(text=words.say("behov_rubrik")),
            *_needs(case, first, context, expand),
            Heading(text=words.say("bedomning_rubrik")),
            *(WriteLines(label=words.say(key), count=2) for key in ("medicinskt", "forutsattningar")),
            *(WriteLines(label=words.say(key), count=1) for key in ("tio_timmar", "traffat")),
            SignatureLines(names=words.lines("underskrift")),
        ),
    )


def _head(case: Case, context: Context, words: PaperText) -> tuple[Fact, ...]:
    made = f"{long_date(context.now.date())}, klockan {clock_time(context.now)}"
    sgi = {True: words.say("sgi_ja"), False: words.say("sgi_nej"), None: ""}[case.sgi]
    return (
        Fact(label=words.say("arende"), value=case.label),
        Fact(label=words.say("upprattat"), value=made),
        Fact(label=words.say("ersattning"), value=words.say(f"ersattning_{case.kind.value}")),
        Fact(label=words.say("sgi"), value=sgi),
    )


def _consents(case: Case, words: PaperText) -> tuple[Block, ...]:
    mapping, register = case.consent(ConsentKind.GK), case.consent(ConsentKind.SUS)
    pairs = (
        Fact(label=words.say("samtycke_gk"), value=_consent(mapping, words)),
        Fact(label=words.say("samtycke_sus"), value=_consent(register, words)),
    )
    if mapping.valid:
        return (Facts(pairs=pairs),)
    remark = "samtycke_tillbaka_rad" if mapping.withdrawn else "samtycke_saknas_rad"
    return (Facts(pairs=pairs), Paragraph(text=words.say(remark)))


def _consent(consent: Consent, words: PaperText) -> str:
    parts = []
    if consent.given and consent.collected_by:
        by = ROLE_NAMES[consent.collected_by]
        parts.append(words.say("samtycke_av", dag=long_date(consent.given), vem=by))
    elif consent.given:
        parts.append(words.say("samtycke_givet", dag=long_date(consent.given)))
    if consent.withdrawn:
        parts.append(words.say("samtycke_tillbaka", dag=long_date(consent.withdrawn)))
    return ", ".join(parts)


def _times(case: Case, first: Meeting | None, context: Context, words: PaperText) -> tuple[Block, ...]:
    day = first.day if first else None
    clock = context.bank.clock
    time = first.time.strip() if first else ""
    booked = words.say(
        "minuter",
        tid=time or words.say("tid_saknas"),
        minuter=str(clock.talk + clock.reflection),
        samtal=str(clock.talk),
        reflektion=str(clock.reflection),
    )
    pairs = (
        Fact(label=words.say("begaran_dag"), value=long_date(case.request_day) if case.request_day else ""),
        Fact(label=words.say("senast_dag"), value=long_date(latest_request_day(day)) if day else ""),
        Fact(label=words.say("mote"), value=long_date(day) if day else ""),
        Fact(label=words.say("tid"), value=booked),
        Fact(label=words.say("plats"), value=first.place if first else ""),
    )
    late = request_in_time(case) is False
    return (Facts(pairs=pairs), *((Paragraph(text=words.say("sent_rad")),) if late else ()))


def _needs(case: Case, first: Meeting | None, context: Context, expand: Expand) -> tuple[Block, ...]:
    words = context.words(_PAPER)
    there = first.participants if first else ()
    others = (Role.DELTAGARE, Role.FK, Role.AF)
    pairs = (
        Fact(label=words.say("deltar"), value=those_there(tuple(one for one in there if one.role in others))),
        Fact(label=words.say("specialist"), value=_specialists(case, first, context, expand)),
        Fact(label=words.say("tolk"), value=_there(first, Role.TOLK, words.say("kommer_tolk"))),
        Fact(label=words.say("stodperson"), value=_there(first, Role.STODPERSON, words.say("kommer"))),
    )
    return (Facts(pairs=pairs), *(WriteLines(label=words.say(key), count=1) for key in ("specialist_rad", "rummet")))


def _there(first: Meeting | None, role: Role, unnamed: str) -> str:
    """Return who comes with a part, ``unnamed`` where nobody is named: the part itself is the label already."""
    there = tuple(one for one in first.participants if one.role is role) if first else ()
    named = tuple(who(one) for one in there if one.name.strip())
    return listed(named) or (unnamed if there else "")


def _specialists(case: Case, first: Meeting | None, context: Context, expand: Expand) -> str:
    """Return who is called already and which have been found needed, each with its kind alone."""
    titles = {known.id: known.title for known in context.bank.plan.specialists}
    needed = dict.fromkeys(need.kind for meeting in case.meetings for need in meeting.reflection.specialists)
    called = _there(first, Role.SPECIALIST, "" if needed else context.words(_PAPER).say("kommer"))
    return as_sentence(listed(tuple(filter(None, (called, *(expand(titles.get(kind, kind)) for kind in needed))))))
