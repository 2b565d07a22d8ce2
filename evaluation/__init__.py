"""Labelled examples, what the language floor makes of them, and the scripts that fit its weights."""
