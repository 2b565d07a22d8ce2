"""The power goes at any disk call: what was not synced is lost, in part or out of order; nothing acknowledged is."""

import random
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.cases import Case
from gk_assistant.storage.disk import Disk
from tests.storage.disks import Killed
from tests.storage.vault.test_faulty_disk import STATES, found_in
from tests.storage.vault.vaults import new_vault, opened

SECTOR = 512


class LosingDisk(Disk):
    """A real disk that remembers what has been synced, and whose power goes at the nth changing call.

    A file is known by its inode. ``durable`` is what each was when it was synced, ``listed`` the folder when it was.
    """

    def __init__(self, folder: Path, fail_at: int = 0) -> None:
        """Take a folder as it is for durable."""
        self.folder = folder
        self.fail_at = fail_at
        self.calls = 0
        self.durable = {path.stat().st_ino: path.read_bytes() for path in folder.iterdir()}
        self.listed = {path.name: path.stat().st_ino for path in folder.iterdir()}
        self._open: dict[int, Path] = {}

    def _turn(self) -> None:
        self.calls += 1
        if self.fail_at and self.calls >= self.fail_at:
            raise Killed

    def create(self, path: Path) -> int:
        """Create."""
        self._turn()
        descriptor = super().create(path)
        self._open[descriptor] = path
        return descriptor

    def append(self, path: Path) -> int:
        """Open for more."""
        descriptor = super().append(path)
        self._open[descriptor] = path
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """Write."""
        self._turn()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Take the file's bytes for durable."""
        self._turn()
        path = self._open[descriptor]
        self.durable[path.stat().st_ino] = path.read_bytes()

    def replace(self, source: Path, target: Path) -> None:
        """Rename."""
        self._turn()
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Link."""
        self._turn()
        super().link(source, target)

    def unlink(self, path: Path) -> None:
        """Unlink."""
        self._turn()
        super().unlink(path)

    def sync_folder(self, folder: Path) -> None:
        """Take the folder's names for durable."""
        self._turn()
        self.listed = {path.name: path.stat().st_ino for path in folder.iterdir()}

    def after_the_loss(self, chance: random.Random) -> dict[str, bytes]:
        """Return the folder as it may be when the power is back: some unsynced names and sectors made it, some not."""
        now = {path.name: path.stat().st_ino for path in self.folder.iterdir()}
        contents = {path.stat().st_ino: path.read_bytes() for path in self.folder.iterdir()}
        names = now if chance.random() < 0.5 else self.listed
        found = {}
        for name, inode in names.items():
            safe = self.durable.get(inode, b"")
            found[name] = safe + _some(contents.get(inode, safe)[len(safe) :], chance)
        return found


def _some(unsynced: bytes, chance: random.Random) -> bytes:
    """Return what of an unsynced end reached the disk: nothing, a part, or all, some sectors of it blank."""
    kept = unsynced[: chance.choice([0, len(unsynced), chance.randint(0, len(unsynced))])]
    sectors = [kept[at : at + SECTOR] for at in range(0, len(kept), SECTOR)]
    return b"".join(bytes(len(sector)) if chance.random() < 0.3 else sector for sector in sectors)


def run(folder: Path, disk: Disk) -> list[Case]:
    """Save the states in two sessions; return those acknowledged before the power went."""
    acknowledged: list[Case] = []
    store = None
    try:
        for states in (STATES[:3], STATES[3:]):
            store = opened(folder, disk=disk)
            for state in states:
                store.save(state)
                acknowledged.append(state)
            store.close()
    except (Killed, StoreFault):
        if store is not None:
            store.vault._lock.release()
    return acknowledged


@pytest.mark.parametrize("seed", range(3))
def test_power_loss_at_every_disk_call(tmp_path: Path, seed: int) -> None:
    """After any loss the vault holds the last acknowledged state or the one under way, and calls nothing damaged."""
    new_vault(tmp_path / "whole").close()
    disk = LosingDisk(tmp_path / "whole")
    assert run(tmp_path / "whole", disk) == list(STATES)
    assert [path for path in (tmp_path / "whole").glob("*.forra") if len(path.stem) > 32], (
        "a new generation is on the way"
    )
    assert disk.calls > 40
    chance = random.Random(seed)  # noqa: S311 - a test to be run again
    for turn in range(1, disk.calls + 1):
        folder = tmp_path / str(turn)
        new_vault(folder).close()
        losing = LosingDisk(folder, turn)
        acknowledged = run(folder, losing)
        left = losing.after_the_loss(chance)
        for path in folder.iterdir():
            path.unlink()
        for name, data in left.items():
            (folder / name).write_bytes(data)
        found, damaged = found_in(folder)
        last = acknowledged[-1] if acknowledged else None
        under_way = STATES[len(acknowledged)] if len(acknowledged) < len(STATES) else last
        assert damaged == 0, turn
        assert found in (last, under_way), turn
