"""Fit the weights of the one line on the project's own labelled lines, and write ``lexikon/radvikter.toml``.

Run ``python -m evaluation.fit_lines`` (``--matt`` only measures); needs numpy and scipy (the extra ``passning``). A
multinomial logistic regression over all kinds of a line. Built from ``rader.tsv``, ``rader_ovning.tsv``, the patterns
of ``rader_mallar.toml``, the ways of asking in ``kunskap.toml`` and the labelled notes; measured on ``rader.tsv`` by
cross-validation. The shared examples and ``rader_osedda_*.tsv`` are never fitted on.
"""

import sys
import tomllib
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.optimize import minimize

from evaluation.rows import HERE, own_notes, table
from gk_assistant.language.intents import Intent
from gk_assistant.language.line_features import line_features
from gk_assistant.language.line_shape import Shape
from gk_assistant.language.requests import BoxName, Ear
from gk_assistant.language.text import word_set
from gk_assistant.storage.bank_reader import TomlBank

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Line = tuple[str, str, float]
"""A line, its kind, and how much it counts."""

BANK = HERE.parent / "question_bank"
TARGET = BANK / "lexikon" / "radvikter.toml"
KINDS = tuple(intent.value for intent in Intent)
STRENGTH = 0.25
LEAST_COUNT = 2
FOLDS = 2
ROUNDS = 1
BYTE = 127
LEAST_WEIGHT = 0.1
NOTE_WEIGHT, ASKED_WEIGHT, DRILL_WEIGHT, OWN_NOTE = 0.2, 0.5, 1.0, 1.6
FILLED, PATTERN_WEIGHT = 4, 0.6
"""How many lines a pattern gives, and how much each counts."""

ASKING = word_set("hur vad vem vilka vilken nar var varfor ar far ska kan maste gar")
DOUBTS = (0.3, 0.36, 0.42, 0.5, 0.6)


def say(text: str) -> None:
    """Write a line on stdout."""
    sys.stdout.write(f"{text}\n")


def make_ear() -> Ear:
    """Return the ear without weights."""
    source = TomlBank()
    boxes = [BoxName(id=ruta.id, title=ruta.title, key=ruta.key) for ruta in source.bank().rutor]
    return Ear.from_data(source.lexicon()["begaran"], boxes)


def counted(text: str, kind: str) -> Line:
    """Return a labelled line with its weight: a note taken for something else is the worse fault."""
    return text, kind, OWN_NOTE if kind == "anteckning" else DRILL_WEIGHT


def drills(ear: Ear) -> list[Line]:
    """Return the lines to build from besides ``rader.tsv``."""
    lines = [counted(row["text"], row["intent"]) for row in table(HERE / "rader_ovning.tsv")]
    lines += from_patterns()
    entries = tomllib.loads((BANK / "kunskap.toml").read_text("utf-8"))["kunskap"]
    lines += [(asked, "kunskap", ASKED_WEIGHT) for entry in entries for asked in entry["fragor"] if _asks(ear, asked)]
    lines += [(note.note, "anteckning", NOTE_WEIGHT) for note in own_notes()]
    return [line for line in lines if not ear.plain(line[0])]


def from_patterns() -> list[Line]:
    """Return the lines that ``rader_mallar.toml`` spells out, each pattern with some of its words; always the same."""
    data = tomllib.loads((HERE / "rader_mallar.toml").read_text("utf-8"))
    fills = {name: words.split() for name, words in data["fyll"].items()}
    rows = [(kind, pattern) for kind, patterns in data["mallar"].items() for pattern in patterns]
    lines = {
        (_filled(pattern, fills, at * FILLED + turn), kind)
        for at, (kind, pattern) in enumerate(rows)
        for turn in range(FILLED)
    }
    return [(text, kind, PATTERN_WEIGHT) for text, kind in sorted(lines)]


def _filled(pattern: str, fills: dict[str, list[str]], turn: int) -> str:
    for name, words in fills.items():
        pattern = pattern.replace(f"{{{name}}}", words[turn % len(words)])
    return pattern


def _asks(ear: Ear, text: str) -> bool:
    """Tell whether a way of asking is built as a question; what only tells something would be a note on the line."""
    sight = ear.sight(text)
    return sight.shape is not Shape.STATEMENT or any(sight.tokens[head] in ASKING for head in sight.heads[1:])


def names_of(rows: Sequence[dict[str, float]]) -> dict[str, int]:
    """Return the features that are seen often enough, each with its column."""
    counts = Counter(name for row in rows for name in row)
    return {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST_COUNT))}


def matrix(rows: Sequence[dict[str, float]], names: dict[str, int]) -> sp.csr_matrix:
    """Return the rows as a sparse matrix: lines × features."""
    cells = [(at, names[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in names]
    lines, columns, values = zip(*cells, strict=True)
    return sp.csr_matrix((values, (lines, columns)), shape=(len(rows), len(names)))


def fit(rows: sp.csr_matrix, kinds: Ints, counts: Floats) -> Floats:
    """Return the weights (features × kinds) of a regularised multinomial logistic regression."""
    width = len(KINDS)
    wanted = np.zeros((rows.shape[0], width))
    wanted[np.arange(len(kinds)), kinds] = 1.0
    turned = rows.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(rows.shape[1], width)
        scores = rows @ weights
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(axis=1, keepdims=True)
        value = -(counts * np.log(likely[np.arange(len(kinds)), kinds] + 1e-12)).sum()
        slope = turned @ ((likely - wanted) * counts[:, None]) + STRENGTH * weights
        return value + 0.5 * STRENGTH * (flat @ flat), slope.ravel()

    start = np.zeros(rows.shape[1] * width)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80})
    return np.asarray(found.x.reshape(rows.shape[1], width))


