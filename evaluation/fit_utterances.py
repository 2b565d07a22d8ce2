"""Fit the weights that tell an utterance's kind and ruta, and ship them as data.

Run ``python evaluation/fit_utterances.py``. It reads the labelled utterances beside this script and the questions of
the question bank (nearly all open, each with its ruta), and writes ``question_bank/lexikon/yttranden_vikter.toml`` and
``rutord_vikter.toml``. Each utterance is learnt twice, as written and in lower case without marks. The hand-set
strengths of the groups are where the fitting starts from; what the data say moves them (maximum a posteriori,
quadratic penalty). Prints figures by five-fold cross-validation, both variants of an utterance always in the same part.
Needs numpy, which the program itself never does.
"""

import argparse
import csv
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from gk_assistant.language.lexicon import number_of, rows_of, text_of  # noqa: E402  # the checkout's own
from gk_assistant.language.text import words  # noqa: E402
from gk_assistant.language.topics import Topics  # noqa: E402
from gk_assistant.language.utterances_features import SignReader  # noqa: E402
from gk_assistant.language.utterances_phrases import heard  # noqa: E402

LEXICON = ROOT / "question_bank" / "lexikon"
KINDS = ["oppen", "sluten", "ledande", "reflektion", "bekraftelse", "sammanfattning", "information", "flerfraga"]
RUTOR = [
    "arbetsliv", "behandling", "sjukhistorik", "psykisk_halsa", "fysisk_halsa", "utbildning", "socialt", "vardag",
    "tidigare_rehab", "kontaktpersoner", "fritid", "missbruk", "ovrigt",
]  # fmt: skip
FILES = ("yttranden.toml", "rutord.toml", "vanliga.toml")
SCALE = 20
FOLDS = 5
RARE = 3
BANK_SHARE = 0.35
NOT_PLAINLY_OPEN = (
    *("När", "Vem", "Var ", "Vilken", "Vilket", "Får", "Har ", "Är ", "Kan vi", "Hur länge", "Hur ofta", "Hur mycket"),
    *("Hur många", "Hur lång", "Hur stor", "Hur tidigt", "Hur nära"),
)
"""How a question of the bank begins that the guide may call closed; it is learnt for its ruta alone."""


@dataclass(frozen=True)
class Row:
    """A labelled utterance; ``weight`` says how much it counts, ``kind`` is empty when only its ruta is known."""

    text: str
    ruta: str
    kind: str
    also: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Settings:
    """How strongly weights are held to where they start, apart for word signs and built or grouped ones."""

    hold_words: float
    hold_groups: float
    start: float
    rare: int = RARE


KIND = Settings(hold_words=1.2, hold_groups=1.0, start=0.6)
RUTA = Settings(hold_words=0.8, hold_groups=0.5, start=0.9)


def bare(text: str) -> str:
    """Return an utterance as it is typed in a hurry: lower case, no marks."""
    return " ".join(re.sub(r"[^\w\s-]", " ", text.lower()).split())


