"""The ``gk`` commands and the line mode: plain text in and out, no screen is drawn here.

This floor may not see its neighbours (storage, rendering, screens): ``bootstrap`` hands them in as
:class:`~gk_assistant.cli.ports.House`.
"""
