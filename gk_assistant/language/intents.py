"""What a line may be taken for."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What is to be done with a line."""

    ANTECKNING = "anteckning"
    NASTA_FRAGA = "nasta_fraga"
    ANNAN_FRAGA = "annan_fraga"
    FRAGA_OM = "fraga_om"
    VAD_SAKNAS = "vad_saknas"
    VAD_SAGTS = "vad_sagts"
    SAMMANFATTA = "sammanfatta"
    TID_KVAR = "tid_kvar"
    PAUS = "paus"
    ANGRA = "angra"
    FLYTTA = "flytta"
    BYT_RUTA = "byt_ruta"
    DELTAGARVY = "deltagarvy"
    VARFOR = "varfor"
    SKRIV_UT = "skriv_ut"
    BOKA = "boka"
    HJALP = "hjalp"
    AVSLUTA = "avsluta"
    KUNSKAP = "kunskap"
    UTANFOR = "utanfor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What a line is taken for. ``arg``: a box id, heading, paper or topic (kunskap: the topic's name), if any."""

    intent: Intent
    arg: str | None = None
    certainty: float
