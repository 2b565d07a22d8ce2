"""Kallelse, kort information, underlag för begäran, checklists, and papers in another language."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gk_assistant.documents.context import PaperFault
from gk_assistant.documents.known_facts import Look, is_known, request_in_time
from gk_assistant.documents.model import Boxes, Document, Facts, Staircase, Ticks
from gk_assistant.documents.registry import PAPERS, build, languages
from gk_assistant.domain.cases import Case, Consent, ConsentKind
from gk_assistant.domain.meetings import Meeting, Participant
from gk_assistant.domain.notes import Role
from gk_assistant.domain.papers import Known
from gk_assistant.domain.planning import Outcome, OutcomeKind
from gk_assistant.rendering.text import to_text
from tests.documents.bank_for_papers import bank
from tests.documents.golden_papers import paper
from tests.documents.rich_case import NOW, empty_case, rich_case


def ticked(document: Document) -> set[str]:
    """Return the texts of the points that are ticked."""
    return {tick.text for block in document.blocks if isinstance(block, Ticks) for tick in block.items if tick.crossed}


def booked(**fields: object) -> Case:
    """Return a case with a first meeting ahead."""
    meeting = Meeting(id="a", number=1, day=date(2026, 12, 1), time="10.00", place="Rum Eken")
    return replace(empty_case(), meetings=(replace(meeting, **fields),))  # type: ignore[arg-type]


def later_held() -> Case:
    """Return the rich case with notes at its second meeting too; plan, needs and outcome came there."""
    case = rich_case()
    first, second = case.meetings
    note = replace(first.notes[0], id="n200", at=datetime(2026, 11, 17, 10, 5, tzinfo=UTC))
    return replace(case, meetings=(first, replace(second, notes=(note,))))


# Tjänsteanteckning


def test_the_record_of_a_meeting_holds_nothing_that_came_at_a_later_one() -> None:
    """The record of GK1 made after GK2 has the first cross alone; plan and outcome stand in that of GK2."""
    first, second = (to_text(paper("tjansteanteckning", later_held(), meeting_id=name)) for name in ("m1", "m2"))
    assert "Jag vill tro på mer." in first
    for words in ("Steg 2", "Gemensam planering", "Utfall", "Korta pass"):
        assert words not in first
        assert words in second


# Minnesanteckningar


def test_after_the_last_meeting_one_reads_when_the_plan_is_followed_up() -> None:
    """With no meeting ahead the day of the follow-up stands first; with one ahead, that meeting does."""
    case = later_held()
    assert case.plan
    case = case.with_plan(replace(case.plan, follow_up_day=date(2026, 12, 15), follow_up_form="vi ses på jobbet"))
    last, first = (to_text(paper("minnesanteckningar", case, meeting_id=name)) for name in ("m2", "m1"))
    assert "Vi följer upp planen" in last
    assert "tisdag 15 december 2026" in last
    assert "Vi ses på jobbet" in last
    assert "Vi följer upp planen" not in first
    assert "Vi ses igen" in first


# Kallelse


def test_the_kallelse_is_about_the_meeting_to_come() -> None:
    """Without a meeting named, it is the nearest from today on, not the one with the notes."""
    before = build("kallelse", rich_case(), bank=bank(), now=datetime(2026, 11, 10, 8, 0, tzinfo=UTC))
    assert before.subtitle == "Inför möte 2"
    assert paper("kallelse", meeting_id="GK1").subtitle == "Inför möte 1"
    assert paper("kallelse", empty_case()).subtitle == "Inför möte 1"


def test_the_first_kallelse_shows_the_rutor_and_a_later_one_the_trappa() -> None:
    """Before GK1 one sees the boxes; before GK2 one is asked to bring the trappa and to speak first."""
    first, later = paper("kallelse", booked()), paper("kallelse", meeting_id="m2")
    assert any(isinstance(block, Boxes) for block in first.blocks)
    assert not any(isinstance(block, Boxes) for block in later.blocks)
    assert "skrivs inte in" in to_text(first)
    assert "Du berättar först" in to_text(later)
    assert "REHAB-trappan" in to_text(later)


def test_the_kallelse_says_what_one_may() -> None:
    """One may choose, bring somebody, pause and say no; and it says what to do when one cannot come."""
    text = to_text(paper("kallelse", booked()))
    for words in ("välja var vi börjar", "ta med någon", "ta paus", "säga nej till en fråga", "Kan du inte komma?"):
        assert words in text


def test_those_who_are_not_named_are_there_all_the_same() -> None:
    """An agency without a name is a person from it; a named one is not said twice; a support person may be brought."""
    named = (Participant(role=Role.FK, name="Karin"), Participant(role=Role.AF), Participant(role=Role.TOLK))
    text = to_text(paper("kallelse", booked(participants=named)))
    assert "Karin (Försäkringskassan)" in text
    assert "En person från Försäkringskassan" not in text
    assert text.count("En person från Arbetsförmedlingen") == 1
    assert "En tolk" in text
    assert "Någon som du litar på" in text
    unnamed = to_text(paper("kallelse", booked(participants=(*named, Participant(role=Role.STODPERSON)))))
    assert "Din stödperson" in unnamed
    with_friend = (*named, Participant(role=Role.STODPERSON, name="Mira"))
    assert "Någon som du litar på" not in to_text(paper("kallelse", booked(participants=with_friend)))


def test_the_trappa_says_when_we_meet_again() -> None:
    """What is taken home tells the day of the next meeting as long as it lies ahead."""
    told = to_text(build("trappa", rich_case(), bank=bank(), now=datetime(2026, 11, 3, 12, 0, tzinfo=UTC)))
    assert "tisdag 17 november 2026, 10.00" in " ".join(told.split())
    assert "Vi ses igen" not in to_text(paper("trappa"))


# Kort information


def test_kort_says_the_purpose_and_what_it_is_not() -> None:
    """The purpose, what is not promised, and that one decides oneself: what the first meeting must say (H)."""
    text = " ".join(to_text(paper("kort", empty_case())).split())
    for words in ("arbete som passar dig", "drömjobb", "gamla arbetsplats", "inte lova pengar", "fler gånger", "nej"):
        assert words in text


# Begäran


def test_begaran_holds_what_the_request_needs() -> None:
    """Consent with day and who took it, the last day, the booked minutes, interpreter and support person."""
    consent = Consent(kind=ConsentKind.GK, given=date(2026, 11, 2), collected_by=Role.FK)
    people = (Participant(role=Role.TOLK, name="Ada"), Participant(role=Role.STODPERSON, name="Mira"))
    case = replace(booked(participants=people), consents=(consent,), request_day=date(2026, 11, 24), sgi=True)
    text = " ".join(to_text(paper("begaran", case)).split())
    assert "givet måndag 2 november 2026, inhämtat av Försäkringskassan" in text
    assert "Ska vara framme senast tisdag 24 november 2026" in text
    assert "75 minuter bokas: 60 för samtalet och 15 för reflektionen" in text
    assert "Ada (tolk)" in text
    assert "Mira (stödperson)" in text
    assert "mindre än en vecka" not in text
    assert "Samtycke till kartläggningen är inte noterat" not in text


def test_begaran_does_not_answer_with_the_question() -> None:
    """Somebody who comes but is not named yet is a yes beside the label, not the label again."""
    unnamed = tuple(Participant(role=role) for role in (Role.STODPERSON, Role.TOLK, Role.SPECIALIST))
    pairs = {
        fact.label: fact.value
        for block in paper("begaran", booked(participants=unnamed)).blocks
        if isinstance(block, Facts)
        for fact in block.pairs
    }
    assert (pairs["Stödperson"], pairs["Specialist"]) == ("ja", "Ja")
    assert pairs["Tolk, språk"] == "ja, språket är inte noterat"


def test_begaran_warns_and_stops_nothing() -> None:
    """A late request, a missing or withdrawn consent and a missing SGI are told; the paper is made all the same."""
    late = replace(booked(), request_day=date(2026, 11, 25), sgi=False)
    text = " ".join(to_text(paper("begaran", late)).split())
    assert "mindre än en vecka före mötet" in text
    assert "inte noterat" in text
    assert "överlämningsmöte" in text
    gone = Consent(kind=ConsentKind.GK, given=date(2026, 11, 2), withdrawn=date(2026, 11, 9))
    text = " ".join(to_text(paper("begaran", replace(late, consents=(gone,)))).split())
    assert "återtaget måndag 9 november 2026" in text
    assert "Inga uppgifter delas" in text


@pytest.mark.parametrize(("day", "in_time"), [(None, None), (date(2026, 11, 24), True), (date(2026, 11, 25), False)])
def test_a_request_is_in_time_a_week_ahead(day: date | None, *, in_time: bool | None) -> None:
    """Seven days before the meeting is in time, six is not; without a day it is not known."""
    assert request_in_time(replace(booked(), request_day=day)) is in_time


# Checklists


def test_an_empty_case_ticks_nothing() -> None:
    """Nothing is ticked that the case does not hold; both usual meetings have their lists."""
    document = paper("checklista", empty_case())
    assert ticked(document) == set()
    text = to_text(document)
    assert all(title in text for title in ("Inför GK1", "Efter GK1", "Inför GK2", "Efter GK2"))


def test_a_tick_follows_what_the_case_holds() -> None:
    """What is in the case is ticked, what it lacks is not, and what nobody can know is left to the hand."""
    ticks = ticked(paper("checklista"))
    assert "Beslutet är noterat" in ticks
    assert "Nästa möte är inom två veckor" in ticks
    assert "Samtycke till kartläggningen är underskrivet" not in ticks
    assert "Kallelsen är lämnad till deltagaren" not in ticks
    assert "Rummet är bokat: lugnt, med ett bord för alla" not in ticks


def test_one_meeting_alone_can_be_asked_for() -> None:
    """With a meeting named there are its two lists; a third meeting has the lists of a later one."""
    text = to_text(paper("checklista", meeting_id="GK1"))
    assert "Efter GK1" in text
    assert "GK2" not in text
    case = rich_case()
    third = replace(case, meetings=(*case.meetings, Meeting(id="m3", number=3)))
    assert "Inför GK3" in to_text(paper("checklista", third))


@pytest.mark.parametrize("known", list(Known))
def test_every_kind_of_knowledge_is_used_and_starts_unknown(known: Known) -> None:
    """Each rule has a point in the shipped list, and a case that holds nothing knows nothing."""
    assert any(point.known is known for point in bank().papers["checklista"].points)
    assert not is_known(known, Look(case=empty_case(), meeting=None, bank=bank()))
    blank = Meeting(id="a", number=1)
    assert not is_known(known, Look(case=replace(empty_case(), meetings=(blank,)), meeting=blank, bank=bank()))


def test_a_full_case_knows_almost_everything() -> None:
    """The rules say yes where the case holds the thing: each of them for the case made for it."""
    case = rich_case()
    first = case.meetings[0]
    consents = tuple(Consent(kind=kind, given=date(2026, 10, 20)) for kind in ConsentKind)
    case = replace(case, consents=consents, sgi=False, request_day=first.day and first.day - timedelta(days=8))
    later = Outcome(kind=OutcomeKind.ATER_FK, day=date(2026, 11, 17), required=("Ny läkartid.",))
    case = replace(case, outcome=later)
    look = Look(case=case, meeting=first, bank=bank())
    unknown = {known for known in Known if not is_known(known, look)}
    # Not every ruta was touched, one note is not sorted, and a step has neither day nor words for when.
    assert unknown == {Known.ALLA_RUTOR, Known.SORTERAT, Known.PLAN_STEG}


# Other languages


def test_papers_for_talking_and_thinking_come_in_english() -> None:
    """What holds the officers' Swedish notes is Swedish alone; so is what is not for the deltagare."""
    english = {paper_id for paper_id in PAPERS if "en" in languages(paper_id, bank())}
    assert english == {"trappa", "samtalsunderlag", "kallelse", "kort"}


