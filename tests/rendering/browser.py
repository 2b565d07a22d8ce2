"""Pages in a real, headless Chromium: looked over by axe-core, read as a screen reader reads them, and printed."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHOSEN = "GK_CHROMIUM"
"""Names the program to use, where it stands elsewhere."""
_ASK = "axe.run(document, {resultTypes: ['violations']})"
_LEAVES = frozenset({"StaticText", "image"})


def chromium() -> str | None:
    """Return the browser's path, ``None`` where there is none."""
    return os.environ.get(CHOSEN) or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def a_page() -> Iterator[Page]:
    """Give an empty page of a browser started for it."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"] if root else [])
        try:
            yield browser.new_page(viewport={"width": 1000, "height": 1400})
        finally:
            browser.close()


def axe_version_and_script() -> tuple[str, str]:
    """Return the version of axe-core, as it tells in its first line, and its program text."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    script = (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    return script.split("\n", 1)[0].split(" v")[-1].strip(), script


def violations(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what axe-core finds wrong with each page, by its name."""
    _, script = axe_version_and_script()
    found = {}
    with a_page() as page:
        for name, text in pages.items():
            page.set_content(text)
            page.evaluate(script)
            told = page.evaluate(_ASK)["violations"]
            found[name] = [f"{one['id']}: {' '.join(node['html'] for node in one['nodes'])}" for one in told]
    return found


def heard(pages: Mapping[str, str]) -> dict[str, tuple[list[tuple[int, str]], list[str]]]:
    """Return what a screen reader is given of each page: its headings with their levels, and all it reads, in order."""
    found = {}
    with a_page() as page:
        for name, text in pages.items():
            page.set_content(text)
            told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
            nodes = {node["nodeId"]: node for node in told}
            in_order = list(_in_order(told[0], nodes))
            headings = [(_level(node), _name(node)) for node in in_order if _role(node) == "heading"]
            found[name] = headings, [_name(node) for node in in_order if _role(node) in _LEAVES]
    return found


def printed(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return each page as the browser prints it to PDF."""
    found = {}
    with a_page() as page:
        for name, text in pages.items():
            page.set_content(text)
            found[name] = page.pdf(prefer_css_page_size=True)
    return found


def _in_order(node: dict[str, Any], nodes: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield node
    if _role(node) not in _LEAVES:
        for child in node.get("childIds", ()):
            yield from _in_order(nodes[child], nodes)


def _role(node: Mapping[str, Any]) -> str:
    return "" if node["ignored"] else str(node["role"]["value"])


def _name(node: Mapping[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))


def _level(node: Mapping[str, Any]) -> int:
    return next(int(one["value"]["value"]) for one in node["properties"] if one["name"] == "level")
