"""The golden papers: every paper of the rich case, and of the empty one, as plain text.

``python -m tests.documents.golden_papers`` writes them anew; read the difference before you keep it.
"""

from collections.abc import Iterator
from pathlib import Path

from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS, build
from gk_assistant.domain.cases import Case
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.text import to_text
from tests.documents.bank_for_papers import bank
from tests.documents.rich_case import NOW, empty_case, expand, rich_case

FOLDER = Path(__file__).parent / "golden"


def paper(paper_id: str, case: Case | None = None, meeting_id: str | None = None, lang: str = "sv") -> Document:
    """Return one paper of a case, the rich one by default."""
    wanted = case or rich_case()
    return build(paper_id, wanted, bank=bank(), now=NOW, meeting_id=meeting_id, expand=expand, lang=lang)


def golden() -> Iterator[tuple[str, str]]:
    """Yield the name of each golden file and what should stand in it."""
    for paper_id in PAPERS:
        yield f"{paper_id}.txt", to_text(paper(paper_id))
    for paper_id in PAPERS:
        if paper_id not in ("samtalsunderlag", "anteckningsblad"):
            yield f"tomt-{paper_id}.txt", to_text(paper(paper_id, empty_case()))
    for paper_id in ("kort", "kallelse", "trappa", "samtalsunderlag"):
        yield f"en-{paper_id}.txt", to_text(paper(paper_id, meeting_id="m1", lang="en"))
    for paper_id in ("trappa", "plan", "minnesanteckningar"):
        yield f"{paper_id}.md", to_markdown(paper(paper_id))


if __name__ == "__main__":
    for name, text in golden():
        (FOLDER / name).write_text(text, encoding="utf-8")
