"""Keys and the header: what opens the vault, what does not, and what a new passphrase changes."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.storage.vault.faults import NewerVault, VaultFault, WrongSecret
from gk_assistant.storage.vault.header import header_bytes, parse_header, read_header
from gk_assistant.storage.vault.keys import DataKey, Kdf, passphrase_bytes, strength, unwrap, wrap
from gk_assistant.storage.vault.names import HEADER, PREVIOUS, is_vault
from gk_assistant.storage.vault.recovery import ALPHABET, BadRecoveryKey, parsed, shown
from gk_assistant.storage.vault.vault import Vault
from tests.storage.test_store_contract import CHEAP, PASSPHRASE
from tests.storage.vault.vaults import LINE, outcome, small_vault

OTHER = "åtta gula får springer"


def lengths_of(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes but the header's."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".gkv"}


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_key_is_read_back_as_written(key: bytes) -> None:
    """Small letters, spaces, no hyphens, and O for 0 or I for 1 do not matter."""
    text = shown(key)
    assert parsed(text) == key
    assert parsed(text.lower().replace("-", "  ")) == key
    assert parsed(text.replace("0", "o").replace("1", "l")) == key


@settings(max_examples=60)
@given(st.binary(min_size=20, max_size=20), st.data())
def test_every_slip_in_a_recovery_key_is_noticed(key: bytes, data: st.DataObject) -> None:
    """One wrong symbol, two neighbours changed, two groups changed: the key is refused, and the group is named."""
    text = shown(key)
    at = data.draw(st.integers(0, len(text) - 1).filter(lambda place: text[place] != "-"))
    wrong = data.draw(st.sampled_from([symbol for symbol in ALPHABET if symbol != text[at]]))
    with pytest.raises(BadRecoveryKey, match=f"Grupp {at // 6 + 1} "):
        parsed(text[:at] + wrong + text[at + 1 :])
    groups = text.split("-")
    one = data.draw(st.integers(0, 7))
    symbols = list(groups[one])
    first = data.draw(st.integers(0, 3))
    if symbols[first] != symbols[first + 1]:
        symbols[first], symbols[first + 1] = symbols[first + 1], symbols[first]
        with pytest.raises(BadRecoveryKey):
            parsed("-".join([*groups[:one], "".join(symbols), *groups[one + 1 :]]))
    other = data.draw(st.integers(0, 7).filter(lambda number: number != one))
    swapped = list(groups)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    with pytest.raises(BadRecoveryKey):
        parsed("-".join(swapped))


@pytest.mark.parametrize("text", ["", "ABC", "-" * 40, "Ö" * 40, "0" * 41])
def test_what_is_no_recovery_key_is_a_sentence(text: str) -> None:
    """Other words are refused with a sentence."""
    with pytest.raises(BadRecoveryKey, match=r"\.$"):
        parsed(text)


def test_the_derivation_is_never_cheap_by_mistake() -> None:
    """Less than 64 MiB and three passes must be asked for as weak; the usual cost is that much."""
    assert (Kdf().memory, Kdf().time, Kdf().lanes) == (65536, 3, 4)
    with pytest.raises(ValueError, match="Argon2id"):
        Kdf(memory=1024)
    with pytest.raises(ValueError, match="Argon2id"):
        Kdf(time=1)


def test_a_wrapped_key_opens_only_as_it_was_bound() -> None:
    """Another secret, another binding or another cost gives no key."""
    key = DataKey()
    wrapped = wrap(key, b"ord", b"bundet", CHEAP)
    assert unwrap(wrapped, b"ord", b"bundet", CHEAP).raw() == key.raw()
    dearer = Kdf(memory=128, time=1, lanes=1, weak=True)
    for secret, bound, kdf in ((b"Ord", b"bundet", CHEAP), (b"ord", b"x", CHEAP), (b"ord", b"bundet", dearer)):
        with pytest.raises(WrongSecret):
            unwrap(wrapped, secret, bound, kdf)


def test_a_wiped_key_is_gone() -> None:
    """After wiping nothing of the key is left in its buffer, and using it is a sentence."""
    key = DataKey(b"k" * 32)
    buffer = key.raw()
    key.wipe()
    assert not any(buffer)
    with pytest.raises(VaultFault, match="låst"):
        key.raw()


def test_a_passphrase_is_the_same_however_it_is_typed() -> None:
    """Composed or not, full width or not, with a space after: the same passphrase."""
    assert passphrase_bytes(unicodedata.normalize("NFD", "åäö é")) == passphrase_bytes("åäö é")
    assert passphrase_bytes("ａｂｃ ") == passphrase_bytes("abc")


def test_a_passphrase_and_the_recovery_key_open_the_same(tmp_path: Path) -> None:
    """Both open the vault, neither opens it slightly wrong, and the folder is known as a vault."""
    assert not is_vault(tmp_path)
    vault, recovery = Vault.create(tmp_path, PASSPHRASE, kdf=CHEAP)
    vault.blobs.put("rad", LINE)
    vault.close()
    assert is_vault(tmp_path)
    for secret in (PASSPHRASE, f" {PASSPHRASE} ", recovery, recovery.lower().replace("-", " ")):
        again = Vault.open(tmp_path, secret)
        assert again.blobs.get("rad") == LINE
        again.close()
    for wrong in (PASSPHRASE.upper(), "", recovery[:-1], recovery[:-1] + ("A" if recovery[-1] != "A" else "B")):
        with pytest.raises(WrongSecret, match=r"\.$"):
            Vault.open(tmp_path, wrong)


def test_a_new_passphrase_rewraps_only(tmp_path: Path) -> None:
    """No case is written anew; the old passphrase opens nothing, not even the header's twin; the recovery key does."""
    folder = small_vault(tmp_path / "v")
    before = lengths_of(folder)
    vault = Vault.open(folder, PASSPHRASE)
    vault.change_passphrase(OTHER, kdf=CHEAP)
    vault.close()
    after = lengths_of(folder)
    assert {name for name in after if before.get(name) != after[name]} == {"register.gkv"}
    Vault.open(folder, OTHER).close()
    (folder / HEADER).unlink()
    with pytest.raises(WrongSecret):
        Vault.open(folder, PASSPHRASE)
    Vault.open(folder, OTHER).close()


