"""A neutral, open wording for a question that holds its answer, and for advice given before it was asked for."""

from gk_assistant.language.text import word_set
from gk_assistant.language.utterances_clause import Clause
from gk_assistant.language.utterances_verbs import infinitive, is_past, may_be_infinitive

_BEING = ("är", "var", "känns", "kändes", "blir", "blev", "är", "ser", "såg", "går", "gick")
_MODALS = word_set(
    "borde måste ska skulle kan vill får behöver kunde ville behöva kunna vilja få nog hellre då först också "
    "inte försöka lika gärna bra"
)
_HELPING = word_set("säga må vara ha behöva kunna veta känna tänka")
_DENIED = word_set("inte inga inget ingen ingenting aldrig knappast")
_STATES = word_set(
    "är har hade var håller tycker tror menar vet känner förstår inser säger låter ser får blir gillar trivs "
    "mår ångrar litar vill kan ska måste borde kommer behöver finns hoppas brukar klarar orkar hinner lovar "
    "minns slipper"
)
_SOMEBODYS = ("din", "min", "er", "hans", "hennes", "en", "någon")
_LONGEST = 12
_FIRST_WORDS = 8
_FORM = 4
"""Words of the shortest ``hur jobbigt är det``."""


def neutral(clause: Clause, parts: list[Clause]) -> str:
    """Return an open wording; empty when no form fits."""
    first = parts[0] if parts else clause
    for form in (_without_judgement, _without_reproach):
        found = form(first) or form(clause)
        if found:
            return found
    advised = _advice(clause)
    if advised:
        return advised
    doing = clause.doing()
    if doing and len(doing.split()) <= _LONGEST:
        past = any(
            clause.has(at, "varit", "blev") or (clause.has(at, "var") and clause.has(at + 1, "det"))
            for at in range(min(len(clause), _FIRST_WORDS))
        )
        return f"hur var det för dig att {doing}?" if past else f"hur tänker du själv om att {doing}?"
    return _assumed(clause)


def _without_judgement(clause: Clause) -> str:
    """Take the judging word out of ``hur jobbigt är det att …``."""
    if not clause.has(0, "hur") or len(clause) < _FORM or not clause.has(2, *_BEING):
        return ""
    if clause.has(3, "det"):
        doing = clause.doing()
        return f"hur {clause.lower[2]} det{' för dig' if doing else ''} {f'att {doing}' if doing else clause.rest(4)}?"
    if clause.has(3, "din", "ditt", "dina") and len(clause) <= _LONGEST:
        return f"hur {clause.rest(2)}?"
    doing = clause.doing()
    return f"hur {clause.lower[2]} det för dig att {doing}?" if doing and clause.has(3, "du") else ""


def _without_reproach(clause: Clause) -> str:
    """Turn ``varför …`` into what lies behind, or what the person thinks."""
    if not clause.has(0, "varför") or not clause.has(2, "du") or len(clause) > _LONGEST:
        return ""
    verb, denied = clause.lower[1], [at for at in range(3, len(clause)) if clause.has(at, "inte", "aldrig", "ingen")]
    rest = " ".join(word for at, word in enumerate(clause.words[3:], 3) if at not in denied[:1])
    if is_past(verb):
        no = f"{clause.words[denied[0]]} " if denied and not clause.has(denied[0], "ingen") else ""
        return f"vad var det som gjorde att du {no}{verb} {rest}".rstrip() + "?"
    base = infinitive(verb)
    if denied and base and verb not in ("har", "är", "vill", "kan"):
        words = Clause.of([base, *rest.split()])
        return f"hur tänker du om att {words.deed(0)}?"
    return ""


def _advice(clause: Clause) -> str:
    """Turn ``du borde …``, ``försök …`` into a question of what the person thinks about it."""
    if clause.has(0, "försök", "prova", "testa", "pröva", "börja", "sluta") and len(clause) > 1:
        start = 1 if clause.has(0, "försök", "prova", "testa", "pröva") else 0
        return f"hur tänker du om att {clause.rest(start)}?" if may_be_infinitive(clause.lower[start]) else ""
    for at in range(min(len(clause) - 2, _FIRST_WORDS)):
        pair = (clause.lower[at], clause.lower[at + 1])
        if _somebody(clause, at, pair) and any(word in _MODALS for word in pair):
            start = at + 2
            while start < len(clause) and clause.lower[start] in _MODALS:
                start += 1
            if pair[0] == "du" and "inte" in clause.lower[at + 2 : start]:
                return ""
            deed = clause.deed(start) if start < len(clause) and _may_be_done(clause.lower[start]) else ""
            if deed and len(deed.split()) <= _LONGEST:
                return f"hur tänker du själv om att {deed}?"
    return ""


def _somebody(clause: Clause, at: int, pair: tuple[str, str]) -> bool:
    """Tell whether the advice is for the person, or for anybody; *din man* is somebody else."""
    anybody = "man" in pair and not clause.has(at + pair.index("man") - 1, *_SOMEBODYS)
    return "du" in pair or "jag" in pair or "vi" in pair or anybody


def _may_be_done(word: str) -> bool:
    return may_be_infinitive(word) and word not in _HELPING


def _assumed(clause: Clause) -> str:
    """Turn ``du går väl ut med hunden`` into how that is."""
    if not clause.has(0, "du") or clause.has(1, *_STATES) or _DENIED & set(clause.lower):
        return ""
    base = infinitive(clause.rest(1, 2))
    if not base or len(clause) > _LONGEST or " du " in f" {clause.rest(2)} ":
        return ""
    return f"hur är det för dig att {base} {clause.rest(2)}".rstrip() + "?"
