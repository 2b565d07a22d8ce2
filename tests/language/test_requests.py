"""Notes, requests and questions told apart."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gk_assistant.language.requests import Ear, Intent


@pytest.mark.parametrize(
    ("line", "intent", "arg"),
    [
        ("nästa fråga", Intent.NASTA_FRAGA, None),
        ("nasta fraga tack", Intent.NASTA_FRAGA, None),
        ("ge mig en annan fråga", Intent.ANNAN_FRAGA, None),
        ("fråga om sömn", Intent.FRAGA_OM, "sömn"),
        ("har du någon fråga om ekonomin", Intent.FRAGA_OM, "ekonomi"),
        ("fråga om vardagen", Intent.FRAGA_OM, "vardag"),
        ("vad har vi inte pratat om?", Intent.VAD_SAKNAS, None),
        ("vad sa hon om barnen", Intent.VAD_SAGTS, "barn"),
        ("sammanfatta vardag", Intent.SAMMANFATTA, "vardag"),
        ("sammanfatta", Intent.SAMMANFATTA, None),
        ("hur lång tid kvar?", Intent.TID_KVAR, None),
        ("vi tar en paus", Intent.PAUS, None),
        ("ångra", Intent.ANGRA, None),
        ("ta bort anteckningen om sömn", Intent.VAD_SAGTS, "sömn"),
        ("stryk det jag skrev om chefen", Intent.VAD_SAGTS, "chef"),
        ("ta bort sista anteckningen om sömn", Intent.ANGRA, None),
        ("varför omgivning", Intent.VARFOR, None),
        ("annan fråga", Intent.ANNAN_FRAGA, None),
        ("ge mig en fråga om våld hemma", Intent.KUNSKAP, "vald"),
        ("flytta till socialt", Intent.FLYTTA, "socialt"),
        ("flytta den till vradag", Intent.FLYTTA, "vardag"),
        ("den hör till kropp", Intent.FLYTTA, "kropp"),
        ("gå till utbildning", Intent.BYT_RUTA, "utbildning"),
        ("öppna psykisk hälsa", Intent.BYT_RUTA, "psykisk_halsa"),
        ("visa bilden för deltagaren", Intent.DELTAGARVY, None),
        ("varför den frågan?", Intent.VARFOR, None),
        ("skriv ut trappan", Intent.SKRIV_UT, "trappa"),
        ("boka nästa möte", Intent.BOKA, None),
        ("hjälp", Intent.HJALP, None),
        ("avsluta mötet", Intent.AVSLUTA, None),
        ("måste det vara två möten?", Intent.KUNSKAP, "antal_moten"),
        ("vad gör vi om SGI saknas?", Intent.KUNSKAP, "sgi_saknas"),
        ("vad betyder DFA?", Intent.KUNSKAP, "begrepp"),
        ("fråga om självmordstankar", Intent.KUNSKAP, "suicid"),
        ("hur mycket pengar får hon?", Intent.UTANFOR, None),
        ("hur gör jag för att ångra?", Intent.HJALP, None),
        ("knyt ihop det om behandling", Intent.SAMMANFATTA, "behandling"),
        ("sök på operation", Intent.VAD_SAGTS, "operation"),
        ("hur tar jag upp hennes skulder", Intent.FRAGA_OM, "skuld"),
        ("fraga nat om somnen", Intent.FRAGA_OM, "sömn"),
        ("hunden, vad frågar man", Intent.FRAGA_OM, "hund"),
        ("har hon nämnt alkohol", Intent.VAD_SAGTS, "alkohol"),
        ("hamnade fel, ska till fysisk hälsa", Intent.FLYTTA, "fysisk_halsa"),
    ],
)
def test_requests_and_questions_are_heard(ear: Ear, line: str, intent: Intent, arg: str | None) -> None:
    """Plain Swedish requests give their intent and what they are about."""
    heard = ear.understand(line)
    assert (heard.intent, heard.arg) == (intent, arg)


@pytest.mark.parametrize(
    "line",
    [
        "v- tröttnar e 20 min",
        '"när är mötet slut?"',
        "? varför hon slutade",
        " avsluta mötet",
        "ångrar att hon flyttade hit",
        "flyttar till systern i maj",
        "nästa operation i höst",
        "hoppas på praktik",
        "undrar om hon får behålla lägenheten",
        "vill prata mer om jobbet nästa gång",
        "hur hon sover är okänt",
        "ringer mamma varje dag",
        "fråga läkaren om intyget",
        "boka läkartid för axeln",
        "sammanfattningsvis mår hon bättre",
        "visar upp betyg nästa gång",
        "avslutade kursen i våras",
        "pausar studierna till hösten",
        "öppnar inte posten",
        "hjälper grannen med hunden",
        "skriver ut sig från sjukhuset",
        "varför han slutade vill han inte säga",
        "kan inte gå längre än en kilometer",
        "har svårt att sova",
        "är sjukskriven sedan 2019",
        "ska till tandläkaren",
        "paus i behandlingen sedan i mars",
        "tid hos ortopeden i maj",
        "klar med sin utbildning",
        "trappan upp till tredje våningen tar emot",
        "gick inte på mötet",
        "byter jobb i höst",
        "tid kvar på anställningen: två mån",
        "visa papper på körkort nästa gång, lovar han",
        "har inga frågor just nu, vill tänka",
        "den frågan vill hon inte svara på",
        "kan tangentbordet utantill",
        "skriv till ag om intyget",
        "vad som hjälper: värme och lugn",
    ],
)
def test_notes_are_left_as_notes(ear: Ear, line: str) -> None:
    """What says something about the deltagare is never taken for a request."""
    assert ear.understand(line).intent is Intent.ANTECKNING


def test_labelled_notes_are_notes(ear: Ear) -> None:
    """Of our own labelled notes at most 2 % are taken for something else."""
    rows = Path(__file__).with_name("notes.tsv").read_text("utf-8").splitlines()[1:]
    taken = [row for row in rows if ear.understand(row.split("\t")[1]).intent is not Intent.ANTECKNING]
    assert len(taken) <= 0.02 * len(rows)


@given(line=st.text(max_size=60))
def test_listening_never_fails(ear: Ear, line: str) -> None:
    """Any line is understood as something, with a certainty between 0 and 1."""
    assert 0 <= ear.understand(line).certainty <= 1
