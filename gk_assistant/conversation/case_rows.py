"""A case as a row of the list: what the list shows without opening the case."""

from dataclasses import dataclass

from gk_assistant.conversation.way import Stage, stage_of
from gk_assistant.domain.cases import Case, CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case of the list. ``touched``: last changed, in seconds since 1970; ``notes``: how many live ones."""

    id: str
    label: str
    kind: CaseKind
    touched: float
    fictive: bool
    notes: int
    stage: Stage


def row_of(case: Case) -> CaseRow:
    """Return a case's row."""
    return CaseRow(
        id=case.id,
        label=case.label,
        kind=case.kind,
        touched=last_touched(case),
        fictive=case.fictive,
        notes=len(case.notes),
        stage=stage_of(case),
    )


def last_touched(case: Case) -> float:
    """Return when a case was last changed, in seconds since 1970; 0 for a time that no clock can show."""
    try:
        return (case.changed or case.created).timestamp()
    except (OverflowError, ValueError, OSError):
        return 0.0
