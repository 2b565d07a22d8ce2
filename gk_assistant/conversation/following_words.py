"""The note's own words, put into a question where the bank leaves room for them: ``{citat}``, ``{mal}``, ``{person}``.

Only what can be put in with certain grammar is taken up; otherwise the question's plain wording is used. A question in
``foljder.toml`` may hold several wordings, best first, with a bar between: the first whose words are all there is used.

    {citat}    the deltagare's own quoted words, in ”…”
    {horde}    words that somebody else has said, in ”…”
    {mal}      what is wished for, as an infinitive with *att*: "att lära dig segla"
    {person}   somebody near, as one would say to the deltagare: "din son", "chefen"
    {plats}    where it was, as a phrase: "på plantskolan"
    {symtom}   a trouble in the definite form: "yrseln"
    {syssla}   what is done, as an infinitive with *att*: "att fiska"
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from gk_assistant.conversation.following_match import SHORTHAND
from gk_assistant.conversation.following_nouns import (
    ACTS,
    BARE_PLACES,
    DEFINITE_PEOPLE,
    INFINITIVES,
    NO_PLACE,
    OWN_PEOPLE,
    PLACE_ENDINGS,
    SPEECH,
    TROUBLES,
)
from gk_assistant.language.text import word_set

_SIGNS = ".,!?;:()\"”“'"
_SLOT = re.compile(r"\{(\w+)\}")
_LONGEST_QUOTE = 8
_SHORTEST_QUOTE = 3
"""Fewer quoted words are often the note-taker's marks for irony, and no saying to take up."""
_LONGEST_GOAL = 6
_SHORTEST_WORD = 3
_TURNED = {
    "sig": "dig",
    "mig": "dig",
    "sin": "din",
    "sitt": "ditt",
    "sina": "dina",
    "min": "din",
    "mitt": "ditt",
    "mina": "dina",
    "hennes": "din",
    "hans": "din",
}
_ENDS_GOAL = word_set(
    "men fast och o eller om när så för sen sedan helst igen snart nu idag då innan tills utan ännu än ist sånt "
    "hon han hen jag man där inte ej som att pga efter i annars"
)
_LEFT_OVER = word_set("till på av med hos från kring din ditt dina en ett den det mer för")
_NO_VERBS = word_set("bara andra mera samma hela alla flera sina dina")
_UNREADABLE = re.compile(r"[\d/%+:;=<>()\[\]]")


def worded(text: str, note: str) -> str:
    """Return the first wording of a question whose words the note gives; empty when none can be said."""
    found: dict[str, str] = {}
    for wording in text.split("|"):
        wanted = _SLOT.findall(wording)
        for slot in wanted:
            if slot not in found:
                take = _takers().get(slot)
                found[slot] = take(note) if take is not None else ""
        if all(found[slot] for slot in wanted):
            said = _SLOT.sub(lambda match: found[match[1]], wording).strip()
            return said[:1].upper() + said[1:]
    return ""


@cache
def _takers() -> Mapping[str, Callable[[str], str]]:
    return {
        "citat": quoted,
        "horde": heard,
        "mal": goal,
        "person": person,
        "plats": place,
        "symtom": trouble,
        "syssla": act,
    }


def quoted(note: str) -> str:
    """Return the deltagare's own quoted words."""
    phrase = _quotation(note)
    long = len(phrase.split()) >= _SHORTEST_QUOTE
    return phrase if long and not _from_others(note) else ""


def heard(note: str) -> str:
    """Return quoted words that somebody else has said."""
    phrase = _quotation(note)
    return phrase if phrase and _from_others(note) else ""


def _quotation(note: str) -> str:
    match = re.search(r"[\"”“»]([^\"”“»]+)[\"”“«]", note)
    if match is None:
        return ""
    words = match[1].strip(" .,!").split()
    if not 0 < len(words) <= _LONGEST_QUOTE:
        return ""
    return f"”{' '.join({'o': 'och', 'm': 'med', 'mkt': 'mycket'}.get(word, word) for word in words)}”"


