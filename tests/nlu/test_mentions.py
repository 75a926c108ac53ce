"""What a visitor mentions of their life is found, and what only looks like it is not."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from thaw.nlu.mentions import MentionExtractor


def found(text: str, **metadata) -> dict[str, str]:
    message = MentionExtractor().process([Message({"text": text, "metadata": metadata})])[0]
    return {entity["entity"]: entity["value"] for entity in message.get("entities") or []}


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("My wife says I'm a ghost", "wife"),
        ("my hubby booked paris and i said great", "husband"),
        ("I don’t laugh at MY BOYFRIEND’s jokes any more", "boyfriend"),
        ("my other half thinks ive gone off her", "partner"),
    ],
)
def test_a_partner_is_heard_in_the_visitors_own_word(text, partner):
    assert found(text)["partner"] == partner


@pytest.mark.parametrize("text", ["I feel nothing", "my ex wife was right", "my husband died in march", "the partnership failed", "…"])
def test_no_partner_is_made_of_one_who_is_gone_or_was_not_mentioned(text):
    assert "partner" not in found(text)


def test_nothing_is_kept_of_a_message_that_the_safety_screen_answered():
    assert found("my wife would be better off without me", safety={"act": {"response": "utter_x"}}) == {}


def test_a_pressed_choice_mentions_nothing():
    assert found("/told_checked_out") == {}
