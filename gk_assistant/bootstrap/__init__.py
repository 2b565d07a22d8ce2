"""The only package that knows every floor: it joins them and hands each what it may use.

``house`` is the whole program for the command line, ``workshop`` a session folder made ready, ``practising`` where one
practises; ``paper_desk`` and ``kept_settings`` are what it hands to commands
and screens.
"""

from gk_assistant.bootstrap.house import WholeHouse, keep_no_dumps, load
from gk_assistant.bootstrap.workshop import Workshop, open_workshop

__all__ = ("WholeHouse", "Workshop", "keep_no_dumps", "load", "open_workshop")
