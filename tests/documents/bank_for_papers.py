"""The bank's heads as the papers need them, read straight from the shipped TOML files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from gk_assistant.domain.bank import Bank, Choice, Colour, HeadingWords, PlanTemplate, Ruta, Trappa, TrappaStep
from gk_assistant.domain.notes import Heading


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("question_bank") / name).read_text(encoding="utf-8"))


def _choices(rows: list[dict[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(id=row["id"], title=row["titel"]) for row in rows)


@cache
def bank() -> Bank:
    """Return the shipped bank without its questions."""
    trappa, plan, headings = _toml("trappa.toml"), _toml("plan.toml"), _toml("rubriker.toml")
    return Bank(
        rutor=tuple(_ruta(row) for row in _toml("rutor.toml")["ruta"]),
        colours={
            name: Colour(name=name, light=tones["ljus"], dark=tones["mork"])
            for name, tones in _toml("farger.toml")["farg"].items()
        },
        headings=tuple(
            HeadingWords(
                heading=Heading(row["id"]),
                title=row["titel"],
                short=row["kort"],
                plain=row["enkel"],
                explanation=row["forklaring"],
                sign=row["tecken"],
            )
            for row in headings["rubrik"]
        ),
        unsure_title=headings["osakra"]["titel"],
        trappa=Trappa(
            title=trappa["titel"],
            question=trappa["fraga"],
            not_now=trappa["inte_nu"],
            steps=tuple(
                TrappaStep(
                    number=row["nr"],
                    short=row["kort"],
                    sentence=row["mening"],
                    hours=row["timmar"],
                    percent=row["procent"],
                )
                for row in trappa["steg"]
            ),
        ),
        plan=PlanTemplate(
            months=plan["manader"],
            check_months=plan["kontroll_manader"],
            fields=_choices(plan["falt"]),
            who=tuple(plan["vem"]),
            decisions=_choices(plan["beslut"]),
            outcomes=_choices(plan["utfall"]),
            consents=_choices(plan["samtycke"]),
            specialists=_choices(plan["specialist"]),
        ),
    )


def _ruta(row: dict[str, Any]) -> Ruta:
    return Ruta(
        id=row["id"],
        title=row["titel"],
        short=row["kort"],
        key=row["tangent"],
        colour=row["farg"],
        sign=row["tecken"],
        for_deltagare=row["for_deltagaren"],
        members=(row["id"],),
    )
