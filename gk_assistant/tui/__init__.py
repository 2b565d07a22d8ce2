"""The screens: Textual lives here alone. Every command stands once, in ``commands``; every word in Swedish."""
