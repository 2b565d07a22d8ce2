"""One way to every screen and dialog of the program, by keys alone: what the tests of all screens walk through.

A :class:`Route` begins in Mina ärenden and goes from :class:`Stop` to :class:`Stop`. A key is as Textual names it;
``=words`` pastes words, as a hand that types fast. The clock stands still and no cursor blinks, so that a picture of a
stop is the same each time.
"""

import contextlib
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from textual import _wait, events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from gk_assistant.storage.case_store import TinyCaseStore
from gk_assistant.storage.sessions import example_cases
from tests.tui.support import FakeSafe, Settings, house

MOMENT = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
"""After the latest of what stands in the example cases."""
NARROW, WIDE = (80, 24), (120, 40)
HOPS = 4
"""Rounds of every widget's queue that a key may need until all it leads to is done, also on a busy machine."""
LOOK = 0.002
"""Seconds between two looks whether the screen has been drawn."""
FOLDER = Path("arenden")
"""Where the cases lie, as the program is told it: the same words on every machine."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Somewhere to stop and look: the keys that lead there from the stop before.

    ``main`` is a screen to picture in every theme. ``pictured`` is false where another picture shows the same, or
    where the machine shows through, as the name of a folder does.
    """

    name: str
    keys: tuple[str, ...]
    main: bool = False
    pictured: bool = True


@dataclass(frozen=True, slots=True)
class Route:
    """A way through the program, over a folder that ``stock`` fills.

    ``locked`` when another program holds the folder; ``safe`` when the cases lie in a vault.
    """

    name: str
    stock: Callable[[Path], None]
    stops: tuple[Stop, ...]
    locked: bool = False
    safe: bool = False


def main(name: str, *keys: str) -> Stop:
    """Return a stop to picture in every theme."""
    return Stop(name, keys, main=True)


def stop(name: str, *keys: str) -> Stop:
    """Return a stop to picture."""
    return Stop(name, keys)


def glance(name: str, *keys: str) -> Stop:
    """Return a stop to look at without a picture."""
    return Stop(name, keys, pictured=False)


def empty(folder: Path) -> None:
    """Leave the folder empty."""
    folder.mkdir()


def examples(folder: Path) -> None:
    """Put the fictive cases that ship in the folder."""
    folder.mkdir()
    for file in example_cases().iterdir():
        if file.name.endswith(".json"):
            (folder / file.name).write_bytes(file.read_bytes())


def damaged(folder: Path) -> None:
    """Put the fictive cases in the folder, and a file that is not whole."""
    examples(folder)
    (folder / "exempel-asp.json").write_bytes((folder / "exempel-vide.json").read_bytes()[:400])


LJUNG = ("home",)
VIDE = ("home", "down")
HASSEL = ("home", "down", "down")

TURNS = (
    "=Hej Katarina, välkommen. Vi ses för att du ska få berätta hur du har det.",
    "enter",
    "=Vilken ruta vill du börja med?",
    "enter",
    "=Hur ser en vanlig dag ut?",
    "enter",
    "=Sover du dåligt?",
    "enter",
    "enter",
)

