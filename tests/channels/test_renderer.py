"""What a visitor's widget gets: the kinds of message, their choices, and the three doors."""

from __future__ import annotations

import re
from typing import Any

import pytest

from thaw.channels.renderer import Draft, Rendered, Scene, draft, render
from thaw.responses import DECLINING, LAYERS, responses
from thaw.settings import Settings

DOORS = {"/start_exercise": "Try five minutes", "/want_match": "Find a clinician", "/want_human": "Talk to a person"}
ALL = [(name, number) for name in responses().names for number in range(len(responses().variations(name)))]
OF_A_FORM = ("utter_ask_check_", "utter_ask_handoff_", "utter_hand_off_ways", "utter_hand_off_fields")
ANSWERS = [
    (name, number)
    for name, number in ALL
    if responses().variations(name)[number].metadata.kind in ("text", "choices") and not name.startswith(OF_A_FORM)
]
ADULT = Scene("US")
JUST_USED_OR_UNFIT = {
    "utter_want_match": "/want_match",
    "utter_want_match_minor": "/want_match",
    "utter_want_match_minor_risk": "/want_match",
    "utter_want_match_risk": "/want_match",
    "utter_decline_hand_off": "/want_match",
    "utter_hand_off_left": "/want_match",
    "utter_hand_off_withdrawn": "/want_match",
    "utter_is_minor": "/want_match",
    "utter_want_human_contact": "/want_human",
    "utter_want_human_no_contact": "/want_human",
    "utter_want_human_minor": "/want_human",
    "utter_ask_exercise_activity": "/start_exercise",
    "utter_ask_exercise_near": "/start_exercise",
    "utter_ask_exercise_another": "/start_exercise",
    "utter_ask_exercise_after_worse": "/start_exercise",
    "utter_ask_exercise_hindrance": "/start_exercise",
    "utter_ask_exercise_noticing": "/start_exercise",
    "utter_ask_exercise_outcome": "/start_exercise",
    "utter_stop": "/start_exercise",
    "utter_awake": "/start_exercise",
    "utter_help_sleep": "/start_exercise",
    "utter_exercise_what_number": "/start_exercise",
    "utter_exercise_tears": "/start_exercise",
    "utter_goodbye_night": "/start_exercise",
    "utter_feels_unreal": "/start_exercise",
    "utter_numb_after_trauma": "/start_exercise",
    "utter_exercise_felt_worse": "/start_exercise",
    "utter_exercise_grounded_something": "/start_exercise",
    "utter_exercise_grounded_nothing": "/start_exercise",
    "utter_exercise_grounded_worse": "/start_exercise",
    **{f"{answer}{layer}": "/start_exercise" for answer in ("utter_feels_unreal", "utter_numb_after_trauma") for layer in LAYERS[1:]},
    **{f"utter_numb_after_trauma_{answer}": "/start_exercise" for answer in ("over", "untold")},
}
"""The one door that an answer leaves out, because it was just used or declined, or is not for now."""


def labels(rendered: Rendered) -> list[str]:
    return [choice["label"] for message in rendered.messages for choice in message.get("choices", [])]


def payloads(rendered: Rendered) -> list[str]:
    """What stands behind the choices, in the order shown."""
    ids = [choice["id"] for message in rendered.messages for choice in message.get("choices", [])]
    return [rendered.choices[key].payload for key in ids]


def doors(rendered: Rendered) -> set[str]:
    return set(payloads(rendered)) & set(DOORS)


# Kinds


def test_bubbles_are_parted_at_blank_lines_and_the_choices_stand_under_the_last(config: Settings) -> None:
    said = Draft("One.\n\nTwo.\n\nThree?", [{"title": "Yes", "payload": "/affirm"}])
    messages = render([said], ADULT, config).messages
    assert [(message["kind"], message["text"]) for message in messages] == [("text", "One."), ("text", "Two."), ("choices", "Three?")]
    assert messages[2]["choices"][0]["label"] == "Yes"
    assert "choices" not in messages[0]


def test_a_choice_that_two_answers_bring_stands_there_once(config: Settings) -> None:
    buttons = [{"title": title, "payload": f"/{name}"} for title, name in (("One", "a"), ("Two", "b"), ("One again", "a"))]
    [message] = render([Draft("Which?", buttons)], ADULT, config).messages
    assert [choice["label"] for choice in message["choices"]][:2] == ["One", "Two"]
    assert "One again" not in [choice["label"] for choice in message["choices"]]


