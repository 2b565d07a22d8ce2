"""What to ask next, what is covered, what time it is, and the Desk: the use cases, which alone save."""
