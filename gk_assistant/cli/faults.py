"""What a command can fail with. The text is a whole Swedish sentence; ``run`` shows it and ends with the code."""


class CommandFault(Exception):
    """A command that could not do what it was asked to: exit code 1."""

    code = 1


class WrongUse(CommandFault):
    """A command that was asked for something that makes no sense: exit code 2."""

    code = 2