def test_a_notice_stays_a_notice_and_gets_no_doors(config: Settings) -> None:
    messages = render([draft("utter_deleted")], ADULT, config).messages
    assert {message["kind"] for message in messages} == {"notice"}
    assert not any("choices" in message for message in messages)


def test_every_wording_gives_messages_with_the_fields_of_the_contract(config: Settings) -> None:
    fields: dict[str, set[str]] = {
        "text": set(),
        "notice": set(),
        "choices": {"choices"},
        "exercise": {"seconds", "steps", "choices"},
        "link": {"url", "label"},
        "handoff": {"stage", "url", "expires", "choices"},
        "crisis": {"level", "services", "choices"},
    }
    for wording in ALL:
        messages = render([draft(*wording)], ADULT, config).messages
        assert messages, wording
        for message in messages:
            assert set(message) - {"copy"} == {"kind", "text", *fields[message["kind"]]}, wording
            assert message["text"].strip(), wording
            for choice in message.get("choices", []):
                assert set(choice) - {"door"} == {"id", "label"}, wording


@pytest.mark.parametrize(("country", "known"), [("GB", "Samaritans"), (None, "Find A Helpline")])
def test_a_crisis_message_is_one_message_with_its_level_and_the_countrys_services(
    config: Settings, country: str | None, known: str
) -> None:
    for name, number in ALL:
        metadata = responses().variations(name)[number].metadata
        if metadata.kind == "crisis":
            (message,) = render([draft(name, number)], Scene(country), config).messages
            names = [service["name"] for service in message["services"]]
            assert message["level"] == metadata.level
            assert known in names
            assert names[0 if metadata.level == "urgent" else -1] == "Emergency services"


@pytest.mark.parametrize(("scene", "name", "first"), [
    (Scene("US", routes=("abuse",)), "utter_danger_from_others", "National Domestic Violence Hotline"),
    (Scene("US"), "utter_line_for_the_young", "988 Suicide & Crisis Lifeline"),
    (Scene("US"), "utter_crisis_ideation", "988 Suicide & Crisis Lifeline"),
])  # fmt: skip
def test_the_services_of_the_visitors_trouble_come_before_the_general_ones(config: Settings, scene: Scene, name: str, first: str) -> None:
    (message,) = render([draft(name)], scene, config).messages
    assert next(service["name"] for service in message["services"] if service["name"] != "Emergency services") == first


def test_the_exercise_is_one_message_with_its_length_steps_and_what_comes_after(config: Settings) -> None:
    (message,) = render([draft("utter_exercise_tea")], ADULT, config.copy(update={"exercise_seconds": 7})).messages
    assert message["kind"] == "exercise"
    assert message["seconds"] == 7
    assert len(message["steps"]) >= 3 and all(isinstance(step, str) for step in message["steps"])
    assert message["choices"][0]["label"] == "I noticed something"


def test_a_link_leads_to_the_topic_on_the_operators_site(config: Settings) -> None:
    messages = render([draft("utter_ask_burnout_or_depression"), draft("utter_link_burnout")], ADULT, config).messages
    assert messages[-1]["kind"] == "link"
    assert messages[-1]["url"] == "https://www.example.org/topics/depression/depression-vs-burnout/"
    assert messages[-1]["label"] == "Depression vs. burnout"


def test_the_hand_off_is_ready_with_the_matching_flows_address(config: Settings) -> None:
    config = config.copy(update={"matching_url": "https://match.example.org/start"})
    (message,) = render([draft("utter_plain_link")], ADULT, config).messages
    assert (message["kind"], message["stage"], message["url"]) == ("handoff", "ready", "https://match.example.org/start")
    assert message["expires"] is None


def receipt(*fields: str, number: int = 3) -> Draft:
    labels = {button.payload.split('"')[3]: button.title for button in responses().variations("utter_hand_off_fields")[0].buttons}
    summary = [{"field": field, "label": labels[field], "value": f"words about {field}"} for field in fields]
    said = draft("utter_hand_off_receipt")
    return said._replace(metadata={**said.metadata, "handoff": {"stage": "receipt", "summary": summary, "number": number}})


