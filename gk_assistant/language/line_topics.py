"""The plain form of a topic: without articles, side clauses and definite endings."""

from collections.abc import Sequence

from gk_assistant.language.text import fold, word_set

_QUESTION_WORDS = word_set("vad hur vem vilka vilken vilket varfor nar var vart")
_ARTICLES = word_set(
    "hennes hans sin sina sitt den det de ett en deltagarens hens någon något några nåt nån hur hon han hen dom om"
)
_ENDS_TOPIC = word_set("som så utan när innan eftersom medan vad varför utom just fråga nån någon vill")
_TAIL = word_set("tack nu idag då hittills igen också snälla förut tidigare nyss sist här")
_MOST_WORDS = 4
_SHORT_STEM = 2
_ENDINGS = (
    ("orna", "a"),
    ("arnas", ""),
    ("arna", ""),
    ("erna", ""),
    ("aren", "are"),
    ("andet", "ande"),
    ("endet", "ende"),
    ("betet", "bete"),
    ("heter", "het"),
    ("or", "a"),
    ("et", ""),
    ("en", ""),
    ("er", ""),
    ("ar", ""),
)
_WHOLE = word_set(
    "dator läkar vatten socker väder fönster papper kontor humör syster dotter moster faster mor bror far svar var "
    "semester sommar vinter månader kläder center hjärter kurator handledar dar böcker fötter händer rötter föräldrar "
    "studier siffror boken frukost arbete"
)
_STAYS = ("ion", "fon", "son", "zon", "dicin", "tamin", "plan", "usin", "kain", "roin", "ator", "ktor", "itet", "ghet")
_PERSONS = word_set("grann kolleg pojk arbetskamrat")
_DOUBLED = ("nn", "mm")
_FINAL_N = ("an", "in", "on", "yn")


def topic_of(typed: Sequence[str]) -> str:
    """Return the topic in its plain form: without articles, side clauses and definite endings."""
    kept = list(typed)
    clause = bool(kept) and fold(kept[0]) in _QUESTION_WORDS | {"om"}
    while kept and (kept[0] in _ARTICLES or kept[0] in _TAIL):
        kept.pop(0)
    for at, word in enumerate(kept):
        if at and (word in _ENDS_TOPIC or fold(word) in _QUESTION_WORDS):
            kept = kept[:at]
            break
    while kept and kept[-1] in _TAIL:
        kept.pop()
    kept = kept[:_MOST_WORDS]
    if kept:
        kept[-1] = _base_verb(kept[-1]) if clause and len(kept) == 1 else indefinite(kept[-1])
    return " ".join(kept)


def _base_verb(word: str) -> str:
    """Return the infinitive of a present form: sover → sova, bor → bo."""
    if word.endswith(("er", "ar")) and len(word) > _SHORT_STEM + 1:
        return word[:-2] + "a"
    return word.removesuffix("r")


def indefinite(word: str) -> str:
    """Cut the definite or plural ending of a noun where it is plain: sömnen, ekonomin, skulder, kollegor."""
    if word in _WHOLE or word.endswith(_STAYS):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _SHORT_STEM:
            return _whole_stem(word[: -len(ending)], ending) + instead
    if word.endswith(_FINAL_N) and len(word) > _SHORT_STEM + 2:
        return word[:-1]
    return word


def _whole_stem(stem: str, ending: str) -> str:
    """Give a stem back what the ending took: granne, vän."""
    if stem in _PERSONS and ending in ("arna", "ar", "en"):
        return f"{stem}e"
    return stem[:-1] if stem.endswith(_DOUBLED) else stem
