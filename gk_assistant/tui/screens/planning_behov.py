"""Behov: what must be there for the plan to hold."""

from dataclasses import replace

from rich.text import Text
from textual.widgets.option_list import Option

from gk_assistant.domain.notes import Note
from gk_assistant.domain.planning import Need, NeedKind
from gk_assistant.tui.dialogs.pick import Choice, Pick
from gk_assistant.tui.screens.planning_part import EMPTY, OWN, OWN_CHOICE, Asking, Part, asked, keyed, shown

KIND_WORDS = {NeedKind.BEHOV: "Behov", NeedKind.ANPASSNING: "Anpassning"}
TITLE = "Vad behövs? Välj flera, Esc när det räcker. Egna ord: e"
NOTE = "note:"
READY = "bank:"
SHORT = 48


class BehovPart(Part):
    """Needs and adaptations, in the order they were taken up."""

    title = "Behov"
    label_width = 11

    def count(self) -> str:
        """Return how many needs there are."""
        return str(len(self.planning.case.needs) or "")

    def rows(self, width: int) -> list[Option]:  # noqa: ARG002 - the table takes the width there is
        """Return the needs."""
        needs = self.planning.case.needs
        if not needs:
            return [Option(Text("Inga behov än. Enter eller n lägger till."), id=EMPTY)]
        return [self.field(need.id, KIND_WORDS[need.kind], need.text) for need in needs]

    def remarks(self) -> tuple[str, ...]:
        """Tell of notes marked as needs that have not been taken up."""
        how = ("b byter mellan behov och anpassning.",) if self.planning.case.needs else ()
        left = len(self.planning.noted_needs())
        if not left:
            return how
        what = "En anteckning märkt" if left == 1 else f"{left} anteckningar märkta"
        return (f"{what} som behov finns inte med än. Tryck n.", *how)

    def _find(self, row: str) -> Need | None:
        return next((need for need in self.planning.case.needs if need.id == row), None)

    def change(self, row: str) -> Asking:
        """Change a need's words."""
        need = self._find(row)
        if need is None:
            return (yield from self.add())

        def keep(words: str) -> None:
            if words:
                self.planning.change_need(replace(need, text=words))

        yield from asked(KIND_WORDS[need.kind], keep, value=need.text, check=_not_empty)
        return row

    def add(self) -> Asking:
        """Offer the notes marked as needs, the bank's ready-made ones and own words; a second press takes it back."""
        notes = self.planning.noted_needs()
        lit: str | None = None
        while True:
            chosen = yield Pick(TITLE, [*self._offered(notes), OWN_CHOICE], start=lit)
            if chosen is None:
                return self._last()
            if chosen == OWN:
                yield from asked("Behovet med egna ord", self.planning.add_need, check=_not_empty)
                return self._last()
            self._toggle(chosen, notes)
            lit = chosen

    def _offered(self, notes: tuple[Note, ...]) -> list[Choice]:
        needs = self.planning.case.needs
        texts, from_notes = {need.text for need in needs}, {need.note for need in needs}
        ready = self.bank.plan.needs
        titles = [(NOTE + note.id, _short(note.says)) for note in notes]
        titles += [(f"{READY}{at}", text) for at, text in enumerate(ready)]
        taken = [NOTE + note.id for note in notes if note.id in from_notes]
        taken += [f"{READY}{at}" for at, text in enumerate(ready) if text in texts]
        return keyed(titles, taken=frozenset(taken))

    def _toggle(self, chosen: str, notes: tuple[Note, ...]) -> None:
        needs = self.planning.case.needs
        if chosen.startswith(NOTE):
            note = next(note for note in notes if NOTE + note.id == chosen)
            known = next((need for need in needs if need.note == note.id), None)
            text, source = note.says, note.id
        else:
            text, source = self.bank.plan.needs[int(chosen.removeprefix(READY))], None
            known = next((need for need in needs if need.text == text), None)
        if known is not None:
            self.planning.drop_need(known.id)
        else:
            self.planning.add_need(text, note=source)

    def _last(self) -> str | None:
        needs = self.planning.case.needs
        return needs[-1].id if needs else None

    def remove(self, row: str) -> str:
        """Take a need away."""
        need = self._find(row)
        if need is None:
            return "Det finns inget behov att ta bort."
        self.planning.drop_need(need.id)
        return f"Borttaget: {shown(need.text)}. Ctrl+Z tar tillbaka det."

    def swap_kind(self, row: str) -> str:
        """Turn a need into an adaptation, or back; return what it is now."""
        need = self._find(row)
        if need is None:
            return "Ställ dig på ett behov först."
        kind = NeedKind.ANPASSNING if need.kind is NeedKind.BEHOV else NeedKind.BEHOV
        self.planning.change_need(replace(need, kind=kind))
        return f"Nu är det {KIND_WORDS[kind].lower()}."


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT]}…"


def _not_empty(words: str) -> str | None:
    return None if words.strip() else "Skriv något, eller tryck Esc."
