"""Papers in Word, printed: a paper of one sheet is one, laid out by LibreOffice with letters as wide as Word's."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from gk_assistant.rendering.docx import FONT, to_docx
from tests.documents.rich_case import NOW
from tests.rendering.hard_cases import document
from tests.rendering.read_back import pages, pdf_text

_OFFICE = shutil.which("soffice")
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>{font}</string></test>
<edit name="family" mode="assign" binding="strong"><string>Source Sans Pro</string></edit></match></fontconfig>"""
"""Where Word's own letters are not at hand, those of the PDFs take their place: they are about as wide."""


@pytest.mark.skipif(_OFFICE is None or os.name == "nt", reason="Inget LibreOffice på maskinen. Installera libreoffice.")
def test_a_paper_of_one_sheet_is_printed_on_one(tmp_path: Path) -> None:
    """The trappa with its crosses, the kort, the kallelse and the picture; a first kallelse has its picture behind."""
    chosen = [
        (kind, name) for kind in ("vanligt", "tomt") for name in ("trappa", "kallelse", "kort", "samtalsunderlag")
    ]
    for kind, name in chosen:
        (tmp_path / f"{kind}-{name}.docx").write_bytes(to_docx(document(kind, name), made=NOW))
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(_FONTS.format(folder=Path(spec.origin).parent / "files", cache=tmp_path / "fc", font=FONT))
    subprocess.run(
        [
            str(_OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(tmp_path)),
            *map(str, sorted(tmp_path.glob("*.docx"))),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        capture_output=True,
        check=True,
        timeout=120,
    )
    made = {f"{kind}-{name}": (tmp_path / f"{kind}-{name}.pdf").read_bytes() for kind, name in chosen}
    known = {name: pages(page) for name, page in made.items()}
    assert known == dict.fromkeys(made, 1) | {"tomt-kallelse": 2}
    assert "mitt emellan" in pdf_text(made["vanligt-trappa"])
