"""How easy the papers' fixed wording is: each paper to the deltagare as it is before anything is known of the case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gk_assistant.documents.checking import Checked, check_paper, running_text
from gk_assistant.documents.model import Audience
from gk_assistant.documents.registry import PAPERS, build, languages
from gk_assistant.domain.bank import Bank
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.language.language_check import CheckWords
from gk_assistant.language.readability import Readability, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Easiness:
    """A paper's fixed wording in one language; ``checked`` only in Swedish, which LIX is made for."""

    paper_id: str
    language: str
    version: str
    size: Readability
    checked: Checked | None
    reviewed: bool

    @property
    def good(self) -> bool:
        """Whether nothing is to be remarked; a language that is not measured is never found fault with."""
        return self.checked is None or not self.checked.remarks


def easiness(bank: Bank, known: CheckWords, now: datetime) -> Iterator[Easiness]:
    """Yield every paper to the deltagare in every language it has."""
    blank = Case(id="", label="", kind=CaseKind.SP, created=now)
    for paper in PAPERS.values():
        if paper.audience is not Audience.DELTAGAREN:
            continue
        for code in languages(paper.id, bank):
            document = build(paper.id, blank, bank=bank, now=now, lang=code)
            checked = check_paper(document, known)
            size = checked.size if checked else measure(running_text(document))
            yield Easiness(
                paper_id=paper.id,
                language=code,
                version=document.version,
                size=size,
                checked=checked,
                reviewed=bank.papers[paper.id].texts[code].checked,
            )
