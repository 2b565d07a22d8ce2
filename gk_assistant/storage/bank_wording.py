"""Whether a question of the bank is open: one that a yes or a no does not answer."""

import re
from typing import Final

LONGEST_QUESTION: Final = 110

_ASKING: Final = frozenset(
    "hur vad vilken vilket vilka vem vems vilkas när var vart varifrån varför varav".split()  # noqa: SIM905
)
_TELLING: Final = frozenset(
    "berätta beskriv ge nämn säg visa ta tänk rita förklara måla börja lista räkna välj fundera utveckla".split()  # noqa: SIM905
)
_TELLING_INFINITIVE: Final = frozenset(
    "berätta beskriva ge nämna säga visa förklara måla utveckla sätta".split()  # noqa: SIM905
)
_SUBJECT: Final = frozenset(
    "du det ni han hon hen den de man vi någon något några nån nåt din ditt dina detta den här".split()  # noqa: SIM905
)
_CLOSED: Final = frozenset(
    "har hade är vill kan kunde brukar går gick finns fanns får fick tycker tror skulle ska blev mår".split()  # noqa: SIM905
)
_VERB_ENDINGS: Final = ("r", "de", "te")
_NO_VERBS: Final = frozenset("för över under efter eller där här utanför mer inför åter".split())  # noqa: SIM905
_WORD: Final = re.compile(r"[a-zåäöéü]+(?:-[a-zåäöéü]+)*")
_LEAVE: Final = frozenset({"kan", "skulle"})
_FILLERS: Final = frozenset("och men så då sedan sen ja okej om".split())  # noqa: SIM905
_TOGETHER: Final = 6
"""How many words from the beginning an asking word may stand: "På vilket sätt", "I vilka lägen"."""


def closed_fault(text: str) -> str | None:
    """Return why a text is no open question or request (a Swedish clause), or ``None`` when it is one."""
    sentences = [part.strip() for part in re.findall(r"[^.?!…]+[.?!…]*", text) if part.strip()]
    asked = [part for part in sentences if part.endswith("?")]
    if asked:
        return next((fault for fault in map(_question_fault, asked) if fault is not None), None)
    if any(_tells(_words(part)) for part in sentences):
        return None if text.rstrip().endswith(".") else "uppmaningen slutar inte med punkt"
    if sentences and _words(sentences[0])[:1] and _words(sentences[0])[0] in _ASKING:
        return "frågan slutar inte med frågetecken"
    return "texten är varken en fråga eller en uppmaning att berätta"


def _question_fault(sentence: str) -> str | None:
    clauses = [words for part in re.split(r"[,;:–—]", sentence) if (words := _words(part))]
    if not clauses or _tells(clauses[0]):
        return None
    if any(_closed(words) for words in clauses):
        return "frågan kan besvaras med ja eller nej"
    if any(_asks(words) for words in clauses):
        return None
    return "frågan saknar ett öppet frågeord"


def _words(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    while len(words) > 1 and words[0] in _FILLERS:
        words = words[1:]
    return words


def _tells(words: list[str]) -> bool:
    """Whether it asks the person to tell: "Berätta …", "Kan du berätta …", "Skulle du kunna beskriva …"."""
    if not words:
        return False
    if words[0] in _TELLING:
        return True
    return words[0] in _LEAVE and bool(_TELLING_INFINITIVE.intersection(words[1:5]))


def _closed(words: list[str]) -> bool:
    """Whether a clause begins with its verb: "Har du …", "Är det …", "Sover du …", "Var det …"."""
    if len(words) == 1:
        return False
    if words[0] == "var":
        return words[1] in _SUBJECT
    if words[0] in _ASKING:
        return False
    verb_like = words[0].endswith(_VERB_ENDINGS) and words[0] not in _NO_VERBS
    return words[1] in _SUBJECT and (words[0] in _CLOSED or verb_like)


def _asks(words: list[str]) -> bool:
    return bool(_ASKING.intersection(words[:_TOGETHER]))
