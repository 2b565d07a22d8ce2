"""Several threads of one program at one vault: the screen saves while something else is noted."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gk_assistant.conversation.trail import Deed
from gk_assistant.storage.vault.backup import make_backup
from gk_assistant.storage.vault.trail import entries, record
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import new_vault, outcome
from tests.torture.sizes import size

TURNS = size(500, 40)


def test_threads_do_not_harm_one_another(tmp_path: Path) -> None:
    """Cases, the line, the trail and backups at once: everything is there, and the register is sound."""
    store = new_vault(tmp_path / "v")
    raised: list[BaseException] = []

    def working(act: Callable[[int], object], turns: int) -> Callable[[], None]:
        def run() -> None:
            try:
                for turn in range(turns):
                    act(turn)
            except BaseException as fault:  # noqa: BLE001 - told below, in the thread of the test
                raised.append(fault)

        return run

    acts: list[tuple[Callable[[int], object], int]] = [
        (lambda turn: store.save(replace(small_case("a1"), label=f"a {turn}")), TURNS),
        (lambda turn: store.save(replace(small_case("b2"), label=f"b {turn}")), TURNS),
        (lambda turn: store.vault.blobs.put("rad", str(turn).encode()), TURNS),
        (lambda _: record(store.vault, Deed.OPENED), TURNS),
        (lambda turn: make_backup(store.vault, tmp_path / f"k{turn}"), TURNS // 20),
        (lambda _: store.shelf().cases, TURNS // 4),
    ]
    threads = [threading.Thread(target=working(act, turns)) for act, turns in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []
    assert len(entries(store.vault)) == TURNS + TURNS // 20
    store.close()
    found = outcome(tmp_path / "v")
    assert not found.noticed, found.words
    assert {name: case.label for name, case in found.cases.items()} == {"a1": f"a {TURNS - 1}", "b2": f"b {TURNS - 1}"}
    assert found.line == str(TURNS - 1).encode()
