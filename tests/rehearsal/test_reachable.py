"""Every line that an author has written can be heard, and what must never be said without leave never is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gk_assistant.domain.openness import FULL
from gk_assistant.domain.personas import Asks, ClosedAnswer, Layer, Occasion, Persona, Topic
from gk_assistant.domain.rehearsals import Part, Setting
from gk_assistant.domain.utterances import Heard
from gk_assistant.rehearsal.counterpart import Counterpart
from gk_assistant.rehearsal.memory import Memory, fresh_memory
from gk_assistant.rehearsal.stems import begins_any, stems
from tests.rehearsal.interviews import BAD, GOOD
from tests.rehearsal.rooms import SHIPPED, ear, room_with, shipped, source

MOST = 40
ASKED: dict[Occasion, tuple[str, ...]] = {
    Occasion.HALSNING: ("Hej och välkommen!",),
    Occasion.VALJ_RUTA: ("Vilken ruta vill du börja med?",),
    Occasion.SYFTE: ("Vi ses för att du ska få berätta hur du har det.",),
    Occasion.FORSTAR_INTE: ("Zxcvb qwert.",),
    Occasion.TYSTNAD: ("",),
    Occasion.STAR_EMOT: ("Är du verkligen säker på det?", "Det är väl inte så farligt?"),
    Occasion.GER_EFTER: ("Du vill väl börja snart, eller hur?", "Det är väl bäst så, eller hur?"),
    Occasion.TIDIGT_RAD: ("Du borde börja träna.", "Jag tycker att du ska börja jobba halvtid."),
    Occasion.LOFTE: ("Jag lovar att jag ska ringa dig på måndag.",),
    Occasion.BEKRAFTAD: ("Det är starkt av dig att du kom hit.", "Vad duktig du har varit."),
    Occasion.FORSTADD: ("Det låter tungt.", "Det låter som att det har varit svårt för dig."),
    Occasion.SAMMANFATTAD: ("Om jag har förstått dig rätt så vill du börja lugnt. Stämmer det?",),
    Occasion.LOV_JA: ("Är det okej om jag frågar om alkohol?",),
    Occasion.INGET_MER: ("Berätta mer.",),
    Occasion.FLERA_FRAGOR: ("Hur sover du, vad äter du, hur ser dagarna ut och vad gör du på kvällen?",),
    Occasion.SVART_ORD: ("Det handlar om SGI och din rehabiliteringskedja.",),
    Occasion.PAUS: ("Vill du ta en paus?",),
    Occasion.EGEN_FRAGA: ("Är det något du undrar över?",),
    Occasion.HEJDA: ("Tack för i dag, hej då!",),
    Occasion.OM_MIG: ("Berätta lite om dig själv.",),
    Occasion.NULAGE: ("Hur känns det att sitta här just nu?",),
    Occasion.VILL: ("Vad hoppas du på?",),
    Occasion.BEHOV: ("Vad behöver du för att det ska gå?",),
    Occasion.SMAPRAT: ("Hittade du hit?",),
    Occasion.UPPFATTAT: ("Mötet är frivilligt och tar en timme.", "Du får med dig ett papper hem."),
    Occasion.TACK: ("Tack ska du ha.",),
}


FACTS: dict[Asks, str] = {
    Asks.NAMN: "Vad heter den?",
    Asks.HUR_LANGE: "Hur länge då?",
    Asks.HUR_OFTA: "Hur ofta då?",
    Asks.HUR_MYCKET: "Hur mycket då?",
    Asks.NAR: "När var det?",
    Asks.VEM: "Vem är det?",
    Asks.VAR: "Var är det?",
    Asks.VARFOR: "Varför då?",
    Asks.HUR_GICK_DET: "Hur gick det till?",
    Asks.VAD_DA: "Vad gör du då?",
    Asks.FAVORIT: "Vad är bäst då?",
    Asks.KANNS: "Hur var det för dig då?",
    Asks.VAD: "Vad är det då?",
    Asks.HUR: "Hur då?",
}
"""A question of each kind that leans on what is talked of."""


@pytest.fixture(params=SHIPPED.ids())
def persona(request: pytest.FixtureRequest) -> Persona:
    """Give each shipped persona in turn."""
    return shipped(request.param)


class Remembering:
    """The real ear, which hears the same words once."""

    @staticmethod
    def hear(text: str, *, name: str = "", companions: Sequence[str] = ()) -> Heard:
        """Return what an utterance was taken as."""
        return _heard(text, name, tuple(companions))


@cache
def _heard(text: str, name: str, companions: tuple[str, ...]) -> Heard:
    return ear().hear(text, name=name, companions=companions)


class Explorer:
    """Says things to one persona in chosen moods and gathers the ids of the lines that came."""

    def __init__(self, persona: Persona) -> None:
        """Sit down with the persona."""
        self.persona = persona
        self.counterpart = Counterpart(persona, Remembering(), source().bank(), Setting(persona=persona.id, seed=1))
        self.heard: set[str] = set()
        self.turns = 0

    def memory(self, **chosen: object) -> Memory:
        """Return a fresh memory with some of it chosen."""
        return replace(fresh_memory(self.persona), **chosen)  # type: ignore[arg-type]  # any of its fields

    def say(self, memory: Memory, text: str) -> Memory:
        """Say something; return what the person remembers after it, as open as it was before."""
        self.turns += 1
        turn = self.counterpart.answer(memory, text, part=memory.part, number=self.turns, seconds=0.0)
        self.heard |= {said.line for said in turn.said}
        after = replace(self.counterpart.remember(memory, turn), number=memory.number + 1)
        return replace(after, openness=memory.openness, asked=(), questions=0, closed=0)

    def again(self, memory: Memory, texts: tuple[str, ...], times: int = MOST) -> None:
        """Say these texts over and over."""
        for turn in range(times):
            memory = self.say(memory, texts[turn % len(texts)])


def explored(persona: Persona) -> set[str]:
    """Return the ids of all lines that were heard in every mood."""
    explorer = Explorer(persona)
    for topic in persona.topics:
        lines = sum(len(topic.of(layer)) for layer in Layer) + 5
        there = explorer.memory(openness=FULL, topic=topic.id, ruta=topic.ruta, leave=frozenset({topic.id}))
        explorer.again(there, ("Berätta mer.",), lines)
        _ask_closed(explorer, topic)
        for asks, lines_of in topic.facts.items():
            at = explorer.memory(openness=FULL, topic=topic.id, ruta=topic.ruta, addressed=1, number=1)
            explorer.again(at, (FACTS[asks],), len(lines_of))
    _on_occasions(explorer)
    _on_cues(explorer)
    _on_topics_at_a_distance(explorer)
    _in_company(explorer)
    _at_the_trappa(explorer)
    _twice_the_same(explorer)
    return explorer.heard


def _ask_closed(explorer: Explorer, topic: Topic) -> None:
    """Ask for yes or no by the words that call an answer, with nothing, with all, with the answers said before."""
    limits = explorer.persona.openness
    told = tuple(
        line.id for other in explorer.persona.topics for line in other.all_lines() if "/slutet/" not in line.id
    )
    answers = tuple(answer.line.id for answer in topic.closed)
    chosen = {"openness": (limits.start + limits.trust) // 2, "topic": topic.id, "addressed": 1, "number": 1}
    for answer in topic.closed:
        for text, said in product(_closed_questions(topic, answer), ((), told)):
            if answer.line.id in explorer.heard:
                break
            explorer.say(explorer.memory(**chosen, said=said), text)
        for text in islice(_closed_questions(topic, answer), 3):
            explorer.say(explorer.memory(**chosen, said=(*told, *answers)), text)


def _closed_questions(topic: Topic, answer: ClosedAnswer) -> Iterator[str]:
    for word, way in product(answer.words or ("",), (*topic.words, "")):
        yield " ".join(f"Är det {way} {word}".split()) + "?"
        yield " ".join(f"Snubblar {way} {word}".split()) + "?"
    if not answer.words:
        taken = tuple(word for other in topic.closed for word in other.words)
        for theme in topic.themes:
            yield from (f"Är det {word}?" for word in theme_words()[theme] if not begins_any(word, taken))


@cache
def theme_words() -> dict[str, tuple[str, ...]]:
    """Return some plain words of each theme of the lexicon."""
    groups = source().lexicon()["rutord"]["grupp"]
    assert isinstance(groups, list)
    return {
        group["id"]: tuple(word.strip(" =*\n") for word in group["ord"].split(",")[:40] if "*" not in word)
        for group in groups
    }


def _on_occasions(explorer: Explorer) -> None:
    limits = explorer.persona.openness
    first = explorer.persona.topics[0].id
    for occasion, texts in ASKED.items():
        topic = first if occasion is not Occasion.LOV_JA else ""
        for openness in (FULL, (limits.start + limits.trust) // 2, limits.start - 1, limits.shut + 1):
            explorer.again(explorer.memory(openness=openness, topic=topic), texts, 12)
    for occasion in (Occasion.SYFTE, Occasion.VALJ_RUTA):
        for _ in range(12):
            explorer.say(explorer.memory(), ASKED[occasion][0])
    explorer.again(explorer.memory(openness=0, topic=first), ("Hur mår du?", "Vad gör du om dagarna?"), 16)
    for text in ("Är det okej om jag frågar om alkohol?", "Får jag fråga om hur du mår?"):
        explorer.again(explorer.memory(openness=limits.shut), (text,), 8)
    promised = explorer.memory(openness=FULL, promises=(1,), number=30, topic=first)
    explorer.turns = 30
    explorer.again(promised, ("Hur har du det?",), 6)


def _on_cues(explorer: Explorer) -> None:
    for cue in explorer.persona.cues:
        for _ in cue.lines:
            said = tuple(line for line in explorer.heard if line.startswith(f"ledtrad/{cue.id}/"))
            given = explorer.memory(openness=FULL, cues={cue.id: 1}, number=1, said=said)
            explorer.say(given, f"Du sa {cue.phrase}. Berätta.")


def _on_topics_at_a_distance(explorer: Explorer) -> None:
    """Ask, barely open, for each topic: what others put in, what is asked without leave, what is evaded."""
    low = explorer.persona.openness.shut + 1
    for topic in explorer.persona.topics:
        for way in topic.words:
            explorer.again(explorer.memory(openness=low, topic=topic.id), (f"Hur är det med {way.strip()}?",), 2)
            explorer.say(explorer.memory(openness=FULL), f"Du saknar {way}.")
        outer = tuple(line.id for layer in (Layer.GENAST, Layer.OPPET) for line in topic.of(layer))
        explorer.again(explorer.memory(openness=low, topic=topic.id, said=outer), ("Berätta mer.",), 6)
        if topic.of(Layer.LOV):
            words = [*topic.words, *topic.secret, *(word for theme in topic.themes for word in theme_words()[theme])]
            for word in words:
                explorer.say(explorer.memory(), f"Är det {word}?")


def _in_company(explorer: Explorer) -> None:
    persona = explorer.persona
    low = explorer.memory(openness=persona.openness.start - 1)
    for companion in persona.companions:
        explorer.again(low, (f"{companion.name}, hur mår han?", f"{companion.name}, vad tycker du?"), 30)
        explorer.again(low, (f"Jag tänkte att vi {'först och sedan ' * 20} ses igen.",), 8)


def _at_the_trappa(explorer: Explorer) -> None:
    there = explorer.memory(openness=FULL, part=Part.GK2)
    explorer.again(there, ("Var på trappan skulle du sätta dig?", "Om du tänker efter, var på trappan står du?"), 4)
    explorer.say(there, "Vad vill du själv?")


def _twice_the_same(explorer: Explorer) -> None:
    memory = explorer.memory(openness=FULL)
    for text in (*GOOD[2:12], *GOOD[2:12]):
        memory = replace(explorer.say(memory, text), asked=(stems(text),))
        memory = explorer.say(memory, text)


def test_every_line_can_be_heard(persona: Persona) -> None:
    """No line of a file is dead: each comes in some mood, on some words."""
    written = {line.id for line in persona.all_lines()} | {said.line.id for said in persona.interjections}
    written |= {"trappa/forst", "trappa/efter", "plan/mal"}
    assert sorted(written - explored(persona)) == []


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_never_said_is_never_said_without_leave(data: st.DataObject) -> None:
    """Whatever is said in whatever order, no line behind leave and no secret word comes before leave was given."""
    persona = shipped(data.draw(st.sampled_from(SHIPPED.ids())))
    words = [line for line in (*GOOD, *BAD) if not _asks_leave(line)]
    own = [f"Hur är det med {way}?" for topic in persona.topics for way in (*topic.words, *topic.secret)]
    script = data.draw(st.lists(st.sampled_from([*words, *own]), max_size=25))
    room = room_with(persona)
    for line in script:
        turn = room.say(line)
        for said in turn.said:
            assert said.layer is not Layer.LOV
            if said.layer is not Layer.TILLIT:
                assert not any(
                    begins_any(said.text, topic.secret) for topic in persona.topics if topic.id != said.topic
                )


def _asks_leave(line: str) -> bool:
    return "okej om jag" in line


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_anything_at_all_gets_an_answer(text: str) -> None:
    """No text whatever breaks the talk."""
    room = room_with(shipped("tolk_enkel_svenska"))
    assert room.say(text).said
    assert room.say(text).said
