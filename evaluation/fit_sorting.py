"""Fit the weights of the sorting on the project's own labelled notes, and write ``lexikon/vikter.toml``.

Run ``python -m evaluation.fit_sorting``; needs numpy and scipy (the extra ``passning``). Each note is a vector of
length 1, and the weights are a ridge regression on the answers, where a rare answer counts for more. The warmth that
makes a certainty mean what it says is found by cross-validation. The shared examples and the notes held
out (:attr:`evaluation.rows.LabelledNote.held_out`) are never looked at.
"""

import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.linalg as sl
import scipy.sparse as sp
from scipy.optimize import minimize_scalar

from evaluation import build_lexicon
from evaluation.rows import LabelledNote, box_of, notes_to_fit
from gk_assistant.conversation.ear import Ear
from gk_assistant.domain.notes import Heading, Mark
from gk_assistant.language.features import length, of_place, of_word
from gk_assistant.language.sorting import Sorter
from gk_assistant.storage.bank_reader import TomlBank

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Row = tuple[dict[str, float], float]
"""A note's features, and its length as a vector."""

TARGET = Path(__file__).parent.parent / "question_bank" / "lexikon" / "vikter.toml"
HEADINGS = tuple(heading.value for heading in Heading)
MARKS = tuple(mark.value for mark in (Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.NEUTRAL))
CLASSES = 4
RIDGE = 0.3
EVENNESS = 0.5
"""How much more a rare answer counts for: its share to this power, upside down; 1 would make all answers equal."""

SECOND_BEST = 0.15
"""What the other heading that a labeller accepts counts for."""

LEAST_COUNT = 2
FOLDS = 5
BYTE = 127
LEAST_WEIGHT = 0.05
"""A feature is left out when none of its weights reaches this part of the greatest."""


def features(sorter: Sorter, note: LabelledNote) -> Row:
    """Return a note's features, just as the program adds them up."""
    sight = sorter.look(box_of(note.ruta), note.note)
    others = of_place(sight.scene, sight.words, sight.counts)
    found: Counter[str] = Counter()
    for word, count in zip(sight.words, sight.counts, strict=True):
        for name, value in of_word(word):
            found[name] += value * count  # type: ignore[assignment]
    for name, value in others:
        found[name] += value  # type: ignore[assignment]
    return dict(found), length(sight.words, sight.counts, others)


def names_of(rows: Sequence[Row]) -> dict[str, int]:
    """Return the features that are seen often enough, each with its column."""
    counts = Counter(name for row, _ in rows for name in row)
    return {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST_COUNT))}


def matrix(rows: Sequence[Row], names: dict[str, int]) -> sp.csr_matrix:
    """Return the rows as a sparse matrix: notes × features, each note divided by its length."""
    starts, columns, values = [0], [], []
    for row, size in rows:
        for name, value in row.items():
            at = names.get(name)
            if at is not None:
                columns.append(at)
                values.append(value / size)
        starts.append(len(columns))
    return sp.csr_matrix((values, columns, starts), shape=(len(rows), len(names)))


def wanted_of(classes: Sequence[str], answers: Sequence[tuple[str, Sequence[str]]]) -> Floats:
    """Return what is wanted (notes × answers), a part of it going to a second answer that is accepted."""
    wanted = np.zeros((len(answers), CLASSES))
    for row, (first, others) in zip(wanted, answers, strict=True):
        row[classes.index(first)] = 1.0
        for other in [other for other in others if other != first][:1]:
            row[classes.index(first)] -= SECOND_BEST
            row[classes.index(other)] += SECOND_BEST
    return wanted


def fit(x: sp.csr_matrix, wanted: Floats) -> Floats:
    """Return the weights (features × answers) of a ridge regression on the answers, solved over the notes."""
    narrow = x.astype(np.float32)
    gram = (narrow @ narrow.T).toarray()
    gram[np.diag_indices(len(gram))] += RIDGE * gram.diagonal().mean() / counts_of(wanted)
    centred = (wanted - 1 / CLASSES).astype(np.float32)
    return np.asarray(x.T @ sl.cho_solve(sl.cho_factor(gram, overwrite_a=True, check_finite=False), centred))


