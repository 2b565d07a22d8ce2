"""What has changed between two JSON documents, as a short list of operations, and back.

``["=", path, value]`` sets what stands at a path of keys and positions, ``["-", path]`` takes a key away, and
``["~", path, start, count, values]`` puts values in the place of ``count`` items of a list.
"""

from collections.abc import Sequence
from typing import Any

Json = Any
"""Plain data: ``None``, booleans, numbers, texts, lists (or tuples) of them, and dictionaries with texts as keys."""

Operation = list[Json]


def changes(before: Json, after: Json) -> list[Operation]:
    """Return the operations that make one document of another; none when they are alike."""
    found: list[Operation] = []
    _compare(before, after, [], found)
    return found


def applied(document: Json, operations: Sequence[Operation]) -> Json:
    """Return a document after some operations; the one given is changed in place.

    Raises :class:`ValueError`, :class:`LookupError` or :class:`TypeError` when the operations are not for it.
    """
    for sign, path, *rest in operations:
        if sign == "=" and not path:
            document = rest[0]
            continue
        place = document
        for key in path if sign == "~" else path[:-1]:
            place = place[key]
        if sign == "=":
            place[path[-1]] = rest[0]
        elif sign == "-":
            del place[path[-1]]
        elif sign == "~":
            start, count, values = rest
            place[start : start + count] = values
        else:
            raise ValueError(sign)
    return document


def _compare(before: Json, after: Json, path: list[str | int], found: list[Operation]) -> None:
    if isinstance(before, dict) and isinstance(after, dict):
        _compare_keys(before, after, path, found)
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple):
        _compare_items(before, after, path, found)
    elif not _same(before, after):
        found.append(["=", path, after])


def _compare_keys(
    before: dict[str, Json], after: dict[str, Json], path: list[str | int], found: list[Operation]
) -> None:
    found.extend(["-", [*path, key]] for key in before if key not in after)
    for key, value in after.items():
        if key not in before:
            found.append(["=", [*path, key], value])
        elif not _same(before[key], value):
            _compare(before[key], value, [*path, key], found)


def _compare_items(
    before: Sequence[Json], after: Sequence[Json], path: list[str | int], found: list[Operation]
) -> None:
    """Compare two lists: what is alike at both ends stays; the middle is compared item by item, or replaced."""
    least = min(len(before), len(after))
    start = 0
    while start < least and _same(before[start], after[start]):
        start += 1
    end = 0
    while end < least - start and _same(before[-1 - end], after[-1 - end]):
        end += 1
    if len(before) == len(after):
        for at in range(start, len(after) - end):
            if not _same(before[at], after[at]):
                _compare(before[at], after[at], [*path, at], found)
    else:
        found.append(["~", path, start, len(before) - start - end, after[start : len(after) - end]])


def _same(one: Json, other: Json) -> bool:
    """Whether two values are alike to the letter: Python holds 1, 1.0 and True for equal, JSON does not.

    Inside lists and dictionaries Python's word is taken: the types of a case's fields do not change between these,
    and what comes out of the vault is held against those types.
    """
    return one is other or (type(one) is type(other) and one == other)
