"""``gk fraga``: what the assistant makes of a line, and what it answers to a question about the method."""

import json
from argparse import Namespace
from collections.abc import Mapping

from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.answers import method_words
from gk_assistant.conversation.ear import Ear
from gk_assistant.language.intents import Intent
from gk_assistant.language.knowledge import Answer

_WORDS: Mapping[Intent, str] = {
    Intent.ANTECKNING: "en anteckning",
    Intent.NASTA_FRAGA: "en begäran: nästa fråga",
    Intent.ANNAN_FRAGA: "en begäran: en annan fråga",
    Intent.FRAGA_OM: "en begäran: en fråga om",
    Intent.VAD_SAKNAS: "en begäran: vad som saknas",
    Intent.VAD_SAGTS: "en begäran: vad som sagts om",
    Intent.SAMMANFATTA: "en begäran: sammanfatta",
    Intent.TID_KVAR: "en begäran: tiden",
    Intent.PAUS: "en begäran: paus, eller slut på pausen",
    Intent.ANGRA: "en begäran: ångra",
    Intent.FLYTTA: "en begäran: flytta till",
    Intent.BYT_RUTA: "en begäran: byt ruta till",
    Intent.DELTAGARVY: "en begäran: visa bilden för deltagaren",
    Intent.VARFOR: "en begäran: skälet",
    Intent.SKRIV_UT: "en begäran: skriv ut",
    Intent.BOKA: "en begäran: boka nästa möte",
    Intent.HJALP: "en begäran: hjälp med programmet",
    Intent.AVSLUTA: "en begäran: avsluta",
    Intent.KUNSKAP: "en fråga om metoden",
    Intent.UTANFOR: "en fråga utanför det assistenten kan",
}


def answer_lines(house: House, arguments: Namespace) -> int:
    """Tell what a line is, or each line of stdin, with the answer where it is a question."""
    ear = Ear(house.source(arguments.bank))
    lines = [arguments.text] if arguments.text is not None else input_lines(None)
    for line in lines:
        if line.strip():
            _show(ear, line, as_json=arguments.json)
    return 0


def _show(ear: Ear, line: str, *, as_json: bool) -> None:
    heard = ear.understand(line)
    asked = heard.intent in (Intent.KUNSKAP, Intent.UTANFOR)
    answer = ear.answer(line, heard) if asked else Answer(text="")
    if as_json:
        row = {
            "text": line,
            "avsikt": heard.intent.value,
            "arg": heard.arg,
            "svar": answer.text or None,
            "kalla": answer.source or None,
            "sakerhet": round(heard.certainty, 2),
        }
        say(json.dumps(row, ensure_ascii=False))
        return
    say(plain(line))
    about = f" {heard.arg}" if heard.arg and not asked else ""
    say(f"  Läses som {_WORDS[heard.intent]}{about}.")
    if asked:
        say(f"  {method_words(answer)}")
