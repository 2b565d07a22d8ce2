"""``gk bank ny persona``: a commented skeleton in the office's own bank folder."""

from argparse import Namespace

from gk_assistant.cli.faults import WrongUse
from gk_assistant.cli.ports import House
from gk_assistant.cli.streams import say


def new_persona(house: House, arguments: Namespace) -> int:
    """Write the skeleton and tell where it is and what to do next."""
    folder = arguments.mapp if arguments.mapp is not None else arguments.bank
    path = house.new_persona(folder, " ".join(arguments.namn.split()))
    if path is None:
        raise WrongUse("Ange mappen med den egna frågebanken: gk bank ny persona NAMN --mapp KATALOG.")
    say(f"{path} är skapad.")
    say("Fyll i filen och kör gk bank kontrollera. Så här skriver du: docs/personor.md.")
    return 0
