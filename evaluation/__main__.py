"""Print what the language floor makes of the labelled examples: ``python -m evaluation``, or ``make eval``.

The project's own examples are what the weights were fitted on, so their figures come from cross-validation
(``python -m evaluation.fit_sorting`` prints them); here the shared examples are the check, where they are at hand.
"""

import sys
from collections.abc import Iterable

from evaluation.followups import followup_report
from evaluation.icf_codes import icf_report
from evaluation.identifiers import identifier_report
from evaluation.lines import line_report
from evaluation.notes import note_report
from evaluation.utterances import utterance_report


def main() -> int:
    """Print every report."""
    show(note_report())
    show(icf_report())
    show(utterance_report())
    show(line_report())
    show(followup_report())
    show(identifier_report())
    return 0


def show(lines: Iterable[str]) -> None:
    """Print lines."""
    sys.stdout.write("\n".join([*lines, ""]) + "\n")


if __name__ == "__main__":
    sys.exit(main())
