"""What the disk's errors mean, as Swedish sentences that say what to do."""

import errno
from pathlib import Path

_FULL = "Disken är full: det gick inte att spara i {place}. Frigör plats och försök igen."
_FORBIDDEN = "Du har inte behörighet till {place}. Välj en annan plats eller be om rätt att skriva där."
_NOT_A_FOLDER = "{place} är en fil, inte en mapp. Ange en mapp i stället."
_TOO_MANY = "Datorn har för många filer öppna. Stäng något annat program och försök igen."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EROFS: "{place} ligger på en skrivskyddad disk. Välj en annan plats eller ta bort skrivskyddet.",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: "{place} finns inte. Kontrollera sökvägen och att disken är ansluten.",
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.EEXIST: _NOT_A_FOLDER,
    errno.EISDIR: "{place} är en mapp, inte en fil. Ange en fil i stället.",
    errno.ENAMETOOLONG: "Namnet i {place} är för långt. Välj ett kortare namn.",
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
}
_OTHER = "Disken svarar med ett fel vid {place} ({name}). Försök igen, och byt disk om det återkommer."
_PLACE_LENGTH = 120


def disk_sentence(error: OSError, place: Path) -> str:
    """Return one sentence (or two) for a disk error at a file or folder."""
    shown = str(place).encode("utf-8", "replace").decode()
    if len(shown) > _PLACE_LENGTH:
        shown = f"{shown[:_PLACE_LENGTH]}…"
    code = error.errno or 0
    name = errno.errorcode.get(code, "okänt fel")
    return _SENTENCES.get(code, _OTHER).format(place=shown, name=name)
