"""What is told a little later by who worries for another: right after an answer about another it is heard as danger to them."""

from __future__ import annotations

import pytest

from thaw.safety.screen import CLEAR, Signal
from thaw.safety.worried_for import in_its_light

AFTER = ["utter_worried_about_someone_more"]
ELSEWHERE = ["utter_feel_nothing"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("her roommate says she left a note", "urgent"),
        ("my brother wrote us a letter and went out", "urgent"),
        ("she gave away her cat last week", "support"),
        ("he's been giving all his stuff away", "support"),
        ("she's not picking up her phone", "support"),
        ("idk where she is, nobody can reach her", "support"),
        ("he hasn't replied since friday", "support"),
        ("i can't get hold of him", "support"),
        ("his phone goes straight to voicemail", "support"),
        ("should i be worried she'll do something", "support"),
        ("i think he might hurt himself", "support"),
        ("isn't that a warning sign?", "support"),
        ("yes im scared", "support"),
    ],
)
def test_what_may_be_danger_to_them_is_heard_where_they_were_just_spoken_of(text: str, level: str) -> None:
    signal = in_its_light(CLEAR, text, AFTER)
    assert (signal.intent, signal.level) == ("crisis_third_party", level)
    assert in_its_light(CLEAR, text, ELSEWHERE) == CLEAR


@pytest.mark.parametrize(
    "text",
    [
        "she left a sick note at work",
        "he gave away his old clothes to charity",
        "she gave me her opinion",
        "he's not answering the phone, he works nights",
        "i can't reach him any more, he's so far away",
        "nothing gets through to her",
        "he doesn't answer me when i ask what's wrong",
        "her smile hasn't come back",
        "idk where she is in all this",
        "she might do something nice for me",
        "i left her a note",
        "he used to pick up the phone",
        "would it help if she did something with me",
        "i'm scared of spiders",
    ],
)
def test_what_has_another_ground_is_no_danger_to_them(text: str) -> None:
    assert in_its_light(CLEAR, text, AFTER) == CLEAR


def test_a_graver_danger_that_a_rule_found_stays() -> None:
    overdose = Signal("crisis_third_party", "urgent", ("someone else took something",))
    assert in_its_light(overdose, "she took pills, should i be worried she'll do something", AFTER) == overdose


def test_a_guess_at_ones_own_danger_is_read_as_what_is_told_of_them() -> None:
    guess = Signal("danger_from_others", "urgent", ("classifier",))
    assert in_its_light(guess, "should i be worried he'll do something", AFTER).intent == "crisis_third_party"
