"""A commented skeleton of a new persona, written into an office's own bank folder and never over anything."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gk_assistant.conversation.ports import StoreFault
from gk_assistant.domain.openness import RULE_WORDS, Rule
from gk_assistant.domain.personas import FEWEST_LINES, Occasion
from gk_assistant.storage.bank_files import ENDING
from gk_assistant.storage.case_file import is_device_name
from gk_assistant.storage.disk import Disk
from gk_assistant.storage.paper_files import write_bytes
from gk_assistant.storage.persona_line_rules import UNWRITTEN
from gk_assistant.storage.persona_schema import PERSONA_FOLDER
from gk_assistant.storage.sentences import disk_sentence

OCCASION_WORDS: Final[dict[Occasion, str]] = {
    Occasion.HALSNING: "när ni hälsar",
    Occasion.VALJ_RUTA: "när personen får välja första rutan",
    Occasion.SYFTE: "när någon har förklarat syftet",
    Occasion.FORSTAR_INTE: "när frågan inte går att förstå: ”Hur menar du?”",
    Occasion.TYSTNAD: "när det blir tyst",
    Occasion.JA: "ja, på en sluten fråga",
    Occasion.NEJ: "nej, på en sluten fråga",
    Occasion.KANSKE: "varken ja eller nej",
    Occasion.GER_EFTER: "ledande fråga: personen håller med",
    Occasion.STAR_EMOT: "ledande fråga: personen säger emot",
    Occasion.TIDIGT_RAD: "när rådet kommer för tidigt",
    Occasion.LOFTE: "när du lovar något",
    Occasion.LOFTE_PAMINNER: "senare, om löftet inte har hållits",
    Occasion.UPPREPNING: "när samma fråga kommer igen",
    Occasion.BEKRAFTAD: "när du bekräftar",
    Occasion.FORSTADD: "när en spegling träffar",
    Occasion.MISSFORSTADD: "när en spegling missar",
    Occasion.SAMMANFATTAD: "när du sammanfattar",
    Occasion.LOV_JA: "du ber om lov: ja",
    Occasion.LOV_NEJ: "du ber om lov: nej",
    Occasion.UTAN_LOV: "känslig fråga utan att du bett om lov",
    Occasion.STANGD: "när personen har stängt sig",
    Occasion.INGET_MER: "när det inte finns mer att säga om ämnet",
    Occasion.FLERA_FRAGOR: "flera frågor på en gång",
    Occasion.SVART_ORD: "ett ord som personen inte förstår",
    Occasion.PAUS: "när du erbjuder en paus",
    Occasion.EGEN_FRAGA: "något som personen själv undrar",
    Occasion.HEJDA: "när ni skiljs åt",
    Occasion.OM_MIG: "på frågan vem personen är: ”Berätta lite om dig själv”",
    Occasion.NULAGE: "på frågan hur det känns just nu, här i rummet",
    Occasion.VILL: "på frågan vad personen hoppas på eller vill",
    Occasion.BEHOV: "på frågan vad som behövs för att det ska gå",
    Occasion.SMAPRAT: "på småprat: resan hit, vädret, kaffet",
    Occasion.UPPFATTAT: "när du har upplyst om något och inte frågat",
    Occasion.TACK: "när du tackar",
    Occasion.VET_INTE: "när det du frågar inte finns i filen: ”Det har jag inte tänkt på”",
}
"""When each kind of line is said, as a trainer is told it."""

_FIRST_OPENING: Final = (Rule.OPPEN_FRAGA, Rule.REFLEKTION, Rule.BEKRAFTELSE, Rule.LOV, Rule.LEDTRAD)
_FIRST_CLOSING: Final = (Rule.FORHOR, Rule.LEDANDE, Rule.TIDIG_LOSNING, Rule.UTAN_LOV)
_HEAD: Final = """\
# En påhittad person att öva på. Allt om filen står i docs/personor.md.
# Byt ut varje rad som börjar med SKRIV: och kör gk bank kontrollera tills inget är kvar.
# Hitta på: inga verkliga personer, inga verkliga ställen, inga personnummer.
schema = 1
id = "{id}"                 # samma som filens namn
namn = "{name}"
alder = 25
grupp = "AE"                # SP eller AE
rubrik = "SKRIV: en rad om vad personen är bra att öva på"
# 3–6 meningar till den som handleder:
bakgrund = "Vem är det? Vad har hänt? Vad vill personen själv?"
svarighet = 1               # 1 lätt, 3 svår

[rost]
beskrivning = "SKRIV: hur personen låter"
langd = "medel"             # kort, medel eller lang: hur långa replikerna får vara
tempo = "lugnt"             # langsamt, lugnt eller snabbt
tystnad = 3                 # hur många svar av tio som börjar med en paus
utfyllnad = []              # småord: "liksom", "asså"
pauser = ["…"]              # det som syns i tystnaden: "(tittar ut)"
undviker = ["SKRIV: vad personen säger för att slippa ämnet"]
ledande = "beror_pa"        # på ledande frågor: ger_efter, star_emot eller beror_pa