def read(path: Path) -> list[Row]:
    """Read a table of labelled utterances."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(row["question"], row["ruta"], row["kind"], row.get("ruta_alt") or row.get("ruta2_alt") or "")
            for row in rows
        ]


def from_bank() -> list[Row]:
    """Return the bank's own questions with their ruta, all open; the follow-ups, said inside a talk, count less."""
    found = []
    for path in sorted((ROOT / "question_bank" / "fragor").glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        ruta = data["ruta"] if data["ruta"] in RUTOR else "ovrigt"
        for question in data["fraga"]:
            texts = [question[key] for key in ("text", "text_ae", "text_sp") if key in question]
            found += [Row(text, ruta, _kind(text), weight=BANK_SHARE) for text in texts]
            found += [
                Row(one["text"], ruta, _kind(one["text"]), weight=BANK_SHARE / 4) for one in question.get("foljd", ())
            ]
    themes = tomllib.loads((LEXICON / "rutord.toml").read_text("utf-8"))["grupp"]
    texts = {row[key]: row["ruta"] for row in themes for key in ("fraga", "fraga_forr") if row.get(key)}
    return found + [Row(text, ruta, _kind(text), weight=BANK_SHARE) for text, ruta in texts.items()]


def _kind(text: str) -> str:
    return "" if text.startswith(NOT_PLAINLY_OPEN) else "oppen"


def fit(
    signs: Sequence[Sequence[str]],
    answers: Sequence[int],
    weights: Sequence[float],
    starts: dict[str, dict[int, float]],
    count: int,
    how: Settings,
) -> tuple[list[str], np.ndarray]:
    """Return the signs' names and their weights (signs x answers)."""
    seen = Counter(name for row in signs for name in set(row))
    names = sorted({name for name, times in seen.items() if times >= how.rare * 2} | starts.keys())
    place = {name: at for at, name in enumerate(names)}
    data = np.zeros((len(signs), len(names)), dtype=np.float32)
    for at, row in enumerate(signs):
        data[at, [place[name] for name in row if name in place]] = 1
    start = np.zeros((len(names), count), dtype=np.float32)
    for name, parts in starts.items():
        for answer, strength in parts.items():
            start[place[name], answer] = strength * how.start
    wordy = np.array([name[:2] in ("w:", "b:", "s:") or name[0] in "^$" for name in names])
    hold = np.where(wordy, how.hold_words, how.hold_groups)[:, None].astype(np.float32)
    right = np.eye(count, dtype=np.float32)[np.asarray(answers)]
    share = np.asarray(weights, dtype=np.float32)[:, None]
    return names, _descend(data, right, share, start, hold)


def _descend(
    data: np.ndarray, right: np.ndarray, share: np.ndarray, start: np.ndarray, hold: np.ndarray, rounds: int = 250
) -> np.ndarray:
    """Minimise the weighted log loss and the penalty (Adam, full batch)."""
    value, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for turn in range(1, rounds + 1):
        logits = data @ value
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        shares /= shares.sum(axis=1, keepdims=True)
        slope = data.T @ ((shares - right) * share) + hold * (value - start)
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.08 * (1 - turn / (rounds * 1.1))
        value -= rate * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-6)
    return value


def score(names: list[str], value: np.ndarray, signs: Sequence[str]) -> np.ndarray:
    """Return the log-odds of each answer."""
    place = {name: at for at, name in enumerate(names)}
    return value[[place[name] for name in signs if name in place]].sum(axis=0)


def cool(logits: np.ndarray, answers: np.ndarray) -> float:
    """Return the factor on the log-odds that makes the shares honest (least log loss on held-out parts)."""
    best = (np.inf, 1.0)
    for factor in np.arange(0.5, 2.01, 0.05):
        raised = logits * factor
        raised = raised - raised.max(axis=1, keepdims=True)
        loss = -(raised[np.arange(len(answers)), answers] - np.log(np.exp(raised).sum(axis=1))).mean()
        best = min(best, (loss, factor))
    return float(best[1])


def table(names: list[str], value: np.ndarray, answers: list[str], factor: float, about: str) -> str:
    """Return the weights as the text of a TOML file; weak ones are left out."""
    lines = []
    for name, row in zip(names, np.rint(value * factor * SCALE).astype(int), strict=True):
        strong = "".join(f"{chr(97 + at)}{number}" for at, number in enumerate(row) if abs(number) > 1)
        if strong:
            lines.append(f"{name} {strong}")
    head = f"# {about}\n# Uträknad av evaluation/fit_utterances.py; ändra inte för hand.\nschema = 1\n"
    return f"{head}svar = \"{' '.join(answers)}\"\nskala = {SCALE}\nrader = '''\n" + "\n".join(lines) + "\n'''\n"


