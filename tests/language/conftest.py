"""The shipped lexicon, read as the storage floor reads it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from gk_assistant.language.abbreviations import Abbreviations
from gk_assistant.language.requests import BoxName, Ear
from gk_assistant.language.sorting import Sorter
from gk_assistant.language.utterances import Reviewer

BANK = Path(__file__).parents[2] / "question_bank"

Files = Mapping[str, Mapping[str, object]]


@pytest.fixture(scope="session")
def lexicon() -> Files:
    """Return the parsed lexicon files by name."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (BANK / "lexikon").glob("*.toml")}


@pytest.fixture(scope="session")
def sorter(lexicon: Files) -> Sorter:
    """Return the sorter over the shipped lexicon."""
    return Sorter.from_data(lexicon)


@pytest.fixture(scope="session")
def abbreviations(lexicon: Files) -> Abbreviations:
    """Return the shipped abbreviations."""
    return Abbreviations.from_data(lexicon["forkortningar"])


@pytest.fixture(scope="session")
def ear(lexicon: Files) -> Ear:
    """Return the ear over the shipped patterns and boxes."""
    rutor = tomllib.loads((BANK / "rutor.toml").read_text("utf-8"))["ruta"]
    boxes = [BoxName(id=ruta["id"], title=ruta["titel"], key=ruta["tangent"]) for ruta in rutor]
    return Ear.from_data(lexicon["begaran"], boxes, lexicon["radvikter"])


@pytest.fixture(scope="session")
def reviewer(lexicon: Files) -> Reviewer:
    """Return the reviewer of utterances over the shipped lexicon."""
    return Reviewer.from_data(lexicon)
