"""Placements on the REHAB-trappa: a tool for self-assessment and talk, never a condition (M: Danish BIP)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlacedBy(StrEnum):
    """Who made the placement; a relative may agree or not, and both are worth keeping (H)."""

    SJALV = "sjalv"
    NARSTAENDE_ENIG = "narstaende_enig"
    NARSTAENDE_OENIG = "narstaende_oenig"
    FK = "fk"
    AF = "af"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One placement; ``step`` counts whole and half steps from 1.0, ``None`` is "kan/vill inte placera mig nu"."""

    id: str
    step: float | None
    day: date
    by: PlacedBy = PlacedBy.SJALV
    words: str = ""
    meeting: str | None = None

    def __post_init__(self) -> None:
        """Refuse anything but whole and half steps from 1 up."""
        if self.step is not None and (self.step < 1 or (self.step * 2) != int(self.step * 2)):
            msg = f"not a whole or half step: {self.step}"
            raise ValueError(msg)


def step_words(step: float | None) -> str:
    """Return the placement in Swedish: "steg 2", "mellan steg 2 och 3", "inte nu"."""
    if step is None:
        return "inte nu"
    whole = int(step)
    return f"steg {whole}" if step == whole else f"mellan steg {whole} och {whole + 1}"
