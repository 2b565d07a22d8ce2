"""The shipped bank, as the papers are given it."""

from functools import cache

from gk_assistant.domain.bank import Bank
from gk_assistant.storage.bank_reader import TomlBank


@cache
def bank() -> Bank:
    """Return the shipped bank without its questions."""
    return TomlBank().bank()
