"""Who takes leave in the middle of something is let go, and goes on where they were when they come back."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from script import named
from site_client import crisis, kinds, labels, text_of
from test_coming_back import pass_time
from walked import consents, id_in, lines, ready, redeem, walk

from thaw.channels.answer import time_is_up
from thaw.store import schema

HAND_OFF = ["find me a therapist", "#I feel nothing"]
RECEIPT = [*HAND_OFF, "two years", "#That's enough"]
SHOWN = ["#Try five minutes", "#Music"]
CHECK = ["can i do a quick self-check", "#Do the two questions"]
FORMS = {
    "hand-off": (HAND_OFF, "That's enough questions"),
    "receipt": (RECEIPT, "Yes, send this"),
    "choosing": (SHOWN[:1], "Something else"),
    "exercise": (SHOWN, "I noticed something"),
    "scale": ([*SHOWN, "#2"], "3"),
    "self-check": ([*CHECK, "#Several days"], "Nearly every day"),
}
"""What leads into each, and a choice that stands only beside what it asks."""
UNDER_WAY = pytest.mark.parametrize(("steps", "choice"), FORMS.values(), ids=FORMS.keys())


def state_of(thaw):
    """Where the conversation begun last stands, as the channels know it."""
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db", future=True)
    columns = schema.conversation.c
    with engine.connect() as connection:
        state = connection.execute(sa.select(columns.state).order_by(columns.started.desc()).limit(1)).scalar_one()
    engine.dispose()
    return state


def is_let_go(messages):
    """Whether the answer is a goodbye and nothing else."""
    return named(messages) in ({"utter_goodbye"}, {"utter_goodbye_night"}) and set(kinds(messages)) <= {"text", "choices"}


@UNDER_WAY
@pytest.mark.parametrize("goodbye", ["ok bye", "thanks, night", "ty goodnight", "cheers, gotta go"])
def test_a_goodbye_is_answered_with_nothing_else_and_who_comes_back_goes_on(seeker, matching, steps, choice, goodbye):
    before = consents(matching)
    they = walk(seeker(country="US"), *steps)
    assert choice in labels(they.last)
    assert is_let_go(they.say(goodbye)), text_of(they.last)
    state = state_of(matching)
    assert state["active_loop"] is None and state["slots"]["paused"], "nothing runs, and it waits"
    assert "utter_resume" in named(they.say("im back")), text_of(they.last)
    assert choice in labels(they.last)
    assert consents(matching) == before


@pytest.mark.parametrize("back", ["where were we", "hi im back", "I'm back. Where did we leave off?", "#Pick it up again"])
@UNDER_WAY
def test_hours_later_it_is_picked_up_only_by_who_wants_it(seeker, matching, steps, choice, back):
    they = walk(seeker(country="US"), *steps, "ok bye")
    pass_time(matching, hours=9)
    if back.startswith("#"):
        they.say("morning")
        assert choice not in labels(they.last) and {"Pick it up again", "Start fresh"} <= set(labels(they.last))
    walk(they, back)
    assert choice in labels(they.last), text_of(they.last)


@UNDER_WAY
def test_thanks_alone_go_on(seeker, steps, choice):
    they = walk(seeker(country="US"), *steps, "thanks")
    assert "utter_thanks" in named(they.last) and not {"utter_goodbye", "utter_goodbye_night"} & named(they.last)
    assert choice in labels(they.last) or choice == "3"


@UNDER_WAY
def test_who_says_to_be_back_while_it_asks_is_not_said_goodbye_to(seeker, steps, choice):
    they = walk(seeker(country="US"), *steps, "im back")
    assert "utter_goodbye" not in named(they.last) and choice in labels(they.last)


@UNDER_WAY
def test_a_goodbye_that_is_a_danger_is_answered_as_one(seeker, steps, choice):
    they = walk(seeker(country="US"), *steps, "goodbye everyone, this is it")
    assert crisis(they.last)["level"] == "urgent" and "utter_goodbye" not in named(they.last)
    assert choice not in labels(they.last)


@pytest.mark.parametrize(
    "goodbye", ["night all", "im off to bed", "i have to go now", "kids are up. see you tomorrow", "ok thanks, good night"]
)
def test_no_goodbye_stands_in_the_summary(seeker, goodbye):
    they = walk(seeker(country="US"), *HAND_OFF, goodbye)
    assert is_let_go(they.last), text_of(they.last)
    walk(they, "im back", "two years", "#That's enough")
    assert lines(they.last) == {"What it is like": "I feel nothing", "Since when": "two years"}


def test_an_answer_that_ends_with_the_night_is_an_answer(seeker):
    they = walk(seeker(country="US"), *HAND_OFF, "two years", "my nights", "#That's enough")
    assert lines(they.last)["What it touches"] == "my nights"


@pytest.mark.parametrize("goodbye", ["yes, bye", "send it, goodnight"])
def test_a_yes_with_a_goodbye_sends_nothing_and_the_receipt_says_so(seeker, matching, goodbye):
    before = consents(matching)
    they = walk(seeker(country="US"), *RECEIPT)
    shown = lines(they.last)
    assert lines(they.say(goodbye)) == shown and consents(matching) == before


def test_the_receipt_that_comes_back_is_the_one_that_is_agreed_to(seeker, matching):
    they = walk(seeker(country="US"), *RECEIPT)
    shown = lines(they.last)
    walk(they, "ok bye", "im back")
    assert lines(they.last) == shown
    assert redeem(matching, id_in(ready(they.say("yes")))).status_code == 200


def test_nobody_who_left_is_asked_what_they_noticed_when_the_time_is_up(seeker, matching):
    they = walk(seeker(country="US"), *SHOWN)
    assert time_is_up(state_of(matching))
    they.say("gotta go")
    assert not time_is_up(state_of(matching))
    they.say("back now, i noticed something")
    assert "utter_exercise_felt_something" in named(they.last), text_of(they.last)
    assert not time_is_up(state_of(matching))


@pytest.mark.parametrize("steps", [["#I noticed something"], ["#Nothing"], ["#Nothing", "#A line for tomorrow"]])
@pytest.mark.parametrize("goodbye", ["thanks, night", "good night", "ok bye"])
def test_after_the_exercise_a_goodbye_plans_nothing_and_asks_nothing(seeker, steps, goodbye):
    they = walk(seeker(country="US"), *SHOWN, *steps)
    assert is_let_go(they.say(goodbye)), text_of(they.last)


def test_the_time_for_tomorrow_may_be_the_night(seeker):
    they = walk(seeker(country="US"), *SHOWN, "#Nothing", "#A line for tomorrow", "night")
    assert "utter_exercise_plan_thing" in named(they.last)


@pytest.mark.parametrize(
    ("steps", "later", "answer"),
    [
        (SHOWN, "did it, felt nothing", "utter_exercise_felt_nothing"),
        (SHOWN, "let's do the exercise", "utter_ask_exercise_another"),
        (HAND_OFF, "find me a therapist", "utter_hand_off_begin"),
    ],
)
def test_hours_later_nothing_is_said_to_wait_that_they_take_up_themselves(seeker, matching, steps, later, answer):
    they = walk(seeker(country="US"), *steps, "ok bye")
    pass_time(matching, hours=9)
    assert answer in named(they.say(later)), text_of(they.last)
    assert "Pick it up again" not in labels(they.last) and not {"utter_back_exercise", "utter_back_hand_off"} & named(they.last)


def test_hours_after_that_is_enough_for_today_they_read_what_it_was_about_and_nothing_waits(seeker, matching):
    they = walk(seeker(country="US"), "why am i numb", "thanks", "#That's enough for today")
    assert is_let_go(they.last)
    pass_time(matching, hours=9)
    they.say("hi")
    assert {"Why do I feel numb?", "Start fresh"} <= set(labels(they.last))
    assert "Pick it up again" not in labels(they.last) and "utter_goodbye" not in named(they.last)
