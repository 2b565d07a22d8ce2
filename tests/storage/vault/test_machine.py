"""The vault against a plain dictionary, over any order of saves, openings, kills and restorations."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from tests.storage.test_store_contract import small_case
from tests.storage.vault.vaults import new_vault, opened

IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


class VaultMachine(RuleBasedStateMachine):
    """Whatever is done, the vault shows what the dictionary holds."""

    def __init__(self) -> None:
        """Begin with an empty vault."""
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="gk-prov-"))
        self.store = new_vault(self.home / "v")
        self.known: dict[str, list[Case]] = {}
        self.line: bytes | None = None

    @rule(case_id=IDS, texts=st.lists(TEXTS, max_size=6))
    def save(self, case_id: str, texts: list[str]) -> None:
        """Save a case with other notes."""
        case = small_case(case_id)
        notes = tuple(replace(case.notes[0], id=f"n{at}", text=text) for at, text in enumerate(texts))
        self._save(case.with_meeting(replace(case.meetings[0], notes=notes)))

    @rule(case_id=IDS, letter=st.sampled_from("åx"))
    def save_much(self, case_id: str, letter: str) -> None:
        """Save a text of 60,000 characters: the journal is soon written anew."""
        case = small_case(case_id)
        self._save(case.with_meeting(replace(case.meetings[0], place=letter * 60_000)))

    @rule(case_id=IDS, label=TEXTS)
    def relabel(self, case_id: str, label: str) -> None:
        """Save a small change."""
        if case_id in self.known:
            self._save(replace(self.store.load(case_id), label=label))

    @rule(line=st.binary(max_size=50))
    def write_line(self, line: bytes) -> None:
        """Keep a half-written line."""
        self.store.vault.blobs.put("rad", line)
        self.line = line

    @rule(case_id=IDS)
    def restore(self, case_id: str) -> None:
        """Take back the former state."""
        states = self.known.get(case_id, [])
        try:
            restored = self.store.restore_previous(case_id)
        except StoreFault:
            assert len(states) < 2
        else:
            assert restored == states[-2]
            states.append(restored)

    @rule()
    def reopen(self) -> None:
        """Close and open again: nothing is said to be wrong."""
        self.store.close()
        self._open()
        assert not [word for word in self.store.vault.remarks if "svagt" not in word]

    @rule()
    def kill(self) -> None:
        """Go on from the files as they are in the middle of it all, as after a kill."""
        copy = self.home / "copy"
        shutil.copytree(self.home / "v", copy, ignore=shutil.ignore_patterns(".gk-las"))
        self.store.close()
        shutil.rmtree(self.home / "v")
        copy.rename(self.home / "v")
        self._open()

    @invariant()
    def the_same(self) -> None:
        """The list, every case and the line are as in the dictionary, and nothing is damaged."""
        shelf = self.store.shelf()
        assert shelf.damaged == ()
        assert {row.id: row.label for row in shelf.rows} == {name: was[-1].label for name, was in self.known.items()}
        assert {case.id: case for case in shelf.cases} == {name: was[-1] for name, was in self.known.items()}
        assert self.store.vault.blobs.get("rad") == self.line

    def teardown(self) -> None:
        """Tidy up."""
        self.store.close()
        shutil.rmtree(self.home)

    def _save(self, case: Case) -> None:
        self.store.save(case)
        states = self.known.setdefault(case.id, [])
        states.append(case)

    def _open(self) -> None:
        self.store = opened(self.home / "v")


TestVault = VaultMachine.TestCase
TestVault.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
