"""Who would rather speak of something else."""

from __future__ import annotations

from typing import Optional

from thaw.handoff.commands import wants_another_subject
from thaw.nlu.questions.talk import Asked, Talk


def another_subject(talk: Talk) -> Optional[Asked]:
    """That what was spoken of is to be left: it stops, whatever is under way, and where to go instead is theirs to say."""
    return Asked("stop", "utter_something_else") if wants_another_subject(talk.plain) else None
