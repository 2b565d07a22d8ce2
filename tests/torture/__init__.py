"""The vault under torture: each test runs shortened in ``make test`` and at full length in ``make torture``."""
