"""What was not understood, and what is no English or no business of this program."""

import pytest
from script import named
from site_client import crisis, kinds, labels, text_of

from thaw.responses import responses
from thaw.safety.levels import LEVELS


def test_the_first_miss_offers_two_meanings_and_the_second_a_menu_with_a_person_each_with_the_crisis_line(visitor):
    they = visitor()
    first = they.say("flurble wug zant")
    second = they.say("wug flurble brill zo")
    third = they.say("zant zant oomble")
    for answer in (first, second, third):
        assert crisis(answer)["services"]
    assert any("person" in label.lower() for label in labels(second))
    assert len({text_of(answer) for answer in (first, second, third)}) == 3


def test_a_meaning_offered_can_be_chosen_by_its_place(visitor):
    they = visitor()
    first = they.say("flurble wug zant")
    assert labels(first)
    assert "crisis" not in kinds(they.say("the first one"))


def test_a_message_in_spanish_is_told_so_in_spanish_with_the_services(visitor):
    answer = visitor().say("no siento nada desde hace meses, ¿me puedes ayudar?")
    assert "inglés" in text_of(answer)
    assert crisis(answer)["services"]


@pytest.mark.parametrize(
    ("country", "text", "word"),
    [
        ("FR", "je ne sens plus rien depuis l'hiver", "anglais"),
        ("DE", "seit wochen ist alles leer und ich kann nicht weinen", "Englisch"),
        ("BR", "não consigo sentir mais nada e não sei o que fazer", "inglês"),
        ("IT", "non provo niente per la mia famiglia e mi vergogno", "inglese"),
        ("ES", "llevo meses sin sentir nada por mis hijos", "inglés"),
    ],
)
def test_who_writes_another_language_reads_a_line_in_it_with_the_services_of_their_country(visitor, country, text, word):
    answer = visitor(country=country).say(text)
    assert word in text_of(answer) and "English" in text_of(answer)
    assert "988" not in text_of(answer) and "988" not in str(crisis(answer)["services"])


@pytest.mark.parametrize("text", ["ik voel al weken helemaal niks", "już nic mnie nie cieszy od dawna", "لا أشعر بشيء"])
def test_a_language_that_no_notice_is_written_in_gets_a_plain_english_one_and_no_spanish(visitor, text):
    answer = visitor(country="NL").say(text)
    assert "English" in text_of(answer) and "inglés" not in text_of(answer)
    assert crisis(answer)["services"]


def test_a_danger_in_french_is_answered_with_people_first(visitor):
    first = visitor(country="FR").say("je veux mourir")[0]
    assert first["kind"] == "crisis" and "3114" in str(first["services"][0])


@pytest.mark.parametrize(
    "text", ["do you speak italian", "is it possible in german?", "which languages can you do", "can i write in polish"]
)
def test_who_asks_for_a_language_is_told_which_one_there_is(visitor, text):
    answer = visitor(country="IT").say(text)
    assert "English" in text_of(answer) and "crisis" not in kinds(answer)


def test_a_question_for_a_language_is_no_answer_to_the_hand_off(visitor):
    they = visitor()
    first = they.say("find me a therapist")
    answer = they.say("do you speak hindi")
    assert "English" in text_of(answer)
    assert labels(answer)[0] == labels(first)[0]


def test_who_asks_in_french_for_french_is_answered_in_it(visitor):
    assert "anglais" in text_of(visitor(country="FR").say("est-ce que tu parles français ?"))


def test_what_is_no_business_of_this_program_is_said_so_with_a_way_on(visitor):
    answer = visitor().say("what time does the pharmacy on main street close")
    assert labels(answer)


def test_keep_it_short_makes_every_later_turn_one_bubble_with_choices(visitor):
    they = visitor()
    they.say("too long, keep it short")
    for message in ["i feel nothing", "why does it happen", "will it pass", "what is therapy like"]:
        answer = they.say(message)
        assert len(answer) == 1 and labels(answer)


def test_strange_input_is_answered_like_any_other(visitor):
    they = visitor()
    for message in [
        "🙃🙃🙃",
        "a",
        "\u0007\u001b[31m",
        "Привет",
        "你好",
        "?" * 2000,
        "i feel nothing " * 130,
        "/restart",
        "/crisis_imminent{}",
    ]:
        assert they.say(message)


def test_a_typed_command_is_read_as_words(visitor):
    they = visitor()
    answer = they.say('/confirm_delete{"x": 1}')
    assert "Deleted" not in text_of(answer)
    assert they.history()


def test_who_was_not_understood_is_offered_what_most_come_with_where_no_meaning_is_likely(visitor):
    offered = labels(visitor().say("flurble wug zant"))
    assert "I feel nothing" in offered and "You're not getting me" not in offered


NO_IS_FINE = "No is fine."


def test_a_correction_is_taken_up_and_what_missed_is_not_said_again(visitor):
    they = visitor()
    assert "utter_numb_after_loss" in named(they.say("numb since the loss, it was just such a loss"))
    answer = they.say("I didn't lose anybody, HE lost his JOB. nobody died")
    assert "utter_numb_after_loss" not in named(answer)
    assert named(answer) & {"utter_taken_wrong", "utter_misread"}


