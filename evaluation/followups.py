"""How the follow-ups do on labelled notes: a rough measure by machine, no substitute for a person who judges.

Each note of ``foljdfragor.tsv`` has good topics in words, for people, and as tags. A question touches a topic when its
wording carries one of the tags by the patterns below. That says nothing of whether it is kind, natural or well timed:
a second pair of eyes judges that. The measure is there to show when a change makes things worse.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from evaluation.followup_valence import valence_report
from evaluation.rows import HERE, table
from evaluation.tables import share
from gk_assistant.conversation.ear import Ear
from gk_assistant.conversation.following_answered import answered
from gk_assistant.conversation.suggest import Moment, follow_ups
from gk_assistant.conversation.suggesting import Suggestion
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Note
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.bank_wording import closed_fault

LONGEST = 14
"""Words in a question that can be said in one breath."""

TAGS = {
    "paverkan": r"påverka|märks|märker du|hindrar|känns|hur (?:är|var|blir|blev) det|hur (?:har du )?mår|mådde|mått",
    "lattar": r"hjälp|lindr|lätt|underlätt|bättre|behöv|tryggare|avlasta|hämta kraft|löser|stöd|slipper|trots|fungera",
    "orsak": r"vad är det som|gjorde att|gör att|fick dig|tar emot|hände|händer|kommer den|kom du (?:på|fram)|bakom",
    "framat": r"skulle|möjligt|framåt|framöver|nästa|steg|planen|väntar|hålla i sig|liknande|mer av",
    "egen_syn": r"själv|tänker|betyder|viktig|hoppa|lockar|önska|saknar|orolig|oroar|rädd",
    "tidigare": r"förr|tidigare|innan|började|börja med|såg livet|den tiden|minns|växa upp|lärde du",
    "andra": r"\bvem\b|kontakt|hjälper? (?:du|dig|med)|pratat?|sagt|vården|tillsammans|vilka|läkaren",
    "gladje": r"ger det dig|tyck(?:te|er) (?:du )?(?:bäst )?om|roligast|bäst|passade|gott|tycker om|gav dig|lockar",
    "grans": r"när är|när kommer|gräns|lagom|hur mycket|skiljer|strax innan|när går|när är det som",
    "nytta": r"använda|nytta|lär du|lärt dig|tar du med|ta med|arbete",
    "klarhet": r"besked|klarhet|vad vet du|vad du vet|få veta|händer nu",
    "trygghet": r"trygg|tankarna just nu|tänker du om livet|barnen det|hos dig",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One note's questions, and for each whether it carries a tag of a good topic."""

    ruta: str
    note: str
    found: tuple[Suggestion, ...]
    touches: tuple[bool, ...]


def followup_report() -> list[str]:
    """Return the rough figures, and the notes whose first question misses."""
    rows = judged()
    questions = [one for row in rows for one in row.found]
    first = sum(row.touches[:1] == (True,) for row in rows)
    some = sum(any(row.touches) for row in rows)
    openly = sum(closed_fault(one.text) is None for one in questions)
    short = sum(len(one.text.split()) <= LONGEST for one in questions)
    fresh = sum(not answered(one.text, row.note) for row in rows for one in row.found)
    firsts = Counter(row.found[0].text for row in rows if row.found)
    commonest, times = firsts.most_common(1)[0] if firsts else ("", 0)
    return [
        "Follow-ups (by tags of the wording: a rough measure, a person judges)",
        f"  first question touches a good topic {share(first, len(rows))}",
        f"  one of three touches a good topic   {share(some, len(rows))}",
        f"  open {share(openly, len(questions))}  short {share(short, len(questions))}",
        f"  not told already {share(fresh, len(questions))}  three different ones {share(_full(rows), len(rows))}",
        f"  different first questions {len(firsts)}; the commonest {times} times: {commonest}",
        *(f"  misses: {row.note}  →  {row.found[0].text if row.found else '–'}" for row in rows if not row.touches[0]),
        *valence_report(),
    ]


def _full(rows: list[Judged]) -> int:
    return sum(len({one.text for one in row.found}) == len(row.touches) == 3 for row in rows)  # noqa: PLR2004


def judged() -> list[Judged]:
    """Return every labelled note with its questions."""
    return list(_judged())


def _judged() -> Iterator[Judged]:
    bank = TomlBank()
    ear = Ear(bank)
    for row in table(HERE / "foljdfragor.tsv"):
        note = Note(
            id="rad",
            ruta=row["ruta"],
            text=row["note"],
            at=datetime.now(UTC),
            sorting=ear.sort(row["ruta"], row["note"]),
        )
        moment = Moment(kind=CaseKind.ANNAN, note=note, box_notes=(note,))
        found = follow_ups(bank.questions(row["ruta"]), moment, bank.guide())
        wanted = row["taggar"].split()
        touches = tuple(any(re.search(TAGS[tag], one.text.lower()) for tag in wanted) for one in found)
        yield Judged(ruta=row["ruta"], note=row["note"], found=found, touches=touches or (False,))
