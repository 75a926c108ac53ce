"""Where it comes from, the medicine, and doctors who did not hear."""

from __future__ import annotations

import pytest
from asking import answer

from thaw.nlu.questions import asked


@pytest.mark.parametrize(
    "text",
    [
        "mum died 2 months ago. not cried. is something wrong with me",
        "My daughter says: since the funeral, is there something wrong with me",
    ],
)
def test_a_death_that_is_told_with_the_question_what_is_wrong_is_left_to_be_heard(text: str) -> None:
    assert answer(text) is None
    assert answer("i cant cry, is something wrong with me") == "utter_whats_wrong"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nothing happened really thats the thing",
            "nothing bad happened to me",
            "nothing happened",
            "no trauma, nothing ever happened to me",
        ),
        "everything is grey and nothing happened to cause it, childhood was fine",
    ],
)
def test_that_nothing_happened_is_no_trauma_and_in_the_exercise_no_cause(text: str) -> None:
    assert answer(text, "utter_feel_nothing") == "utter_nothing_happened"
    assert asked(text, ["utter_feel_nothing"], ["utter_ask_exercise_outcome"]) is None


@pytest.mark.parametrize(
    "text", ["nothing happened after i told the police", "he says nothing happened", "something happened to me", "like nothing happened"]
)
def test_what_did_happen_or_is_anothers_word_is_left_to_be_heard(text: str) -> None:
    assert answer(text, "utter_feel_nothing") is None


@pytest.mark.parametrize(
    "text", ["what are the odds its the pills", "whats the actual chance its the meds tho", "how likely is it the sertraline"]
)
def test_how_likely_it_is_the_medicine_is_answered_with_what_is_known(text: str) -> None:
    assert answer(text) == "utter_numb_since_medication_odds"


@pytest.mark.parametrize(
    "text",
    [
        "my gp is useless",
        "the doctor didnt listen",
        "The doctor just didn't listen to me.",
        "my doctor doesnt believe me",
        "my doctor says its nothing",
        "dr said its all in my head",
        "i told my doctor and he just gave me pills",
        "i went to the doctor and she didnt take me seriously",
        "doctors never help",
    ],
)
def test_who_was_not_heard_by_a_doctor_is(text: str) -> None:
    assert answer(text) == "utter_doctor_did_not_listen"


@pytest.mark.parametrize(
    "text",
    [
        "my therapist is useless",
        "my doctor put me on sertraline",
        "should i see a doctor",
        "the doctor said its depression",
        "im a useless doctor",
        "he didnt take me seriously",
        "is my doctor useless",
        "my doctor says its normal to feel flat on these pills",
    ],
)
def test_what_is_said_of_doctors_besides_is_no_complaint_of_that_kind(text: str) -> None:
    assert answer(text) != "utter_doctor_did_not_listen"
