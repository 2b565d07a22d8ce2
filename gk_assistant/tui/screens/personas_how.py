"""How to practise: how hard, when feedback comes, which ruta, how long, and the number that the answers follow."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, cast

from rich.text import Text
from textual.app import App

from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Difficulty, Rehearsal, Setting, Shown
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.tui.dialogs.ask import Ask
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.rehearsal_words import DIFFICULTIES, FEEDBACK, LENGTHS, length_words, ruta_words
from gk_assistant.tui.screens.base import GkScreen
from gk_assistant.tui.widgets.colours import tone

ALL = "alla"
LONGEST_SEED = 9
T = TypeVar("T")


class HowToPractise(GkScreen):
    """The part of the list that chooses how to practise; what was chosen holds for each person."""

    practice: Practice
    _chosen = Setting(persona="")

    def show_choices(self) -> None:
        """Draw what has been chosen."""

    def setting_for(self, one: Persona, kept: Sequence[Rehearsal]) -> Setting:
        """Return how one is to practise; without a chosen number each new rehearsal gets the next."""
        before = sum(other.setting.persona == one.id for other in kept)
        return replace(self._chosen, persona=one.id, seed=self._chosen.seed or before + 1)

    def how_words(self, setting: Setting) -> Text:
        """Return how one is to practise, with the keys that change it."""
        app = cast("App[str]", self.app)
        name, meaning = DIFFICULTIES[setting.difficulty]
        rows = (
            ("v", "Svårighet", f"{name}: {meaning}"),
            ("k", "Återkoppling", FEEDBACK[setting.shown]),
            ("r", "Ruta", ruta_words(self.practice.bank, setting)),
            ("l", "Längd", length_words(setting.turns)),
            ("n", "Talet", f"{setting.seed}: samma tal, samma svar"),
        )
        text = Text(no_wrap=True, overflow="ellipsis")
        for number, (key, title, words) in enumerate(rows):
            text.append("\n" if number else "")
            text.append(f"{key} ", style=f"bold {tone(app, 'second')}")
            text.append(f"{title:13}", style=f"not bold {tone(app, 'quiet')}")
            text.append(words, style="not bold")
        return text

    # How to practise

    def _chose(self) -> None:
        self.say("")
        self.show_choices()

    def action_difficulty(self) -> None:
        """Turn to the next difficulty."""
        self._chosen = replace(self._chosen, difficulty=_after(tuple(Difficulty), self._chosen.difficulty))
        self._chose()

    def action_feedback(self) -> None:
        """Turn to the next way of giving feedback."""
        self._chosen = replace(self._chosen, shown=_after(tuple(Shown), self._chosen.shown))
        self._chose()

    def action_turns(self) -> None:
        """Turn to the next length."""
        self._chosen = replace(self._chosen, turns=_after(LENGTHS, self._chosen.turns))
        self._chose()

    def action_ruta(self) -> None:
        """Choose the ruta to train."""
        choices = [Choice(id=ALL, title="Alla rutor", key="1")]
        choices += [
            Choice(id=ruta.id, title=f"{ruta.sign} {ruta.title}", key=ruta.key) for ruta in self.practice.bank.rutor
        ]

        def chosen(ruta: str | None) -> None:
            if ruta is not None:
                self._chosen = replace(self._chosen, ruta="" if ruta == ALL else ruta)
                self._chose()

        self.app.push_screen(Pick("Vilken ruta vill du öva på?", choices, start=self._chosen.ruta or ALL), chosen)

    def action_seed(self) -> None:
        """Choose the number that the answers follow."""

        def check(answer: str) -> str | None:
            fits = not answer or (answer.isdecimal() and len(answer) <= LONGEST_SEED)
            return None if fits else f"Skriv ett tal med högst {LONGEST_SEED} siffror, eller lämna tomt."

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._chosen = replace(self._chosen, seed=int(answer or 0))
                self._chose()

        hint = "Två som övar med samma tal möter samma svar. Tomt: nytt tal varje gång."
        self.app.push_screen(Ask("Talet", value=str(self._chosen.seed or ""), hint=hint, check=check), chosen)


def _after(row: tuple[T, ...], now: T) -> T:
    return row[(row.index(now) + 1) % len(row)] if now in row else row[0]
