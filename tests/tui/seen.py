"""What was seen at each stop of a walk: the picture, the words, the colours, and what was cut off.

A walk is gone once in a test session: what was seen is kept beside the session's other throw-away files, and whoever
asks first goes, also when several workers share the tests.
"""

import asyncio
import contextlib
import os
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Footer, Static
from textual.widgets._footer import FooterKey

from gk_assistant.tui.themes import THEMES
from tests.tui.walk import NARROW, Route, Stop, rest, walk

LIGHT = "ljust"
VISIBLE = re.compile(r"[^\s\u2500-\u259f]")
"""A sign of a text; lines and blocks of a frame or a scroll bar are none."""
Tone = tuple[int, int, int]
"""Red, green and blue."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Words as they were painted: in which theme, with which tones; none where a tone was left to the terminal."""

    theme: str
    words: str
    ink: Tone | None
    ground: Tone | None
    dim: bool

    @property
    def ratio(self) -> float:
        """The contrast by WCAG, 1 to 21; 0 when a tone is not known."""
        if self.ink is None or self.ground is None:
            return 0.0
        low, high = sorted((_luminance(self.ink), _luminance(self.ground)))
        return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One stop. ``hints`` are the footer's words and tooltips; ``foreign`` what Textual would say in English."""

    stop: Stop
    place: str
    pictures: dict[str, str]
    rows: tuple[str, ...]
    hints: tuple[str, ...]
    foreign: frozenset[str]
    paints: tuple[Paint, ...]
    cut: tuple[str, ...]


def seen(route: Route, folder: Path, *sizes: tuple[int, int]) -> dict[tuple[int, int], tuple[Seen, ...]]:
    """Return what is seen along a route in some sizes; ``folder`` is this worker's own folder of the test session.

    A walk that another worker is on is left to it while there is another to go.
    """
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    found: dict[tuple[int, int], tuple[Seen, ...]] = {}
    for patience in (0, -1):
        for size in (size for size in sizes if size not in found):
            kept = shared / f"{route.name}-{size[0]}.seen"
            with contextlib.suppress(Timeout), FileLock(f"{kept}.lock", timeout=patience):
                if not kept.exists():
                    kept.write_bytes(pickle.dumps(_go(route, size)))
                found[size] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by ourselves just now
    return found


def _go(route: Route, size: tuple[int, int]) -> tuple[Seen, ...]:
    stops: list[Seen] = []
    known: set[tuple[type, Tone | None, Tone | None]] = set()

    async def look(stop: Stop, pilot: Pilot[str]) -> None:
        app = pilot.app
        pictures = {LIGHT: picture(app)} if stop.pictured else {}
        texts, hints, foreign, cut = tuple(rows(app)), tuple(_hints(app)), frozenset(_foreign(app)), tuple(cut_off(app))
        paints = tuple(painted(app, LIGHT))
        fresh = {(type(app.screen), paint.ink, paint.ground) for paint in paints} - known
        # A kind of screen that shows no tones but those looked at already shows nothing new in another theme.
        if stop.main or (fresh and size == NARROW):
            known.update(fresh)
            for name in (theme for theme in THEMES if theme != LIGHT):
                await _put_on(pilot, name)
                paints += tuple(painted(app, name))
                if stop.main and size == NARROW:
                    pictures[name] = picture(app)
            await _put_on(pilot, LIGHT)
        stops.append(
            Seen(
                stop=stop,
                place=f"{route.name}: {stop.name}",
                pictures=pictures,
                rows=texts,
                hints=hints,
                foreign=foreign,
                paints=paints,
                cut=cut,
            )
        )

    asyncio.run(walk(route, look, size=size))
    return tuple(stops)


async def _put_on(pilot: Pilot[str], theme: str) -> None:
    pilot.app.theme = THEMES[theme][0].name
    await rest(pilot)
    await rest(pilot)


def picture(app: App[str]) -> str:
    """Return the screen as SVG."""
    return app.export_screenshot(simplify=True)


def rows(app: App[str]) -> Iterator[str]:
    """Yield the screen's rows as text."""
    for strip in app.screen._compositor.render_strips():
        yield "".join(segment.text for segment in strip)


def painted(app: App[str], theme: str) -> Iterator[Paint]:
    """Yield each pair of tones on the screen, with the first words in them."""
    known = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style or Style.null()
            pair = (_tone(style.color), _tone(style.bgcolor))
            if style.reverse:
                pair = pair[::-1]
            if VISIBLE.search(segment.text) and (*pair, style.dim) not in known:
                known.add((*pair, style.dim))
                yield Paint(theme, segment.text.strip(), *pair, dim=bool(style.dim))


def _tone(color: Color | None) -> Tone | None:
    if color is None or color.triplet is None:
        return None
    return color.triplet.red, color.triplet.green, color.triplet.blue


def _luminance(tone: Tone) -> float:
    """Return the relative luminance of a tone (WCAG 2.2)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in tone
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hints(app: App[str]) -> Iterator[str]:
    """Yield what a pointer or the footer would show beside what stands on the screen."""
    for widget in app.screen.walk_children(Widget):
        if widget.tooltip is not None:
            yield str(widget.tooltip)
        if isinstance(widget, FooterKey):
            yield widget.description


def _foreign(app: App[str]) -> Iterator[str]:
    """Yield what the Textual widgets on the screen call their own keys: English, and never to be shown."""
    for node in (app, app.screen, *app.screen.walk_children()):
        for kind in type(node).__mro__:
            if kind.__module__.startswith("textual."):
                own = [known for known in kind.__dict__.get("BINDINGS", ()) if isinstance(known, Binding)]
                yield from (known.description for known in own if known.description)


def cut_off(app: App[str]) -> Iterator[str]:
    """Yield what the screen has no room for: words below the edge of their widget, a footer, a dialog, the focus."""
    screen = app.screen
    for footer in screen.query(Footer):
        if footer.virtual_size.width > footer.size.width:
            yield f"sidfoten: {' '.join(key.description for key in footer.query(FooterKey))}"
    for text in screen.query(Static):
        room = text.content_size
        wanted = text.get_content_height(screen.size, screen.size, room.width) if text.display and room else 0
        if wanted > room.height:
            yield f"{text}: {wanted} rader, plats för {room.height}: {text.render()}"
    for widget in (*screen.query(".dialog"), *([screen.focused] if screen.focused else [])):
        if widget.region not in screen.region:
            yield f"{widget} utanför skärmen"