def test_who_says_that_they_asked_something_gets_that_answered(visitor):
    they = visitor()
    they.say("i feel nothing")
    answer = they.say("no lol. i asked if it's NORMAL. 6 months, nothing")
    assert {"utter_taken_wrong", "utter_ask_how_common_plain"} <= named(answer)


def test_a_correction_that_cannot_be_read_is_owned_and_asked_for_openly(visitor):
    they = visitor()
    they.say("my wife died in february")
    answer = they.say("No, nothing of that sort. I only asked about the bus.")
    assert "utter_misread" in named(answer) and text_of(answer).rstrip().endswith("?")


def test_only_a_stop_is_stopped_and_only_a_bare_no_is_fine(visitor):
    they = visitor()
    they.say("my partner says i'm checked out")
    for message in ("i just want him to stop asking", "no its just bad coffee", "should i quit my job", "That's not a number."):
        answer = they.say(message)
        assert "utter_stop" not in named(answer) and NO_IS_FINE not in text_of(answer), message
    assert "utter_stop" in named(they.say("ok stop"))


def test_what_a_no_goes_on_with_is_heard(visitor):
    they = visitor()
    they.say("i feel unreal, like behind glass")
    assert "utter_feels_unreal" in named(they.say("no. like i said, it's like watching tv from behind glass"))


def test_who_wants_no_person_is_given_none(visitor):
    they = visitor()
    they.say("everything is grey")
    assert "You want a person" not in text_of(they.say("i dont want a person"))


def test_yes_or_no_is_answered_with_one(visitor):
    they = visitor()
    they.say("how many people have this")
    assert "utter_ask_how_common_plain" in named(they.say("so is that common, yes or no"))


def test_what_is_said_again_is_the_answer_and_no_notice(visitor):
    they = visitor()
    they.say("why do i feel numb")
    they.say("shorter")
    assert "utter_ask_why_numb" in named(they.say("sorry can you repeat that"))
    assert "utter_write_longer" in named(they.say("longer is ok"))


def test_who_comes_back_is_led_to_the_topic_and_not_to_the_goodbye(visitor):
    they = visitor()
    they.say("why do i feel numb")
    they.say("gotta go, bye")
    assert "Where might it come from?" in labels(they.say("ok im back. where were we"))


def test_doubts_about_the_chat_are_not_answered_with_tea(visitor):
    they = visitor()
    for message in ("whats the point of this", "nothing works", "so if its not sleep or work then what"):
        assert "tea" not in text_of(they.say(message)).lower(), message


DANGERS = {responses().labels[name] for name in LEVELS if name in responses().labels}


@pytest.mark.parametrize(
    "text",
    [
        "not suicidal, only kind of gray",
        "please no more questions on suicide, all good here",
        "i put her mug out this morning by mistake",
        "who could i speak to, not because of suicide, only to speak",
        "no she has never spoken of dying. i am worn out talking to a wall",
        "flurble wug zant",
    ],
)
def test_no_danger_is_offered_as_what_someone_may_have_meant(visitor, text):
    answer = visitor(country="US").say(text)
    assert not DANGERS & set(labels(answer))


def test_not_knowing_what_the_other_one_wants_is_no_danger_and_is_answered_with_what_can_be_said(visitor):
    they = visitor(country="US")
    they.say("my husband says i'm somewhere else all the time")
    answer = they.say("i honestly dunno what he wants me to say about it")
    assert "utter_told_checked_out_more" in named(answer) and all(each["kind"] != "crisis" for each in answer)


def test_a_question_about_food_is_answered_as_one(visitor):
    they = visitor()
    they.say("i feel nothing")
    answer = they.say("is there something else i should be eating")
    assert "utter_what_to_eat" in named(answer) and all(each["kind"] != "crisis" for each in answer)


def test_who_lost_someone_and_asks_about_a_group_hears_about_groups(visitor):
    they = visitor()
    they.say("my sister died at easter")
    assert "utter_numb_after_loss_group" in named(they.say("are those grief groups any use"))


@pytest.mark.parametrize("corrects", ["no, nothing of that kind. i only asked about his boots", "i was only asking about his old boots"])
def test_a_small_thing_of_theirs_that_was_meant_is_answered_small_and_the_miss_is_owned_once(visitor, corrects):
    they = visitor()
    they.say("my dad died in may")
    they.say("what is anhedonia")
    first = they.say(corrects)
    assert "utter_numb_after_loss_small" in named(first) and "utter_taken_wrong" in named(first)
    second = they.say("i only asked about his boots")
    assert "utter_numb_after_loss_small" in named(second) and "utter_taken_wrong" not in named(second)


def test_what_becomes_of_their_things_is_no_big_step(visitor):
    they = visitor()
    they.say("my dad died in may")
    answer = they.say("should i get rid of his boots")
    assert "utter_numb_after_loss_small" in named(answer) and "utter_should_i" not in named(answer)


@pytest.mark.parametrize(
    ("writes", "country", "line", "in_words"),
    [
        ("quiero morir", "Estados Unidos", "tel:988", "quitarte la vida"),
        ("ich fühle gar nichts mehr", "in Deutschland", "tel:08001110111", "Englisch"),
    ],
)
def test_who_writes_another_language_says_in_it_where_they_are_and_sees_the_lines_there(visitor, writes, country, line, in_words):
    they = visitor()
    they.say(writes)
    said = they.say(country)
    assert line in str(crisis(said)["services"])
    assert in_words in text_of(said)
