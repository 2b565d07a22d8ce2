"""Days typed in Swedish."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.conversation.when import parse_clock, parse_day

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("20261203", date(2026, 12, 3)),
        ("261203", date(2026, 12, 3)),
        ("3/12", date(2026, 12, 3)),
        ("3/12 2027", date(2027, 12, 3)),
        ("3/12-26", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("den 3 december", date(2026, 12, 3)),
        ("3:e dec", date(2026, 12, 3)),
        ("2/11", date(2027, 11, 2)),
        ("22/11", SUNDAY),
        ("29/2", date(2028, 2, 29)),
        ("torsdag", date(2026, 11, 26)),
        ("på tors", date(2026, 11, 26)),
        ("Söndag", date(2026, 11, 29)),
        ("sondag", date(2026, 11, 29)),
        ("nästa torsdag", date(2026, 11, 26)),
        ("torsdag nästa vecka", date(2026, 11, 26)),
        ("torsdag v 49", date(2026, 12, 3)),
        ("v. 2, torsdag", date(2027, 1, 14)),
        ("torsdag om två veckor", date(2026, 12, 3)),
        ("torsdagen den 3 december", date(2026, 12, 3)),
        ("om två veckor", date(2026, 12, 6)),
        ("om 14 dagar", date(2026, 12, 6)),
        ("om fjorton dgr", date(2026, 12, 6)),
        ("om en månad", date(2026, 12, 22)),
        ("om ett halvår", date(2027, 5, 22)),
        ("i dag", SUNDAY),
        ("imorgon kl 10", date(2026, 11, 23)),
        ("i övermorgon", date(2026, 11, 24)),
        ("3/12 kl. 13.30", date(2026, 12, 3)),
        ("  Torsdag.  ", date(2026, 11, 26)),
    ],
)
def test_a_day_is_read_as_it_is_said(text: str, expected: date) -> None:
    """Each way of naming a day gives that day."""
    assert parse_day(text, SUNDAY) == expected


def test_next_weekday_is_told_from_the_coming_one() -> None:
    """On a Monday "torsdag" is this week's and "nästa torsdag" is next week's."""
    monday = date(2026, 11, 23)
    assert parse_day("torsdag", monday) == date(2026, 11, 26)
    assert parse_day("nästa torsdag", monday) == date(2026, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hej",
        "31/2",
        "32/1",
        "2026-13-01",
        "fredag 3/12",
        "om två",
        "om 9999 år",
        "vecka 49",
        "torsdag v 60",
        "3 marknad",
    ],
)
def test_what_is_no_day_or_contradicts_itself_is_none(text: str) -> None:
    """Nothing is guessed: an impossible day, or a weekday that is not the date's, is no day."""
    assert parse_day(text, SUNDAY) is None


@given(st.text(max_size=40), DAYS)
def test_any_text_is_answered(text: str, today: date) -> None:
    """No text raises."""
    parse_day(text, today)
    parse_clock(text)


@given(DAYS, DAYS)
def test_a_written_date_is_read_back(day: date, today: date) -> None:
    """A full date means itself whatever day it is today."""
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(f"{day.day}/{day.month} {day.year}", today) == day


@given(DAYS, st.sampled_from(["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]))
def test_a_weekday_lies_within_the_coming_week(today: date, name: str) -> None:
    """A weekday is one to seven days ahead."""
    day = parse_day(name, today)
    assert day is not None
    assert timedelta(days=1) <= day - today <= timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl 10", "10.00"),
        ("10.30", "10.30"),
        ("9", "9.00"),
        ("3/12 kl 13:05", "13.05"),
        ("3/12", None),
        ("25.00", None),
    ],
)
def test_a_clock_time_is_read(text: str, expected: str | None) -> None:
    """Times are read alone or after a day, and an impossible one is none."""
    assert parse_clock(text) == expected
