"""One line in, lines out."""

import io
from datetime import date

import pytest

from gk_assistant.cli.line_mode.lines import EndOfInput, Leave, Lines, Option
from gk_assistant.cli.line_mode.planning_room import parse_step

TODAY = date(2026, 11, 22)
OPTIONS = (Option(words="Sjukpenning", value="sp"), Option(words="Aktivitetsersättning", value="ae"))


def talk(*lines: str) -> tuple[Lines, io.StringIO]:
    """Return lines that will read these, and where they write."""
    target = io.StringIO()
    return Lines(io.StringIO("".join(f"{line}\n" for line in lines)), target), target


@pytest.mark.parametrize("typed", ["2", " 2 ", "aktivitetsersättning", "AKT", "akt"])
def test_a_choice_is_a_number_or_the_beginning_of_a_word(typed: str) -> None:
    """Numbers and beginnings of words mean the same."""
    assert talk(typed)[0].choose("Vilken?", OPTIONS) == "ae"


def test_a_choice_that_makes_no_sense_is_asked_for_again() -> None:
    """What cannot be chosen is named, and the question stands."""
    lines, target = talk("9", "hej", "1")
    assert lines.choose("Vilken?", OPTIONS) == "sp"
    assert target.getvalue().count("finns inte att välja") == 2


def test_going_back_leaving_and_help() -> None:
    """An empty line gives the usual, "tillbaka" nothing, ``?`` the help, "slut" leaves."""
    assert talk("")[0].choose("Vilken?", OPTIONS, usual="sp") == "sp"
    assert talk("tillbaka")[0].choose("Vilken?", OPTIONS, usual="sp") is None
    lines, target = talk("?", "1")
    assert lines.choose("Vilken?", OPTIONS, help_text="Så här gör du.") == "sp"
    assert "Så här gör du." in target.getvalue()
    with pytest.raises(Leave):
        talk("slut")[0].choose("Vilken?", OPTIONS)
    with pytest.raises(EndOfInput):
        talk()[0].choose("Vilken?", OPTIONS)


def test_a_list_told_a_moment_ago_is_not_told_again() -> None:
    """In brief the options are left out until ``?`` asks for them."""
    lines, target = talk("?", "1")
    lines.choose("Vilken?", OPTIONS, brief=True)
    assert target.getvalue().index("? visar valen") < target.getvalue().index("Sjukpenning")


def test_a_line_that_is_no_text_is_asked_for_again() -> None:
    """Half a character, as bytes that are not UTF-8 become, is refused with a sentence."""
    lines, target = talk("v\udce4rk", "värk")
    assert lines.ask(">") == "värk"
    assert "inte skriven i UTF-8" in target.getvalue()


def test_days_are_asked_for_until_they_can_be_read() -> None:
    """A day is read as it is said; an empty line takes the proposed one."""
    assert talk("blaj", "3/12")[0].day("Dag", TODAY) == date(2026, 12, 3)
    assert talk("")[0].day("Dag", TODAY, usual=TODAY) == TODAY
    assert talk("")[0].day("Dag", TODAY) is None


def test_nothing_said_can_steer_a_terminal() -> None:
    """Escape codes and direction overrides in a label or a note are left out, and long lines are broken."""
    lines, target = talk()
    lines.say("\x1b[2Jrött \u202eomvänt " + "ord " * 60)
    assert "\x1b" not in target.getvalue()
    assert "\u202e" not in target.getvalue()
    assert max(len(row) for row in target.getvalue().splitlines()) <= 79


@pytest.mark.parametrize(
    ("typed", "step"),
    [("2", 2.0), ("2,5", 2.5), ("2.5", 2.5), ("2½", 2.5), ("mellan 2 och 3", 2.5), ("steg 6", 6.0), ("inte nu", None)],
)
def test_a_step_is_read_as_it_is_said(typed: str, step: float | None) -> None:
    """Whole and half steps and "inte nu" are understood."""
    assert parse_step(typed, highest=6) == step


@pytest.mark.parametrize("typed", ["0", "7", "6,5", "2,3", "två", "mellan 2 och 4", "-1", "1e9"])
def test_what_is_no_step_is_refused(typed: str) -> None:
    """Steps that do not exist raise."""
    with pytest.raises(ValueError, match=r".*"):
        parse_step(typed, highest=6)