[oppenhet]
start = 35                  # 0–100, hur öppen personen är när mötet börjar
stangd = 15                 # under detta blir svaren korta
tillit = 60                 # från detta kommer raderna i tillit
stamning = "SKRIV: hur personen kommer in i rummet"
"""
_TOPIC: Final = """
[[amne]]
id = "{ruta}_1"
ruta = "{ruta}"
teman = []                  # id ur lexikon/rutord.toml: vad en fråga kan handla om
ord = ["{ruta}"]            # ordstammar som leder hit; minst ett måste vara ämnets eget
sant = "Vad som är sant, för den som handleder."
# djupare = "Vad som bara kommer fram med tillit eller lov."
# hemliga_ord = []          # ordstammar som inte får sägas någon annanstans
genast = ["SKRIV: sägs direkt"]
oppet = ["SKRIV: sägs på en öppen fråga", "SKRIV: en till"]
tillit = []                 # sägs bara när tilliten finns
lov = []                    # sägs aldrig utan att någon bett om lov
slutet = [
    # svaret på en sluten fråga; ord = [] eller inget ord: alla andra slutna frågor
    {{ svar = "delvis", rad = "SKRIV: svar på en sluten fråga" }},
]
# [amne.svar]               # raka svar på raka frågor, se docs/personor.md
# nar = ["När det började."]
# varfor = ["Varför det blev så."]
"""
_CUE: Final = """
# En ledtråd: något som sägs i förbifarten och som en god lyssnare hakar i.
[[ledtrad]]
id = "ledtrad_1"
amne = "arbetsliv_1"        # där orden sägs
ord = "sägs på en öppen fråga"   # precis som i raden, i genast eller oppet
lyft = ["öppen"]            # ordstammar som visar att någon hakade i
leder_till = "arbetsliv_1"
sager = ["SKRIV: vad personen säger då"]
skal = "Varför ledtråden är värd att höra."

[rader]
"""
_END: Final = """
# Den som följer med, om någon gör det:
# [[med]]
# id = "sambo"
# namn = "Kim"
# roll = "partner"
# beskrivning = "Svarar i stället."
# [[inskott]]
# vem = "sambo"
# amnen = ["vardag_1"]
# rad = "Hon sover inte."
# sedan = "Låt mig svara."

[trappa.forst]
steg = "1"                  # 1, 1,5, 2 … 6 eller inte nu
ord = "Med egna ord."
[trappa.efter]
steg = "2"
ord = "Med egna ord, efter eftertanke."

[plan]
mal = "Målet med personens egna ord."
utfall = "samarbete"        # samarbete, fler_moten, ater_fk eller af_ordinarie
fungerar = []
behov = []
om_inte = "Vad ni gör om det inte fungerar."
undvik = []
[[plan.steg]]
vad = "Vad"
vem = "Vem"
nar = "När"
omfattning = "Hur mycket"
"""


def skeleton(persona_id: str, name: str, rutor: tuple[str, ...]) -> str:
    """Return the text of a new persona's file, with a topic for each ruta; its unwritten lines are for the check."""
    return "".join(_parts(persona_id, name, rutor))


def _parts(persona_id: str, name: str, rutor: tuple[str, ...]) -> Iterator[str]:
    yield _HEAD.format(id=persona_id, name=name)
    for key, rules in (("oppnar", _FIRST_OPENING), ("stanger", _FIRST_CLOSING)):
        for rule in rules:
            yield f'\n[[{key}]]\nregel = "{rule}"  # {RULE_WORDS[rule]}\nvikt = 5\nskal = "Varför just här."\n'
    for ruta in rutor:
        yield _TOPIC.format(ruta=ruta)
    yield _CUE
    for occasion, least in FEWEST_LINES.items():
        words = ", ".join(f'"{UNWRITTEN} {turn}"' for turn in range(1, least + 1))
        yield f"# {OCCASION_WORDS[occasion]}\n{occasion} = [{words}]\n"
    yield _END


def persona_id_of(name: str) -> str:
    """Return a name as an id: a–z, digits and ``_``; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", name.lower())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "_", kept).strip("_")


def write_skeleton(folder: Path, name: str, *, rutor: tuple[str, ...], taken: tuple[str, ...]) -> Path:
    """Write a skeleton into ``folder/personas`` and return its path; raises :class:`StoreFault`.

    ``taken`` are ids that are in use; a file that is there is never written over.
    """
    own = persona_id_of(name)
    if not own or is_device_name(own):
        raise StoreFault(f"”{name}” går inte att använda som namn. Skriv ett namn med bokstäver.")
    if own in taken:
        raise StoreFault(f"Det finns redan en persona som heter {own}. Välj ett annat namn.")
    path = folder / PERSONA_FOLDER / f"{own}{ENDING}"
    try:
        Disk().make_folder(path.parent)
    except OSError as error:
        raise StoreFault(disk_sentence(error, path.parent)) from error
    shown = re.sub(r"[^\w .-]+", "", name).strip()
    write_bytes(path, skeleton(own, shown[:1].upper() + shown[1:], rutor).encode())
    return path
