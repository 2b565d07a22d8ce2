"""What FK and AF make of the talk directly after it, without the deltagare."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Decision(StrEnum):
    """What the reflection led to (H)."""

    NYTT_MOTE = "nytt_mote"
    FLER_MOTEN = "fler_moten"
    ATER_FK = "ater_fk"
    AF_ORDINARIE = "af_ordinarie"
    OVERLAMNING = "overlamning"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialistNeed:
    """A specialist that the next meeting needs: ``kind`` is an id of the plan template, ``why`` in free words."""

    kind: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """Each agency's view, whether they agree, and what happens next. ``agreed`` is ``None`` until it is said."""

    fk_view: str = ""
    af_view: str = ""
    agreed: bool | None = None
    difference: str = ""
    decision: Decision | None = None
    next_day: date | None = None
    next_time: str = ""
    specialists: tuple[SpecialistNeed, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything has been written or decided."""
        return self != Reflection()
