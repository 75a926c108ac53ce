"""Who says that there is something to tell is asked to go on; what is told with it is read as that."""

from __future__ import annotations

import pytest
from asking import answer


@pytest.mark.parametrize(
    "text",
    [
        "can i tell you something",
        "ok can I say something weird",
        "may i share something?",
        "i need to tell you something",
        "i've got something to confess",
        "theres something ive never told anyone",
        "there is something I haven't said to anyone",
        "there's something else",
    ],
)
def test_who_has_something_to_tell_is_asked_to_go_on(text: str) -> None:
    assert answer(text) == "utter_go_on"


@pytest.mark.parametrize(
    "text",
    [
        "can you tell me something",
        "tell me something",
        "i want something",
        "i have something",
        "can i tell my doctor something",
        "there's something wrong with me",
        "can i tell you something i want to die",
        "i never told anyone about the baby",
    ],
)
def test_what_asks_or_tells_something_itself_is_not(text: str) -> None:
    assert answer(text) != "utter_go_on"
