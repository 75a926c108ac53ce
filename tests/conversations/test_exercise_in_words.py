"""The exercise as visitors do it: what is in the way, the number before and after, "worse", unreality, a second one, tomorrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from site_client import Visitor, crisis, kinds, labels, text_of

from thaw.responses import responses
from thaw.safety.classifier import SafetyClassifier
from thaw.safety.screen import Screen
from thaw.train import screen_folder

OUTCOMES = ["I noticed something", "Nothing", "It feels worse", "Stop here"]
FIRST = ["Music", "Tea, coffee or water", "A short walk"]
SIX = {"Something else", "Something of my own", "I can't do these", "Not now"}


def walk(they: Visitor, *steps: str) -> Visitor:
    for step in steps:
        they.choose(step[1:]) if step.startswith("#") else they.say(step)
    return they


def activities(they: Visitor) -> list[str]:
    """The activities on offer, without the ways past them."""
    offered = labels(they.last)
    assert "Something else" in offered, offered
    return offered[: offered.index("Something else")]


@pytest.fixture
def choosing(visitor: Callable[..., Visitor]) -> Visitor:
    """A visitor before the first three activities."""
    return walk(visitor(country="US"), "#Try five minutes")


# Too many steps


def test_two_taps_lead_to_the_exercise_and_a_third_ends_it(visitor):
    they = walk(visitor(), "#Try five minutes")
    assert activities(they) == FIRST and set(labels(they.last)) >= SIX
    shown = they.choose("Music")
    assert shown[0]["kind"] == "exercise" and len(shown[0]["steps"]) >= 3
    assert [choice["label"] for choice in shown[0]["choices"]] == OUTCOMES
    assert "picked something up" in text_of(they.choose("I noticed something"))


def test_who_cannot_decide_is_given_one(choosing):
    assert choosing.say("idk you choose")[0]["kind"] == "exercise"


def test_an_exercise_asked_for_by_name_needs_no_choosing(visitor):
    they = walk(visitor(), "i feel nothing")
    assert they.say("let's do the five minutes with tea")[0]["kind"] == "exercise"


# Nothing on offer fits


def test_something_else_shows_three_others(choosing):
    first = activities(choosing)
    choosing.choose("Something else")
    assert len(activities(choosing)) == 3 and not set(first) & set(activities(choosing))


@pytest.mark.parametrize(
    ("told", "gone"),
    [
        ("#I'm in bed", {"A short walk", "Warm water on my hands", "Tea, coffee or water"}),
        ("#People are around", {"Socks to toss and catch"}),
        ("#I'm at work", {"A short walk", "Music"}),
        ("#I can't hear well", {"Music", "Sounds around me"}),
        ("#I can't see well", {"Look out of a window", "One picture, slowly", "A short walk"}),
        ("#No appetite", {"Tea, coffee or water"}),
        ("#Rather not the body", {"Something soft or rough", "Warm water on my hands"}),
        ("i'm in bed", {"A short walk"}),
        ("im at work", {"A short walk", "Music"}),
        ("i'm blind", {"Look out of a window"}),
        ("deaf, sorry", {"Music"}),
    ],
)
def test_what_is_in_the_way_is_asked_and_what_fits_is_offered(choosing, told, gone):
    walk(choosing, "#I can't do these")
    assert "In bed" not in labels(choosing.last) and "I'm in bed" in labels(choosing.last)
    seen = set(activities(walk(choosing, told)))
    for _ in range(3):
        seen |= set(activities(walk(choosing, "#Something else")))
    assert len(seen) >= 3 and not seen & gone


@pytest.mark.parametrize("told", ["i'm in bed", "im at work", "something with sound", "i'm blind"])
def test_what_fits_can_be_asked_for_in_words_without_a_question_between(choosing, told):
    choosing.say(told)
    assert len(activities(choosing)) >= 2
    assert activities(choosing) != FIRST
    assert text_of(choosing.last).count("?") == 1


def test_what_was_in_the_way_is_not_asked_a_second_time(choosing):
    walk(choosing, "i'm deaf", "#Look out of a window" if "Look out of a window" in labels(choosing.last) else "#Something soft")
    walk(choosing, "#Nothing", "#Try a different one")
    assert "Music" not in activities(choosing) and "Sounds around me" not in activities(choosing)


def test_what_turns_out_to_be_impossible_while_it_is_shown_is_replaced(choosing):
    walk(choosing, "#A short walk", "i'm in bed")
    assert "A short walk" not in activities(choosing)


# The number is a burden


def test_the_number_is_left_alone_by_who_does_not_want_it(choosing):
    shown = choosing.choose("Music")
    assert labels(shown[1:])[:5] == ["0", "1", "2", "3", "4"]
    assert "mood" in shown[1]["text"] or "feel" in shown[1]["text"]
    walk(choosing, "#Nothing", "#Try a different one", "#A short walk")
    assert "0" not in labels(choosing.last), "left alone once, it is not asked for again"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("#1", "#3", r"more|higher"),
        ("#2", "#2", r"same|no change"),
        ("#3", "#1", r"less|down"),
        ("2", "barely anything", r"less|down"),
        ("barely anything", "quite a bit", r"more|higher"),
        ("#0", "#0", r"nothing"),
        ("#2", "skip", r"skipped|no second number"),
        ("#2", "#Skip the number", r"skipped|no second number"),
        ("1/4", "8/10", r"more|higher"),
    ],
)
def test_the_difference_is_taken_up_without_judging(choosing, before, after, word):
    import re

    walk(choosing, "#Music", before)
    assert "from 0 to 4?" in text_of(choosing.last) and "It feels worse" in labels(choosing.last)
    answer = walk(choosing, after).last
    said = text_of(answer).lower()
    assert re.search(word, said)
    assert not re.search(r"\b(well done|great|good job|unfortunately|only a|disappoint)", said)
    assert "It feels worse" not in labels(answer) or "less" in said or "down" in said
    assert labels(answer)
    assert "I noticed something" not in labels(choosing.say("how common is this")), "the exercise is over"


@pytest.mark.parametrize("said", ["skip", "no"])
def test_the_first_number_is_skipped_and_the_exercise_goes_on(choosing, said):
    walk(choosing, "#Music", said)
    assert labels(choosing.last)[:3] == OUTCOMES[:3]


@pytest.mark.parametrize(
    ("step", "said", "word"),
    [
        ("#Music", "my foot tapped a bit, by itself", "picked something up|got through"),
        ("#Music", "nothing at all, it was just noise", "nothing"),
        ("#2", "that made me feel worse", "stop|let the exercise go"),
        ("#2", "my foot tapped a bit, by itself", "picked something up|got through"),
    ],
)
def test_what_was_noticed_can_be_told_freely_with_and_without_a_number(choosing, step, said, word):
    import re

    walk(choosing, *(["#Music"] if step != "#Music" else []), step, said)
    assert re.search(word, text_of(choosing.last).lower())


def test_a_number_of_an_exercise_that_is_over_leads_on(choosing):
    shown = choosing.choose("Music")
    old = next(choice["id"] for message in shown for choice in message["choices"] if choice["label"] == "3")
    walk(choosing, "#Nothing")
    answer = choosing.post({"choice": old}).json()["messages"]
    assert "Try a different one" in labels(answer)


def test_who_only_says_ok_has_not_noticed_something(choosing):
    walk(choosing, "#Music", "ok")
    assert labels(choosing.last)[:2] == OUTCOMES[:2] and "spark" not in text_of(choosing.last)


# It makes things worse


def test_worse_stops_it_and_offers_looking_around_and_a_person(choosing):
    answer = walk(choosing, "#Music", "#It feels worse").last
    assert "eyes open" in text_of(answer).lower() and {"Talk to a person", "Look around, eyes open"} <= set(labels(answer))
    assert "Try five minutes" not in labels(answer)
    ground = choosing.choose("Look around")
    assert kinds(ground) == ["exercise"] and "0" not in labels(ground)


def test_after_worse_nothing_offers_it_again_unasked(choosing):
    walk(choosing, "#Music", "#It feels worse", "#Leave it here")
    for message in ("why does it happen", "yes", "i don't know", "how common is this"):
        offered = labels(choosing.say(message))
        assert not [label for label in offered if "five minutes" in label.lower()], message


def test_asked_for_after_worse_only_what_looks_outward_is_offered_and_with_care(choosing):
    walk(choosing, "#Music", "#It feels worse", "can we do the exercise one more time")
    assert "worse" in text_of(choosing.last)
    assert activities(choosing)[0] == "Look around, eyes open"
    assert not {"Music", "Tea, coffee or water", "Something soft or rough", "Warm water on my hands"} & set(activities(choosing))
    shown = choosing.choose(activities(choosing)[1])
    assert shown[0]["kind"] == "exercise" and "0" not in labels(shown)


def test_worse_typed_while_choosing_stops_it_too(choosing):
    walk(choosing, "#Music", "#Nothing", "#Try a different one", "i feel worse after that, shaky")
    assert "Something else" not in labels(choosing.last) and "Talk to a person" in labels(choosing.last)


# Nothing feels real


def test_unreality_leads_to_looking_around_with_open_eyes(visitor):
    they = walk(visitor(), "nothing feels real, like im behind glass")
    ground = they.choose("Look around")
    assert kinds(ground) == ["exercise"] and "eyes" in text_of(ground).lower()
    assert not {"0", "I noticed something"} & set(labels(ground))
    assert "clearer" in text_of(they.choose("It's a bit clearer")).lower() or "good to know" in text_of(they.last).lower()


def test_the_exercise_asked_for_later_is_looking_around_too(visitor):
    they = walk(visitor(), "nothing feels real, like im behind glass", "why does it happen", "#Try five minutes")
    assert kinds(they.last) == ["exercise"] and "eyes" in text_of(they.last).lower() and "song" not in text_of(they.last)


def test_unreality_in_the_middle_ends_what_turns_inward(choosing):
    walk(choosing, "#Music", "everything feels unreal now, like a dream")
    assert "I noticed something" not in labels(choosing.last) and "Look around, eyes open" in labels(choosing.last)


def test_no_change_after_looking_around_says_when_to_see_a_doctor(visitor):
    they = walk(visitor(), "nothing feels real, like im behind glass", "#Look around", "#No change")
    assert "medical care" in text_of(they.last) and "Talk to a person" in labels(they.last)


# The same again


def test_a_second_one_is_another(choosing):
    walk(choosing, "#Music", "#Nothing", "#Try a different one")
    assert "Music" not in activities(choosing)
    walk(choosing, "#Tea", "#Nothing", "#Try a different one")
    assert not {"Music", "Tea, coffee or water"} & set(activities(choosing))


def test_another_chosen_in_the_middle_is_shown_and_not_only_remembered(choosing):
    shown = walk(choosing, "#Music").last
    again = walk(choosing, "let's do the exercise with a walk instead").last
    assert again[0]["kind"] == "exercise" and again[0]["steps"] != shown[0]["steps"]


# Something gets in between


def test_stop_leaves_it_at_every_step(visitor):
    for steps in (
        ["#Try five minutes"],
        ["#Try five minutes", "#I can't do these"],
        ["#Try five minutes", "#Music"],
        ["#Try five minutes", "#Music", "#2"],
        ["#Try five minutes", "#Music", "#Nothing", "#Try a different one", "#Tea", "#Nothing", "#A line for tomorrow"],
    ):
        they = walk(visitor(), *steps, "stop")
        after = they.say("how common is this")
        assert not {*OUTCOMES, "Something else", "Skip the number", "At lunch"} & set(labels(after)), steps


@pytest.mark.parametrize(
    ("steps", "waiting"),
    [
        ([], "Something else"),
        (["#I can't do these"], "I'm in bed"),
        (["#Music"], "I noticed something"),
        (["#Music", "#2"], "Skip the number"),
    ],
)
def test_a_digression_is_answered_and_the_step_waits(choosing, steps, waiting):
    walk(choosing, *steps)
    answer = choosing.say("how common is this actually")
    assert "70" in text_of(answer) and waiting in labels(answer) and text_of(answer).count("?") == 1


@pytest.mark.parametrize(
    ("steps", "waiting"),
    [
        ([], "Something else"),
        (["#I can't do these"], "I'm in bed"),
        (["#Music"], "I noticed something"),
        (["#Music", "#2"], "Skip the number"),
    ],
)
def test_a_crisis_in_the_middle_is_answered_and_the_step_is_still_there_after_it(choosing, steps, waiting):
    walk(choosing, *steps)
    assert crisis(choosing.say("i want to kill myself"))["services"]
    assert crisis(choosing.say("2"))
    for _ in range(4):
        if waiting in labels(choosing.last):
            break
        back = [label for label in labels(choosing.last) if label.startswith(("Back", "Let me", "I am safe", "I am with", "I'd rather"))]
        choosing.choose(back[-1]) if back else choosing.say("back to what we talked about")
    assert waiting in labels(choosing.last)
    assert not {"0", "1"} & set(labels(choosing.last)) or steps, "no number is asked for beside a crisis"


def test_what_was_said_again_holds_one_question(choosing):
    walk(choosing, "#Music")
    assert text_of(choosing.say("say that again")).count("?") == 1


# Tomorrow


def test_a_plan_for_tomorrow_is_one_line_to_copy(choosing):
    walk(choosing, "#Music", "#Nothing", "#Try a different one", "#Tea", "#I noticed", "#A line for tomorrow", "#At lunch")
    assert labels(choosing.last)[0] == "Tea, coffee or water", "what was done last comes first"
    made = choosing.choose("Tea")
    line = next(message for message in made if "copy" in message)
    assert line["copy"] == line["text"] and "\n" not in line["copy"]
    assert "at lunch" in line["copy"] and "tea, coffee or water" in line["copy"]
    assert {"Another line", "That's enough for today"} <= set(labels(made))


def test_no_choice_of_the_exercise_is_taken_for_danger_when_it_is_typed(trained):
    hear = Screen(SafetyClassifier(screen_folder()))
    ours = [name for name in responses().names if "_exercise" in name]
    typed = {button.title for name in ours for each in responses().variations(name) for button in each.buttons}
    assert {title: hear(title).intent for title in typed if hear(title).level} == {}


def test_the_plan_is_made_in_words_too(choosing):
    walk(choosing, "#Music", "#I noticed", "#A line for tomorrow")
    made = walk(choosing, "in the morning", "music").last
    assert "after breakfast: music" in " ".join(message.get("copy", "") for message in made), text_of(made)


def test_who_makes_the_tea_asks_what_to_do_and_is_done_is_gone_along_with(choosing: Visitor) -> None:
    they = walk(choosing, "tea", "2", "kettle's on")
    assert "4" in labels(they.last), "the second number waits"
    again = they.say("wait what do i do again")
    assert "exercise" in kinds(again) and "4" in labels(again)
    done = they.say("its been 5 min")
    assert "4" in labels(done) and "exercise" not in kinds(done)
    assert "You noticed the cold" in text_of(they.say("its cold and theres a dog barking"))


def test_a_number_after_the_skipped_scale_is_how_much_was_noticed(choosing: Visitor) -> None:
    answer = walk(choosing, "tea", "skip").say("3")
    assert "A line for tomorrow" in labels(answer) and "Talk to a person" in labels(answer)
    assert "stop now" not in text_of(answer)


@pytest.mark.parametrize("said", ["music makes me sad", "not music", "no music please", "music reminds me of my ex", "i cant stand music"])
def test_what_hurts_is_not_begun_and_others_are_offered(visitor, said):
    they = visitor()
    they.say("i want to try the exercise")
    they.say(said)
    assert "Something else" in labels(they.last) and "Music" not in labels(they.last)


@pytest.mark.parametrize("said", ["if i wake up", "if im still around", "if theres a tomorrow", "assuming im here"])
def test_a_doubted_tomorrow_is_asked_about_and_no_time_is_filled_in(choosing: Visitor, said: str) -> None:
    answer = walk(choosing, "#Music", "#Nothing", "#A line for tomorrow").say(said)
    assert "killing yourself" in text_of(answer) and "After breakfast" not in labels(answer)


def test_a_time_of_their_own_stands_in_the_line_and_a_day_of_theirs_too(choosing: Visitor) -> None:
    they = walk(choosing, "#Music", "#Nothing", "#A line for tomorrow", "after i drop the kids off at school", "music")
    assert "Tomorrow, after I drop the kids off at school: music" in text_of(they.last)
    assert "on Tuesday: music" in text_of(walk(they, "#Another line", "tuesday", "music").last)


def test_what_is_put_off_waits_and_is_told_of_when_it_is_done(choosing: Visitor) -> None:
    they = walk(choosing, "#Music", "is it ok if i do it later")
    assert "crisis" not in kinds(they.last) and "I've done it" in labels(they.last)
    assert "I noticed something" in labels(they.say("i did the music"))


def test_the_hand_off_waits_while_the_exercise_is_done(visitor: Callable[..., Visitor]) -> None:
    they = walk(
        visitor(country="US"), "find me a therapist", "#I feel nothing", "lets do the exercise first", "music", "nothing", "where were we"
    )
    assert "A few weeks" in labels(they.last)
