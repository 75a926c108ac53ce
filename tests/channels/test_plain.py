"""A turn's messages as a messenger shows them: each kind, within each platform's limits, with buttons or with numbers."""

from __future__ import annotations

import random
from typing import Any

import pytest

from thaw.channels.numbers import picked
from thaw.channels.plain import Button, part_from_json, part_to_json, shown, split
from thaw.channels.renderer import Draft, Scene, draft, render
from thaw.responses import responses
from thaw.settings import Settings

LONGEST = 1600
ALL = [(name, number) for name in responses().names for number in range(len(responses().variations(name)))]


def messages(config: Settings, *drafts: Draft, country: str = "US") -> list[dict[str, Any]]:
    return render(drafts, Scene(country), config).messages


def receipt() -> Draft:
    said = draft("utter_hand_off_receipt")
    summary = [
        {"field": "since", "label": "Since when", "value": "two years"},
        {"field": "how", "label": "Online or in person", "value": "online"},
    ]
    return said._replace(metadata={**said.metadata, "handoff": {"stage": "receipt", "summary": summary, "number": 1}})


# Every kind


@pytest.mark.parametrize("has_buttons", [True, False], ids=["buttons", "numbers"])
def test_everything_that_can_be_said_is_shown_whole_within_the_limits(config: Settings, has_buttons: bool) -> None:
    for name, number in ALL:
        turn = messages(config, draft(name, number))
        parts, numbers = shown(turn, LONGEST, has_buttons)
        whole = "\n\n".join(part.text for part in parts)
        assert all(0 < len(part.text) <= LONGEST for part in parts), name
        offered = [choice for message in turn for choice in message.get("choices", [])]
        for message in turn:
            assert message["text"] in whole, name
            assert all(step in whole for step in message.get("steps", [])), name
            assert str(message.get("url", "")) in whole, name
            for contact in (contact for service in message.get("services", []) for contact in service["contacts"]):
                address = contact["href"].partition(":")[2].partition("?")[0] if contact["type"] in ("call", "text") else contact["href"]
                assert address in whole or address.lstrip("+") in "".join(filter(str.isdigit, whole)), (name, contact)
        if has_buttons:
            assert [button.id for part in parts for button in part.buttons] == [choice["id"] for choice in offered], name
        else:
            assert not any(part.buttons for part in parts)
            assert sorted(numbers.values()) == sorted(choice["id"] for choice in offered), name
            assert all(choice["label"] in whole for choice in offered), name


def test_texts_of_a_turn_come_as_one_message_and_the_choices_stand_under_it(config: Settings) -> None:
    said = Draft("One.\n\nTwo.\n\nThree?", [{"title": "Yes", "payload": "/affirm"}])
    (part,) = shown(messages(config, said), LONGEST, True).parts
    assert part.text == "One.\n\nTwo.\n\nThree?"
    assert part.buttons[0].label == "Yes"


def test_a_line_to_copy_is_a_message_of_its_own(config: Settings) -> None:
    turn = messages(config, Draft("Before."), Draft("My line.", (), {"copy": True}), Draft("After."))
    assert [part.text for part in shown(turn, LONGEST, False).parts][:2] == ["Before.", "My line."]


def test_a_crisis_message_has_every_service_with_a_number_or_an_address_that_a_phone_makes_tappable(config: Settings) -> None:
    (british,) = shown(messages(config, draft("utter_static_crisis"), country="GB"), LONGEST, False).parts
    assert "Samaritans (24 hours, every day)\nCall 116 123" in british.text
    (american,) = shown(messages(config, draft("utter_static_crisis"), country="US"), LONGEST, False).parts
    assert "988" in american.text and "https://" in american.text


def test_the_exercise_says_its_steps_and_that_a_message_comes_when_the_time_is_up(config: Settings) -> None:
    parts, _ = shown(messages(config, draft("utter_exercise_tea")), LONGEST, False)
    assert parts[0].text.count("• ") >= 3
    assert responses().variations("utter_channel_timer")[0].text in parts[0].text


