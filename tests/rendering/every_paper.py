"""The golden papers in the forms that are files: every paper of the rich case as Word, PDF, web page and Markdown.

What a paper says as plain text is held by ``tests/documents/golden``. ``python -m tests.rendering.every_paper`` writes
the files anew; read the difference before you keep it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from gk_assistant.documents.model import Document
from gk_assistant.documents.registry import PAPERS
from gk_assistant.rendering.docx import to_docx
from gk_assistant.rendering.html import to_html
from gk_assistant.rendering.markdown import to_markdown
from gk_assistant.rendering.pdf import to_pdf
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW
from tests.rendering.read_back import pdf_pages
from tests.rendering.word_structure import structure

FOLDER = Path(__file__).parent / "golden_papers"
_BODY = re.compile(r"<body>\n(.*)</body>", re.DOTALL)
_SVG = re.compile(r"<svg[^>]*aria-label=\"([^\"]*)\".*?</svg>", re.DOTALL)
_TAG_END = re.compile(r"(?<=>)(?=<(?:li|dt|tr|p|h\d|div|figure|table|ul|dl|blockquote|thead|tbody)\b)")
_MADE = tuple(PAPERS)
_MARKDOWN_ELSEWHERE = ("trappa", "plan", "minnesanteckningar")


def golden() -> Iterator[tuple[str, str]]:
    """Yield the name of each golden file and what should stand in it."""
    for paper_id in _MADE:
        made = paper(paper_id)
        yield f"{paper_id}.docx.txt", structure(to_docx(made, made=NOW))
        yield f"{paper_id}.pdf.txt", _leaves(made)
        yield f"{paper_id}.html.txt", _page(made)
        if paper_id not in _MARKDOWN_ELSEWHERE:
            yield f"{paper_id}.md", to_markdown(made)


def _leaves(made: Document) -> str:
    leaves = enumerate(pdf_pages(to_pdf(made, made=NOW)), start=1)
    return "".join(f"-- page {number} --\n{text}\n" for number, text in leaves)


def _page(made: Document) -> str:
    """Return the body of a web page, a part a line, the pictures told by their words."""
    (body,) = _BODY.findall(to_html(made))
    return _TAG_END.sub("\n", _SVG.sub(r"[picture: \1]", body))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in golden():
        (FOLDER / name).write_text(text, encoding="utf-8")
