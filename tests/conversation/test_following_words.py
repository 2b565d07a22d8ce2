"""A note's own words in a question: only when the grammar is certain, otherwise the plain wording."""

import pytest

from gk_assistant.conversation.following_answered import answered, same
from gk_assistant.conversation.following_match import meets
from gk_assistant.conversation.following_words import worded


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("drömmer om att bli hundtrimmare", "Vad lockar med att bli hundtrimmare?"),
        ("vill lära sig segla", "Vad lockar med att lära dig segla?"),
        ("vill tillbaka till sågen", "Vad lockar med att komma tillbaka till sågen?"),
        ("vill börja på gymmet men törs ej", "Vad lockar med att börja på gymmet?"),
        ("vill inte prata om det", "Vad lockar med det?"),
        ("vill att systern är med", "Vad lockar med det?"),
        ("läser lite", "Vad lockar med det?"),
    ],
)
def test_a_wish_is_taken_up_as_an_infinitive(note: str, said: str) -> None:
    """What is wished for is said to *du*; what is no wish of one's own is not taken up."""
    assert worded("Vad lockar med {mal}?|Vad lockar med det?", note) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("sonen kör henne till affären", "Hur gör du när din son inte kan?"),
        ("chefen ringer ibland", "Hur gör du när chefen inte kan?"),
        ("har god man sen i mars", "Hur gör du när ingen kan?"),
        ("Leif hjälper till", "Hur gör du när ingen kan?"),
    ],
)
def test_a_person_is_named_by_kinship_never_by_name(note: str, said: str) -> None:
    """Somebody near is *din son*, *chefen*; a name or an ambiguous word is left alone."""
    assert worded("Hur gör du när {person} inte kan?|Hur gör du när ingen kan?", note) == said


def test_places_and_troubles_are_bent() -> None:
    """A place keeps its preposition; a trouble stands in the definite form."""
    assert worded("Vad var bra {plats}?|–", "trivdes i växthuset på natten") == "Vad var bra i växthuset?"
    assert worded("När är {symtom} värst?|–", "yrsel när hon reser sig") == "När är yrseln värst?"
    assert worded("Vad ger det dig {syssla}?|–", "fiskar abborre") == "Vad ger det dig att fiska?"


def test_quoted_words_are_kept_apart_by_who_said_them() -> None:
    """The deltagare's own words and what others have said go into different questions."""
    both = "Du säger {citat}.|Att få höra {horde}."
    assert worded(both, '"det är som att gå i sirap"') == "Du säger ”det är som att gå i sirap”."
    assert worded(both, 'mannen tycker hon ska "sluta gnälla"') == "Att få höra ”sluta gnälla”."


def test_a_question_without_its_words_is_not_put() -> None:
    """A wording with a gap that the note can't fill is never shown."""
    assert not worded("Du säger {citat}. Hur är det?", "sover dåligt")


def test_what_the_note_tells_is_not_asked() -> None:
    """A note with a time is not asked since when; one with a part of the day not when it is worst."""
    assert answered("Hur länge har det varit så?", "ont sen 2015")
    assert answered("När på dygnet är det värst?", "värst på morgonen")
    assert not answered("Vad brukar lindra?", "ont sen 2015")


def test_two_questions_that_ask_the_same_are_one() -> None:
    """Wordings that differ only in small words count as the same."""
    assert same("Hur påverkar det dig i vardagen?", "Hur påverkar det din vardag?")
    assert same("Hur är det för dig?", "Hur är det för dig att få den hjälpen?")
    assert not same("Hur påverkar det dig i vardagen?", "Vad brukar lindra?")


@pytest.mark.parametrize(
    ("entry", "text", "met"),
    [
        ("slår/slog .. henne", "han slog en gång henne", True),
        ("slår/slog .. henne", "han slog i bordet", False),
        ("vill & men", "vill gärna men vågar inte", True),
        ("^vill", "hon vill", False),
        ("=?", "vad händer sen?", True),
        ("=ont", "ontologi", False),
        ("@annan", "frun orkar inte längre", True),
        ("@annan", "orkar inte längre, säger frun", False),
    ],
)
def test_entries_meet_as_they_are_described(entry: str, text: str, *, met: bool) -> None:
    """Gaps, alternatives, two things at once, first word, question mark, whole word, somebody else first."""
    assert bool(meets([entry], text)) is met
