"""Utfall by keys: how it ended, and what a new round requires."""

from dataclasses import replace
from pathlib import Path

from gk_assistant.domain.planning import OutcomeKind
from tests.tui.test_planning_support import Room, room


def required(here: Room) -> list[str]:
    """Return what is required on disk."""
    outcome = here.on_disk.outcome
    return list(outcome.required) if outcome else []


async def test_an_outcome_takes_two_keys(tmp_path: Path) -> None:
    """New and its letter: the outcome is on disk with its day, and asks for nothing more."""
    async with room(tmp_path) as here:
        await here.press("f5", "n", "f")
        outcome = here.on_disk.outcome
        assert outcome is not None
        assert (outcome.kind, outcome.required) == (OutcomeKind.SAMARBETE, ())
        assert outcome.day == here.built.desk.today()


async def test_not_now_asks_what_a_new_round_requires(tmp_path: Path) -> None:
    """Several ready-made conditions and own words can be chosen; the same key takes one back."""
    async with room(tmp_path) as here:
        await here.press("f5", "enter", "å", "1", "2", "1", "e", "=i vår", "enter")
        outcome = here.on_disk.outcome
        assert outcome is not None
        assert outcome.kind is OutcomeKind.ATER_FK
        assert outcome.required == (here.built.desk.bank.plan.new_round[1], "i vår")
        await here.press("ctrl+z")
        assert len(required(here)) == 1


async def test_a_requirement_is_reworded_and_removed(tmp_path: Path) -> None:
    """Each requirement is a row of its own."""
    async with room(tmp_path) as here:
        await here.press("f5", "n", "å", "e", "=sova", "enter", "home", "down", "enter", "= bra", "enter")
        assert required(here) == ["sova bra"]
        await here.press("home", "down", "t")
        assert not required(here)
        assert "Skriv vad som krävs för en ny omgång." in here.painted()


async def test_the_comment_stays_when_the_outcome_changes(tmp_path: Path) -> None:
    """Changing one's mind about the outcome loses no words."""
    async with room(tmp_path) as here:
        await here.press("f5", "n", "l", "end", "enter", "=ses i mars", "escape", "home", "enter", "f")
        outcome = here.on_disk.outcome
        assert outcome is not None
        assert (outcome.kind, outcome.comment) == (OutcomeKind.SAMARBETE, "ses i mars")


async def test_an_outcome_can_be_taken_back(tmp_path: Path) -> None:
    """Removing the row of the outcome takes the outcome back; undo puts it there again."""
    async with room(tmp_path) as here:
        await here.press("f5", "n", "f", "home", "t")
        assert here.on_disk.outcome is None
        await here.press("ctrl+z")
        assert here.on_disk.outcome is not None


async def test_a_missing_sgi_is_pointed_out_and_blocks_nothing(tmp_path: Path) -> None:
    """Unknown or missing: a reminder of the överlämningsmöte; known: no word about it."""
    async with room(tmp_path) as here:
        await here.press("f5")
        assert "Det är inte antecknat om deltagaren har SGI" in here.painted()
        here.built.desk.do("sgi", lambda case: replace(case, sgi=False))
        await here.press("f5")
        assert "Deltagaren saknar SGI" in here.painted()
        assert "överlämningsmöte" in here.painted()
        await here.press("n", "f")
        assert here.on_disk.outcome is not None
        here.built.desk.do("sgi", lambda case: replace(case, sgi=True))
        await here.press("f5")
        assert "SGI" not in here.painted()