def test_several_passphrases_and_a_new_recovery_key(tmp_path: Path) -> None:
    """Each of several opens; a removed one and the old recovery key do not; the last one stays."""
    vault, recovery = Vault.create(tmp_path, PASSPHRASE, kdf=CHEAP)
    slot = vault.add_passphrase(OTHER, CHEAP)
    fresh = vault.new_recovery_key()
    vault.close()
    for secret in (PASSPHRASE, OTHER, fresh):
        Vault.open(tmp_path, secret).close()
    with pytest.raises(WrongSecret, match="bytts ut"):
        Vault.open(tmp_path, recovery)
    vault = Vault.open(tmp_path, PASSPHRASE)
    vault.remove_passphrase(slot)
    with pytest.raises(VaultFault, match="minst en"):
        vault.remove_passphrase(vault.slots[0].id)
    vault.close()
    with pytest.raises(WrongSecret):
        Vault.open(tmp_path, OTHER)


def test_forgotten_passphrase(tmp_path: Path) -> None:
    """Opened by the recovery key, the vault takes a new passphrase in the place of the forgotten one."""
    vault, recovery = Vault.create(tmp_path, PASSPHRASE, kdf=CHEAP)
    vault.close()
    vault = Vault.open(tmp_path, recovery)
    vault.change_passphrase(OTHER, kdf=CHEAP)
    vault.close()
    Vault.open(tmp_path, OTHER).close()
    with pytest.raises(WrongSecret):
        Vault.open(tmp_path, PASSPHRASE)


