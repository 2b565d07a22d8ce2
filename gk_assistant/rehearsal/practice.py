"""Where one practises: the personas to choose, rehearsals begun, taken up and mirrored, and a desk for their notes."""

from collections.abc import Callable

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.ports import FreeDay, NewId, Now, QuestionSource, Shelf, StoreFault
from gk_assistant.domain.bank import Bank, Group
from gk_assistant.domain.cases import Case, CaseKind
from gk_assistant.domain.mirrors import Mirror
from gk_assistant.domain.notes import Role
from gk_assistant.domain.personas import Persona
from gk_assistant.domain.rehearsals import Rehearsal, Setting
from gk_assistant.rehearsal.mirror import mirror_of
from gk_assistant.rehearsal.ports import Hearer, PersonaSource, RehearsalStore
from gk_assistant.rehearsal.room import RehearsalRoom, begin


class Practice:
    """Everything one needs to practise; made once, holds no rehearsal itself."""

    def __init__(  # noqa: PLR0913  # what practising needs of the world
        self,
        *,
        personas: PersonaSource,
        store: RehearsalStore,
        source: QuestionSource,
        hearer: Callable[[], Hearer],
        now: Now,
        new_id: NewId,
        author: Role,
        is_free: FreeDay,
    ) -> None:
        """Stand ready; ``hearer`` makes the ear when a rehearsal needs it."""
        self.personas = personas
        self.store = store
        self.source = source
        self._hearer = hearer
        self._now = now
        self._new_id = new_id
        self._author = author
        self._is_free = is_free
        self._ear: Hearer | None = None

    @property
    def bank(self) -> Bank:
        """The question bank's heads."""
        return self.source.bank()

    def people(self) -> tuple[Persona, ...]:
        """Return every persona that can be read, the easiest first; one whose file is at fault is left out."""
        found: list[Persona] = []
        for persona_id in self.personas.ids():
            try:
                found.append(self.personas.persona(persona_id))
            except StoreFault:
                continue
        return tuple(sorted(found, key=lambda persona: (persona.difficulty, persona.name)))

    def begin(self, setting: Setting, *, trainee: str = "") -> RehearsalRoom:
        """Begin a rehearsal; raises ``KeyError`` for an unknown persona, ``StoreFault`` for a file at fault.

        Nothing is kept before the first turn.
        """
        persona = self.personas.persona(setting.persona)
        rehearsal = begin(setting, persona, self.bank, now=self._now, new_id=self._new_id, trainee=trainee)
        return self._room(persona, rehearsal)

    def take_up(self, rehearsal: Rehearsal) -> RehearsalRoom:
        """Go on with a rehearsal that was left; raises as :meth:`begin` does."""
        return self._room(self.personas.persona(rehearsal.setting.persona), rehearsal)

    def mirror(self, rehearsal: Rehearsal) -> Mirror:
        """Return the mirror of a rehearsal, with the comparison where its persona still can be read."""
        try:
            persona = self.personas.persona(rehearsal.setting.persona)
        except (KeyError, StoreFault):
            persona = None
        return mirror_of(rehearsal, bank=self.bank, persona=persona)

    def desk(self, room: RehearsalRoom) -> Desk:
        """Return a desk with the rehearsal's own case open on it; its notes are kept with the rehearsal."""
        shelf = _CaseOf(room)
        desk = Desk(
            store=shelf,
            source=self.source,
            now=self._now,
            new_id=self._new_id,
            author=self._author,
            is_free=self._is_free,
        )
        case = room.rehearsal.case
        if case is None:
            kind = CaseKind.AE if room.persona.group is Group.AE else CaseKind.SP
            desk.new_case(label=f"Övning: {room.persona.name}", kind=kind)
        else:
            desk.open(case.id)
        return desk

    def _room(self, persona: Persona, rehearsal: Rehearsal) -> RehearsalRoom:
        if self._ear is None:
            self._ear = self._hearer()
        return RehearsalRoom(
            persona=persona,
            hearer=self._ear,
            bank=self.bank,
            rehearsal=rehearsal,
            now=self._now,
            keep=self.store.keep,
        )


class _CaseOf:
    """The one case of a rehearsal, as a :class:`~gk_assistant.conversation.ports.CaseStore`."""

    read_only: str | None = None

    def __init__(self, room: RehearsalRoom) -> None:
        self._room = room

    def shelf(self) -> Shelf:
        """Return the one case."""
        case = self._room.rehearsal.case
        return Shelf.of((case,) if case is not None else ())

    def load(self, case_id: str) -> Case:
        """Return the case; raises :class:`StoreFault`."""
        case = self._room.rehearsal.case
        if case is None or case.id != case_id:
            raise StoreFault("Övningen har inget sådant ärende.")
        return case

    def save(self, case: Case) -> None:
        """Keep the case with the rehearsal."""
        self._room.keep_case(case)

    def close(self) -> None:
        """Nothing is held open."""
