"""The clock of the real world."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment with the place's own offset."""
    return datetime.now(UTC).astimezone()