def _from_others(note: str) -> bool:
    before = re.split(r"[\"”“»]", note, maxsplit=1)[0].lower()
    spoken = any(word.strip(",.:") in SPEECH for word in before.split())
    return spoken and bool(person(before) or re.search(r"\b(de|dom|folk|alla|andra|läkaren|vården)\b", before))


def goal(note: str) -> str:
    """Return what is wished for as *att* and an infinitive, said to *du*."""
    match = re.search(
        r"\b(?:vill(?! inte| ej)|vilja|skulle gärna|"
        r"drömmer om att|dröm är att|dröm att|drömt om att|hoppas(?: kunna| på att)?|"
        r"kan tänka sig att?|längtar efter att|önskar(?: kunna)?|siktar på att|sugen på att|mål(?:et)? är att|"
        r"nyfiken på att|tänker på att|funderar på att)\s+(?:gärna |ju |helst |verkligen |också |så småningom )*(.+)",
        note,
        re.IGNORECASE,
    )
    if match is None or "inte vill" in note.lower():
        return ""
    taken: list[str] = []
    for raw in match[1].replace("att ", "", 1).split() if match[1].startswith("att ") else match[1].split():
        word = raw.strip('"”“')
        written = word.strip(".,!?;:)")
        bare = written.lower()
        if (
            (bare in _ENDS_GOAL and taken and not (bare == "om" and taken[-1] == "gifta"))
            or _UNREADABLE.search(bare)
            or len(taken) == _LONGEST_GOAL
        ):
            break
        full = SHORTHAND.get(bare, written if written.isupper() else bare)
        taken.append(_TURNED.get(full, full))
        if word != written:
            break
    while taken and (taken[-1] in _LEFT_OVER or len(taken[-1]) < _SHORTEST_WORD - 1):
        taken.pop()
    if taken[-2:] == ["en", "gång"]:
        del taken[-2:]
    if taken[:1] == ["tillbaka"]:
        taken.insert(0, "komma")
    if len(taken) == 1 and len(match[1].removeprefix("att ").split()) > 1:
        return ""
    if not taken or taken[0] == "ha" or not _is_infinitive(taken[0]) or any(len(word) == 1 for word in taken):
        return ""
    return f"att {' '.join(taken)}"


def _is_infinitive(word: str) -> bool:
    return word in INFINITIVES or (word.endswith("a") and len(word) > _SHORTEST_WORD and word not in _NO_VERBS)


def person(note: str) -> str:
    """Return somebody near as one would name them to the deltagare: "din son", "chefen"; never a name."""
    for raw in note.lower().split():
        word = raw.strip(_SIGNS)
        if word in OWN_PEOPLE:
            return OWN_PEOPLE[word]
        if word in DEFINITE_PEOPLE:
            return DEFINITE_PEOPLE[word]
    return ""


def place(note: str) -> str:
    """Return where it was, as a phrase with *på*, *i* or *hos* that can stand in a question."""
    for match in re.finditer(r"\b(på|i|hos) ([a-zåäöA-ZÅÄÖ-]+)(?: (hand|hem|skolan))?", note):
        preposition, noun = match[1], match[2]
        lower = noun.lower()
        if lower in NO_PLACE or len(lower) < _SHORTEST_WORD:
            continue
        if lower in BARE_PLACES:
            tail = f" {match[3]}" if match[3] and lower == "second" else ""
            return f"{preposition} {noun}{tail}"
        if lower.endswith(PLACE_ENDINGS) and len(lower) > _SHORTEST_WORD + 1:
            return f"{preposition} {noun}"
    return ""


def trouble(note: str) -> str:
    """Return the trouble a note names in the definite form; empty when none is known for sure."""
    for raw in note.lower().split():
        word = raw.strip(_SIGNS)
        for ending, definite in TROUBLES.items():
            if word == ending or (word.endswith(ending) and len(ending) >= _SHORTEST_WORD + 1):
                return word[: -len(ending)] + definite
    return ""


def act(note: str) -> str:
    """Return what is done as *att* and an infinitive: the first word of a note, when it is a known doing."""
    words = [raw.strip(_SIGNS).lower() for raw in note.split()[:2]]
    for word in words:
        if word in ACTS:
            return f"att {ACTS[word]}"
    return ""
