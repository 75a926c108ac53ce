"""Who wraps up the chat and goes on with the day is not taken for someone who says farewell."""

from __future__ import annotations

import pytest

from thaw.safety.hearing import hear
from thaw.safety.risk_state import State
from thaw.safety.screen import Signal

FAREWELL = Signal("crisis_imminent", "urgent", ("classifier",), sureness="sure")
"""What the classifier takes such words for."""


@pytest.mark.parametrize(
    "text",
    [
        "righto, bookmarked the page, ta",
        "last one from me today, i printed this page for the fridge",
        "the link is saved, night night love",
        "will read the rest tomorrow on the bus",
        "i'll pick this up on wednesday",
        "taxi's here",
        "that's my tram, thank you kindly",
        "the missus is calling me for tea",
        "got to dash, rice is burning",
        "thanks, more tomorrow",
    ],
)
def test_who_wraps_up_is_asked_nothing(text: str) -> None:
    heard = hear(text, FAREWELL, State(), ())
    assert heard.signal.level is None or heard.signal.faint


@pytest.mark.parametrize(
    "text",
    [
        "saved the page so my son knows i tried. i won't be here on thursday",
        "that's my bus, the one to the bridge",
        "printed the page, wrote the letters, all done",
        "i'll do it tomorrow",
        "i'll pick up the pills tomorrow",
        "phone's on 3% and i'm at the water",
        "bath's running, you can guess",
        "see you all in the next life, later",
        "dinner's ready for them. i'll be gone before they sit down",
        "my lift is here. not coming back",
    ],
)
def test_what_is_told_of_last_things_in_the_same_words_is_heard(text: str) -> None:
    heard = hear(text, FAREWELL, State(), ())
    assert heard.signal.level == "urgent"


@pytest.mark.parametrize("stage", ["asked", "denied", "ideation", "imminent"])
def test_where_a_danger_was_spoken_of_a_wrapping_up_is_no_everyday_one(stage: str) -> None:
    heard = hear("bookmarked the page, ta", FAREWELL, State(stage=stage), ())
    assert heard.signal.level is not None
    assert not heard.signal.faint
