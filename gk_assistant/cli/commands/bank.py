"""``gk bank``: the question bank checked and shown."""

from argparse import Namespace
from pathlib import Path

from gk_assistant.cli.choosing import find_ruta
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import complain, plain, say
from gk_assistant.conversation.coverage import ASPECT_WORDS
from gk_assistant.conversation.ports import QuestionSource
from gk_assistant.conversation.suggest import MARK_WORDS
from gk_assistant.domain.bank import Condition, Question, Ruta, Stodord
from gk_assistant.domain.notes import sign_of


def check_bank(house: House, arguments: Namespace) -> int:
    """Tell every fault of the bank at once; exit code 1 when there is one."""
    folder = _folder(arguments)
    faults = house.bank_faults(folder)
    if faults:
        for fault in faults:
            complain(fault)
        complain("Frågebanken har ett fel." if len(faults) == 1 else f"Frågebanken har {len(faults)} fel.")
        return 1
    source = house.source(folder)
    rutor = source.bank().rutor
    questions = [question for ruta in rutor for question in source.questions(ruta.id)]
    follow_ups = sum(len(question.follow_ups) for question in questions)
    say(f"Frågebanken är hel: {len(rutor)} rutor, {len(questions)} frågor och {follow_ups} följdfrågor.")
    return 0


def show_bank(house: House, arguments: Namespace) -> int:
    """Show the rutor, or one ruta with its questions."""
    source = house.source(_folder(arguments))
    if arguments.ruta is None:
        for ruta in source.bank().rutor:
            count = len(source.questions(ruta.id))
            say(f"{ruta.key}  {ruta.sign} {ruta.title} ({ruta.id}, {ruta.colour}): {count} frågor")
        return 0
    _show_ruta(source, find_ruta(source.bank(), arguments.ruta))
    return 0


def _folder(arguments: Namespace) -> Path | None:
    chosen: Path | None = arguments.mapp if arguments.mapp is not None else arguments.bank
    return chosen


def _show_ruta(source: QuestionSource, ruta: Ruta) -> None:
    say(f"{ruta.sign} {ruta.title} (tangent {ruta.key}, {ruta.colour})")
    say(plain(ruta.for_deltagare))
    for way in ruta.ways_in:
        say(f"  Varsamt: {way}")
    _show_words(ruta.stodord, "  ")
    for question in source.questions(ruta.id):
        say()
        _show_question(question)


def _show_question(question: Question) -> None:
    group = "" if question.group.value == "alla" else f" [{question.group.value}]"
    say(f"{question.id}: {question.text}{group}")
    for name, text in (("AE", question.text_ae), ("SP", question.text_sp), ("Varsamt", question.gently)):
        if text:
            say(f"  {name}: {text}")
    _show_words(question.stodord, "  ")
    for follow in question.follow_ups:
        say(f"  - {follow.text} ({_when(follow.when)})")


def _show_words(words: tuple[Stodord, ...], indent: str) -> None:
    if words:
        say(f"{indent}Stödord: {'; '.join(f'{sign_of(word.mark)} {word.text}' for word in words)}")


def _when(condition: Condition) -> str:
    if condition.mark is not None:
        return f"vid märket {MARK_WORDS[condition.mark]}"
    if condition.words:
        return f"vid orden {', '.join(condition.words)}"
    return f"när rutan saknar {ASPECT_WORDS[condition.missing]}" if condition.missing else "alltid"
