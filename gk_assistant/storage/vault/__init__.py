"""The vault: cases on disk that nobody can read without the passphrase, and where every changed byte is noticed.

The format is described in ``docs/valvformat.md``. Nothing here is imported before a vault is to be opened: the library
that encrypts costs 15 ms.
"""
