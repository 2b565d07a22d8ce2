"""The command line's words."""

import argparse
import re

import pytest

from gk_assistant.cli.faults import WrongUse
from gk_assistant.cli.parser import parse
from tests.cli.conftest import Gk

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "usage error required invalid choice choose unrecognized expected optional options positional show this "
        "message exit the following are one of not allowed with ignored explicit ambiguous could match value from "
        "least most unknown parser open option string and commands program maybe you meant",
    )
)
"""Words of argparse's English. "Argument" is Swedish too."""

WRONG = [
    ["finns-inte"],
    ["--okand"],
    ["--sess", "x"],
    ["--sessioner"],
    ["--version=3"],
    ["demo", "för", "mycket"],
    ["demo", "--okand"],
    ["mote"],
    ["mote", "a", "b"],
    ["enkel", "--pilar=1"],
    ["skriv-ut"],
    ["skriv-ut", "trappa"],
    ["skriv-ut", "trappa", "a", "--format"],
    ["skriv-ut", "trappa", "a", "--format", "odt"],
    ["exportera", "a", "--ut", "x", "--format", "terminal"],
    ["exportera", "a"],
    ["exportera", "--ut", "x"],
    ["sortera", "a", "b"],
    ["sortera", "--json=ja"],
    ["foljdfragor", "vardag"],
    ["bank"],
    ["bank", "ny-bank"],
    ["bank", "visa", "a", "b"],
    ["bank", "kontrollera", "--mapp"],
]
HELPS = [
    [],
    ["demo"],
    ["mote"],
    ["enkel"],
    ["skriv-ut"],
    ["exportera"],
    ["sortera"],
    ["foljdfragor"],
    ["bank"],
    ["bank", "kontrollera"],
    ["bank", "visa"],
]


def english(text: str) -> set[str]:
    """Return the English words of a text, options and their values left out."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+", re.sub(r"--\S+", "", text))} & ENGLISH


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_one_swedish_line(gk: Gk, arguments: list[str]) -> None:
    """Every mistake on the command line ends with code 2 and one Swedish line on stderr, nothing on stdout."""
    told = gk(*arguments)
    assert told.code == 2
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.rstrip().endswith("--help).")
    assert not english(told.err)


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_help_is_swedish_throughout(gk: Gk, arguments: list[str]) -> None:
    """The help of every command exists, in Swedish, under both its names."""
    told = gk(*arguments, "--help")
    assert told.code == 0
    assert told.err == ""
    assert told.out.startswith("användning: gk")
    assert not english(told.out)
    assert gk(*arguments, "--hjalp").out == told.out


def test_help_lists_every_paper(gk: Gk) -> None:
    """The papers that can be printed stand in the help of skriv-ut, with whom they are for."""
    shown = gk("skriv-ut", "--help").out
    assert "trappa" in shown
    assert "Internt arbetsstöd" in shown


@pytest.mark.parametrize(
    "setup",
    [
        lambda parser: parser.add_argument("--x", type=int),
        lambda parser: parser.add_argument("--x", nargs=2),
        lambda parser: parser.add_argument("--x", nargs="+"),
        lambda parser: parser.add_mutually_exclusive_group(required=True).add_argument("--y", action="store_true"),
    ],
)
def test_error_kinds_we_do_not_use_yet_are_swedish_too(setup: object) -> None:
    """Numbers, counted values and exclusive options would be refused in Swedish as well."""
    from gk_assistant.cli.parser import Parser  # noqa: PLC0415
    from gk_assistant.cli.swedish import swedish_words  # noqa: PLC0415

    with swedish_words():
        parser = Parser(prog="gk")
        setup(parser)  # type: ignore[operator]
        with pytest.raises(WrongUse) as told:
            parser.parse_args([] if not any("--x" in row.option_strings for row in parser._actions) else ["--x"])
    assert not english(str(told.value))


def test_argparse_is_left_as_it_was() -> None:
    """Swedish lasts only while our own command line is read."""
    before = vars(argparse)["_"], vars(argparse)["ngettext"]
    with pytest.raises(WrongUse):
        parse(["--okand"], papers=str)
    assert (vars(argparse)["_"], vars(argparse)["ngettext"]) == before


def test_folders_may_stand_before_or_after_the_command() -> None:
    """``--sessioner`` and ``--bank`` mean the same on both sides of the command."""
    before = parse(["--sessioner", "a", "--bank", "b", "demo"], papers=str)
    after = parse(["demo", "--sessioner", "a", "--bank", "b"], papers=str)
    assert before == after
