"""Figures and tables of right and wrong, as text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

UNSURE = "osäker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One example: what was said, what is right, what else is accepted, how certain the program was (0–1)."""

    text: str
    said: str | None
    right: str
    also: frozenset[str] = frozenset()
    certainty: float = 0.0
    hard: bool = False
    remark: str = ""


def share(part: int, whole: int) -> str:
    """Return a share with its counts: ``0.913 (178/195)``."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "–"


def figures(title: str, verdicts: Sequence[Verdict]) -> list[str]:
    """Return the figures of a set: strict (unsure counts as wrong), generous, hard ones, unsure ones."""
    strict = [v.said == v.right for v in verdicts]
    generous = [v.said == v.right or v.said in v.also for v in verdicts]
    hard = [v.said == v.right for v in verdicts if v.hard]
    unsure = sum(v.said is None for v in verdicts)
    row = f"{title:<34} strict {share(sum(strict), len(strict))}  generous {share(sum(generous), len(generous))}"
    if hard:
        row += f"  hard {share(sum(hard), len(hard))}"
    return [f"{row}  {UNSURE} {share(unsure, len(verdicts))}"]


def confusion(verdicts: Sequence[Verdict]) -> list[str]:
    """Return a table: a row for what is right, a column for what was said."""
    names = sorted({v.right for v in verdicts})
    said = [*names, *sorted({v.said or UNSURE for v in verdicts} - set(names))]
    counts = Counter((v.right, v.said or UNSURE) for v in verdicts)
    width = max(len(name) for name in said) + 1
    head = " " * 18 + "".join(f"{name[:12]:>{min(width, 13)}}" for name in said)
    rows = [f"{right:<18}" + "".join(f"{counts[right, name]:>{min(width, 13)}}" for name in said) for right in names]
    return [head, *rows]


def calibration(verdicts: Sequence[Verdict]) -> list[str]:
    """Return, for each band of certainty, how often the program was right."""
    rows = []
    for low, high in ((0.9, 1.01), (0.75, 0.9), (0.6, 0.75), (0.0, 0.6)):
        band = [v for v in verdicts if v.said is not None and low <= v.certainty < high]
        right = sum(v.said == v.right for v in band)
        rows.append(f"  certainty {low:.2f}–{min(high, 1):.2f}: right {share(right, len(band))}")
    return rows


def worst(verdicts: Sequence[Verdict], count: int = 10) -> list[str]:
    """Return the errors that the program was surest of."""
    wrong = [v for v in verdicts if v.said is not None and v.said != v.right and v.said not in v.also]
    wrong.sort(key=lambda v: -v.certainty)
    return [f"  {v.certainty:.2f} {v.said} (rätt: {v.right})  {v.text}  [{v.remark}]" for v in wrong[:count]]
