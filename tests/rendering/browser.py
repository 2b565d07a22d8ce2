"""Pages looked over by axe-core in a real, headless Chromium: once for many pages, each in a frame of its own."""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import axe_core_python

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHOSEN = "GK_CHROMIUM"
"""Names the program to use, where it stands elsewhere."""
_SAID = re.compile(r'<pre id="said">(.*?)</pre>', re.DOTALL)
_ASK = "axe.run(document, {resultTypes: ['violations']}).then(found => parent.tell(%s, found))"
_PAGE = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Prov</title></head><body><script>
const waits = %d, said = {};
window.tell = (name, found) => {
  said[name] = found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" "));
  if (Object.keys(said).length < waits) return;
  const told = document.createElement("pre");
  told.id = "said";
  told.textContent = JSON.stringify(said);
  document.body.append(told);
};
</script>%s</body></html>"""


def chromium() -> str | None:
    """Return the browser's path, ``None`` where there is none."""
    return os.environ.get(CHOSEN) or next((path for name in NAMES if (path := shutil.which(name))), None)


def violations(pages: Mapping[str, str], folder: Path) -> dict[str, list[str]]:
    """Return what axe-core finds wrong with each page, by its name; the files lie in ``folder`` meanwhile."""
    script = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    frames = []
    for number, (name, page) in enumerate(pages.items()):
        ask = f"<script>{script}</script><script>{_ASK % json.dumps(name)}</script></body>"
        framed = html.escape(page.replace("</body>", ask), quote=True)
        frames.append(f'<iframe title="{number}" width="1000" height="1400" srcdoc="{framed}"></iframe>')
    sheet = folder / "prov.html"
    sheet.write_text(_PAGE % (len(pages), "".join(frames)), encoding="utf-8")
    told = subprocess.run(
        [
            str(chromium()),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
            f"--user-data-dir={folder / 'profil'}",
            "--virtual-time-budget=60000",
            "--dump-dom",
            sheet.as_uri(),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    # What was asked stands in the frames' attributes; the answer is the last thing on the page.
    answers = _SAID.findall(told.stdout)
    assert answers, told.stderr[-2_000:]
    found: dict[str, list[str]] = json.loads(html.unescape(answers[-1]))
    return found
