"""The notes of one meeting on the desk: what can be done with a note already taken."""

from collections.abc import Callable
from dataclasses import replace

from gk_assistant.conversation.desk import Desk
from gk_assistant.conversation.suggest import MARK_WORDS
from gk_assistant.domain.meetings import Meeting
from gk_assistant.domain.notes import Heading, Mark, Note, Origin, Sorting

Sort = Callable[[str | None, str], Sorting]
"""Sorts a note: (ruta, text) → where it belongs and why."""

LABEL_WORDS = 30


class Notebook:
    """One meeting's notes; each change is a step of its own that can be taken back."""

    def __init__(self, desk: Desk, meeting_id: str, *, sort: Sort) -> None:
        """Open the notes of a meeting."""
        self.desk = desk
        self.meeting_id = meeting_id
        self._sort = sort

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.desk.case.meeting(self.meeting_id)

    def edit(self, note_id: str, text: str, *, mark: Mark | None) -> Note:
        """Change a note's words or mark; the former words are kept in its history. The user's own heading stays."""
        note = self.meeting.note(note_id)
        sorting = note.sorting
        if sorting is None or sorting.origin is Origin.AUTO:
            sorting = self._sort(note.ruta, text or note.topic)
        return self._save_note(note.rewritten(text, at=self.desk.stamp(), mark=mark, sorting=sorting), "ändring")

    def move(self, note_id: str, ruta_id: str) -> Note:
        """Move a note to another ruta."""
        note, ruta = self.meeting.note(note_id), self.desk.bank.ruta(ruta_id)
        target = self._home(ruta_id)
        sorting = note.sorting if note.sorting and note.sorting.origin is Origin.OWN else None
        sorting = sorting or self._sort(target, note.says)
        return self._save_note(note.moved(target, at=self.desk.stamp(), sorting=sorting), f"flytt till {ruta.title}")

    def place(self, note_id: str, heading: Heading | None) -> Note:
        """Put a note under a heading of the user's own choice."""
        return self._save_note(self.meeting.note(note_id).placed(heading, at=self.desk.stamp()), "rubrik")

    def remark(self, note_id: str, mark: Mark | None) -> Note:
        """Give a note another mark by hand, or with ``None`` the suggested one."""
        return self._save_note(self.meeting.note(note_id).marked(mark, at=self.desk.stamp()), "märke")

    def strike(self, note_id: str) -> Note:
        """Take a note away; it can be undone."""
        return self._save_note(self.meeting.note(note_id).struck_out(at=self.desk.stamp()), "borttagning")

    def _home(self, ruta_id: str) -> str:
        """Return where a note of a ruta lies: a joined ruta keeps its notes with its first member."""
        members = self.desk.bank.ruta(ruta_id).members
        return ruta_id if not members or ruta_id in members else members[0]

    def _save_note(self, note: Note, label: str) -> Note:
        what = note.says if len(note.says) <= LABEL_WORDS else f"{note.says[:LABEL_WORDS]}…"
        name = f"{label} ”{what}”" if note.text else f"märke {MARK_WORDS.get(note.mark, '')}" if note.mark else label
        self.desk.in_meeting(self.meeting_id, name, lambda meeting: self._with_put(meeting.with_note(note), note))
        return note

    @staticmethod
    def _with_put(meeting: Meeting, note: Note) -> Meeting:
        if note.question is None or note.question in meeting.progress(note.ruta).asked:
            return meeting
        progress = meeting.progress(note.ruta)
        return meeting.with_progress(replace(progress, asked=(*progress.asked, note.question)))
