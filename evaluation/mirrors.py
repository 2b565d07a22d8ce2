"""How near the mirror's figures come to the labels: random talks of unseen utterances (``-m evaluation.mirrors``)."""

import random
from datetime import UTC, datetime
from statistics import median, quantiles

from evaluation.rows import HERE, table
from evaluation.utterances import bare
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.mirrors import Guided, Mirror
from gk_assistant.domain.rehearsals import Part, Rehearsal, Said, Setting, Speaker, Turn
from gk_assistant.domain.utterances import QUESTIONS, Heard, Kind
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.mirror_turns import REFLECTIONS
from gk_assistant.storage.bank_reader import TomlBank

TALKS, TURNS = 300, 25
_ANSWER = (Said(by=Speaker.DELTAGARE, text="Ja."),)


def mirror_report(*, without_marks: bool = False) -> list[str]:
    """Return how far reflections to questions and the share of open questions lie from what the labels say."""
    source = TomlBank()
    bank = source.bank()
    ear = TraineeEar.from_data(source.lexicon(), rutor=bank.rutor)
    rows = [row for path in sorted(HERE.glob("osedda_yttranden_*.tsv")) for row in table(path)]
    known = [(row["question"], Kind(row["kind"])) for row in rows if row["kind"] in set(Kind)]
    heard = [(ear.hear(bare(text) if without_marks else text), kind) for text, kind in known]
    chance = random.Random(1)  # noqa: S311  # the same talks each time
    apart, opened, same, told, unsure = [], [], 0, 0, 0
    for _ in range(TALKS):
        picked = chance.sample(heard, TURNS)
        found = _mirror([one for one, _ in picked], bank)
        labels = [kind for _, kind in picked]
        questions = sum(kind in QUESTIONS for kind in labels)
        right = sum(kind in REFLECTIONS for kind in labels) / questions
        ratio = next(one for one in found.measures if one.id == "speglingar")
        share = next(one for one in found.measures if one.id == "oppna")
        apart.append(abs((ratio.number or 0) - right))
        opened.append(abs((share.number or 0) - labels.count(Kind.OPPEN) / questions))
        unsure += ratio.stands is Guided.OSAKERT
        told += ratio.stands is not Guided.OSAKERT
        same += ratio.stands is _stands(right)
    name = "utan tecken" if without_marks else "som skrivna"
    return [
        f"{name}: {len(known)} osedda yttranden, {TALKS} samtal med {TURNS} turer",
        f"  speglingar per fråga: fel {median(apart):.2f} (median), {_ninth(apart):.2f} (nio av tio)",
        f"  samma läge: {same} av {told}; osäkert: {unsure}",
        f"  andel öppna: fel {median(opened):.2f} (median), {_ninth(opened):.2f} (nio av tio)",
    ]


def _mirror(heard: list[Heard], bank: Bank) -> Mirror:
    turns = tuple(
        Turn(number=number, part=Part.GK1, heard=one, said=_ANSWER) for number, one in enumerate(heard, start=2)
    )
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    return mirror_of(Rehearsal(id="prov", begun=begun, setting=Setting(persona=""), turns=turns), bank=bank)


def _stands(ratio: float) -> Guided:
    return Guided.INOM if ratio >= 1 else Guided.NARA if ratio >= 0.5 else Guided.UTANFOR  # noqa: PLR2004


def _ninth(values: list[float]) -> float:
    return quantiles(values, n=10)[-1]


if __name__ == "__main__":
    for marks in (False, True):
        print("\n".join(mirror_report(without_marks=marks)))
