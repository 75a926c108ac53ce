"""What the screen saw outranks what the intent head thinks, in both directions."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from rasa.shared.nlu.training_data.message import Message

from thaw.nlu.safety import SafetyVerdict
from thaw.safety.levels import LEVELS


def judged(intent: str, act: Optional[dict[str, Any]] = None, text: str = "words", **ranking: float) -> Message:
    message = Message({"text": text, "intent": {"name": intent, "confidence": 0.6}, "entities": [{"entity": "exercise_activity"}]})
    message.set("intent_ranking", [{"name": name, "confidence": confidence} for name, confidence in ranking.items()])
    if act is not None:
        message.set("metadata", {"safety": {"act": act, "intent": act.get("intent"), "level": act.get("level")}})
    return SafetyVerdict().process([message])[0]


@pytest.mark.parametrize("intent", sorted(LEVELS))
def test_what_the_screen_saw_is_the_intent_and_fills_no_slot(intent: str) -> None:
    message = judged("start_exercise", act={"response": "utter_x", "intent": intent})
    assert message.get("intent") == {"name": intent, "confidence": 1.0}
    assert message.get("entities") == []


def test_an_answer_to_a_risk_question_is_no_answer_to_a_form() -> None:
    message = judged("deny", act={"response": "utter_risk_denied", "intent": None})
    assert message.get("intent")["name"] == "answer_risk"
    assert message.get("entities") == []


@pytest.mark.parametrize("danger", sorted(LEVELS))
def test_danger_that_the_screen_did_not_see_is_answered_as_the_likeliest_harmless_meaning(danger: str) -> None:
    message = judged(danger, **{danger: 0.5, "feel_nothing": 0.3, "lost_interest": 0.1})
    assert message.get("intent")["name"] == "feel_nothing"


def test_where_no_harmless_meaning_is_likely_the_visitor_is_asked() -> None:
    message = judged("crisis_passive", crisis_passive=0.6, self_harm=0.2, feel_nothing=0.1)
    assert message.get("intent")["name"] == "nlu_fallback"


@pytest.mark.parametrize("first", ["crisis_ideation", "nlu_fallback"])
def test_what_is_said_beside_a_denial_of_suicide_is_what_is_meant(first: str) -> None:
    message = judged(first, text="i'm not suicidal, only gray all through", crisis_ideation=0.8, feel_nothing=0.08)
    assert message.get("intent")["name"] == "feel_nothing"
    assert judged(first, text="gray all through", crisis_ideation=0.8, feel_nothing=0.08).get("intent")["name"] == "nlu_fallback"


def test_a_harmless_message_is_left_alone() -> None:
    message = judged("feel_nothing", feel_nothing=0.9)
    assert message.get("intent") == {"name": "feel_nothing", "confidence": 0.6}
    assert message.get("entities")


def test_a_pressed_choice_keeps_its_meaning() -> None:
    assert judged("crisis_third_party", text="/crisis_third_party").get("intent")["name"] == "crisis_third_party"


@pytest.mark.parametrize("metadata", [None, {}, {"safety": None}, {"safety": {}}, {"safety": {"act": None}}])
def test_a_message_without_a_verdict_is_left_alone(metadata: Optional[dict[str, Any]]) -> None:
    message = Message({"text": "words", "intent": {"name": "feel_nothing"}, "metadata": metadata})
    assert SafetyVerdict().process([message])[0].get("intent")["name"] == "feel_nothing"


def test_an_age_told_by_rule_is_answered_as_such_and_fills_nothing_else() -> None:
    message = Message({"text": "words", "intent": {"name": "feel_nothing"}, "metadata": {"safety": {"act": None, "minor": True}}})
    assert SafetyVerdict().process([message])[0].get("intent")["name"] == "is_minor"


def told(text: str, guess: str = "is_minor", **verdict: Any) -> Message:
    message = Message({"text": text, "intent": {"name": guess, "confidence": 0.9}, "metadata": {"safety": {"act": None, **verdict}}})
    ranking = [("is_minor", 0.9), ("effort_tax", 0.06), ("ask_signs", 0.02)]
    message.set("intent_ranking", [{"name": name, "confidence": confidence} for name, confidence in ranking])
    return SafetyVerdict().process([message])[0]


@pytest.mark.parametrize("text", ["the school run wears me out", "my group therapy class sets homework", "is there an age for this"])
def test_an_age_that_only_the_head_hears_makes_nobody_a_minor_and_is_not_offered(text: str) -> None:
    message = told(text)
    assert message.get("intent")["name"] == "effort_tax"
    assert all(each["name"] != "is_minor" for each in message.get("intent_ranking"))


def test_an_age_under_eighteen_in_words_is_kept_as_the_meaning() -> None:
    assert told("i am fifteen and flat").get("intent")["name"] == "is_minor"


def test_an_age_under_eighteen_that_is_taken_back_leads_back_to_where_the_dialogue_was() -> None:
    assert told("i'm 44", "feel_nothing", minor=False, adult=True).get("intent")["name"] == "resume"


@pytest.mark.parametrize("text", ["i'm 44", "44m", "im a grown woman of forty", "no, i am an adult", "I'm 29 years old"])
def test_an_adult_age_told_by_itself_is_taken_note_of(text: str) -> None:
    assert told(text, "feel_nothing", adult=True).get("intent")["name"] == "resume"


@pytest.mark.parametrize(
    "text", ["im 29 and numb", "I'm 47, divorced, numb", "i'm 47, a paramedic for nineteen years, and my marriage ended"]
)
def test_an_adult_age_told_in_passing_leaves_the_rest_to_be_answered(text: str) -> None:
    assert told(text, "feel_nothing", adult=True).get("intent")["name"] == "feel_nothing"
    assert told(text, "is_minor", adult=True).get("intent")["name"] == "effort_tax"
