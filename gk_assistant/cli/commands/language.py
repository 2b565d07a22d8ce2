"""``gk sprak``: how easy a text from elsewhere is to read, with one line of advice for each thing to look at."""

import json
from argparse import Namespace
from datetime import UTC, datetime

from gk_assistant.cli.commands.sorting import input_lines
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import plain, say
from gk_assistant.conversation.ear import Ear
from gk_assistant.documents.checking import Checked, advice_lines, check
from gk_assistant.documents.easiness import Easiness, easiness
from gk_assistant.language.language_check import Remark, RemarkKind

_ROW = "{:<20}{:<7}{:<9}{:>4}{:>12}   {}"
_OF_WHOLE = (RemarkKind.LIX, RemarkKind.MENING, RemarkKind.NEKANDE)


def check_language(house: House, arguments: Namespace) -> int:
    """Check a whole text, or with ``--papper`` the fixed wording of the papers to the deltagare."""
    ear = Ear(house.source(arguments.bank))
    if arguments.papper:
        return _check_papers(house, arguments, ear)
    checked = check("\n".join(input_lines(arguments.fil)).strip(), ear.check_words)
    if arguments.json:
        say(json.dumps(_as_json(checked), ensure_ascii=False))
    elif not checked.size.words:
        say(checked.line)
    else:
        for line in advice_lines(checked):
            say(plain(line))
    return 0


def _check_papers(house: House, arguments: Namespace, ear: Ear) -> int:
    """Tell how easy each paper's own words are; exit code 1 when one misses its goal."""
    bank = house.source(arguments.bank).bank()
    rows = tuple(easiness(bank, ear.check_words, datetime.now(UTC)))
    if not arguments.json:
        say(_ROW.format("papper", "språk", "version", "LIX", "ord/mening", "mål"))
    for row in rows:
        if arguments.json:
            say(json.dumps(_paper_as_json(row), ensure_ascii=False))
            continue
        goal = row.checked.goal if row.checked else None
        told = f"{goal.lix:g} och {goal.mean_sentence:g}" if goal else "mäts inte"
        words = f"{row.size.mean_sentence:.1f}".replace(".", ",")
        unread = "" if row.reviewed else "  inte granskad av någon som talar språket"
        lix = str(round(row.size.lix_without_names)) if goal else "–"
        say(plain(_ROW.format(row.paper_id, row.language, row.version, lix, words, told) + unread).rstrip())
        for remark in row.checked.remarks if row.checked else ():
            say(plain(f"  {remark.advice}"))
    return 0 if all(row.good for row in rows) else 1


def _paper_as_json(row: Easiness) -> dict[str, object]:
    """Return a row as the promise of ``docs/papper.md`` has it: these keys in this order."""
    return {
        "papper": row.paper_id,
        "sprak": row.language,
        "version": row.version,
        "granskad": row.reviewed,
        "lix": round(row.size.lix_without_names, 1) if row.checked else None,
        "ord_per_mening": round(row.size.mean_sentence, 1),
        "nar_malet": row.good if row.checked else None,
    }


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
