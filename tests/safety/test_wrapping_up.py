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
        "right, i printed this page for the fridge, night",
        "the link is saved, night night love",
        "ok will read the rest of it tomorrow. bye love",
        "i'll pick this up on wednesday",
        "taxi's here",
        "that's my tram, thank you kindly",
        "the missus is calling me for tea",
        "got to dash, rice is burning",
        "thanks, more tomorrow",
        "saved the page, thank you so much 🙏",
        "will try the exercise again tomorrow",
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
        "saved the page so mum can read it after",
        "saved the page, thanks for trying",
        "saved this page. it's time",
        "printed the page and left it on the kitchen table for them",
        "i'll pick this up tomorrow, if there is one",
        "will be back tomorrow unless i manage it tonight",
        "my taxi's here, taking me up to the lookout",
        "that's my ride. one way",
        "mum is calling me for dinner, then i'm doing it",
        "that's the kettle. one last tea then",
        "saved the page 💊",
        "my taxi's here 🌉",
        "saved the site so i can do it tonight",
        "gonna try the rest tonight",
        "i've saved that site for next time",
        "wrote down the steps",
        "saved the chat. i have to go now. bye bye all",
        "the tram is coming. thank you all. bye",
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


def test_after_a_hint_of_danger_a_wrapping_up_is_no_everyday_one() -> None:
    heard = hear("bookmarked the page, ta", FAREWELL, State(hints=1), ())
    assert heard.signal.level == "urgent"