LIST = Route(
    "arenden",
    examples,
    (
        main("lista"),
        main("hjalp", "f1"),
        main("kommandon", "escape", "ctrl+p"),
        glance("kommandon-sok", "=papper"),
        stop("sok", "escape", "f5"),
        glance("utseende", "escape", "f12"),
        glance("ctrl-c", "f12", "f12", "ctrl+c"),
        main("nytt", "n"),
        stop("nytt-personnummer", "=19121212-1212", "enter"),
        stop("nytt-ersattning", "ctrl+u", "=Blåklint 7", "enter"),
        stop("samtal", "enter"),
    ),
)
EMPTY = Route(
    "tomt",
    empty,
    (
        stop("lista"),
        glance("inget-att-oppna", "enter"),
        glance("samtal-ae", "n", "=Ask", "enter", "a"),
        stop("reflektion", "ctrl+b"),
        glance("reflektion-inget-upplyst", "1"),
        glance("papper", "u"),
        stop("planering", "escape", "escape", "p"),
        glance("planering-behov", "f3"),
        stop("planering-plan", "f4"),
        stop("planering-utfall", "f5"),
        glance("planering-stort", "f6"),
        glance("overforing", "escape", "enter", "escape", "l", "escape"),
    ),
)
DAMAGED = Route("skadat", damaged, (stop("lista", "end"), glance("oppna", "enter")))
LOCKED = Route(
    "last",
    examples,
    (
        stop("lista"),
        glance("nytt", "n", "=Ask", "enter", "s"),
        glance("samtal", *VIDE, "s"),
        stop("rad", "=bakar", "enter"),
    ),
    locked=True,
)
TALK = Route(
    "samtal",
    examples,
    (
        main("anteckningar", *VIDE, "s"),
        stop("hjalp", "f1"),
        glance("kommandon", "escape", "ctrl+p"),
        stop("skal", "escape", "f4"),
        stop("varsamt", "f4", "=h", "enter", "ctrl+g"),
        stop("foljdfraga", "minus", "=tröttnar e 20 min", "enter", "tab"),
        stop("svar", "=vad saknas", "enter"),
        glance("svar-tid", "=tid kvar", "enter"),
        glance("svar-ruta", "=sammanfatta vardag", "enter"),
        stop("personuppgift", "=ring 070-174 06 05", "enter"),
        glance("paus", "f6"),
        glance("klar", "f7"),
        glance("signera", "ctrl+r"),
        stop("byt", "f2"),
        glance("strommen-sist", "escape", "up"),
        main("strommen", "up"),
        stop("strommen-skal", "v"),
        stop("strommen-andra", "enter"),
        glance("strommen-flytta", "escape", "f"),
        glance("strommen-borta", "escape", "t"),
        glance("angra", "ctrl+z"),
        stop("sok", "f5"),
        glance("sok-traff", "=medicin"),
        glance("sok-inget", "=qqq"),
        glance("vald-text", "escape", "=bakar", "shift+home"),
    ),
)
DELTAGARE = Route(
    "deltagare",
    examples,
    (main("bilden", *VIDE, "s", "f3"), stop("vald", "s"), stop("lamnar", "escape")),
)
REFLECTION = Route(
    "reflektion",
    examples,
    (
        main("kolumner", *LJUNG, "r"),
        glance("hjalp", "f1"),
        stop("hoger", "escape", "right", "down"),
        glance("flyttad", "2"),
        stop("inlart", "l"),
        glance("inlart-hjalp", "f1"),
        stop("inlart-allt", "escape", "a"),
        glance("inlart-inget", "j"),
        glance("flyttad-upplyst", "escape", "right", "right", "home"),
        stop("syn", "s"),
        main("syn-fk", "f"),
        glance("vald-text", "f7"),
        glance("markor", "up", "home"),
        glance("skillnad", "escape", "n"),
        stop("beslut", "escape", "b"),
        stop("datum", "1"),
        glance("datum-fel", "=32/13", "enter"),
        glance("tid", "ctrl+u", "=7/12", "enter"),
        stop("sent", "=13", "enter"),
        stop("specialist", "e"),
    ),
)
PLANNING = Route(
    "planering",
    examples,
    (
        glance("forst", *HASSEL, "p"),
        main("trappa", "f2"),
        glance("hjalp", "f1"),
        stop("steget", "escape", "n"),
        glance("av-vem", "3"),
        glance("med-ord", "s"),
        glance("andra", "escape", "enter"),
        stop("dagen", "d"),
        main("behov", "escape", "f3"),
        stop("behov-valj", "n"),
        glance("behov-ord", "e"),
        main("plan", "escape", "f4"),
        stop("mal", "enter"),
        glance("steg", "escape", "n"),
        glance("steg-vem", "1"),
        glance("steg-nar", "a"),
        glance("steg-omfattning", "enter"),
        glance("ny-plan", "escape", "f8"),
        main("stort", "escape", "f6"),
        glance("stort-lamnar", "escape"),
        main("utfall", "enter", "f5"),
        stop("utfall-valj", "enter"),
        stop("utfall-krav", "å"),
    ),
)
PAPERS = Route(
    "papper",
    examples,
    (
        main("trappa", *HASSEL, "u"),
        stop("plan", "down"),
        glance("minnesanteckningar", "down"),
        stop("sprak", "k"),
        glance("samtalsunderlag", "escape", "down"),
        stop("anteckningsblad", "down"),
        glance("sprak-internt", "k"),
        glance("reflektion", "down"),
        glance("tjansteanteckning", "down"),
        stop("las", "enter", "pagedown"),
        glance("skriv-ut", "p"),
        glance("hjalp", "f1"),
        glance("mote", "escape", "m"),
        glance("spara", "escape", "s"),
        glance("namn", "t"),
    ),
)
CASE = Route(
    "arendet",
    examples,
    (
        main("sidan", *LJUNG, "a"),
        glance("hjalp", "f1"),
        glance("etikett", "escape", "enter"),
        glance("ersattning", "escape", "down", "enter"),
        glance("sgi", "escape", "down", "enter"),
        stop("sgi-nej", "n"),
        glance("begaran", "down", "enter"),
        glance("samtycke", "escape", "down", "enter"),
        glance("mottagare", "v"),
        glance("mote", "escape", "n"),
        glance("mote-fel", "=32/13", "enter"),
        stop("mote-sent", "ctrl+u", "=12/1 2027", "enter"),
        glance("tid", "enter"),
        glance("plats", "escape", "down", "enter"),
        stop("vem", "escape", "down", "enter"),
        glance("namn", "d"),
        glance("lage", "escape", "down", "enter"),
        glance("borttaget", "escape", "t"),
    ),
)
TRANSFER = Route(
    "overforing",
    examples,
    (
        glance("rader", *VIDE, "l"),
        glance("ruta", "f2"),
        main("inlagda", "s", "=s- få vänner", "enter", "=v ork t kl 11", "enter"),
        glance("hjalp", "f1"),
        glance("mote", "escape", "f3"),
        stop("rad", "escape", "up"),
        glance("rad-andra", "enter"),
        stop("kvar", "escape", "escape", "=inte klar", "escape"),
        glance("hallet", "ctrl+u", "ctrl+b"),
    ),
)
GUARDED = Route(
    "lasning",
    examples,
    (
        glance("halvskrivet", *VIDE, "s", "=sover dåligt när"),
        main("last", "ctrl+l"),
        glance("fel-fras", "=fel", "enter"),
    ),
    safe=True,
)
PRACTICE = Route(
    "ova",
    examples,
    (
        main("lista", "o"),
        glance("hjalp", "f1"),
        glance("sist", "escape", "end"),
        stop("ruta", "home", "r"),
        glance("tal", "escape", "n"),
        glance("val", "escape", "v", "k", "l", "k", "k", "v", "v", "l", "l", "l", "l"),
        stop("dorren", "enter"),
        main("samtal", *TURNS),
        stop("tips", "f4"),
        glance("samtal-hjalp", "f1"),
        stop("dold", "escape", "escape", "ctrl+r"),
        glance("oppenhet", "ctrl+r", "ctrl+n"),
        main("anteckna", "ctrl+n", "f3", "=v", "enter", "minus", "=tröttnar e 20 min", "enter"),
        glance("anteckna-skal", "f4"),
        glance("anteckna-sok", "escape", "f5"),
        glance("strommen", "escape", "up"),
        glance("lamna", "escape", "escape", "escape"),
        stop("slut", "ctrl+b"),
        glance("reflektion", "r"),
        glance("vad-nu", "escape"),
        stop("gk2", "g", "=Hej igen Katarina! Hur har du haft det sedan sist?", "enter"),
        glance("planering", "ctrl+t"),
        glance("slut-gk2", "escape", "ctrl+b"),
        main("spegel", "s"),
        glance("spegel-hjalp", "f1"),
        stop("spegel-kurva", "escape", "tab", "tab"),
        stop("spegel-siffror", "tab"),
        glance("spegel-rutor", "tab", "tab"),
        glance("spegel-fakta", "tab"),
        stop("spegel-plan", "tab"),
        glance("spara", "s"),
        main("uppspelning", "escape", "p", "right", "right"),
        glance("uppspelning-slut", "right", "right", "right", "right", "right", "right"),
        stop("ovningar", "escape", "escape", "tab"),
        glance("glom", "t"),
    ),
)
ROUTES = (
    PRACTICE,
    LIST,
    EMPTY,
    DAMAGED,
    LOCKED,
    TALK,
    DELTAGARE,
    REFLECTION,
    PLANNING,
    PAPERS,
    CASE,
    TRANSFER,
    GUARDED,
)


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Press keys, paste what follows ``=``, and let the screen come to rest."""
    for key in keys:
        if key.startswith("=") and len(key) > 1:
            assert pilot.app.focused is not None, f"{key} has nowhere to go"
            pilot.app.focused.post_message(events.Paste(key[1:]))
        else:
            await pilot.press(key)
        await _hop(pilot)
    await rest(pilot)


async def rest(pilot: Pilot[str]) -> None:
    """Wait until nothing is under way: no message, no drawing, no scrolling."""
    await _hop(pilot)
    await pilot.wait_for_scheduled_animations()
    await pilot.pause()


async def _hop(pilot: Pilot[str]) -> None:
    for _ in range(HOPS):
        await pilot._wait_for_screen()
        while pilot.app._exit is False and _unfinished(pilot.app.screen):
            await pilot.pause(LOOK)


def _unfinished(screen: Screen[object]) -> bool:
    """Tell whether a new layout or drawing waits for the screen's timer: the next key would meet the old one."""
    return screen.is_current and bool(screen._layout_required or screen._repaint_required or screen._dirty_widgets)


