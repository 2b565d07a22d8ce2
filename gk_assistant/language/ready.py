"""The sorting's lexicon made ready beforehand: the same files as plain values, with the words already indexed.

``evaluation/build_lexicon.py`` writes it to ``question_bank/lexikon/sortering.json``; the storage floor hands it over
under the name ``sortering`` as long as it was made of the files that lie beside it.
"""

from collections.abc import Mapping

from gk_assistant.language.lexicon import rows_of
from gk_assistant.language.sorting import Sorter

_WITHOUT_WORDS = ("rubriker", "ordforrad", "icf")


def ready_lexicon(data: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """Return the parsed files as :meth:`Sorter.from_data` takes them fastest; all in it can be written as JSON."""
    sorter = Sorter.from_data(data)
    whole: dict[str, object] = {name: _without_words(data[name]) for name in _WITHOUT_WORDS}
    whole["markning"] = {name: {} for name, part in data["markning"].items() if isinstance(part, Mapping)}
    whole["vanliga"] = data["vanliga"]
    whole["vikter"] = data["vikter"]
    whole["forkortningar"] = sorter.abbreviations.known.ready()
    terms, cues, icf = sorter.lexicon.terms, sorter.lexicon.cues, sorter.icf.terms
    whole["index"] = {"ord": terms.packed(), "markning": cues.packed(), "icf": icf.packed()}
    return whole


def _without_words(table: Mapping[str, object]) -> dict[str, object]:
    """Return a file's lists of tables, each table without its words."""
    return {
        name: [{key: value for key, value in row.items() if key != "ord"} for row in rows_of(table, name)]
        for name, value in table.items()
        if isinstance(value, list)
    }