# Numbers


def test_the_choices_of_a_turn_are_numbered_through_in_the_order_shown(config: Settings) -> None:
    turn = messages(config, draft("utter_lost_interest"))
    parts, numbers = shown(turn, LONGEST, False)
    offered = [choice for message in turn for choice in message.get("choices", [])]
    assert [numbers[str(number)] for number in range(1, len(offered) + 1)] == [choice["id"] for choice in offered]
    assert f"1 {offered[0]['label']}\n2 {offered[1]['label']}" in parts[-1].text


def test_a_choice_that_is_a_number_keeps_it_and_the_others_take_the_next(config: Settings) -> None:
    turn = messages(config, draft("utter_exercise_before"))
    parts, numbers = shown(turn, LONGEST, False)
    scale = {choice["label"]: choice["id"] for message in turn for choice in message["choices"] if choice["label"].isdigit()}
    assert {number: numbers[number] for number in scale} == scale
    assert "0 / 1 / 2 / 3 / 4" in parts[-1].text
    assert not {number for number in numbers if number.isdigit() and int(number) < 5} - set(scale)


def test_a_receipts_lines_have_numbers_by_which_they_are_removed_and_the_choices_the_numbers_after(config: Settings) -> None:
    turn = messages(config, receipt())
    parts, numbers = shown(turn, LONGEST, False)
    assert "1. Since when: two years\n2. Online or in person: online" in parts[0].text
    assert "3 Yes, send this" in parts[0].text
    assert picked("remove 2", numbers) == turn[0]["summary"][1]["remove"]
    assert picked("Take out the first line, please.", numbers) == turn[0]["summary"][0]["remove"]
    assert picked("2", numbers) is None, "a line is no choice"
    assert picked("3", numbers) == turn[0]["choices"][0]["id"]


def test_with_buttons_a_receipts_lines_are_removed_by_a_button_and_by_their_number(config: Settings) -> None:
    turn = messages(config, receipt())
    parts, numbers = shown(turn, LONGEST, True)
    assert [button.label for button in parts[0].buttons][:2] == ["Remove: Since when", "Remove: Online or in person"]
    assert picked("remove 2", numbers) == turn[0]["summary"][1]["remove"]
    assert picked("3", numbers) is None


@pytest.mark.parametrize("text", ["2", "two", "Two.", "the second", "the second one", "option 2", "number two", "2nd", "2)", " 2 "])
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert picked(text, {"1": "a", "2": "b", "3": "c"}) == "b"


def test_the_last_one_is_the_last() -> None:
    assert picked("the last one", {"1": "a", "2": "b", "10": "c", "remove 1": "d"}) == "c"


@pytest.mark.parametrize("text", ["no one", "two years", "4", "I have 2 kids", "1 2", "", "one of them died", "remove", "remove me"])
def test_what_is_no_number_of_the_list_is_left_to_be_read_as_words(text: str) -> None:
    assert picked(text, {"1": "a", "2": "b", "3": "c"}) is None


# Reply buttons


def yes_and_no(kind: str = "choices", text: str = "Is that so?", *more: str) -> dict[str, Any]:
    return {"kind": kind, "text": text, "choices": [{"id": f"id-{label}", "label": label} for label in ("Yes", "No", *more)]}


def test_up_to_three_short_choices_stand_under_their_line_and_typed_numbers_choose_from_them_too() -> None:
    parts, numbers = shown([{"kind": "text", "text": "Hm."}, yes_and_no()], LONGEST, False, hint=True, has_replies=True)
    assert [part.text for part in parts] == ["Hm.", "Is that so?"], "and no number is spoken of"
    assert parts[1].buttons == [Button("Yes", "id-Yes"), Button("No", "id-No")]
    assert parts[1].instead == "Is that so?\n\n1 Yes\n2 No", "if the platform does not take the buttons"
    assert picked("the second", numbers) == "id-No"