def test_a_receipt_shows_each_line_with_what_removes_it_and_the_way_forward_first(config: Settings) -> None:
    rendered = render([receipt("since", "how")], ADULT, config)
    (message,) = rendered.messages
    assert (message["kind"], message["stage"]) == ("handoff", "receipt")
    assert [(line["field"], line["label"], line["value"]) for line in message["summary"]] == [
        ("since", "Since when", "words about since"),
        ("how", "Online or in person", "words about how"),
    ]
    assert [rendered.choices[line["remove"]].payload for line in message["summary"]] == [
        '/remove_field{"handoff_field": "since"}',
        '/remove_field{"handoff_field": "how"}',
    ]
    assert labels(rendered) == ["Yes, send this", "Only the plain link", "Not now"]
    assert [choice["payload"] for choice in rendered.offered] == ['/agree_hand_off{"receipt": "3"}', "/plain_link", "/decline_hand_off"]


def test_a_question_of_the_hand_off_offers_its_answers_first_and_its_ways_on_last(config: Settings) -> None:
    asked = draft("utter_ask_handoff_how")
    ways = [{"title": "Skip", "payload": '/skip_question{"handoff_field": "how"}'}]
    shown = labels(render([asked._replace(buttons=[*asked.buttons, *ways])], ADULT, config))
    assert shown == ["Online", "In person", "Either is fine", "Talk to a person", "Skip"]


# Choices


def test_a_declining_choice_comes_last_and_the_way_forward_first(config: Settings) -> None:
    for name, number in ALL:
        written = [button.payload for button in responses().variations(name)[number].buttons]
        shown = payloads(render([draft(name, number)], ADULT, config))
        declining = [payload in DECLINING for payload in shown]
        assert declining == sorted(declining), name
        assert not written or shown[0] == written[0], name


def test_choice_ids_are_opaque_and_never_the_same_twice(config: Settings) -> None:
    ids = [key for _ in range(200) for key in render([draft("utter_exercise_activities")], ADULT, config).choices]
    assert len(set(ids)) == len(ids) == 200 * 18
    assert all(re.fullmatch(r"[\w-]{12,32}", key) for key in ids)


def test_no_payload_reaches_the_visitor(config: Settings) -> None:
    assert "/choose_activity" not in str(render([draft("utter_exercise_activities")], ADULT, config).messages)


def test_what_is_on_offer_for_a_short_answer_is_what_is_shown_in_its_order(config: Settings) -> None:
    rendered = render([draft("utter_lost_interest")], ADULT, config)
    assert [choice["title"] for choice in rendered.offered] == labels(rendered)
    assert [choice["payload"] for choice in rendered.offered] == payloads(rendered)
    assert [choice["title"] for choice in rendered.offered if choice.get("door")] == ["Find a clinician", "Talk to a person"]


# Doors


def test_all_three_doors_are_one_choice_away_from_an_answer_and_none_is_offered_twice(config: Settings) -> None:
    for name, number in ANSWERS:
        shown = payloads(render([draft(name, number)], ADULT, config))
        assert all(shown.count(door) <= 1 for door in DOORS), name
        assert set(DOORS) - set(shown) <= {JUST_USED_OR_UNFIT.get(name)}, name


@pytest.mark.parametrize(
    "name",
    [f"{answer}{layer}" for answer in ("utter_feels_unreal", "utter_numb_after_trauma") for layer in LAYERS]
    + ["utter_exercise_felt_worse"],
)
def test_the_exercise_is_not_offered_where_inward_attention_can_make_it_worse(config: Settings, name: str) -> None:
    for number in range(len(responses().variations(name))):
        assert "/start_exercise" not in payloads(render([draft(name, number)], ADULT, config))


def test_what_made_things_worse_is_not_offered_again_but_to_those_who_ask(config: Settings) -> None:
    offering = set()
    for name, number in ANSWERS:
        if "/start_exercise" in payloads(render([draft(name, number)], Scene("US", made_worse=True), config)):
            offering.add(name)
    assert offering == {"utter_ask_something_to_try", "utter_ask_why_exercise"}


def test_a_line_for_tomorrow_is_to_be_copied(config: Settings) -> None:
    messages = render([draft("utter_exercise_plan_line"), draft("utter_exercise_plan_made")], ADULT, config).messages
    assert messages[0]["copy"] == messages[0]["text"] and messages[0]["kind"] == "text"
    assert "copy" not in messages[1]


