"""Write the sorting's lexicon made ready, ``question_bank/lexikon/sortering.json``.

Run ``python -m evaluation.build_lexicon`` after every change of the files it is made of; ``evaluation/fit_sorting.py``
does so by itself, and a test tells when it was forgotten.
"""

import json
import sys
from pathlib import Path

from gk_assistant.language.ready import ready_lexicon
from gk_assistant.storage.bank_files import LEXICON_FOLDER, BankFolder
from gk_assistant.storage.bank_ready import READY, SOURCES, sum_of

BANK = Path(__file__).parent.parent / "question_bank"


def built(bank: Path = BANK) -> str:
    """Return the file's text: the same bytes for the same sources."""
    folder = BankFolder(bank)
    data = {file.removeprefix(f"{LEXICON_FOLDER}/").removesuffix(".toml"): folder.table(file) for file in SOURCES}
    whole = {"summa": sum_of(folder)} | ready_lexicon(data)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def main() -> int:
    """Write the file."""
    (BANK / READY).write_text(built(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
