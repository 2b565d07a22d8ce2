"""What can be wrong with a vault; the text of each is a Swedish sentence that says what to do."""

from gk_assistant.conversation.ports import StoreFault


class VaultFault(StoreFault):
    """The vault, or something in it, cannot be opened or saved."""


class WrongSecret(VaultFault):
    """Neither passphrase nor recovery key of this vault."""


class NewerVault(VaultFault):
    """A vault, or a file in it, of a later format: whole, but not for this program to touch."""


class JournalFault(VaultFault):
    """A journal whose bytes are not what was once written: flipped, cut, swapped or rolled back."""


class NewerJournal(JournalFault):
    """A journal of a later format."""


LOCKED = "Valvet är låst. Öppna det med lösenfrasen."
