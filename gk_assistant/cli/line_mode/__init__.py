"""Line mode: the whole meeting as plain numbered prompts, over the same desk, talk, reflection and planning.

Nothing is drawn: no colour, no cursor moves, each line written once and left alone. So it can be followed with a
screen reader, used in a terminal that can do nothing but lines, fed from a pipe, and kept as a log.

Choices are numbers, not arrow keys. A list that is redrawn under the cursor (questionary's ``select``) is read aloud
over and over by screen readers and does not work through a pipe; who prefers it says ``gk enkel --pilar``. Ja/Nej is a
choice like the others, never ``confirm``, which knows only y and n.

    lines        one line in, lines out; choices
    whole        the cases and the way between the rooms
    talk_room    the talk, with ``talk_board`` (what is shown) and ``talk_edits`` (what is done to notes)
    reflection_room, planning_room (with ``plan_steps``), papers_room, details_room
"""