class Fitting:
    """One of the two fittings: how signs are read, what the answers are."""

    def __init__(self, rows: list[Row], what: str) -> None:
        """Prepare ``kind`` or ``ruta``."""
        data = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in map(LEXICON.joinpath, FILES)}
        self.kind = what == "kind"
        self.answers = KINDS if self.kind else RUTOR
        self.how = KIND if self.kind else RUTA
        self.reader, self.topics = SignReader(data["yttranden"]), Topics.from_data(data)
        source = rows_of(data["yttranden"], "tecken") if self.kind else rows_of(data["rutord"], "grupp")
        key, prefix = ("sort", "t:") if self.kind else ("ruta", "g:")
        self.starts = {
            prefix + text_of(row, "id"): {self.answers.index(text_of(row, key)): number_of(row, "vikt")}
            for row in source
            if text_of(row, key)
        }
        self.rows = [row for row in rows if (row.kind if self.kind else row.ruta)]
        self.truth = np.array([self.answers.index(row.kind if self.kind else row.ruta) for row in self.rows])
        self.signs = [[self.read(text) for text in (row.text, bare(row.text))] for row in self.rows]

    def read(self, text: str) -> list[str]:
        """Return the signs of one text."""
        if self.kind:
            return list(self.reader.read(text).names)
        typed = words(text)
        return self.topics.signs([word.lower for word in typed], [heard(word.text) for word in typed])

    def train(self, at: np.ndarray) -> tuple[list[str], np.ndarray]:
        """Fit on some of the rows."""
        signs = [variant for place in at for variant in self.signs[place]]
        truth = [self.truth[place] for place in at for _ in self.signs[place]]
        weights = [self.rows[place].weight / len(self.signs[place]) for place in at for _ in self.signs[place]]
        return fit(signs, truth, weights, self.starts, len(self.answers), self.how)

    def held_out(self) -> np.ndarray:
        """Return log-odds for every row and variant, each by a model that has not seen it (rows x 2 x answers)."""
        part = np.random.default_rng(7).permutation(len(self.rows)) % FOLDS
        logits = np.zeros((len(self.rows), 2, len(self.answers)))
        for fold in range(FOLDS):
            names, value = self.train(np.flatnonzero(part != fold))
            for place in np.flatnonzero(part == fold):
                for variant in range(len(self.signs[place])):
                    logits[place, variant] = score(names, value, self.signs[place][variant])
        return logits

    def report(self, logits: np.ndarray) -> None:
        """Print held-out figures and the confusion."""
        own = [at for at, row in enumerate(self.rows) if row.weight == 1]
        for variant, name in enumerate(("as written", "bare")):
            found = logits[:, variant].argmax(axis=1)
            right = [found[at] == self.truth[at] for at in own]
            also = [right[n] or self.answers[found[at]] == self.rows[at].also for n, at in enumerate(own)]
            print(f"{name}: {np.mean(right):.3f} ({np.mean(also):.3f} counting the second label), n {len(own)}")
        found = logits[:, 1].argmax(axis=1)
        confused = Counter(
            (self.answers[self.truth[at]], self.answers[found[at]]) for at in own if found[at] != self.truth[at]
        )
        for (true, said), times in confused.most_common(12):
            print(f"  {true} taken for {said}: {times}")
        if "-v" in sys.argv:
            for at in own:
                if found[at] != self.truth[at] and self.answers[found[at]] != self.rows[at].also:
                    print(
                        f"    {self.answers[self.truth[at]]:>15} -> {self.answers[found[at]]:<15} {self.rows[at].text}"
                    )


def main() -> None:
    """Cross-validate, fit on everything, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="list the errors")
    parser.add_argument("--bara", choices=("kind", "ruta"), help="fit only one of the two")
    parser.add_argument("--no-cv", action="store_true", help="only fit and write")
    chosen = parser.parse_args()
    rows = [row for path in sorted(Path(__file__).parent.glob("yttranden*.tsv")) for row in read(path)]
    for what, file, about in (
        ("kind", "yttranden_vikter", "Hur starkt varje tecken talar för en sort av yttrande."),
        ("ruta", "rutord_vikter", "Hur starkt varje tecken talar för en ruta."),
    ):
        if chosen.bara not in (None, what):
            continue
        fitting = Fitting([*rows, *from_bank()], what)
        factor = 1.0
        if not chosen.no_cv:
            logits = fitting.held_out()
            own = np.array([row.weight == 1 for row in fitting.rows])
            factor = cool(logits[own].reshape(-1, logits.shape[2]), np.repeat(fitting.truth[own], 2))
            print(f"== {what} (held out), factor {factor:.2f}")
            fitting.report(logits)
        names, value = fitting.train(np.arange(len(fitting.rows)))
        (LEXICON / f"{file}.toml").write_text(table(names, value, fitting.answers, factor, about), "utf-8")


if __name__ == "__main__":
    main()
