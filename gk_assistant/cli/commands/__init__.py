"""The commands, each a function from the house and the parsed arguments to an exit code."""