def counts_of(wanted: Floats) -> Floats:
    """Return what each note counts for, 1 on average: more where its answer is rare."""
    y = wanted.argmax(axis=1)
    counts = np.bincount(y, minlength=CLASSES)[y] ** -EVENNESS
    return np.asarray(counts / counts.mean())


def likelihoods(sums: Floats) -> Floats:
    """Return sums as likelihoods, a row a note."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def unseen(rows: Sequence[Row], wanted: Floats) -> Floats:
    """Return each note's sums from weights fitted without it."""
    order = np.random.default_rng(7).permutation(len(rows))
    sums = np.zeros((len(rows), CLASSES))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        kept = np.setdiff1d(order, held)
        names = names_of([rows[at] for at in kept])
        weights = fit(matrix([rows[at] for at in kept], names), wanted[kept])
        sums[held] = matrix([rows[at] for at in held], names) @ weights
    return sums


def warmth_of(sums: Floats, y: Ints) -> float:
    """Return the warmth that makes the certainty of unseen notes true."""

    def loss(warmth: float) -> float:
        return float(-np.log(likelihoods(sums / warmth)[np.arange(len(y)), y] + 1e-12).sum())

    return float(minimize_scalar(loss, bounds=(0.1, 5.0), method="bounded").x)


def written(names: dict[str, int], parts: Sequence[tuple[str, tuple[str, ...], Floats, float]]) -> str:
    """Return the file: names, bytes, and each question's answers, scale and warmth; small weights are left out."""
    scales = [float(np.abs(weights).max()) / BYTE for *_, weights, _ in parts]
    packed = np.hstack([weights / scale for (*_, weights, _), scale in zip(parts, scales, strict=True)])
    kept = [name for name, at in names.items() if np.abs(packed[at]).max() >= LEAST_WEIGHT * BYTE]
    rows = np.rint(packed[[names[name] for name in kept]]).astype(np.int8)
    body, coded = "\n".join(kept), b64encode(rows.tobytes()).decode()
    text = "# Skrivs av evaluation/fit_sorting.py. Ändra inte för hand.\nschema = 1\n"
    text += f"egenskaper = '''\n{body}\n'''\nvikter = '''{coded}'''\n"
    for (name, classes, _, warmth), scale in zip(parts, scales, strict=True):
        text += f'\n[{name}]\nklasser = "{" ".join(classes)}"\nskala = {scale:.8f}\nvarme = {warmth:.4f}\n'
    return text


def main() -> int:
    """Fit both questions, print what unseen notes got, and write the file."""
    notes = notes_to_fit()
    sorter = Ear(TomlBank()).sorter
    rows = [features(sorter, note) for note in notes]
    names = names_of(rows)
    parts = []
    for name, classes, answers in (
        ("rubrik", HEADINGS, [(note.heading, sorted(note.also)) for note in notes]),
        ("markning", MARKS, [(note.mark, ()) for note in notes]),
    ):
        wanted = wanted_of(classes, answers)
        sums, y = unseen(rows, wanted), wanted.argmax(axis=1)
        warmth = warmth_of(sums, y)
        right = sums.argmax(axis=1) == y
        sys.stdout.write(f"{name}: {len(notes)} notes, unseen {right.mean():.3f}, warmth {warmth:.2f}\n")
        _by_source(notes, right)
        parts.append((name, classes, fit(matrix(rows, names), wanted), warmth))
    TARGET.write_text(written(names, parts), encoding="utf-8", newline="\n")
    return build_lexicon.main()


def _by_source(notes: list[LabelledNote], right: npt.NDArray[np.bool_]) -> None:
    for source in sorted({note.source for note in notes}):
        mine = np.array([note.source == source for note in notes])
        sys.stdout.write(f"  {source}: {right[mine].mean():.3f} of {mine.sum()}\n")


if __name__ == "__main__":
    sys.exit(main())
