"""``gk lart``: what the user's corrections have taught the program, to see and to take back."""

import json
from argparse import Namespace

from gk_assistant.cli.faults import CommandFault
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.learning import Learner
from gk_assistant.conversation.lesson_words import (
    ABOUT,
    NOTHING,
    forgotten_words,
    lesson_words,
    newest_first,
    ruta_words,
)
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.learnt import Lesson


def show_learnt(house: House, arguments: Namespace) -> int:
    """List what has been learnt, or take back one lesson or all of them."""
    with house.workshop(arguments.sessioner, bank_folder=arguments.bank) as workshop:
        learner, bank = workshop.desk.learner, workshop.desk.bank
        if arguments.glom_allt:
            say(forgotten_words(learner.forget_all()))
        elif arguments.glom is not None:
            _forget(learner, arguments.glom)
        else:
            _show(bank, newest_first(learner.learnt), as_json=arguments.json)
    return 0


def _forget(learner: Learner, number: int) -> None:
    lessons = newest_first(learner.learnt)
    if not 1 <= number <= len(lessons):
        raise CommandFault(f"Det finns ingen rättelse nummer {number}. Numren står i listan som gk lart visar.")
    learner.forget(lessons[number - 1])
    say(f"Bortglömt: {plain(lessons[number - 1].text)}")


def _show(bank: Bank, lessons: tuple[Lesson, ...], *, as_json: bool) -> None:
    if as_json:
        for number, lesson in enumerate(lessons, 1):
            say(json.dumps(_as_json(number, lesson), ensure_ascii=False))
        return
    say(ABOUT if lessons else f"{NOTHING} {ABOUT}")
    for number, lesson in enumerate(lessons, 1):
        say(f"{number}. {plain(lesson.text)}")
        say(f"   {plain(ruta_words(bank, lesson))} → {lesson_words(bank, lesson)}")
    if lessons:
        say("gk lart --glom 1 tar tillbaka den första, gk lart --glom-allt alla.")


def _as_json(number: int, lesson: Lesson) -> dict[str, object]:
    """Return a lesson as the promise of ``docs/kommandon.md`` has it: these keys in this order."""
    return {
        "nummer": number,
        "anteckning": lesson.text,
        "ruta": lesson.ruta,
        "rubrik": lesson.heading.value if lesson.heading else None,
        "markning": lesson.mark.value if lesson.mark else None,
        "tid": lesson.at.isoformat(),
    }
