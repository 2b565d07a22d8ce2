"""What the one line is taken for: intents, arguments, notes taken for requests, and the topic of a method question."""

from collections.abc import Sequence
from functools import cache

from evaluation.rows import HERE, SHARED, table
from evaluation.tables import Verdict, share, worst
from gk_assistant.conversation.ear import Ear
from gk_assistant.storage.bank_reader import TomlBank

Row = dict[str, str]
NOTE = "anteckning"
_OWN_ARGUMENT = frozenset({"kunskap", "flytta", "byt_ruta", "skriv_ut", "sammanfatta"})
"""What has an argument from a closed list; the wording of a topic (*fraga_om*, *vad_sagts*) is not compared."""


@cache
def ear() -> Ear:
    """Return the ear of the program."""
    return Ear(TomlBank())


def line_report() -> list[str]:
    """Return the figures for the shared lines and for the project's unseen ones."""
    lines = ["# Rader"]
    shared = SHARED / "requests.tsv"
    for path in (shared, *sorted(HERE.glob("rader_osedda_*.tsv"))):
        rows = table(path)
        if rows:
            lines += [f"{'delade' if path == shared else path.stem}:", *line_figures(rows)]
    return lines


def line_figures(rows: Sequence[Row], count: int = 10) -> list[str]:
    """Return the figures of one table and its surest errors."""
    verdicts, arguments = [], []
    for row in rows:
        said = ear().understand(row["text"])
        also = frozenset({row.get("intent2", "")} - {""})
        verdicts.append(
            Verdict(text=row["text"], said=said.intent, right=row["intent"], also=also, certainty=said.certainty)
        )
        if row["intent"] in _OWN_ARGUMENT:
            whole = f"{row['intent']}:{row['arg']}"
            accepted = frozenset({f"{row['intent']}:{row.get('arg2', '')}"} if row.get("arg2") else ())
            told = f"{said.intent}:{said.arg or ''}"
            arguments.append(Verdict(text=row["text"], said=told, right=whole, also=accepted, certainty=said.certainty))
    notes = [one for one in verdicts if one.right == NOTE]
    asked = [one for one in verdicts if one.right != NOTE]
    topics = [one for one in arguments if one.right.startswith("kunskap:")]
    return [
        f"  avsikt {_right(verdicts)}  av begäran och frågor {_right(asked)}",
        f"  anteckningar tagna för annat {share(sum(one.said != NOTE for one in notes), len(notes))}",
        f"  begäran eller fråga tagen för anteckning {share(sum(one.said == NOTE for one in asked), len(asked))}",
        f"  avsikt och argument {_right(arguments)}  metodfrågans ämne {_right(topics)}",
        *worst(verdicts, count),
        *worst([one for one in arguments if one.said and one.said.split(":")[0] == one.right.split(":")[0]], count),
    ]


def _right(verdicts: Sequence[Verdict]) -> str:
    return share(sum(one.said == one.right or one.said in one.also for one in verdicts), len(verdicts))
