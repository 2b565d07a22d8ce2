"""The personas that ship are whole people; the check finds each kind of fault in one; the skeleton is a to-do list."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.bank import Group
from gk_assistant.domain.openness import CLOSING, OPENING, RULE_WORDS, USUAL, Rule
from gk_assistant.domain.personas import FEWEST_LINES, Layer, Occasion, Persona
from gk_assistant.storage.bank_check import BankFault, check
from gk_assistant.storage.bank_files import BankFolder
from gk_assistant.storage.bank_reader import TomlBank
from gk_assistant.storage.persona_line_rules import FEWEST, UNWRITTEN
from gk_assistant.storage.persona_reader import TomlPersonas
from gk_assistant.storage.persona_skeleton import OCCASION_WORDS, persona_id_of, write_skeleton
from tests.storage.banks import bank_copy, own_file, plant

SHIPPED = TomlPersonas()
RUTOR = tuple(member for ruta in TomlBank().bank().rutor for member in ruta.members)
FILE = "personas/utmattning.toml"


@pytest.fixture(params=SHIPPED.ids())
def persona(request: pytest.FixtureRequest) -> Persona:
    """Give each shipped persona in turn."""
    return SHIPPED.persona(request.param)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """Give a copy of the shipped bank with one persona, so that the check is quick."""
    copy = bank_copy(tmp_path / "bank")
    for path in (copy / "personas").iterdir():
        if path.name != "utmattning.toml":
            path.unlink()
    return copy


def faults_of(bank: Path, own: Path | None = None) -> tuple[BankFault, ...]:
    """Return the faults of a copy."""
    return check(own, shipped=BankFolder(bank))


def test_there_are_eight_at_least_of_both_groups() -> None:
    """At least eight people ship, some with sjukpenning and some with aktivitetsersättning, no two by one name."""
    people = [SHIPPED.persona(name) for name in SHIPPED.ids()]
    assert len(people) >= 8
    assert {person.group for person in people} == {Group.SP, Group.AE}
    assert len({person.name for person in people}) == len(people)


def test_each_covers_every_ruta_with_lines_enough(persona: Persona) -> None:
    """All fourteen rutor have a topic, and there are lines enough for forty turns."""
    assert {topic.ruta for topic in persona.topics} == set(RUTOR)
    assert len(list(persona.all_lines())) >= FEWEST
    assert sum(len(list(topic.all_lines())) for topic in persona.topics) >= 60


def test_no_line_is_said_twice_and_each_has_its_own_id(persona: Persona) -> None:
    """Ids are unique, and no two lines have the same words."""
    lines = list(persona.all_lines())
    assert len({line.id for line in lines}) == len(lines)
    plain = [" ".join(re.findall(r"\w+", line.text.lower())) for line in lines]
    assert len(set(plain)) == len(plain)


def test_what_is_never_said_unasked_stands_nowhere_else(persona: Persona) -> None:
    """A line that wants leave has a secret word, which no line outside trust and leave of its topic holds."""
    for topic in persona.topics:
        assert not topic.of(Layer.LOV) or topic.secret
        inner = {line.id for layer in (Layer.TILLIT, Layer.LOV) for line in topic.of(layer)}
        others = [line.text.lower() for line in persona.all_lines() if line.id not in inner]
        for stem in topic.secret:
            assert not any(re.search(rf"\b{re.escape(stem)}", text) for text in others), (topic.id, stem)


def test_somebody_holds_something_back(persona: Persona) -> None:
    """Each has topics where trust brings more, and at least one thing that wants leave or trust."""
    assert sum(bool(topic.of(Layer.TILLIT) or topic.of(Layer.LOV)) for topic in persona.topics) >= 5
    assert all(topic.deeper for topic in persona.topics if topic.of(Layer.TILLIT) or topic.of(Layer.LOV))


def test_the_rules_move_the_openness_the_way_they_say(persona: Persona) -> None:
    """An opening rule only raises and a closing only lowers; one that has no weight, own or usual, moves nothing."""
    openness = persona.openness
    named = {weight.rule for weight in openness.weights} | {rule for rule, weight in USUAL.items() if weight}
    for rule in Rule:
        step = openness.step(rule)
        assert (step > 0) == (rule in OPENING and rule in named)
        assert (step < 0) == (rule in CLOSING and rule in named)
    assert openness.shut < openness.start < openness.trust


def test_the_two_placements_and_the_plan_are_there(persona: Persona) -> None:
    """Both placements have words of their own, and the plan has a goal, needs and steps with who and when."""
    assert persona.first_placement.words != persona.later_placement.words
    assert persona.plan.needs
    assert len(persona.plan.steps) >= 3
    assert all(step.what and step.who and step.when for step in persona.plan.steps)


def test_nobody_runs_on_in_a_row_of_equal_beginnings(persona: Persona) -> None:
    """Within a layer no two lines after one another begin with the same three words."""
    for topic in persona.topics:
        for layer in Layer:
            begins = [tuple(re.findall(r"\w+", line.text.lower())[:3]) for line in topic.of(layer)]
            assert all(one != other for one, other in pairwise(begins) if len(one) == 3), (topic.id, layer)


def test_every_rule_and_occasion_is_explained() -> None:
    """A trainer is told what each rule and each kind of line is."""
    assert set(RULE_WORDS) == set(Rule)
    assert set(OCCASION_WORDS) == set(Occasion) == set(FEWEST_LINES)
    assert set(Rule) == OPENING | CLOSING
    assert not OPENING & CLOSING


PLANTED = [
    ('id = "utmattning"', 'id = "annan"', "stämmer inte med filens namn"),
    ("alder = 47", "alder = 12", "alder är 12"),
    ('grupp = "SP"', 'grupp = "AE"', "alder är 47"),
    ("tillit = 60", "tillit = 30", "stigande ordning"),
    ("vikt = 7", "vikt = 70", "högst 30"),
    ('regel = "reflektion"', 'regel = "ledande"', "regel kan inte vara"),
    ('regel = "reflektion"', 'regel = "oppen_fraga"', "står två gånger"),
    ('id = "kraschen"', 'id = "jobbet"', "används redan"),
    ('ruta = "utbildning"', 'ruta = "vardag"', "Rutan utbildning har inget ämne"),
    ('teman = ["somn"]', 'teman = ["drommar"]', "inget tema drommar"),
    ('"Nätterna är lite si och så."', '"Jag stannade vid en motorväg."', "är hemligt"),
    ('hemliga_ord = ["motorväg"]', 'hemliga_ord = ["månraket"]', "sägs inte i tillit"),
    ('"Nätterna är lite si och så."', '"Hemma hjälps vi åt."', "står redan"),
    ('"Nätterna är lite si och så."', f'"{"mycket " * 40}"', "högst 220"),
    ('"Nätterna är lite si och så."', '"Jag är född 19900101-2389."', "personnummer"),
    ('"Nätterna är lite si och så."', '"Jag var på Norrby vårdcentral i går."', "verkligt ställe"),
    ('"Nätterna är lite si och så."', '"Läkaren heter Karin Bergström."', "efternamn"),
    ('svar = "nej", rad = "Nej, inte hela natten."', 'svar = "ja", rad = "Nej, inte hela natten."', "säger emot"),
    ('ord = "mitt i vilan"', 'ord = "mitt i natten"', "sägs inte i genast"),
    ('leder_till = "oro"', 'leder_till = "raketen"', "inget ämne raketen"),
    ('steg = "3"', 'steg = "sju"', "steg kan inte vara"),
    ("langd", "langt", "okänd"),
]


@pytest.mark.parametrize(("old", "new", "told"), PLANTED)
def test_a_planted_fault_is_told_at_its_line(bank: Path, old: str, new: str, told: str) -> None:
    """Each kind of fault is found, with a sentence about it and a cure; where it stands is told."""
    line = plant(bank, FILE, old, new)
    found = [fault for fault in faults_of(bank) if told in fault.fault]
    assert found
    assert all(fault.file == FILE and fault.cure for fault in found)
    if told not in {"Rutan utbildning har inget ämne", "stigande ordning", "sägs inte i tillit"}:
        assert any(abs(fault.line - line) <= 1 or fault.key for fault in found)


def test_too_few_lines_of_an_occasion_are_told(bank: Path) -> None:
    """An occasion with one line less than it needs is a fault that names it."""
    path = bank / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^hejda = .*$", 'hejda = ["Hej då."]', text), encoding="utf-8")
    assert [fault.key for fault in faults_of(bank)] == ["rader.hejda"]


def test_an_own_file_replaces_the_shipped_and_is_checked_whole(bank: Path, tmp_path: Path) -> None:
    """An own persona by a shipped name is read instead; what it lacks is told, as it patches nothing."""
    text = (bank / FILE).read_text(encoding="utf-8")
    own = own_file(tmp_path / "egen", FILE, text.replace('namn = "Katarina"', 'namn = "Eva"'))
    assert TomlPersonas(own).persona("utmattning").name == "Eva"
    assert faults_of(bank, own) == ()
    own_file(own, FILE, 'schema = 1\nid = "utmattning"\n')
    assert any("namn saknas" in fault.fault for fault in faults_of(bank, own))
    with pytest.raises(StoreFault, match="nyckeln"):
        TomlPersonas(own).persona("utmattning")


def test_an_unknown_persona_is_no_file() -> None:
    """A name that no file has, and one that looks like a path, is unknown."""
    for name in ("ingen", "../rutor", ""):
        with pytest.raises(KeyError):
            SHIPPED.persona(name)


def test_the_skeleton_has_the_right_form_and_tells_what_is_to_be_written(bank: Path, tmp_path: Path) -> None:
    """A new skeleton has no key wrong or missing; every line left to write is told, and nothing else of the kind."""
    path = write_skeleton(tmp_path / "egen", "Åsa Öst", rutor=RUTOR, taken=SHIPPED.ids())
    assert path.name == "asa_ost.toml"
    person = TomlPersonas(tmp_path / "egen").persona("asa_ost")
    assert person.name == "Åsa Öst"
    unwritten = sum(line.text.startswith(UNWRITTEN) for line in person.all_lines())
    faults = faults_of(bank, tmp_path / "egen")
    assert sum("inte skriven" in fault.fault for fault in faults) == unwritten > 100
    assert not any("okänd" in fault.fault or "saknas" in fault.fault or "ska vara" in fault.fault for fault in faults)


def test_the_skeleton_never_writes_over_anything(tmp_path: Path) -> None:
    """A second skeleton by the same name, a shipped name and an impossible name are refused; the file is untouched."""
    path = write_skeleton(tmp_path, "Kim", rutor=RUTOR, taken=())
    path.write_text("mitt eget", encoding="utf-8")
    for name, taken in (("Kim", ()), ("kim", ()), ("Nora", ("nora",)), ("…", ()), ("con", ())):
        with pytest.raises(StoreFault):
            write_skeleton(tmp_path, name, rutor=RUTOR, taken=taken)
    assert path.read_text(encoding="utf-8") == "mitt eget"
    assert persona_id_of("Ändå é-3") == "anda_e_3"