def test_the_header_says_nothing_and_is_sealed(tmp_path: Path) -> None:
    """The header is readable JSON without a word of the cases; a slot out of another header is noticed."""
    folder = small_vault(tmp_path / "v")
    content = json.loads((folder / HEADER).read_bytes().split(b"\n")[1])
    assert set(content) == {"version", "vault", "generation", "slots", "seal"}
    assert (folder / HEADER).read_bytes() == (folder / (HEADER + PREVIOUS)).read_bytes()
    vault = Vault.open(folder, PASSPHRASE)
    header = read_header(folder, vault.room.disk)
    assert parse_header(header_bytes(header)) == header
    more = header.with_secret(vault.room.key, vault.slots[0].kind, OTHER, CHEAP)
    vault.close()
    for name in (HEADER, HEADER + PREVIOUS):
        (folder / name).write_bytes(header_bytes(more))
    with pytest.raises(VaultFault, match="huvud"):
        Vault.open(folder, OTHER)


def test_a_newer_vault_is_left_alone(tmp_path: Path) -> None:
    """A header of a later format is refused with a word, and nothing is touched."""
    folder = small_vault(tmp_path / "v")
    header = (folder / HEADER).read_bytes().split(b"\n")[1].replace(b'"version":1', b'"version":2')
    body = b"GKVALV\n" + header + b"\n"
    import hashlib  # noqa: PLC0415 - for this test alone

    (folder / HEADER).write_bytes(body + hashlib.sha256(body).hexdigest().encode() + b"\n")
    with pytest.raises(NewerVault, match="nyare version"):
        Vault.open(folder, PASSPHRASE)


def test_a_vault_is_never_made_over_another(tmp_path: Path) -> None:
    """Where there is a vault none is made; without a passphrase neither."""
    small_vault(tmp_path / "v")
    with pytest.raises(VaultFault, match="redan ett valv"):
        Vault.create(tmp_path / "v", OTHER, kdf=CHEAP)
    with pytest.raises(VaultFault, match="tom"):
        Vault.create(tmp_path / "ny", "  ", kdf=CHEAP)
    assert outcome(tmp_path / "v").refused is None
    with pytest.raises(VaultFault, match="inget valv"):
        Vault.open(tmp_path / "ny", OTHER)


def test_a_closed_vault_has_no_key_and_says_so(tmp_path: Path) -> None:
    """After closing the key's buffer is blank, and every use is a sentence."""
    vault, _ = Vault.create(tmp_path, PASSPHRASE, kdf=CHEAP)
    buffer = vault.room.key.raw()
    vault.blobs.put("rad", LINE)
    vault.close()
    assert not any(buffer)
    uses: list[Callable[[], object]] = [
        lambda: vault.blobs.get("rad"),
        lambda: vault.blobs.put("rad", b""),
        vault.before_writing,
    ]
    for use in uses:
        with pytest.raises(StoreFault, match="låst"):
            use()


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("sommar", "sommar2024!"),
        ("lösenord", "häst batteri klammer rosa"),
        ("aaaaaaaaaaaaaaaa", "mxgqtrbz"),
        ("123456789012", "9316402758"),
        ("qwertyuiop", "kråkfötter"),
        ("häst häst häst häst", "häst batteri klammer rosa"),
        ("Sommar2024!", "sju gröna hästar simmar mot norr"),
    ],
)
def test_strength_orders_the_plain_cases(weaker: str, stronger: str) -> None:
    """Common words, runs and repetition count for little, words that do not belong together for much."""
    assert strength(weaker).bits < strength(stronger).bits


@given(st.text(max_size=60))
def test_strength_answers_to_anything(passphrase: str) -> None:
    """Any text has a strength with a word and a sentence, and a word more never makes it weaker."""
    hint = strength(passphrase)
    assert hint.bits >= 0
    assert hint.word
    assert hint.advice.endswith(".")
    assert strength(f"{passphrase} klammer").bits >= hint.bits
