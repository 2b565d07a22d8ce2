"""A thing that is made when it is first asked for, for whoever is handed it at start and may never use it."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from gk_assistant.rehearsal.practice import Practice


class _Later:
    """Stands in the place of something until an attribute of it is asked for, and answers as it from then on."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> object:
        return self._make()

    def __getattr__(self, name: str) -> object:
        return getattr(self._made, name)


def when_asked_for(make: "Callable[[], Practice]") -> "Practice":
    """Return the practice, which is made when it is first used: it costs a start 7 × ``python -c pass``."""
    return cast("Practice", _Later(make))
