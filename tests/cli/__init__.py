"""The gk commands and the line mode, end to end."""
