"""What this is: no chat model, no doctor, and made by whom."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("are you chatgpt", "utter_feel_nothing", "utter_no_chat_model"),
        ("are you gpt", "utter_feel_nothing", "utter_no_chat_model"),
        ("r u claude?", "utter_feel_nothing", "utter_no_chat_model"),
        ("is this chatgpt or something", "utter_feel_nothing", "utter_no_chat_model"),
        ("hi, are you just ChatGPT?", "utter_feel_nothing", "utter_no_chat_model"),
        ("which model are you", "utter_feel_nothing", "utter_no_chat_model"),
        ("do you use gpt-4", "utter_feel_nothing", "utter_no_chat_model"),
        ("what ai is this", "utter_feel_nothing", "utter_no_chat_model"),
        ("are you a large language model", "utter_feel_nothing", "utter_no_chat_model"),
        ("you're just chatgpt right", "utter_feel_nothing", "utter_no_chat_model"),
        ("i asked chatgpt and it told me to see someone", "utter_feel_nothing", None),
        ("are you better than chatgpt", "utter_feel_nothing", None),
        ("are you qualified", "utter_feel_nothing", "utter_no_doctor"),
        ("are you qualified to help with this", "utter_feel_nothing", "utter_no_doctor"),
        ("are you a doctor", "utter_feel_nothing", "utter_no_doctor"),
        ("are you a real doctor or a bot", "utter_feel_nothing", "utter_no_doctor"),
        ("are you a therapist", "utter_feel_nothing", "utter_no_doctor"),
        ("am i talking to a therapist?", "utter_feel_nothing", "utter_no_doctor"),
        ("do you have any medical training", "utter_feel_nothing", "utter_no_doctor"),
        ("whats your qualifications", "utter_feel_nothing", "utter_no_doctor"),
        ("are you a licensed therapist", "utter_feel_nothing", "utter_no_doctor"),
        ("is this a real therapist", "utter_feel_nothing", "utter_no_doctor"),
        ("are you a person", "utter_feel_nothing", None),
        ("are you a real person", "utter_feel_nothing", None),
        ("is there a therapist i can talk to", "utter_feel_nothing", None),
        ("is my therapist a real doctor", "utter_feel_nothing", None),
        ("do i need a doctor", "utter_feel_nothing", None),
        ("who made you", "utter_feel_nothing", "utter_who_wrote"),
        ("who built this", "utter_feel_nothing", "utter_who_wrote"),
        ("who's behind this", "utter_feel_nothing", "utter_who_wrote"),
        ("who made you feel that way", "utter_feel_nothing", None),
        ("who made this page", "utter_feel_nothing", "utter_who_wrote"),
        ("was it a psychologist", "utter_who_wrote", "utter_who_wrote"),
        ("were they doctors?", "utter_who_wrote", "utter_who_wrote"),
        ("by a psychologist?", "utter_who_wrote", "utter_who_wrote"),
        ("are you sure", "utter_who_wrote", None),
        ("are you sure", "utter_ask_if_bot", "utter_ask_if_bot"),
        ("for real?", "utter_ask_if_bot", "utter_ask_if_bot"),
        ("i don't believe you", "utter_ask_if_bot", "utter_ask_if_bot"),
        ("are you sure", "utter_no_doctor", "utter_no_doctor"),
        ("sure, thanks", "utter_no_doctor", None),
    ],
)
def test_who_asks_what_this_is_hears_what_it_is_not(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
