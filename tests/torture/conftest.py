"""Prints the figures that the tests of the vault under torture have recorded, once they have all run."""

import pytest

from tests.torture.sizes import FULL


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print one line a figure, under ``make torture`` only."""
    reports = [report for key in ("passed", "failed") for report in terminalreporter.stats.get(key, [])]
    figures = sorted({f"{name}: {value}" for report in reports for name, value in report.user_properties})
    if FULL and figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.write_line(figure)
