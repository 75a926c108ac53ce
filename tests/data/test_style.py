"""How Thaw speaks: the sentences it has keep to the rules, and a sentence that breaks one is named with its file."""

from __future__ import annotations

from typing import Any

import pytest

from thaw.responses import Responses, Variation, responses
from tools import style


def written(*texts: str, **more: Any) -> Responses:
    """Responses of one file, each with one wording."""
    names = [f"utter_{number}" for number in range(len(texts))]
    return Responses(
        {name: [Variation.parse_obj({"text": text, **more})] for name, text in zip(names, texts, strict=True)},
        {},
        dict.fromkeys(names, "topic.yml"),
    )


def test_every_sentence_of_ours_keeps_to_the_style() -> None:
    assert style.problems(responses()) == []


REFUSED = {
    "Good that you came!": "an exclamation mark",
    "Good 🙂": "an emoji",
    "It goes quiet — and stays quiet.": "a dash between words",
    "See https://example.org for it.": "markup or a bare address",
    "Hello {name}.": "a placeholder that nobody fills: '{name}'",
    "I understand how you feel.": "a claim to feel",
    "I'm sorry you feel this way.": "a claim to feel",
    "I’m sorry that you feel this way.": "a claim to feel",
    "As your therapist, the program would ask.": "a claim to be a person",
    "You have depression.": "a diagnosis",
    "You're depressed, from the sound of it.": "a diagnosis",
    "That sounds like burnout.": "a diagnosis",
    "You'll feel better soon.": "a promise",
    "Therapy will help.": "a promise",
    "This is a proven way.": "a claim too large",
    "Research shows it.": "a claim too large",
    "It comes from low dopamine.": "a claim too large",
    "Others have it worse.": "a comparison",
    "He committed suicide.": "a crime",
    "You could promise me to wait.": "a contract",
    "The chat is here for you.": "a phrase of chat bots",
    "Great question.": "a phrase of chat bots",
    "I hear you.": "a phrase of chat bots",
    "It's a long journey.": "a phrase of chat bots",
    "You could reach out to a friend.": "a phrase of chat bots",
    "You're not alone.": "a phrase of chat bots",
    "This therapy takes five minutes.": "as therapy",
    "It's not just sadness, but a kind of silence.": "not X but Y",
    "It isn't laziness. It's a flat battery.": "not X but Y",
    "x" * 321: "a bubble of 321 characters",
    "One.\n\nTwo.\n\nThree.\n\nFour.": "4 bubbles",
    "Tea, music or walks. Work, sleep and food. Mornings, evenings or nights.": "lists three things 3 times",
    "Psychological interventions necessitate deliberation. Practitioners individualize them. Outcomes vary.": "grade",
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=list(REFUSED.values()))
def test_the_style_refuses(text: str, message: str) -> None:
    (problem, *_) = style.problems(written(text))
    assert problem.startswith("topic.yml, utter_0, wording 1: ")
    assert message in problem


ALLOWED = [
    "It isn't a cure, and it doesn't have to grow tonight.",
    "You could write: \"I've gone numb. It isn't about you. It's everything.\"",
    "Only someone who examines you can say if it's depression.",
    "It's a known pattern, and it isn't a flaw in your character.",
    "Music, tea or a short walk.",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_the_style_lets_plain_words_pass(text: str) -> None:
    assert style.problems(written(text)) == []


def test_what_is_refused_is_found_in_a_button_and_in_a_step_too() -> None:
    assert style.problems(written("Hello.", buttons=[{"title": "Go!", "payload": "/go"}]))
    assert style.problems(written("Hello.", metadata={"kind": "exercise", "steps": ["Listen!"]}))


def test_reaching_out_is_asked_about_in_a_crisis_and_nowhere_else() -> None:
    asked = "What makes reaching out hard right now?"
    assert style.problems(written(asked, metadata={"kind": "crisis", "level": "support"})) == []
    assert style.problems(written(asked)) != []


def test_a_sentence_stands_in_one_wording_only_and_both_places_are_named() -> None:
    (problem,) = style.problems(written("Numb is quiet. It says nothing bad about you.", "Flat. It says nothing bad about you."))
    assert "utter_1" in problem and "utter_0" in problem and "it says nothing bad about you" in problem


def test_two_responses_of_which_a_visitor_gets_one_may_share_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = ("Numb is quiet. It says nothing bad about you.", "Flat. It says nothing bad about you.")
    monkeypatch.setattr(style, "ONE_OF", (frozenset({"utter_0", "utter_1"}),))
    assert style.problems(written(*shared)) == []
    among = Responses({"utter_0": [Variation(text=text) for text in shared]}, {}, {"utter_0": "topic.yml"})
    assert style.problems(among) != [], "two wordings of one of them may not"


def test_a_short_sentence_and_the_direct_question_may_come_again() -> None:
    assert style.problems(written("Stop any time.", "Stop any time. Or go on.")) == []
    asked = "Are you having thoughts of killing yourself?"
    assert style.problems(written(f"It is asked. {asked}", f"To be clear. {asked}")) == []


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words in a sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59; 6 words in 2 sentences, 12 syllables: 0.39 * 3 + 23.6 - 15.59.
    assert style.grade("The cat sat on the mat.") == pytest.approx(-1.45)
    assert style.grade("People notice music. Numbness follows someone.") == pytest.approx(9.18)


def test_a_short_wording_has_no_grade() -> None:
    assert style.problems(written("Psychological interventions necessitate deliberation.")) == []


@pytest.mark.parametrize(
    ("word", "count"),
    {
        "numb": 1,
        "people": 2,
        "something": 2,
        "anhedonia": 5,
        "isn't": 2,
        "quiet": 2,
        "little": 2,
        "noticed": 2,
        "area": 3,
        "there's": 1,
    }.items(),
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert style.syllables(word) == count
