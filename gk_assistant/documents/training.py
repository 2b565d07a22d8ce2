"""What the papers of practice share: they belong to no case, stay inside, and say whom they are for."""

from collections.abc import Iterable

from gk_assistant.documents.context import Context
from gk_assistant.documents.model import Audience, Block, Document, Frame


def training_paper(
    paper_id: str, context: Context, *, subtitle: str, blocks: Iterable[Block], remark: str = ""
) -> Document:
    """Return an internal paper about practice, with its class line and the version of its wording."""
    words, version = context.words(paper_id), context.bank.papers[paper_id].version
    return Document(
        id=paper_id,
        title=words.say("titel"),
        subtitle=subtitle,
        audience=Audience.INTERNT,
        blocks=tuple(blocks),
        remark=remark,
        version=version,
        frame=Frame(
            class_line=words.say("klassrad"),
            version=context.common.say("version", version=version) if version.strip() else "",
        ),
    )
