"""How well the kind and the ruta of utterances are told, as written and without marks."""

import re
from collections.abc import Sequence

from evaluation.rows import HERE, SHARED, table
from evaluation.tables import Verdict, calibration, confusion, figures, worst
from gk_assistant.domain.utterances import Kind
from gk_assistant.language.utterances import Reviewer
from gk_assistant.storage.bank_reader import TomlBank

Row = dict[str, str]

_REWORDED = (Kind.SLUTEN, Kind.LEDANDE, Kind.FLERFRAGA)


def bare(text: str) -> str:
    """Return an utterance as it is typed in a hurry: lower case, no marks."""
    return " ".join(re.sub(r"[^\w\s-]", " ", text.lower()).split())


def utterance_report() -> list[str]:
    """Return the figures for kinds and rutor, with a confusion table, the calibration and the worst errors."""
    reviewer = Reviewer.from_data(TomlBank().lexicon())
    lines = ["# Yttranden"]
    shared = table(SHARED / "questions.tsv")
    if shared:
        kinds, rutor = judged(reviewer, shared, without_marks=False)
        bare_kinds, bare_rutor = judged(reviewer, shared, without_marks=True)
        lines += [*figures("delade, sort", kinds), *figures("delade, sort, utan skiljetecken", bare_kinds)]
        lines += [*figures("delade, ruta", rutor), *figures("delade, ruta, utan skiljetecken", bare_rutor)]
        lines += ["", *confusion(bare_kinds), "", *calibration([*kinds, *bare_kinds])]
        lines += ["", "De säkraste felen, sort:", *worst(bare_kinds), "De säkraste felen, ruta:", *worst(bare_rutor)]
    for path in sorted(HERE.glob("osedda_yttranden_*.tsv")):
        unseen = table(path)
        for without_marks in (False, True):
            kinds, rutor = judged(reviewer, unseen, without_marks=without_marks)
            name = f"{path.stem}{', utan tecken' if without_marks else ''}"
            lines += [*figures(f"{name}, sort", kinds), *figures(f"{name}, ruta", rutor)]
    own = [row for name in ("yttranden", "yttranden_bygg") for row in table(HERE / f"{name}.tsv")]
    kinds, rutor = judged(reviewer, own, without_marks=True)
    lines += ["", "Egna, utan skiljetecken (vikterna är anpassade på dem; fit_utterances visar osedda):"]
    return [
        *lines,
        *figures("egna, sort", kinds),
        *figures("egna, ruta", rutor),
        *_rewordings(reviewer, [*own, *shared]),
    ]


def judged(reviewer: Reviewer, rows: Sequence[Row], *, without_marks: bool) -> tuple[list[Verdict], list[Verdict]]:
    """Return the verdicts on kinds and on rutor; a second label is accepted for a ruta, not for a kind."""
    kinds, rutor = [], []
    for row in rows:
        text = bare(row["question"]) if without_marks else row["question"]
        found = reviewer.review(text)
        said = found.kind.value if found.kind else None
        kinds.append(Verdict(text=text, said=said, right=row["kind"], certainty=found.certainty))
        also = frozenset(row.get(key, "") for key in ("ruta_alt", "ruta2", "ruta2_alt")) - {""}
        rutor.append(Verdict(text=text, said=found.ruta, right=row["ruta"], also=also, certainty=found.ruta_certainty))
    return kinds, rutor


def _rewordings(reviewer: Reviewer, rows: Sequence[Row]) -> list[str]:
    """Return how often another wording is itself open, and about the same ruta."""
    firsts = [found for row in rows if (found := reviewer.review(row["question"])).kind in _REWORDED and found.better]
    seconds = [reviewer.review(found.better) for found in firsts]
    opened = sum(again.kind is Kind.OPPEN for again in seconds)
    kept = sum(again.ruta in (found.ruta, found.second_ruta) for found, again in zip(firsts, seconds, strict=True))
    return [f"{len(firsts)} nya ordalydelser: {opened} bedöms själva som öppna, {kept} gäller samma ruta"]
