"""The question bank: data only, read through ``importlib.resources``; see docs/fragebank.md."""
