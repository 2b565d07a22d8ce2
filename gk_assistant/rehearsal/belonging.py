"""What an utterance does between just these two: the acts that the words alone promise but this talk does not bear."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gk_assistant.domain.utterances import Act, Clue, Heard
from gk_assistant.rehearsal.asking import asks_in_words
from gk_assistant.rehearsal.finding import Finder
from gk_assistant.rehearsal.movement import ASKED_RIGHTLY

_TO_YOU = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)
_TRIED = re.compile(r"\W*har du (?:\w+ ){0,2}(?:provat|testat|försökt|prövat)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:komma|gå|börja) (?:tillbaka|åter)\b|\b(?:jobba|arbeta)\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:vilken|vilka|nån|någon|finns det)\b[^.?!]{0,25}\b(?:ruta|rutan|rutorna|rutor)\b"
    r"|\bvilken (?:vill|ska|tar|väljer) (?:du|vi)(?: börja| ta| först|\W*$)"
    r"|\bvar (?:vill|skulle) du (?:vilja )?(?:börja|starta)\b",
    re.IGNORECASE,
)
_WORK = frozenset(("jobb", "praktik", "atergang", "insats", "arbetstid"))


def in_this_talk(heard: Heard, finder: Finder, companions: Sequence[str]) -> Heard:
    """Return what was heard without the acts that are none here; a silence asks nothing, a question word always does.

    A word that the person uses too is not hard. A companion's name in a question to the person is a mention. Whether
    somebody has tried to work, and whatever begins with a question word, is a question and no advice.
    """
    if not heard.does(Act.EGET_VAL) and _CHOICE.search(heard.text):
        heard = replace(heard, clues=(*heard.clues, Clue(act=Act.EGET_VAL)))
    if heard.does(Act.TYST):
        return replace(heard, kind=None, kinds=(), questions=0)
    gone = set()
    if finder.knows(heard.told_by(Act.SVARA_ORD)):
        gone.add(Act.SVARA_ORD)
    if _TO_YOU.search(heard.text) and not _begins_with(heard.text, companions):
        gone.add(Act.FORBI_PERSONEN)
    if asks_in_words(heard.text) or _asks_of_work(heard):
        gone.add(Act.RAD)
    if heard.does(*ASKED_RIGHTLY):
        heard = replace(heard, better="")
    questions = max(heard.questions, int(asks_in_words(heard.text)))
    return replace(heard, questions=questions, clues=tuple(clue for clue in heard.clues if clue.act not in gone))


def _asks_of_work(heard: Heard) -> bool:
    return bool(_TRIED.match(heard.text) and (_WORK & set(heard.themes) or _BACK.search(heard.text)))


def _begins_with(text: str, names: Sequence[str]) -> bool:
    return text.strip().lower().startswith(tuple(name.lower() for name in names))
