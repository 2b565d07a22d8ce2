"""The real ear and the shipped bank, for the tests of the mirror."""

from functools import cache

from gk_assistant.domain.bank import Bank
from gk_assistant.rehearsal.hearing import TraineeEar
from gk_assistant.storage.bank_reader import TomlBank


@cache
def ear() -> TraineeEar:
    """Return the ear over the shipped lexicon."""
    source = TomlBank()
    return TraineeEar.from_data(source.lexicon(), rutor=source.bank().rutor)


@cache
def bank() -> Bank:
    """Return the shipped bank."""
    return TomlBank().bank()
