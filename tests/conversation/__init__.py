"""The conversation floor."""