@pytest.mark.parametrize("scene", [Scene("US", risk_open=True), Scene("US", minor=True)], ids=["risk open", "a minor"])
def test_matching_is_not_promoted_while_risk_is_open_or_to_a_minor(config: Settings, scene: Scene) -> None:
    promoted = set()
    for name, number in ANSWERS:
        if {"/want_match", "/plain_link", "/ask_matching"} & set(payloads(render([draft(name, number)], scene, config))):
            promoted.add(name)
    # Asked for while risk is open, it is given: the next test.
    assert promoted - {"utter_want_match", "utter_want_match_risk"} == set()


def test_matching_asked_for_while_risk_is_open_can_be_had(config: Settings) -> None:
    rendered = render([draft("utter_want_match_risk"), draft("utter_crisis_line_short")], Scene("US", risk_open=True), config)
    assert payloads(rendered)[0] == "/plain_link"
    assert rendered.messages[-1]["kind"] == "crisis"


def test_a_minor_who_asks_for_matching_is_shown_other_ways_and_a_person(config: Settings) -> None:
    shown = payloads(render([draft("utter_want_match_minor")], Scene("US", minor=True), config))
    assert "/want_human" in shown and "/start_exercise" in shown


def test_nothing_is_put_beside_the_answers_of_a_crisis_message(config: Settings) -> None:
    rendered = render([draft("utter_crisis_passive")], Scene("US", risk_open=True), config)
    assert labels(rendered) == ["Yes", "Sometimes", "I'd rather not say", "No"]


def test_doors_stand_under_the_answer_and_not_under_the_crisis_line_below_it(config: Settings) -> None:
    messages = render([draft("utter_clarify_again"), draft("utter_crisis_line_short")], ADULT, config).messages
    assert [message["kind"] for message in messages] == ["text", "choices", "crisis"]
    assert messages[-1]["choices"] == []


# A digression inside the exercise


QUESTION = "utter_ask_exercise_outcome"


def asked(rendered: Rendered) -> int:
    """How many messages end in a question."""
    return sum(message["text"].rstrip(' "”').endswith("?") for message in rendered.messages)


def test_after_a_digression_the_exercise_asks_the_only_question(config: Settings) -> None:
    several = []
    for name, number in ANSWERS:
        rendered = render([draft(name, number), draft(QUESTION)], ADULT, config)
        if asked(rendered) > 1 and not name.startswith("utter_ask_exercise_"):
            several.append((name, number))
    assert several == []


def test_taking_a_question_away_cuts_no_sentence_in_the_middle(config: Settings) -> None:
    cut = []
    for name, number in ANSWERS:
        for message in render([draft(name, number), draft(QUESTION)], ADULT, config).messages:
            if not message["text"].strip() or message["text"].rstrip()[-1] not in '.?"…}':
                cut.append((name, number, message["text"]))
    assert cut == []


def test_one_question_is_asked_too_when_the_crisis_line_follows(config: Settings) -> None:
    drafts = [draft("utter_feel_nothing"), draft(QUESTION), draft("utter_crisis_line_short")]
    assert asked(render(drafts, Scene("US", risk_open=True), config)) == 1


@pytest.mark.parametrize("name", ["utter_ask_matching", "utter_ask_cost", "utter_frustrated_with_bot", "utter_want_human_no_contact"])
def test_a_door_that_the_digression_can_not_offer_any_more_is_still_there(config: Settings, name: str) -> None:
    for number in range(len(responses().variations(name))):
        rendered = render([draft(name, number), draft(QUESTION)], ADULT, config)
        expected = {"/want_match", "/want_human"} - ({"/want_human"} if name.startswith("utter_want_human") else set())
        assert expected <= doors(rendered)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("utter_delete_my_chat", "/confirm_delete"),
        ("utter_want_match", "/plain_link"),
        ("utter_numb_after_trauma", "/danger_from_others"),
    ],
)
def test_what_was_asked_for_inside_the_exercise_can_be_had(config: Settings, name: str, way: str) -> None:
    assert way in payloads(render([draft(name), draft(QUESTION)], ADULT, config))


def test_the_two_meanings_of_a_message_not_understood_are_shown_inside_the_exercise_too(config: Settings) -> None:
    clarify: Any = draft("utter_clarify")._replace(buttons=[{"title": "Why do I feel numb?", "payload": "/ask_why_numb"}])
    assert "Why do I feel numb?" in labels(render([clarify, draft("utter_crisis_line_short"), draft(QUESTION)], ADULT, config))