def test_more_than_three_choices_are_numbered() -> None:
    (part,), _ = shown([yes_and_no("choices", "Is that so?", "Maybe", "Later")], LONGEST, False, has_replies=True)
    assert part.text == "Is that so?\n\n1 Yes\n2 No\n3 Maybe\n4 Later" and not part.buttons


@pytest.mark.parametrize(
    "message",
    [
        yes_and_no("choices", "Is that so?", "Back to what we talked about"),
        yes_and_no("choices", "One line.\nAnother."),
        yes_and_no("choices", "x" * 1025),
        {**yes_and_no("crisis"), "services": []},
    ],
    ids=["a_long_label", "two_lines", "a_long_line", "a_crisis"],
)
def test_where_a_template_could_not_hold_it_or_it_matters_most_the_choices_are_numbered_and_have_buttons_besides(
    message: dict[str, Any],
) -> None:
    (*_, text, over), numbers = shown([message], LONGEST, False, hint=True, has_replies=True)
    for number, choice in enumerate(message["choices"], 1):
        assert f"{number} {choice['label']}" in text.text and numbers[str(number)] == choice["id"]
    assert over.text == responses().variations("utter_channel_pick")[1].text and over.instead == ""
    assert [each.id for each in over.buttons] == [choice["id"] for choice in message["choices"]]


def test_a_label_that_is_too_long_for_a_button_is_cut_at_a_word() -> None:
    (*_, over), _ = shown([yes_and_no("choices", "Hm?", "Back to what we talked about")], LONGEST, False, has_replies=True)
    assert over.buttons[2].label == "Back to what we…"


def test_labels_that_look_alike_when_cut_are_only_numbered() -> None:
    alike = yes_and_no("choices", "Hm?", "x" * 25)
    alike["choices"][0]["label"] = "x" * 26
    assert not any(part.buttons for part in shown([alike], LONGEST, False, has_replies=True).parts)


def test_everything_that_can_be_said_fits_over_and_on_reply_buttons(config: Settings) -> None:
    for name, number in ALL:
        turn = messages(config, draft(name, number))
        parts, numbers = shown(turn, LONGEST, False, has_replies=True)
        assert sorted(numbers.values()) == sorted(choice["id"] for message in turn for choice in message.get("choices", [])), name
        for part in parts:
            assert len(part.buttons) <= 3 and all(0 < len(button.label) <= 20 for button in part.buttons), name
            assert not part.buttons or ("\n" not in part.text and 0 < len(part.text) <= 1024), name


# Long texts


def test_a_long_text_is_parted_at_its_sentences() -> None:
    sentence = "This is a sentence of some length."
    pieces = split(" ".join([sentence] * 200), 300)
    assert all(len(piece) <= 300 and piece.endswith(".") for piece in pieces)
    assert sum(piece.count(sentence) for piece in pieces) == 200


def test_a_text_is_parted_between_its_paragraphs_before_its_sentences() -> None:
    assert split("One. Two.\n\nThree. Four. Five.", 25) == ["One. Two.", "Three. Four. Five."]


def test_a_text_without_any_end_is_parted_all_the_same_and_loses_nothing() -> None:
    random.seed(7)
    for _ in range(500):
        text = "".join(random.choice("ab .\n😀") for _ in range(random.randrange(1, 200)))
        pieces = split(text, 10)
        assert all(0 < len(piece.encode("utf-16-le")) // 2 <= 10 for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_part_is_the_same_after_the_outbox() -> None:
    (part,) = shown([{"kind": "choices", "text": "Hm?", "choices": [{"id": "x", "label": "Yes"}]}], 100, False, has_replies=True).parts
    assert part.instead and part_from_json(part_to_json(part)) == part._replace(buttons=[Button("Yes", "x")])
