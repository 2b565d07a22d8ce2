"""An open wording for a closed, leading or manifold question, with the person's own words where they can be kept.

The forms are few and plain; where none fits, the open question of the subject is shown (``fraga`` in ``rutord.toml``).
Open questions, one at a time, without the answer in them: the house's own rules for a talk (``OARS`` training).
"""

from collections.abc import Callable

from gk_assistant.language.text import word_set
from gk_assistant.language.utterances_clause import Clause, questions, whole
from gk_assistant.language.utterances_features import Signs
from gk_assistant.language.utterances_leading import neutral
from gk_assistant.language.utterances_verbs import is_past

_MANNER = (
    "trivs", "trivdes", "mår", "mådde", "sover", "sov", "känns", "kändes", "fungerar", "fungerade", "påverkar",
    "påverkade",
)  # fmt: skip
_JUDGING = ("bra", "dåligt", "gott", "fint", "illa", "okej", "väl")
_OWN = ("din", "ditt", "dina")
_DEFINITE = (*_OWN, "den", "det", "de", "er", "ert", "era", "nästa")
_POINTING = ("det", "den", "de", "dem", "där", "då", "dit", "sedan", "sen", "han", "hon", "så")
_WHO = ("du", "ni", "vi")
_MEASURES = (
    "länge", "ofta", "många", "mycket", "långt", "gammal", "gamla", "dags", "lång", "stor", "stort", "tidigt", "sent"
)  # fmt: skip
_TIMES = ("tidigare", "någon", "nån", "förut", "innan")
_DAYS = word_set(
    "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen vecka veckan "
    "klockan kl förmiddag eftermiddag"
)
_REWORDED = ("sluten", "flerfraga", "ledande")
_LEAST, _MOST = 2, 14
_LONGEST = 18
_WITH_DEED = {
    "kan": "hur går det för dig att {}?",
    "klarar": "hur går det för dig att {}?",
    "hinner": "hur går det för dig att {}?",
    "törs": "hur känns det för dig att {}?",
    "vågar": "hur känns det för dig att {}?",
    "orkar": "hur är det med orken när du ska {}?",
    "brukar": "hur är det för dig att {}?",
    "gillar": "hur är det för dig att {}?",
    "vill": "hur tänker du om att {}?",
    "ska": "hur tänker du om att {}?",
    "skulle": "hur tänker du om att {}?",
    "tänker": "hur tänker du om att {}?",
}
"""How a closed question that begins so is said openly; the deed is what the question asks about."""

_EMPTY_DEEDS = ("ha ", "vilja ", "kunna ", "vara ")


def better(kind: str, signs: Signs, subject: str) -> str:
    """Return an open wording, empty when none is needed; ``subject`` is the subject's own open question."""
    if kind not in _REWORDED:
        return ""
    parts, line = questions(signs.heard), whole(signs.heard)
    if kind == "ledande":
        found = neutral(line, parts)
    else:
        found = _one_of(parts) if kind == "flerfraga" else _opened(parts[0] if parts else line)
    if not found or len(found.split()) > _LONGEST:
        found = subject
    return f"{found[:1].upper()}{found[1:]}"


def _one_of(clauses: list[Clause]) -> str:
    """Return the first question that is open and can stand alone, or the first one opened."""
    for number, clause in enumerate(clauses):
        alone = not number or not (set(_POINTING) & set(clause.lower) or clause.lower[-1] in _WHO)
        if alone and _is_open(clause) and _LEAST < len(clause) <= _MOST:
            return f"{clause.rest(0)}?"
    return _opened(clauses[0]) if clauses else ""


def _is_open(clause: Clause) -> bool:
    return (clause.has(0, "hur") and not clause.has(1, *_MEASURES)) or (
        clause.has(0, "vad") and not clause.has(1, "heter", "hette", "kostar")
    )