def seen(ear: Ear, text: str) -> dict[str, float]:
    """Return a line's features, just as the program adds them up."""
    found: Counter[str] = Counter()
    for name, value in line_features(ear.sight(text)):
        found[name] += value  # type: ignore[assignment]
    return dict(found)


def likelihoods(rows: Sequence[dict[str, float]], names: dict[str, int], weights: Floats) -> Floats:
    """Return how likely each kind is for each line."""
    scores = matrix(rows, names) @ weights
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))


def learn(lines: Sequence[Line], features: Callable[[str], dict[str, float]]) -> tuple[dict[str, int], Floats]:
    """Return the columns and weights learnt from lines."""
    rows = [features(text) for text, _, _ in lines]
    names = names_of(rows)
    kinds = np.array([KINDS.index(kind) for _, kind, _ in lines])
    return names, fit(matrix(rows, names), kinds, np.array([count for _, _, count in lines]))


def measure(
    ear: Ear, own: Sequence[dict[str, str]], others: Sequence[Line], cached: dict[str, dict[str, float]]
) -> None:
    """Print what cross-validation over ``rader.tsv`` says."""
    wrong: list[str] = []
    result: dict[float, list[tuple[str, str]]] = {doubt: [] for doubt in DOUBTS}
    for turn in range(ROUNDS):
        order = np.random.default_rng(turn).permutation(len(own))
        for fold in range(FOLDS):
            held = [own[at] for at in order[fold::FOLDS]]
            texts = {row["text"].lower() for row in held}
            built = [
                counted(own[at]["text"], own[at]["intent"])
                for at in order
                if own[at] not in held and not ear.plain(own[at]["text"])
            ]
            lines = [*built, *(line for line in others if line[0].lower() not in texts)]
            names, weights = learn(lines, lambda text: cached[text])
            likely = likelihoods([cached[row["text"]] for row in held], names, weights)
            for row, chances in zip(held, likely, strict=True):
                for doubt in DOUBTS:
                    result[doubt].append((row["intent"], _choice(ear, row["text"], chances, doubt)))
                if result[0.42][-1][0] != result[0.42][-1][1]:
                    wrong.append(f"{row['text']}  {row['intent']} → {result[0.42][-1][1]} {chances.max():.2f}")
    for doubt, pairs in result.items():
        right = sum(wanted == found for wanted, found in pairs) / len(pairs)
        notes = [found for wanted, found in pairs if wanted == "anteckning"]
        taken = sum(found != "anteckning" for found in notes) / len(notes)
        lost = sum(found == "anteckning" != wanted for wanted, found in pairs) / (len(pairs) - len(notes))
        say(f"tvekan {doubt}: rätt {right:.3f}  anteckningar tagna {taken:.3f}  begäran som anteckning {lost:.3f}")
    say(f"{len(own)} rader, {len(others)} fler att bygga av")
    if "-v" in sys.argv:
        say("\n".join(wrong))


def _choice(ear: Ear, text: str, chances: Floats, doubt: float) -> str:
    note = KINDS.index("anteckning")
    if ear.plain(text) or chances[note] >= doubt:
        return "anteckning"
    return KINDS[int(chances.argmax())]


def write(names: dict[str, int], weights: Floats) -> None:
    """Write the weights as signed bytes."""
    strong = [name for name, at in names.items() if np.abs(weights[at]).max() >= LEAST_WEIGHT]
    kept = weights[[names[name] for name in strong]]
    scale = float(np.abs(kept).max()) / BYTE
    stored = np.round(kept / scale).astype(np.int8)
    text = (
        "# Skrivs av evaluation/fit_lines.py. Ändra inte för hand.\nschema = 1\n\n"
        f'klasser = "{" ".join(KINDS)}"\nskala = {scale:.6g}\n'
        f"egenskaper = '''\n" + "\n".join(strong) + "\n'''\n"
        f'vikter = "{b64encode(stored.tobytes()).decode()}"\n'
    )
    TARGET.write_text(text, encoding="utf-8")
    say(f"{len(strong)} egenskaper, {len(text) // 1024} kB")


def main() -> None:
    """Measure, then fit on everything and write."""
    ear = make_ear()
    own, others = table(HERE / "rader.tsv"), drills(ear)
    cached = {text: seen(ear, text) for text in {row["text"] for row in own} | {line[0] for line in others}}
    measure(ear, own, others, cached)
    if "--matt" not in sys.argv:
        everything = [*(counted(row["text"], row["intent"]) for row in own if not ear.plain(row["text"])), *others]
        write(*learn(everything, lambda text: cached[text]))


if __name__ == "__main__":
    main()