@contextlib.contextmanager
def _briskly() -> Iterator[None]:
    """Let Textual's pilot look oftener whether the program is idle: its own 20 ms a look are most of a walk's time."""
    before = _wait.SLEEP_GRANULARITY
    _wait.SLEEP_GRANULARITY = before / 5
    try:
        yield
    finally:
        _wait.SLEEP_GRANULARITY = before


@contextlib.contextmanager
def _steady_cursors() -> Iterator[None]:
    """Let no cursor blink, from the moment its line is made."""
    blinks = [kind.__dict__["cursor_blink"] for kind in (Input, TextArea)]
    before = [blink._default for blink in blinks]
    for blink in blinks:
        blink._default = False
    try:
        yield
    finally:
        for blink, default in zip(blinks, before, strict=True):
            blink._default = default


async def walk(
    route: Route,
    look: Callable[[Stop, Pilot[str]], Awaitable[None]],
    *,
    size: tuple[int, int] = NARROW,
    theme: str = "ljust",
) -> None:
    """Go along a route over a throw-away folder, and ``look`` at each of its stops."""
    with tempfile.TemporaryDirectory(prefix="gk-vag-") as place, contextlib.chdir(place), _briskly(), _steady_cursors():
        route.stock(FOLDER)
        other = TinyCaseStore(FOLDER)
        if route.locked:
            assert other.read_only is None
        built = house(FOLDER, settings=Settings(theme=theme), safe=FakeSafe() if route.safe else None)
        built.watch.moment = MOMENT
        built.app.animation_level = "none"
        try:
            async with built.app.run_test(size=size) as pilot:
                for here in route.stops:
                    await press(pilot, *here.keys)
                    await look(here, pilot)
        finally:
            built.desk.store.close()
            other.close()