@pytest.mark.parametrize("paper_id", ["trappa", "samtalsunderlag", "kallelse", "kort"])
def test_an_english_paper_is_english_and_says_it_is_unchecked(paper_id: str) -> None:
    """Its language is told to the forms, its first lines say that nobody has checked it, no Swedish is left in it."""
    document = paper(paper_id, empty_case(), lang="en")
    assert document.lang == "en-GB"
    assert "not been checked" in document.remark
    assert "inte granskad" in document.swedish_remark
    assert document.class_line == "To the participant"
    assert not set(to_text(document).split("\n\n", 2)[-1].casefold().split()) & {"och", "du", "dag", "vi", "är", "steg"}


def test_a_day_is_told_in_the_language_of_the_paper() -> None:
    """Weekday and month are English on an English paper, in the picture's words too."""
    assert "Tuesday 17 November 2026" in to_text(paper("kallelse", lang="en"))
    stairs = next(block for block in paper("trappa", lang="en").blocks if isinstance(block, Staircase))
    assert "between step 2 and 3 (Tuesday 17 November 2026)" in stairs.alt
    assert stairs.steps[0].name == "Daily life takes the strength"


def test_a_paper_without_the_language_says_which_it_has() -> None:
    """The plan holds Swedish notes: it is not made in English; nor is anything in a language nobody has written."""
    with pytest.raises(PaperFault, match=r"Gemensam planering finns inte på språket en. Det finns: sv \(svenska\)"):
        paper("plan", lang="en")
    with pytest.raises(PaperFault, match=r"sv \(svenska\), en \(engelska\)"):
        paper("kort", lang="ar")


def test_the_version_of_the_wording_goes_with_the_paper() -> None:
    """Every paper knows which wording it was made from."""
    for paper_id in PAPERS:
        made = build(paper_id, rich_case(), bank=bank(), now=NOW)
        assert made.version == bank().papers[paper_id].version != ""
        assert made.frame.version == f"Version {made.version}"