def _opened(clause: Clause) -> str:
    """Return an open wording of a closed question; empty when no form fits."""
    if not _LEAST <= len(clause) <= _MOST:
        return ""
    forms: tuple[Callable[[Clause], str], ...] = (
        _from_practice,
        _from_measure,
        _from_when,
        _from_who,
        _from_manner,
        _from_you,
    )
    return next((found for form in forms if (found := form(clause))), "")


def _from_practice(clause: Clause) -> str:
    """Open what is asked about the meeting itself: a pause, going on, a time that suits."""
    suits = clause.has(0, "passar", "funkar", "fungerar") or (clause.has(0, "kan") and clause.has(2, "på", "nästa"))
    if suits and set(clause.lower) & _DAYS:
        return "vilka tider passar dig bäst?"
    pause = clause.has(0, "vill", "ska", "behöver") and clause.lower[-1] in ("paus", "rast")
    going_on = clause.has(0, "orkar") and clause.lower[-1] in ("till", "nu") and "minuter" in clause.lower
    return "hur är det med orken just nu?" if pause or going_on else ""


def _from_measure(clause: Clause) -> str:
    """Open ``hur länge jobbade du där``; what is measured now is left to the subject's question."""
    if not clause.has(0, "hur"):
        return ""
    for at in range(2, len(clause) - 2):
        if clause.has(at + 1, "du") and is_past(clause.lower[at]) and not clause.has(at, "var", "hade", "fick"):
            rest = clause.rest(at + 2)
            return "" if "procent" in rest else f"hur var det när du {clause.words[at]} {rest}?"
    return ""


def _from_when(clause: Clause) -> str:
    """Open ``när är …``, ``när ska du …``, ``när jobbade du …``."""
    if not clause.has(0, "när"):
        return ""
    if clause.has(1, "är", "blir") and clause.has(2, *_DEFINITE) and not clause.has(2, "det"):
        return f"hur tänker du inför {clause.rest(2)}?"
    if clause.has(1, "ska") and clause.has(2, "du") and clause.acts_at(3):
        return f"hur känns det inför att {clause.rest(3)}?"
    if clause.has(2, "du") and is_past(clause.lower[1]):
        return f"kan du berätta om när du {clause.words[1]} {clause.rest(3)}".rstrip() + "?"
    return ""


def _from_who(clause: Clause) -> str:
    """Open ``vem är din …``, ``vad heter din …``, ``får vi ringa …``."""
    if clause.has(0, "vem", "vad") and clause.has(1, "är", "var", "heter", "hette") and clause.has(2, *_OWN):
        return f"kan du berätta om {clause.rest(2)}?"
    if clause.has(0, "får", "kan") and clause.has(1, "vi", "jag") and clause.acts_at(2):
        return f"hur skulle det kännas om {clause.words[1]} fick {clause.rest(2)}?"
    return ""


def _from_manner(clause: Clause) -> str:
    """Open ``trivdes du …`` by putting ``hur`` before it."""
    if not clause.has(0, *_MANNER) or "grund" in clause.lower:
        return ""
    return f"hur {' '.join(word for word in clause.words if word.lower() not in _JUDGING)}?"


def _from_you(clause: Clause) -> str:
    """Open ``kan du lyfta armen``, ``vill du …``, ``har du haft …``."""
    if not clause.has(1, "du"):
        return ""
    if clause.has(0, "vill", "tänker") and clause.has(2, "att"):
        return f"hur tänker du om {clause.rest(2)}?"
    if clause.has(0, "behöver") and clause.has(2, "hjälp"):
        return f"vilken hjälp skulle du behöva {clause.rest(3)}".rstrip() + "?"
    if clause.has(0, "har") and clause.has(2, "haft") and not clause.has(3, "det"):
        stop = next((at for at in range(4, len(clause)) if clause.has(at, *_TIMES)), len(clause))
        return f"vad har du för erfarenhet av {clause.rest(3, stop)}?" if clause.rest(3) else ""
    doing = clause.doing() or (clause.deed(2) if clause.acts_at(2) else "")
    form = _WITH_DEED.get(clause.lower[0], "")
    return form.format(doing) if form and doing and not f"{doing} ".startswith(_EMPTY_DEEDS) else ""
