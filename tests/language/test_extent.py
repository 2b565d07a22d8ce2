"""Time and extent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.extent import parse_extent


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2 h x 3/v", "6 timmar i veckan"),
        ("2 tim 3 dgr/v", "6 timmar i veckan"),
        ("2h x 3/v på lager", "6 timmar i veckan"),
        ("2 timmar tre gånger i veckan", "6 timmar i veckan"),
        ("3 dgr/v, 4 h", "12 timmar i veckan"),
        ("två tim två ggr/v", "4 timmar i veckan"),
        ("30 min x 2/v", "1 timme i veckan"),
        ("50 %", "20 timmar i veckan"),
        ("25%", "10 timmar i veckan"),
        ("75 procent", "30 timmar i veckan"),
        ("25-50 %", "10–20 timmar i veckan"),
        ("25 % - 50 %", "10–20 timmar i veckan"),
        ("12,5 %", "5 timmar i veckan"),
        ("halvtid", "20 timmar i veckan"),
        ("vill jobba heltid", "40 timmar i veckan"),
        ("10-12 h/v", "10–12 timmar i veckan"),
        ("10–12 tim/vecka", "10–12 timmar i veckan"),
        ("1,5 h/v", "1,5 timmar i veckan"),
        ("10 timmar i veckan", "10 timmar i veckan"),
        ("2 h varannan dag", "7 timmar i veckan"),
        ("4 h/dag", "20–28 timmar i veckan"),
        ("9-12 tis o tors", "6 timmar i veckan"),
        ("kl 9–12 mån–tors", "12 timmar i veckan"),
        ("8.30-12 mån-fre", "17,5 timmar i veckan"),
        ("2-3 h 2-3 ggr/v", "4–9 timmar i veckan"),
        ("halva dagar 3 dgr/v", "12 timmar i veckan"),
        ("15 tim/mån", "3,5 timmar i veckan"),
        ("4 h x 5", "20 timmar i veckan"),
    ],
)
def test_hours_a_week_are_reckoned(text: str, reading: str) -> None:
    """Hours, times, days, clock times and per cent become hours a week."""
    assert parse_extent(text).reading == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tröttnar e 20 min",
        "1/5 kl 10",
        "sover 4 h",
        "3 ggr/v",
        "200 %",
        "handlar på fredagar",
        "14:e juni",
        "v 34",
        "man orkar 2 h",
        "2 h, 3 mån",
    ],
)
def test_what_is_no_extent_is_not_reckoned(text: str) -> None:
    """One part alone, dates and impossible shares give no hours a week."""
    assert not parse_extent(text).known


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """No text fails, and the low end is never above the high one."""
    found = parse_extent(text)
    assert found.hours_a_week is None or found.hours_a_week.low <= found.hours_a_week.high
