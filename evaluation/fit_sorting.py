"""Fit the weights of the sorting on the project's own labelled notes, and write ``lexikon/vikter.toml``.

Run ``python -m evaluation.fit_sorting``; needs numpy and scipy (the extra ``passning``). A multinomial logistic
regression for the headings and one for the marks; the warmth that makes a certainty mean what it says is found by
cross-validation. The shared examples are never looked at.
"""

import sys
from base64 import b64encode
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.optimize import minimize, minimize_scalar

from evaluation.rows import LabelledNote, box_of, own_notes
from gk_assistant.conversation.ear import Ear
from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.features import of_place, of_word
from gk_assistant.language.sorting import Sorter
from gk_assistant.storage.bank_reader import TomlBank

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

TARGET = Path(__file__).parent.parent / "question_bank" / "lexikon" / "vikter.toml"
HEADINGS = tuple(heading.value for heading in Heading)
MARKS = tuple(mark.value for mark in (Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.NEUTRAL))
STRENGTH = 0.3
LEAST_COUNT = 2
FOLDS = 10
BYTE = 127
LEAST_WEIGHT = 0.02


def features(sorter: Sorter, note: LabelledNote) -> dict[str, float]:
    """Return a note's features, just as the program adds them up."""
    sight = sorter.look(box_of(note.ruta), note.note)
    found: Counter[str] = Counter()
    for word, count in zip(sight.words, sight.counts, strict=True):
        for name, value in of_word(word):
            found[name] += value * count  # type: ignore[assignment]
    for name, value in of_place(sight.scene, sight.words, sight.counts):
        found[name] += value  # type: ignore[assignment]
    return dict(found)


def names_of(rows: list[dict[str, float]]) -> dict[str, int]:
    """Return the features that are seen often enough, each with its column."""
    counts = Counter(name for row in rows for name in row)
    return {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST_COUNT))}


def matrix(rows: list[dict[str, float]], names: dict[str, int]) -> sp.csr_matrix:
    """Return the rows as a sparse matrix: notes × features."""
    cells = [(at, names[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in names]
    lines, columns, values = zip(*cells, strict=True)
    return sp.csr_matrix((values, (lines, columns)), shape=(len(rows), len(names)))


def fit(x: sp.csr_matrix, y: Ints, classes: int) -> Floats:
    """Return the weights (features × classes) of a logistic regression with a quadratic penalty."""
    notes, width = x.shape
    wanted = np.zeros((notes, classes))
    wanted[np.arange(notes), y] = 1
    turned = x.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(width, classes)
        likely = likelihoods(x @ weights)
        total = -np.log(likely[np.arange(notes), y] + 1e-12).sum() + 0.5 / STRENGTH * (weights**2).sum()
        return float(total), np.asarray(turned @ (likely - wanted) + weights / STRENGTH).ravel()

    found = minimize(loss, np.zeros(width * classes), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x.reshape(width, classes))


def likelihoods(sums: Floats) -> Floats:
    """Return sums as likelihoods, a row a note."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def unseen(rows: list[dict[str, float]], y: Ints, classes: int) -> Floats:
    """Return each note's sums from weights fitted without it."""
    order = np.random.default_rng(7).permutation(len(rows))
    sums = np.zeros((len(rows), classes))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        kept = np.setdiff1d(order, held)
        names = names_of([rows[at] for at in kept])
        weights = fit(matrix([rows[at] for at in kept], names), y[kept], classes)
        sums[held] = matrix([rows[at] for at in held], names) @ weights
    return sums


def warmth_of(sums: Floats, y: Ints) -> float:
    """Return the warmth that makes the certainty of unseen notes true."""

    def loss(warmth: float) -> float:
        return float(-np.log(likelihoods(sums / warmth)[np.arange(len(y)), y] + 1e-12).sum())

    return float(minimize_scalar(loss, bounds=(0.3, 3.0), method="bounded").x)


def written(name: str, classes: tuple[str, ...], names: dict[str, int], weights: Floats, warmth: float) -> str:
    """Return a table of the file: names, bytes, scale and warmth. Weights too small to matter are left out."""
    strong = np.abs(weights).max(axis=1) >= LEAST_WEIGHT
    kept = [feature for feature, at in names.items() if strong[at]]
    rows = weights[[names[feature] for feature in kept]]
    scale = float(np.abs(rows).max()) / BYTE
    packed = b64encode(np.rint(rows / scale).astype(np.int8).tobytes()).decode()
    body = "\n".join(kept)
    return (
        f'[{name}]\nklasser = "{" ".join(classes)}"\nskala = {scale:.8f}\nvarme = {warmth:.4f}\n'
        f"egenskaper = '''\n{body}\n'''\nvikter = \"{packed}\"\n"
    )


def main() -> int:
    """Fit both questions, print what unseen notes got, and write the file."""
    notes = own_notes()
    sorter = Ear(TomlBank()).sorter
    rows = [features(sorter, note) for note in notes]
    parts = ["# Skrivs av evaluation/fit_sorting.py. Ändra inte för hand.\nschema = 1\n"]
    for name, classes, answers in (
        ("rubrik", HEADINGS, [note.heading for note in notes]),
        ("markning", MARKS, [note.mark for note in notes]),
    ):
        y = np.array([classes.index(answer) for answer in answers])
        sums = unseen(rows, y, len(classes))
        warmth = warmth_of(sums, y)
        right = float((sums.argmax(axis=1) == y).mean())
        sys.stdout.write(f"{name}: {len(notes)} notes, unseen {right:.3f}, warmth {warmth:.2f}\n")
        _by_source(notes, sums.argmax(axis=1) == y)
        names = names_of(rows)
        parts.append(written(name, classes, names, fit(matrix(rows, names), y, len(classes)), warmth))
    TARGET.write_text("\n".join(parts), encoding="utf-8")
    return 0


def _by_source(notes: list[LabelledNote], right: npt.NDArray[np.bool_]) -> None:
    for source in sorted({note.source for note in notes}):
        mine = np.array([note.source == source for note in notes])
        sys.stdout.write(f"  {source}: {right[mine].mean():.3f} of {mine.sum()}\n")


if __name__ == "__main__":
    sys.exit(main())
