"""What goes against the answer before, or is more than a no or a stop."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.nlu.questions import asked_in
from thaw.nlu.repairs import correction, denies_the_ground, is_bare_no, is_under_way, is_wholly_stop, not_about

LOSS = ["utter_numb_after_loss"]


@pytest.mark.parametrize(
    ("text", "last", "rest"),
    [
        ("I beg your pardon? I said my wife died.", ["utter_greet"], "my wife died"),
        ("no i asked about the cost", ["utter_ask_therapy"], "the cost"),
        ("no. i asked what therapy is like", ["utter_ask_why_numb"], "what therapy is like"),
        ("No, you misread. I asked about instruments", LOSS, "instruments"),
        ("you never gave me the self-check", ["utter_feel_nothing"], "the self-check"),
        ("no why, far away i mean", ["utter_feel_nothing"], "why, far away"),
        ("not flat, more like far away", ["utter_feel_nothing"], "far away"),
        ("I didn't lose anybody. HE lost his JOB. nobody died", LOSS, "he lost his job"),
        ("nobody's dead, it was only a film", LOSS, "it was only a film"),
        ("i'm not on any pills", ["utter_numb_since_medication"], ""),
        ("that doesnt answer my question", ["utter_ask_privacy"], ""),
        ("its not grief i wanted the divorce", LOSS, "i wanted the divorce"),
        ("no i mean like going to the gym", ["utter_ask_why_exercise"], "going to the gym"),
        ("I know what depression is. I'm asking about menopause", ["utter_ask_is_it_depression"], "menopause"),
        ("I didn't try therapy, I said HRT", ["utter_therapy_did_not_help"], "hrt"),
    ],
)
def test_a_correction_leaves_what_is_meant(text: str, last: list[str], rest: str) -> None:
    found = correction(text, last)
    assert found is not None and found.rest == rest
    assert last[0].removeprefix("utter_") in found.not_meant


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("i mean it's all just gray", ["utter_greet"]),
        ("I said yes to him and felt nothing", ["utter_greet"]),
        ("i asked my doctor about it", ["utter_greet"]),
        ("like i said, it's gray", ["utter_greet"]),
        ("I didn't cry when she died", LOSS),
        ("not sad she died", LOSS),
        ("nobody died", ["utter_feel_nothing"]),
        ("so then its not the pills right", ["utter_numb_since_medication"]),
        ("i was only asked once", ["utter_greet"]),
        ("no i asked about the cost", None),
    ],
)
def test_what_is_told_is_no_correction(text: str, last: Optional[list[str]]) -> None:
    assert correction(text, last) is None


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("no i asked about dopamine detox", "utter_ask_will_it_get_better", "utter_other_treatment"),
        ("no i mean like going to the gym", "utter_ask_why_exercise", "utter_does_moving_help"),
        ("that's not what i asked, do you have uk therapists", "utter_ask_privacy", "utter_matching_whom"),
        ("I know what depression is. I'm asking about menopause", "utter_ask_is_it_depression", "utter_could_it_be"),
        ("I didn't try therapy, I said HRT", "utter_therapy_did_not_help", "utter_numb_since_medication_other"),
        ("no i meant the price", "utter_ask_anhedonia", "utter_ask_cost"),
        ("i meant therapy", "utter_ask_will_it_get_better", "utter_ask_therapy"),
        ("Retired, I said. There's no work to be away from", "utter_numb_from_burnout", "utter_not_the_work"),
        ("no i asked about the price", "utter_ask_cost", None),
    ],
)
def test_what_a_correction_asks_is_read_by_itself_and_never_answered_with_what_was_refused(
    text: str, last: str, response: Optional[str]
) -> None:
    found = asked_in(text, {"said": [last], "last": [last]})
    assert (found.response if found else None) == response


@pytest.mark.parametrize(
    ("text", "last", "is_so"),
    [
        ("its not grief i wanted the divorce", "utter_numb_after_loss", True),
        ("No, retired. there is no work now", "utter_numb_from_burnout", True),
        ("it's not the job", "utter_numb_from_burnout", True),
        ("i cant work anymore", "utter_numb_from_burnout", False),
        ("no work life balance, i mean", "utter_feel_nothing", False),
    ],
)
def test_that_it_is_not_what_was_taken_for_its_ground_is_heard(text: str, last: str, is_so: bool) -> None:
    repair = correction(text, [last])
    assert (repair is not None and denies_the_ground(text, repair)) is is_so


def test_who_wants_no_person_takes_that_back_and_who_has_nobody_does_not() -> None:
    assert "want_human" in not_about("i dont want a person") & not_about("I'm not asking for a human")
    assert not any(
        "want_human" in not_about(each) for each in ("i dont have anyone to talk to", "no one to talk to", "not a bot, a person")
    )


@pytest.mark.parametrize(
    "text", ["no", "nah not really", "no thanks", "i don't want to", "not now, sorry", "Nope.", "hmm no. not on a monday"]
)
def test_a_bare_no_is_one(text: str) -> None:
    assert is_bare_no(text)


@pytest.mark.parametrize(
    "text", ["That's not a number.", "no it comes with me, vacation too", "no its just bad coffee", "not flat, far away"]
)
def test_a_no_that_says_more_is_none(text: str) -> None:
    assert not is_bare_no(text)


@pytest.mark.parametrize(
    "text",
    ["stop", "ok enough for now", "can we stop this please, my head hurts", "i'm done with this chat", "nah im done here, ta", "lets not"],
)
def test_a_stop_is_one_as_a_whole_or_outright(text: str) -> None:
    assert is_wholly_stop(text)


@pytest.mark.parametrize(
    "text", ["should i quit", "i just want him to stop asking", "can she stop asking", "no it comes with me", "I'm so done with all of it"]
)
def test_a_stop_of_somebody_else_or_of_something_else_is_none(text: str) -> None:
    assert not is_wholly_stop(text)


@pytest.mark.parametrize(
    ("metadata", "is_so"),
    [
        ({"offered": [{"title": "Not now", "payload": "/stop"}], "last": ["utter_want_match"]}, False),
        ({"offered": [{"title": "I noticed something", "payload": "/exercise_felt_something"}]}, True),
        ({"last": ["utter_card_partner"]}, True),
        ({"hand_off": {"asked": "since"}}, True),
        ({}, False),
    ],
)
def test_questions_an_exercise_and_a_card_are_under_way(metadata: dict[str, Any], is_so: bool) -> None:
    assert is_under_way(metadata) is is_so
