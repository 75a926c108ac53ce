"""Short answers, read in the light of what was just offered."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from rasa.shared.nlu.training_data.message import Message

from thaw.languages import asks_for_a_language, goes_on_in, language_of
from thaw.nlu.choices import chosen, picks_none
from thaw.nlu.context import ShortAnswerResolver
from thaw.nlu.spoken_of import (
    DOCTORS_NOTE,
    bare_question,
    beside_the_choices,
    card_meant,
    card_named,
    for_the_doctor,
    kept_to,
    let_be,
    says_they_are_back,
    who_helps,
    whom_to_tell,
)
from thaw.responses import responses

DOORS = [button.dict() | {"door": True} for button in responses().variations("utter_doors")[0].buttons]


def offered(name: str, number: int = 0) -> list[dict[str, Any]]:
    """What a response offers, and the doors."""
    return [button.dict() for button in responses().variations(name)[number].buttons] + DOORS


EXERCISE = offered("utter_ask_something_to_try")  # Try the five minutes, How would that help?, Not now
OF_THE_EXERCISE = {
    button.payload: button.dict()
    for name in ("utter_exercise_activities", "utter_exercise_ways")
    for button in responses().variations(name)[0].buttons
}
ACTIVITIES = [
    *(OF_THE_EXERCISE[f'/choose_activity{{"exercise_activity": "{name}"}}'] for name in ("music", "tea", "walk")),
    OF_THE_EXERCISE["/other_activities"],
    OF_THE_EXERCISE['/choose_activity{"exercise_activity": "own"}'],
    OF_THE_EXERCISE["/cannot_do"],
    OF_THE_EXERCISE["/stop"],
    *DOORS,
]
RECEIPT = offered("utter_hand_off_receipt")  # Yes, send this; Only the plain link; Not now
WHY_NUMB = offered("utter_ask_why_numb")  # ends with Tell me more
MATCHING = offered("utter_ask_matching")  # Show me the matching, What does it cost?
LINK = offered("utter_want_match")  # Yes, show me the way; How does matching work?; Not now
NO_WAY_OUT = offered("utter_unsure", 2)  # Try the five minutes, Is there a word for this?


def activity(name: str) -> str:
    return f'/choose_activity{{"exercise_activity": "{name}"}}'


@pytest.mark.parametrize(
    ("text", "intent", "offer", "payload"),
    [
        # yes and no
        ("yes", "affirm", EXERCISE, "/start_exercise"),
        ("ok sure", "affirm", EXERCISE, "/start_exercise"),
        ("👍", "affirm", EXERCISE, "/start_exercise"),
        ("no", "deny", EXERCISE, "/stop"),
        ("no thanks", "deny", EXERCISE, "/stop"),
        ("no", "deny", NO_WAY_OUT, None),
        # longer again, whatever is on offer
        ("you can write longer again", "keep_it_short", NO_WAY_OUT, "/write_longer"),
        ("longer answers again please", "unsure", EXERCISE, "/write_longer"),
        ("you don't have to keep it short anymore", "keep_it_short", NO_WAY_OUT, "/write_longer"),
        ("Longer again", "keep_it_short", NO_WAY_OUT, "/write_longer"),
        ("how much longer", "unsure", NO_WAY_OUT, None),
        ("I can't take this any longer", "unsure", NO_WAY_OUT, None),
        ("you can write longer again, this bit matters to me", "repeat", NO_WAY_OUT, "/write_longer"),
        # more of what was just said
        ("tell me more", "affirm", WHY_NUMB, "/tell_me_more"),
        ("ok, can you explain a bit more about that please", "ask_why_numb", WHY_NUMB, "/tell_me_more"),
        ("go on", "affirm", WHY_NUMB, "/tell_me_more"),
        ("more?", "repeat", NO_WAY_OUT, "/tell_me_more"),
        ("more on that please", "keep_it_short", NO_WAY_OUT, "/tell_me_more"),
        ("tell me more, what do the studies say", "ask_capabilities", NO_WAY_OUT, "/tell_me_more"),
        ("keep going", "resume", NO_WAY_OUT, None),
        ("tell me more about your therapists", "ask_matching", WHY_NUMB, None),
        ("what helps", "ask_why_exercise", WHY_NUMB, "/tell_me_more"),
        ("so how do i tell", "unsure", WHY_NUMB, "/tell_me_more"),
        ("what else could it be?", "unsure", WHY_NUMB, "/tell_me_more"),
        ("what helps", "ask_something_to_try", NO_WAY_OUT, None),
        # a yes or a no to what was asked
        ("no", "deny", offered("utter_numb_after_trauma"), "/tell_me_more"),
        ("not really", "deny", offered("utter_numb_after_trauma"), "/tell_me_more"),
        ("nope", "deny", offered("utter_numb_after_loss", 1), "/tell_me_more"),
        # the grounds, by the label of that choice
        ("where might it come from", "ask_why_numb", NO_WAY_OUT, "/numbness_map"),
        ("So where does this come from?", "ask_why_numb", NO_WAY_OUT, "/numbness_map"),
        ("where do you come from", "chitchat", NO_WAY_OUT, None),
        # by place
        ("the first one", "nlu_fallback", EXERCISE, "/start_exercise"),
        ("first", "chitchat", EXERCISE, "/start_exercise"),
        ("The second one", "nlu_fallback", EXERCISE, "/ask_why_exercise"),
        ("2", "out_of_scope", EXERCISE, "/ask_why_exercise"),
        ("option 2 please", "out_of_scope", EXERCISE, "/ask_why_exercise"),
        ("number three", "nlu_fallback", ACTIVITIES, activity("walk")),
        ("the third", "nlu_fallback", ACTIVITIES, activity("walk")),
        ("the latter", "nlu_fallback", EXERCISE, "/ask_why_exercise"),
        ("the last one", "nlu_fallback", EXERCISE, "/stop"),
        ("the last", "nlu_fallback", NO_WAY_OUT, "/numbness_map"),
        ("the fourth one", "nlu_fallback", EXERCISE, None),
        # by name
        ("Try the five minutes", "start_exercise", EXERCISE, "/start_exercise"),
        ("how would that help", "ask_why_exercise", EXERCISE, "/ask_why_exercise"),
        ("NOT NOW.", "deny", EXERCISE, "/stop"),
        ("what’s behind it?", "chitchat", offered("utter_far_from_people"), "/ask_why_numb"),
        ("find a clinician", "want_match", EXERCISE, "/want_match"),
        ("the tea one", "nlu_fallback", ACTIVITIES, activity("tea")),
        ("tea", "out_of_scope", ACTIVITIES, activity("tea")),
        # by its name, where only the exercise was offered
        ("tea", "chitchat", EXERCISE, activity("tea")),
        ("i could make tea i guess", "start_exercise", EXERCISE, activity("tea")),
        ("something soft", "unsure", EXERCISE, activity("touch")),
        ("something with a pencil", "out_of_scope", EXERCISE, '/choose_activity{"exercise_activity": "pen"}'),
        ("music does nothing for me any more", "lost_interest", EXERCISE, None),
        ("tea", "chitchat", MATCHING, None),
        ("i'll take the music", "nlu_fallback", ACTIVITIES, activity("music")),
        ("a walk please", "affirm", ACTIVITIES, activity("walk")),
        # something of one's own
        ("knitting", "out_of_scope", ACTIVITIES, activity("own")),
        ("feeding the cat", "nlu_fallback", ACTIVITIES, activity("own")),
        ("petting my dog", "nlu_fallback", ACTIVITIES, activity("own")),
        ("my guitar", "out_of_scope", ACTIVITIES, activity("own")),
        # not an answer
        ("what is anhedonia", "ask_anhedonia", EXERCISE, None),
        ("I feel nothing", "feel_nothing", EXERCISE, None),
        ("my wife says I have checked out since the summer", "told_checked_out", EXERCISE, None),
        ("I would rather talk about my father and the war he was in", "nlu_fallback", ACTIVITIES, None),
        ("talk to a person", "want_human", EXERCISE, "/want_human"),
        # someone to be found, where matching was just offered
        ("ok find me someone to talk to", "want_human", MATCHING, "/want_match"),
        ("get me somebody then", "want_human", LINK, "/plain_link"),
        ("find me someone to talk to now", "want_human", MATCHING, None),
        ("get me a human", "want_human", MATCHING, None),
        ("find me someone to talk to", "want_human", EXERCISE, "/want_match"),
        ("get me someone to talk to", "want_human", EXERCISE, None),
        ("find me a real person", "want_human", EXERCISE, None),
        # the plain link, whatever was offered
        ("just give me the link", "keep_it_short", EXERCISE, "/plain_link"),
        ("jsut giv me teh link", "nlu_fallback", EXERCISE, "/plain_link"),
        ("I should like the link to the matching page, nothing else.", "want_match", EXERCISE, "/plain_link"),
        ("the plain link for now please", "delete_my_chat", EXERCISE, "/plain_link"),
        ("is there a link between sleep and this", "ask_why_numb", EXERCISE, None),
        ("…", "nlu_fallback", EXERCISE, None),
    ],
)  # fmt: skip
def test_a_short_answer_is_read_as_the_choice_it_means(text: str, intent: str, offer: list[dict[str, Any]], payload: Optional[str]) -> None:
    assert chosen(text, intent, offer) == payload


@pytest.mark.parametrize(
    ("text", "intent", "offer", "payload"),
    [
        ("why not", "affirm", EXERCISE, "/start_exercise"),
        ("sure, why not", "affirm", EXERCISE, "/start_exercise"),
        ("what can i do right now", "ask_something_to_try", EXERCISE, None),
        ("I'm not sure", "unsure", EXERCISE, None),
        ("I'm not sure", "unsure", NO_WAY_OUT, None),
        ("now i don't know", "unsure", EXERCISE, None),
    ],
)
def test_a_word_that_a_label_happens_to_share_is_no_answer(
    text: str, intent: str, offer: list[dict[str, Any]], payload: Optional[str]
) -> None:
    assert chosen(text, intent, offer) == payload


@pytest.mark.parametrize(
    "text", ["yes", "Yes.", "yeah", "yes please", "Yes, send this", "yes, send it", "send it", "please send it", "I agree", "go ahead"]
)
@pytest.mark.parametrize("intent", ["affirm"])
def test_a_plain_yes_or_the_label_consents(text: str, intent: str) -> None:
    assert chosen(text, intent, RECEIPT) == "/agree_hand_off"


@pytest.mark.parametrize("intent", ["affirm", "unsure", "nlu_fallback", "out_of_scope", "chitchat"])
@pytest.mark.parametrize(
    "text",
    [
        "I'm not ready to send",
        "not sure I should send this",
        "please do not send it yet",
        "don't send this",
        "yes but without the cost",
        "yes, if they can't see my name",
        "yes I guess",
        "yes to the link",
        "maybe yes",
        "what would you send",
        "ok",
        "fine, later",
        "the first one",
        "1",
        "send everything except my job",
        "👍",
    ],
)
def test_a_doubt_a_condition_or_a_place_in_the_list_never_consents(text: str, intent: str) -> None:
    assert chosen(text, intent, RECEIPT) != "/agree_hand_off"


@pytest.mark.parametrize("text", ["no tea", "not the tea", "I don't want music", "no walk"])
def test_a_negated_text_does_not_choose_by_the_word_it_shares_but_asks_for_something_else(text: str) -> None:
    assert chosen(text, "nlu_fallback", ACTIVITIES) == "/other_activities"


def test_who_cannot_walk_chooses_no_walk_and_is_heard() -> None:
    assert chosen("i can't walk", "nlu_fallback", ACTIVITIES) == '/in_the_way{"in_the_way": "in_bed"}'


@pytest.mark.parametrize("text", ["yes", "no", "the second one", "tea", "…", ""])
@pytest.mark.parametrize("offer", [[], DOORS])
def test_where_nothing_was_asked_a_short_answer_chooses_nothing(text: str, offer: list[dict[str, Any]]) -> None:
    assert chosen(text, "affirm", offer) is None


def resolved(text: str, intent: str, offer: Any) -> Message:
    message = Message({"text": text, "intent": {"name": intent, "confidence": 0.4}, "metadata": {"offered": offer}})
    return ShortAnswerResolver().process([message])[0]


def test_the_choice_replaces_the_intent_and_brings_its_entities() -> None:
    message = resolved("the tea one", "nlu_fallback", ACTIVITIES)
    assert message.get("intent")["name"] == "choose_activity"
    assert [(entity["entity"], entity["value"]) for entity in message.get("entities")] == [("exercise_activity", "tea")]


def test_a_choice_without_entities_leaves_none_of_the_text() -> None:
    message = resolved("yes", "affirm", EXERCISE)
    assert message.get("intent")["name"] == "start_exercise"
    assert message.get("entities") == []


@pytest.mark.parametrize(("text", "offer"), [("/deny", EXERCISE), ("yes", []), ("yes", None), ("I feel nothing", EXERCISE)])
def test_a_pressed_choice_or_a_message_that_answers_nothing_is_left_alone(text: str, offer: Any) -> None:
    assert resolved(text, "feel_nothing", offer).get("intent")["name"] == "feel_nothing"


def test_a_message_without_metadata_is_left_alone() -> None:
    message = Message({"text": "yes", "intent": {"name": "affirm"}})
    assert ShortAnswerResolver().process([message])[0].get("intent")["name"] == "affirm"


@pytest.mark.parametrize(
    ("text", "intent"), [("ok", "affirm"), ("the first one", "chitchat"), ("I can't call", "deny"), ("someone", "chitchat")]
)
def test_no_short_answer_becomes_a_choice_of_a_crisis_menu_behind_the_risk_state_machines_back(text: str, intent: str) -> None:
    menu = [button.dict() for button in responses().variations("utter_crisis_imminent")[0].buttons]
    assert chosen(text, intent, menu) is None


@pytest.mark.parametrize("text", ["what do i say to my doc", "ok. how would I even put it to the doctor?", "what should i tell the GP"])
def test_what_to_say_to_the_doctor_is_a_card_for_who_told_of_medicine(text: str) -> None:
    assert for_the_doctor(text, ["utter_numb_since_medication"]) == DOCTORS_NOTE
    assert for_the_doctor(text, ["utter_feel_nothing"]) is None


@pytest.mark.parametrize("text", ["what would the doctor say", "does my doctor need to know"])
def test_what_the_doctor_says_is_no_card(text: str) -> None:
    assert for_the_doctor(text, ["utter_numb_since_medication"]) is None


@pytest.mark.parametrize("text", ["right. i'll go in and tell her", "ok, i'm gonna ring them", "ok ok doctor first"])
def test_who_goes_along_and_says_what_they_will_do_chooses_nothing(text: str) -> None:
    assert chosen(text, "affirm", EXERCISE) is None


def test_a_sentence_that_only_sounds_content_is_no_yes_and_a_long_yes_is_one() -> None:
    assert chosen("my blood test came back and they say all good", "affirm", EXERCISE) is None
    assert chosen("yeah go on then i might as well try the thing", "affirm", EXERCISE) == EXERCISE[0]["payload"]


def test_that_somebody_never_spoke_of_dying_leads_on_to_what_can_be_said_to_them() -> None:
    worried = offered("utter_worried_about_someone")
    assert any(choice["payload"] == "/crisis_third_party" for choice in worried)
    assert chosen("no, she has never talked about dying or anything", "deny", worried) == worried[0]["payload"]
    assert chosen("no thanks", "deny", worried) != worried[0]["payload"]


def test_an_ok_is_no_yes_to_what_tells_of_oneself() -> None:
    since_medicine = offered("utter_ask_medication_advice")
    assert chosen("ok ok", "affirm", since_medicine) is None
    assert chosen("yes", "affirm", since_medicine) == "/numb_since_medication"


@pytest.mark.parametrize("text", ["who do i tell. my dad would panic", "so who would i even say it to?"])
def test_who_tells_of_a_medicine_and_asks_whom_to_tell_hears_who_that_is_for(text: str) -> None:
    assert whom_to_tell(text, ["utter_numb_since_medication"]) == "/numb_since_medication"
    assert whom_to_tell(text, ["utter_feel_nothing"]) is None
    assert whom_to_tell("i'll tell my sister", ["utter_numb_since_medication"]) is None


@pytest.mark.parametrize(
    "text", ["how would i put it to her", "and what could i even say to them", "what do i tell him", "what do i say to the new one"]
)
def test_right_after_an_answer_about_medicine_him_is_who_prescribes_it(text: str) -> None:
    assert for_the_doctor(text, ["utter_numb_since_medication"], ["utter_numb_since_medication"]) == DOCTORS_NOTE
    assert for_the_doctor(text, ["utter_numb_since_medication"], ["utter_told_checked_out"]) is None


@pytest.mark.parametrize(
    ("text", "said", "card"),
    [
        ("ok show me the note", ["utter_numb_since_medication"], "prescriber"),
        ("note please", ["utter_ask_medication_advice"], "prescriber"),
        ("write me that message then", ["utter_told_checked_out_more"], "partner"),
        ("the message", ["utter_worried_about_someone"], "someone"),
        ("give me the note", ["utter_feel_nothing"], None),
        ("i left her a note", ["utter_numb_since_medication"], None),
        ("my wife sent a message", ["utter_told_checked_out"], None),
    ],
)
def test_a_card_asked_for_by_what_it_is_is_the_one_that_was_spoken_of(text: str, said: list[str], card: Optional[str]) -> None:
    assert card_meant(text, said) == (card and f'/make_card{{"card": "{card}"}}')


@pytest.mark.parametrize("text", ["fine, another", "ok one more then", "lets try a different one"])
def test_one_more_is_an_exercise_where_that_is_offered_and_nothing_elsewhere(text: str) -> None:
    again = [{"title": "Try a different one", "payload": "/start_exercise", "door": False}]
    assert chosen(text, "nlu_fallback", again) == "/start_exercise"
    assert chosen(text, "nlu_fallback", [{"title": "Why is that?", "payload": "/ask_why_numb", "door": False}]) is None
    assert chosen("everyone says get another one", "nlu_fallback", again) is None


def test_a_question_word_that_a_label_shares_names_no_choice() -> None:
    offer = [{"title": "What's the word?", "payload": "/ask_anhedonia", "door": False}]
    assert chosen("ok whats the walk like", "start_exercise", offer) is None


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("so who'd take on a grouch like me?", "/ask_matching"),
        ("who on earth treats people like this", "/ask_matching"),
        ("who is going to bother with an ex jockey of seventy", "/ask_matching"),
        ("who can help me right now", None),
        ("who helps my husband", None),
        ("who will help us with her", None),
        ("who wrote this", None),
    ],
)
def test_who_asks_who_would_help_the_likes_of_them_hears_of_the_clinicians(text: str, payload: Optional[str]) -> None:
    assert who_helps(text, ["utter_numb_after_loss"]) == payload
    assert who_helps(text, ["utter_opening"]) is None


@pytest.mark.parametrize("text", ["no keep it", "wait, don't delete it", "nope"])
def test_a_no_to_deleting_keeps_the_chat_whatever_the_head_takes_it_for(text: str) -> None:
    offered = [{"title": "Yes, delete it", "payload": "/confirm_delete", "door": False}]
    assert chosen(text, "stop", offered) == "/cancel_delete"
    assert chosen("yes delete it, don't keep it", "affirm", offered) == "/confirm_delete"


@pytest.mark.parametrize(
    ("offer", "last", "payload"),
    [
        (EXERCISE, ["utter_ask_something_to_try"], "/ask_why_exercise"),
        (DOORS, ["utter_exercise_tea"], "/ask_why_exercise"),
        (offered("utter_feel_nothing"), ["utter_feel_nothing"], "/ask_why_numb"),
        (WHY_NUMB, ["utter_ask_why_numb"], "/tell_me_more"),
        (DOORS, ["utter_ask_cost"], "/ask_why_numb"),
    ],
)
@pytest.mark.parametrize("text", ["why", "but why?", "how come", "Why is that"])
def test_a_bare_why_asks_about_what_was_just_spoken_of(text: str, offer: list[dict[str, Any]], last: list[str], payload: str) -> None:
    assert bare_question(text, offer, last) == payload


def test_why_a_form_asks_is_left_to_the_form() -> None:
    assert bare_question("why", DOORS, ["utter_ask_handoff_since"], of_a_form=True) is None
    assert bare_question("why", offered("utter_ask_check_interest"), ["utter_ask_check_interest"], of_a_form=True) == "/ask_screening"


@pytest.mark.parametrize("text", ["im scared", "I'm really scared", "scared", "it frightens me", "this is terrifying tbh"])
def test_fear_that_names_nothing_is_asked_about_and_in_the_exercise_it_is_a_worse(text: str) -> None:
    assert bare_question(text, DOORS, ["utter_feel_nothing"]) == "/told_fear"
    assert bare_question(text, offered("utter_ask_exercise_outcome"), ["utter_exercise_tea"]) == "/exercise_felt_worse"


@pytest.mark.parametrize("text", ["im scared of him", "i'm not scared", "why do i feel numb", "scared he will leave me", "why not"])
def test_what_says_more_is_no_bare_question(text: str) -> None:
    assert bare_question(text, DOORS, ["utter_feel_nothing"]) is None


def test_who_will_not_talk_about_something_need_not() -> None:
    assert let_be("something at sea. i don't want to talk about it", ["utter_numb_after_trauma"]) == "/numb_after_trauma"
    assert let_be("rather not talk about that one", ["utter_feel_nothing"]) == "/deny"
    assert let_be("she never wants to talk about it", []) is None


@pytest.mark.parametrize("text", ["ok lets do it", "yes, let us try that", "sure let's begin it then", "i'd like to do them please"])
def test_a_yes_that_says_do_it_goes_to_what_was_offered_last_and_not_to_the_exercise(text: str) -> None:
    assert chosen(text, "start_exercise", offered("utter_ask_screening")) == "/start_check"
    assert chosen(text, "start_exercise", EXERCISE) == "/start_exercise"


@pytest.mark.parametrize("text", ["start", "begin", "ready", "lets go", "go ahead", "ok im ready"])
def test_the_word_to_begin_begins_the_two_questions_where_they_are_offered(text: str) -> None:
    assert chosen(text, "start_exercise", offered("utter_ask_screening")) == "/start_check"


@pytest.mark.parametrize("text", ["ok lets do it", "let's do this"])
def test_do_it_is_no_consent_and_deletes_nothing(text: str) -> None:
    assert chosen(text, "affirm", RECEIPT) is None
    assert chosen(text, "start_exercise", [{"title": "Delete this chat", "payload": "/delete_my_chat"}]) is None


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("note for my prescriber", "prescriber"),
        ("Message for my partner", "partner"),
        ("words for my gp", "prescriber"),
        ("can you write the thing for my husband please", "partner"),
        ("ok show me the words for my first session", "session"),
        ("A message for someone numb", "someone"),
        ("can i get a card for my partner", "partner"),
        ("may i see the lines for my first appointment", "session"),
    ],
)
@pytest.mark.parametrize("offer", [[], EXERCISE, offered("utter_ask_handoff_since")])
def test_a_card_is_opened_by_its_name_wherever_the_chat_stands(text: str, card: str, offer: list[dict[str, Any]]) -> None:
    message = resolved(text, "want_match", offer)
    assert message.get("intent")["name"] == "make_card"
    assert [each["value"] for each in message.get("entities")] == [card]


@pytest.mark.parametrize("text", ["my words for my wife are gone", "i sent a message to my partner", "no words for it"])
def test_what_only_speaks_of_words_opens_no_card(text: str) -> None:
    assert card_named(text) is None


@pytest.mark.parametrize(
    "text", ["i still dream in german", "my mother prays in polish?", "is there a therapist in hindi", "she teaches spanish"]
)
def test_a_language_that_is_only_spoken_of_asks_for_none(text: str) -> None:
    assert not asks_for_a_language(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("è tutto vuoto", "it"),
        ("non c'è più niente", "it"),
        ("a minha cabeça vazia", "pt"),
        ("três anos já e você sabe", "pt"),
        ("même la fête était triste", "fr"),
        ("ça va pas très bien", "fr"),
    ],
)
def test_an_accent_that_two_languages_have_decides_for_none(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        *("on my days off too, it's no different", "everywhere. even on the beach", "not only at the office", "it follows me home"),
        *("it comes home with me", "no i cant get away from it", "yeah weekends too", "not even on holiday", "days off are the same"),
        "no it never lifts",
        "even at home",
    ],
)
def test_where_burnout_was_told_from_depression_by_its_place_what_is_everywhere_asks_whether_it_is_depression(text: str) -> None:
    for last in ("utter_ask_burnout_or_depression_more", "utter_numb_from_burnout"):
        assert kept_to(text, "body_heavy", [last], [last]) == "/ask_is_it_depression"
    assert kept_to(text, "body_heavy", ["utter_body_heavy"], ["utter_body_heavy"]) is None


def test_a_question_or_a_load_in_one_place_asks_nothing_of_depression() -> None:
    last = ["utter_numb_from_burnout"]
    for text in ("does it follow people everywhere?", "only at the office", "I carry the boxes everywhere, can you help"):
        intent = "ask_how_common" if text.endswith(("?", "help")) else "numb_from_burnout"
        assert kept_to(text, intent, last, last) is None


@pytest.mark.parametrize("text", ["nope, we were fine before", "I was perfectly happy until then", "I've never been like this before"])
@pytest.mark.parametrize("ground", ["numb_after_loss", "numb_after_birth", "numb_since_medication"])
def test_that_there_was_nothing_before_goes_on_about_the_ground_that_was_told(text: str, ground: str) -> None:
    assert kept_to(text, "deny", [f"utter_{ground}", "utter_feel_nothing"], ["utter_feel_nothing"]) == f"/{ground}"
    assert kept_to(text, "deny", ["utter_feel_nothing"], ["utter_feel_nothing"]) is None
    assert kept_to(text, "deny", ["utter_numb_after_loss", "utter_numb_since_medication"], []) is None, "which of two is not known"


@pytest.mark.parametrize("text", ["it was there before", "I've never tried therapy before", "was it like this before?"])
def test_what_tells_no_beginning_is_not_taken_for_one(text: str) -> None:
    assert kept_to(text, "deny", ["utter_numb_after_loss"], ["utter_numb_after_loss"]) is None


def test_a_no_after_an_attempt_long_past_is_a_no_and_what_goes_on_is_read() -> None:
    last = ["utter_risk_long_past"]
    assert beside_the_choices("no, not for ages", "chitchat", last, last) == "/deny"
    assert beside_the_choices("no, just flat", "feel_nothing", last, last) is None
    assert beside_the_choices("no, not for ages", "chitchat", last, ["utter_feel_nothing"]) is None


@pytest.mark.parametrize("text", ["nah, not the quiz today", "well no, i don't want a checklist", "no thanks, rather not do any questions"])
def test_a_no_that_names_what_was_just_offered_declines_it(text: str) -> None:
    last = ["utter_ask_screening"]
    assert kept_to(text, "ask_screening", last, last) == "/deny"
    assert kept_to(text, "ask_screening", last, ["utter_ask_signs"]) is None


@pytest.mark.parametrize("text", ["no, is that not a test?", "no sign of it, show me the questions", "not now"])
def test_what_asks_again_declines_nothing(text: str) -> None:
    assert kept_to(text, "ask_screening", ["utter_ask_screening"], ["utter_ask_screening"]) is None


@pytest.mark.parametrize(
    "text", ["im back", "I'm back again", "hi im back", "ok i'm back, so where were we?", "where were we", "where did we leave off"]
)
def test_who_says_to_be_back_takes_up_what_was_left(text: str) -> None:
    assert says_they_are_back(text) == "/resume"


@pytest.mark.parametrize(
    "text",
    ["im back to square one", "i'm back at work", "my back", "im back on the tablets", "where were you when i needed you", "back later"],
)
def test_who_tells_what_they_are_back_to_takes_up_nothing(text: str) -> None:
    assert says_they_are_back(text) is None


TWO = [{"title": "I feel nothing", "payload": "/feel_nothing"}, {"title": "Why do I feel numb?", "payload": "/ask_why_numb"}, *DOORS]


@pytest.mark.parametrize("text", ["yes", "yeah ok", "Yes please", "ok sure", "i guess so"])
def test_a_bare_yes_picks_none_of_two_meanings_and_takes_the_only_one(text: str) -> None:
    assert picks_none(text, TWO, ["utter_clarify", "utter_crisis_line_short"])
    assert not picks_none(text, [TWO[0], *DOORS], ["utter_clarify"])
    assert not picks_none(text, TWO, ["utter_feel_nothing"])


@pytest.mark.parametrize("text", ["yes the first one", "yeah i feel nothing", "the second", "no", "..."])
def test_a_yes_that_names_one_or_no_yes_at_all_is_read_as_ever(text: str) -> None:
    assert not picks_none(text, TWO, ["utter_clarify"])


@pytest.mark.parametrize(("text", "last", "language"), [("si", "utter_non_english", "es"), ("no hablo ingles", "utter_non_english", "es")])
def test_a_few_words_after_the_notice_go_on_in_its_language(text: str, last: str, language: str) -> None:
    assert goes_on_in(text, [last]) == language


@pytest.mark.parametrize("text", ["help me", "no", "i can read english", "so what", "on my own"])
def test_english_after_the_notice_is_read_as_english(text: str) -> None:
    assert goes_on_in(text, ["utter_non_english"]) is None


def test_without_a_notice_a_si_is_a_yes() -> None:
    assert goes_on_in("si", ["utter_greet"]) is None
