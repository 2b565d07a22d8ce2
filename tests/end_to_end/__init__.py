"""The installed ``gk`` driven by keys in a real pseudo-terminal, as somebody at a desk would use it."""
