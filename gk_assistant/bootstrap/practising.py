"""Practising joined: personas, ear, store and clock handed to the rehearsal floor."""

from pathlib import Path

from gk_assistant.bootstrap.moments import now
from gk_assistant.conversation.ports import FreeDay, NewId, QuestionSource
from gk_assistant.domain.notes import Role
from gk_assistant.domain.rehearsals import Setting
from gk_assistant.rehearsal.ports import Hearer, NothingKept, RehearsalStore
from gk_assistant.rehearsal.practice import Practice
from gk_assistant.rehearsal.room import RehearsalRoom
from gk_assistant.storage.persona_reader import TomlPersonas


class CodedPractice(Practice):
    """A practice in which every rehearsal gets the code that the trainee has chosen for comparing."""

    trainee = ""

    def begin(self, setting: Setting, *, trainee: str = "") -> RehearsalRoom:
        """Begin a rehearsal under the code."""
        return super().begin(setting, trainee=trainee or self.trainee)


def make_practice(  # noqa: PLR0913  # what practising needs of the world
    *,
    source: QuestionSource,
    store: RehearsalStore,
    own_bank: Path | None,
    author: Role,
    new_id: NewId,
    is_free: FreeDay,
    trainee: str = "",
) -> Practice:
    """Return where one practises; the ear is made when a rehearsal needs it."""

    def hearer() -> Hearer:
        from gk_assistant.rehearsal.hearing import TraineeEar  # noqa: PLC0415  # lists and tables need no ear

        return TraineeEar.from_data(source.lexicon(), rutor=source.bank().rutor)

    practice = CodedPractice(
        personas=TomlPersonas(own_bank),
        store=store,
        source=source,
        hearer=hearer,
        now=now,
        new_id=new_id,
        author=author,
        is_free=is_free,
    )
    practice.trainee = trainee
    return practice


def practice_alone(
    source: QuestionSource, own_bank: Path | None, *, author: Role, new_id: NewId, is_free: FreeDay
) -> Practice:
    """Return where one practises without anything being kept."""
    return make_practice(
        source=source, store=NothingKept(), own_bank=own_bank, author=author, new_id=new_id, is_free=is_free
    )
