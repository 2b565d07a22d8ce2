"""How a note stands, what a question takes for granted, and that the two do not clash."""

from datetime import UTC, datetime

import pytest

from gk_assistant.conversation.following_reading import Tone, read, signs
from gk_assistant.conversation.following_tags import Tag, speaks_against, takes_for_granted
from gk_assistant.conversation.suggest import Moment, follow_ups
from gk_assistant.domain.cases import CaseKind
from gk_assistant.domain.notes import Mark, Note, Sorting
from tests.conversation.desks import bank, room

_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("tog bussen själv i maj", "@då"),
        ("vikarierade på lagret 2014", "@då"),
        ("tar bussen själv", "@nu"),
        ("inga utslag sedan midsommar", "@borta"),
        ("nötallergin har vuxit bort, bortvuxen sa läkaren", "@borta"),
        ("slängde ortosen, den blev slängd i våras", "@borta"),
        ("sover bra men vaknar tidigt", "@blandat"),
        ("skäms över hemmet", "@känsla"),
        ("körkortsprov krävs", "@krav"),
        ("tid hos tandläkaren på torsdag", "@plan"),
        ("önskar en lugnare plats", "@dröm"),
        ("vågade ringa själv", "@lyckat"),
        ("diskar efter lunchen", "@gör"),
        ("ensambarn", "@kort"),
    ],
)
def test_a_note_gives_its_signs(text: str, sign: str) -> None:
    """Then or now, over, two sides, felt, demanded, planned, wished for, managed, short."""
    assert sign in signs(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("badar var fredag", "@då"),
        ("mår bättre sedan hon flyttade", "@då"),
        ("arbetsgivande förening", "@då"),
        ("bor ensam", "@känsla"),
        ("har kvar ortosen", "@borta"),
    ],
)
def test_a_note_does_not_give_signs_that_only_look_so(text: str, sign: str) -> None:
    """*Var fredag* is no past tense, what stands after *sedan* is not over, living alone is no feeling."""
    assert sign not in signs(text)


@pytest.mark.parametrize(
    ("question", "tag"),
    [
        ("Vad hindrar det dig mest från?", Tag.TROUBLE),
        ("Vad skulle göra det lite lättare?", Tag.TROUBLE),
        ("Vad ger det dig?", Tag.GOOD),
        ("Vad är det som lockar med det?", Tag.WISH),
        ("Vad hade du behövt då?", Tag.OVER),
        ("Hur märks det en vanlig dag?", Tag.GOING_ON),
    ],
)
def test_a_wording_tells_what_it_takes_for_granted(question: str, tag: Tag) -> None:
    """Trouble, good, a wish, something over, something going on."""
    assert tag in takes_for_granted(question)


@pytest.mark.parametrize("question", ["Hur är det för dig?", "Vad betyder det för dig?", "Hur ser du själv på det?"])
def test_a_safe_question_is_right_whatever_the_note_means(question: str) -> None:
    """Nothing in a note's standing speaks against a question that takes nothing for granted."""
    for mark in (None, Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.NEUTRAL):
        assert speaks_against(question, read("tog bussen men blev trött", mark)) == 0


def test_what_is_told_as_good_speaks_against_trouble_and_the_other_way_round() -> None:
    """The heart of the matter: no question of hindrance to success, no question of benefit to trouble."""
    good, bad = read("sover hela natten", Mark.FUNGERAR), read("sover inte", Mark.HINDER)
    assert good.tone is Tone.GOOD
    assert bad.tone is Tone.TROUBLE
    assert speaks_against("Vad hindrar det dig mest från?", good) > speaks_against("Vad ger det dig?", good)
    assert speaks_against("Vad ger det dig?", bad) > speaks_against("Vad hindrar det dig mest från?", bad)


def _asked(ruta: str, text: str, mark: Mark) -> list[str]:
    note = Note(id="n", ruta=ruta, text=text, at=_AT, mark=mark, sorting=Sorting(heading=None, mark=mark))
    moment = Moment(kind=CaseKind.ANNAN, note=note, box_notes=(note,))
    return [one.text for one in follow_ups(bank().questions(ruta), moment, bank().guide())]


_RUTOR = [member for ruta in bank().bank().rutor for member in ruta.members or (ruta.id,)]


@pytest.mark.parametrize("ruta", _RUTOR)
@pytest.mark.parametrize("mark", [Mark.FUNGERAR, Mark.HINDER, Mark.BEHOV, Mark.NEUTRAL])
def test_words_never_met_get_a_first_question_that_fits_the_mark(ruta: str, mark: Mark) -> None:
    """A note of made-up words gets three questions in every ruta, the first with nothing against it."""
    for text in ("skrombel på vrangen", "pliddrar med knorpen", "fladde ut i grunkan", "brollet, knappast"):
        found = _asked(ruta, text, mark)
        assert len(found) == 3
        assert speaks_against(found[0], read(text, mark)) == 0, found[0]


@pytest.mark.parametrize("ruta", _RUTOR)
@pytest.mark.parametrize("mark", [Mark.FUNGERAR, Mark.HINDER, Mark.NEUTRAL])
def test_the_first_question_is_not_always_the_same(ruta: str, mark: Mark) -> None:
    """Different notes of the same standing get different first questions."""
    firsts = {_asked(ruta, f"{word}lar i skrumpen", mark)[0] for word in ("sno", "pra", "gri", "klu", "vra", "do")}
    assert len(firsts) > 1


def test_what_is_gone_is_not_asked_after_as_if_it_were_there() -> None:
    """Cramps that have stopped hinder nobody."""
    for text in ("inga kramper sedan påsk", "inga kramper längre"):
        assert not any("hindrar" in one or "lindra" in one for one in _asked("fysisk_halsa", text, Mark.FUNGERAR))


def test_every_sign_in_the_guide_is_one_that_notes_give() -> None:
    """A row that waits for a sign that is never given would never be asked."""
    given = {"@då", "@nu", "@borta", "@blandat", "@känsla", "@krav", "@plan", "@dröm", "@lyckat", "@kort", "@gör"}
    given |= {"@annan", "@säker"}
    for pattern in bank().guide().patterns:
        for entry in (*pattern.words, *pattern.without):
            assert {part for part in entry.split() if part.startswith("@")} <= given


def test_the_talk_tells_how_much_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow-ups know nothing of the time before the clock goes, and the minutes left once it does."""
    here, seen = room(), list[int | None]()

    def listening(_questions: object, moment: Moment, _guide: object) -> tuple[()]:
        seen.append(moment.minutes_left)
        return ()

    monkeypatch.setattr("gk_assistant.conversation.talk.follow_ups", listening)
    talk = here.talk()
    talk.choose_box("fritid")
    here.clock.step(50)
    talk.take("gitarren hänger på väggen")
    assert seen[-1] == bank().bank().clock.talk - 50
