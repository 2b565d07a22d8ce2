"""``gk sprak``: how easy a text from elsewhere is to read, with one line of advice for each thing to look at."""

import json
from argparse import Namespace

from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.ear import Ear
from gk_assistant.documents.checking import Checked, advice_lines, check
from gk_assistant.language.language_check import Remark, RemarkKind

_OF_WHOLE = (RemarkKind.LIX, RemarkKind.MENING, RemarkKind.NEKANDE)


def check_language(house: House, arguments: Namespace) -> int:
    """Check a whole text."""
    ear = Ear(house.source(arguments.bank))
    checked = check("\n".join(input_lines(arguments.fil)).strip(), ear.check_words)
    if arguments.json:
        say(json.dumps(_as_json(checked), ensure_ascii=False))
    elif not checked.size.words:
        say(checked.line)
    else:
        for line in advice_lines(checked):
            say(plain(line))
    return 0


def _as_json(checked: Checked) -> dict[str, object]:
    """Return the check as the promise of ``docs/kommandon.md`` has it: these keys in this order."""
    size = checked.size
    return {
        "lix": round(size.lix, 1),
        "lix_utan_namn": round(size.lix_without_names, 1),
        "ord": size.words,
        "meningar": size.sentences,
        "ord_per_mening": round(size.mean_sentence, 1),
        "sammanfattning": checked.line,
        "fynd": [
            {
                "typ": remark.kind.value,
                "varde": _words(checked, remark),
                "start": remark.start,
                "slut": remark.end,
                "rad": remark.advice,
            }
            for remark in checked.remarks
        ],
    }


def _words(checked: Checked, remark: Remark) -> str | None:
    """Return the words in question, ``None`` when it is the whole text."""
    words = checked.text[remark.start : remark.end]
    return None if words == checked.text and remark.kind in _OF_WHOLE else words
