"""Forms of Swedish verbs that a reworded question needs: infinitives of present forms, what may be a past form."""

from gk_assistant.language.text import word_set

_IRREGULAR = {
    "är": "vara", "har": "ha", "ska": "", "vill": "vilja", "kan": "kunna", "vet": "veta", "gör": "göra", "tar": "ta",
    "drar": "dra", "ber": "be", "ser": "se", "ger": "ge", "ler": "le", "sker": "ske", "hör": "höra", "kör": "köra",
    "lär": "lära", "bär": "bära", "rör": "röra", "stör": "störa", "för": "föra", "far": "fara", "skär": "skära",
    "säger": "säga",
    "lägger": "lägga", "blir": "bli", "trivs": "trivas", "umgås": "umgås", "träffas": "träffas", "ses": "ses",
    "hyr": "hyra",
    "dör": "dö", "beter": "bete", "finns": "finnas", "syr": "sy", "tål": "tåla", "spelar": "spela", "gråter": "gråta",
}  # fmt: skip
_SHORT = word_set("få gå se bli ha ta be stå bo må ge le dra sy tro dö slå ro klä ske te nå ses gås åt")
_NOT = word_set(
    "bra tillbaka mycket lilla mamma pappa skola klara vara ha sina mina dina andra samma hela alla båda "
    "ingenting pengarna vilka bara hemma gärna sakta ofta tiderna flera några inga varandra egna resa sista "
    "första nästa farmora gamla"
) - word_set("klara vara ha resa")


def infinitive(present: str) -> str:
    """Return the infinitive of a present form; empty when it is not plain: *städar* → *städa*, *går* → *gå*."""
    low = present.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ar"):
        return low[:-1]
    if low.endswith("er"):
        return f"{low[:-2]}a"
    if low.endswith(("år", "or", "yr")):
        return low[:-1]
    return ""


def may_be_infinitive(word: str) -> bool:
    """Tell whether a word may be an infinitive: ends in *-a* or *-as*, or is one of the short ones."""
    low = word.lower()
    return low not in _NOT and (low in _SHORT or low.endswith(("a", "as", "ås")))


def is_past(word: str) -> bool:
    """Tell whether a word may be a past form, *jobbade*, *gick*."""
    low = word.lower()
    return low.endswith(("ade", "dde", "nde", "rde", "kte", "pte", "ste", "tte")) or low in _PAST


_PAST = word_set(
    "gick fick kom tog blev sov drack stod satt låg gjorde hade var skrev slog höll föll bröt bodde sjöng sprang"
)
