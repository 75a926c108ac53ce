"""Where the numbness might come from: the map, its branches in layers, and how they are left."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from site_client import DOORS, Visitor, crisis, kinds, labels, text_of

WHERE = "Where might it come from?"
FIRST_SCREEN = {"A medicine I take": "pills", "Worn out": "burnout", "A loss": "loss", "Something that happened": "trauma", "Sleep": "body"}
SECOND_SCREEN = {"Since a birth": "birth", "Unreal": "unreal", "Drink": "drink", "Maybe it's depression": "depression"}
MORE_THAN_A_CHOICE = {"trauma": "no, it's over"}
"""Branches that ask before they go on, with an answer that goes on."""


def own_choices(messages) -> list[str]:
    return [label for label in labels(messages) if label not in DOORS]


def at_the_map(they: Visitor) -> Visitor:
    they.choose("I feel nothing")
    they.choose(WHERE)
    return they


def enter(they: Visitor, label: str) -> Visitor:
    """From the map into the branch of this choice."""
    if label in SECOND_SCREEN:
        they.choose("Something else")
    they.choose(label)
    return they


@pytest.mark.parametrize("said", ["i feel nothing", "why am i numb", "is this depression", "i dont know"])
def test_the_map_is_one_choice_away_from_where_people_begin(visitor, said):
    they = visitor()
    for _ in range(3):
        if WHERE in labels(they.say(said)):
            break
    assert "label" in text_of(they.choose(WHERE))
    assert set(FIRST_SCREEN) <= {each for each in FIRST_SCREEN for label in labels(they.last) if label.startswith(each)}


def test_the_map_is_found_by_its_label_typed_where_it_is_not_on_offer(visitor):
    they = visitor()
    they.say("thanks")
    assert WHERE not in labels(they.last)
    assert "A loss" in labels(they.say("where might it come from"))
    assert len(own_choices(they.last)) == 6


def test_the_map_names_no_more_than_six_choices_at_once_and_ends_in_not_knowing(visitor):
    they = at_the_map(visitor())
    assert len(own_choices(they.last)) == 6
    they.choose("Something else")
    assert len(own_choices(they.last)) == 5
    they.choose("I don't know")
    assert "reason" in text_of(they.last) and own_choices(they.last)
    assert text_of(they.choose("How would they find out?")) and "note" in text_of(they.last)
    assert "doctor" in text_of(they.say("go on")).lower()


@pytest.mark.parametrize("label", [*FIRST_SCREEN, *SECOND_SCREEN])
def test_a_branch_is_walked_to_its_end_and_says_whom_to_see(visitor, label):
    they = enter(at_the_map(visitor()), label)
    turns = [list(they.last)]
    ground = (FIRST_SCREEN | SECOND_SCREEN)[label]
    turns.append(they.say(MORE_THAN_A_CHOICE.get(ground, "tell me more")))
    turns.append(they.say("tell me more"))
    bubbles = [message["text"] for turn in turns for message in turn]
    assert len(set(bubbles)) == len(bubbles)
    for turn in turns:
        assert "crisis" not in kinds(turn)
        assert own_choices(turn), "no way on"
        assert text_of(turn).count("?") - text_of(turn).count('?"') <= 2
    assert any(word in text_of(turns[2]).lower() for word in ("doctor", "prescriber", "midwife", "therapist"))
    ended = they.say("tell me more")
    assert not {message["text"] for message in ended} & set(bubbles)
    assert own_choices(ended)


def test_a_branch_walked_twice_is_told_in_other_words(visitor):
    they = visitor()
    walks = []
    for _ in range(2):
        walks.append(
            [text_of(they.say("numb ever since they put me on sertraline")), text_of(they.say("tell me more")), text_of(they.say("more"))]
        )
    assert not set(walks[0]) & set(walks[1])


def test_a_question_that_the_next_layer_answers_is_taken_for_it(visitor):
    they = visitor()
    they.say("burnout or depression?")
    assert "address" in text_of(they.say("how do i tell them apart"))
    assert "load has to shrink" in text_of(they.say("so what helps"))


@pytest.mark.parametrize(("aside", "about"), [("how much does therapy cost", "price"), ("how common is this", "70%"), ("thats enough", "")])
def test_a_branch_is_left_in_the_middle_without_a_word_about_it(visitor, aside, about):
    they = enter(at_the_map(visitor()), "Worn out")
    they.choose("Yes, some of it lifts")
    left = they.say(aside)
    assert about in text_of(left)
    assert "load" not in text_of(left) and own_choices(left)


def test_after_a_word_of_thanks_more_is_still_more_of_the_branch(visitor):
    they = enter(at_the_map(visitor()), "A loss")
    they.choose("Grief, or something else?")
    they.say("thanks")
    assert "counselor" in text_of(they.say("tell me more"))


def test_two_grounds_fit_in_one_conversation(visitor):
    they = at_the_map(visitor())
    assert "two at once are fine" in text_of(they.last)
    they.choose("A medicine I take")
    they.say("tell me more")
    they.choose("Where else might it come from?")
    they.choose("Someone or something I lost")
    assert "loss" in text_of(they.last)
    more = they.say("tell me more")
    assert "Depression" in text_of(more) and "dose" not in text_of(more)


def test_each_branch_leads_back_to_the_other_grounds_somewhere(visitor):
    for label in [*FIRST_SCREEN, *SECOND_SCREEN]:
        they = enter(at_the_map(visitor()), label)
        offered = labels(they.last)
        for said in (MORE_THAN_A_CHOICE.get((FIRST_SCREEN | SECOND_SCREEN)[label], "tell me more"), "tell me more"):
            offered += labels(they.say(said))
        assert any(
            each.startswith(("Where else", "Could it be depression", "Something I drink", "Something happened")) for each in offered
        ), label


def test_no_to_danger_leads_on_and_yes_is_answered_as_danger(visitor):
    they = enter(at_the_map(visitor()), "Something that happened")
    assert "no one needs to hear what happened" in text_of(they.say("no"))
    they = enter(at_the_map(visitor()), "Something that happened")
    assert crisis(they.say("yes"))["services"]


@pytest.mark.parametrize("label", ["Unreal", "Something that happened"])
def test_no_layer_of_what_inward_attention_can_worsen_offers_the_exercise(visitor, label):
    they = enter(at_the_map(visitor()), label)
    turns = [
        list(they.last),
        they.say(MORE_THAN_A_CHOICE.get((FIRST_SCREEN | SECOND_SCREEN)[label], "tell me more")),
        they.say("tell me more"),
    ]
    assert not any("five minutes" in each.lower() for turn in turns for each in labels(turn))


@pytest.mark.parametrize("label", [*FIRST_SCREEN, *SECOND_SCREEN])
def test_short_stays_short_in_the_layers_and_keeps_what_is_urgent(visitor, label):
    they = visitor()
    they.say("too long, keep it short")
    they.say("where might it come from")
    enter(they, label)
    ground = (FIRST_SCREEN | SECOND_SCREEN)[label]
    layers = [they.say(MORE_THAN_A_CHOICE.get(ground, "tell me more")), they.say("tell me more")]
    assert [len(layer) for layer in layers] == [1, 1]
    assert all(own_choices(layer) for layer in layers)
    urgent = {
        "birth": "emergency number",
        "unreal": "medical care",
        "drink": "emergency number",
        "body": "medical care",
        "pills": "suicide|dying",
    }
    said = text_of(layers[1])
    assert ground not in urgent or any(word in said for word in urgent[ground].split("|"))


@pytest.mark.parametrize(
    "question",
    [
        "what is this called",
        "why am i numb",
        "what are the signs",
        "how common is it",
        "will it get better",
        "what is therapy like",
        "therapy never helped me",
        "is it burnout or depression",
        "how would that exercise help",
        "how does the matching work",
    ],
)
def test_what_is_asked_goes_two_layers_deeper(visitor, question):
    they = visitor()
    turns = [they.say(question), they.say("tell me more"), they.say("tell me more")]
    bubbles = [{message["text"] for message in turn} for turn in turns]
    assert all(not one & other for one, other in pairwise(bubbles))
    assert "Tell me more" not in labels(turns[2]) and own_choices(turns[2])


@pytest.mark.parametrize(
    "said",
    [
        "i feel nothing at all",
        "nothing i used to do is fun",
        "im on autopilot all day",
        "every little task costs so much effort",
        "i hate myself for being empty",
        "the people i love feel far away",
    ],
)
def test_what_is_told_goes_one_layer_deeper(visitor, said):
    they = visitor()
    first = {message["text"] for message in they.say(said)}
    deeper = they.say("tell me more")
    assert not first & {message["text"] for message in deeper}
    assert "crisis" not in kinds(deeper) and own_choices(deeper)


def test_what_was_once_enjoyed_is_taken_up_turns_later(visitor):
    they = visitor()
    they.say("i used to love going to concerts and now theyre just loud")
    for said in ("how common is this", "will it get better", "thanks", "what is therapy like"):
        they.say(said)
    assert "what music used to give you" in text_of(they.say("is there something i could try right now"))


def test_a_partner_is_taken_up_turns_later(visitor):
    they = visitor()
    they.say("my girlfriend says i seem checked out")
    for said in ("how common is this", "will it get better", "thanks"):
        they.say(said)
    assert "your girlfriend" in text_of(they.say("people i love feel so far away from me"))


# Grief


WIDOWER = "My wife Margaret died in February. I am 71 and I do not cry."


def test_who_lost_their_wife_is_nowhere_answered_as_if_she_were_alive(visitor):
    they = visitor()
    they.say(WIDOWER)
    they.say("my wife's gardening coat still hangs in the hall")
    said = "".join(text_of(they.say(each)) for each in ["have you something to try", "what does numbness do to a relationship"])
    assert "your wife" not in said.lower()


@pytest.mark.parametrize(
    "small",
    [
        "Her gardening coat. I haven't moved it from the hook by the door.",
        "i made her tea this morning by mistake",
        "should i get rid of his bed",
        "It was four o'clock when she put the kettle on.",
    ],
)
def test_grief_is_kept_when_the_next_message_is_small(visitor, small):
    they = visitor()
    they.say("he died in march and i feel nothing" if "his" in small else WIDOWER)
    assert re.search(r"theirs|they still turn up|hold a lot of them", text_of(they.say(small)))


def test_who_grieves_and_asks_if_they_will_ever_feel_it_hears_of_grief(visitor):
    they = visitor()
    they.say(WIDOWER)
    answer = text_of(they.say("Will I ever feel it?"))
    assert "grief" in answer.lower() and "newer therapies" not in answer.lower()


@pytest.mark.parametrize(
    "said",
    [
        "had a patient die on me at 4am and my first thought was about the paperwork",
        "i watched melancholia the film and they all die at the end and i felt nothing",
        "since my husband lost his job he is like a ghost",
    ],
)
def test_nobody_is_told_of_grief_who_lost_no_one(visitor, said):
    answer = text_of(visitor().say(said)).lower()
    assert "grief" not in answer and "they're gone" not in answer


def test_that_nobody_died_is_taken_back_at_once_and_not_named_again(visitor):
    they = visitor()
    they.say("numb since the loss, it was just such a loss")
    answer = text_of(they.say("nobody died! it was only football")).lower()
    assert re.search(r"nobody died|no death|isn't it", answer) and "grief looks" not in answer
    assert "grief" not in text_of(they.say("will it get better")).lower()


def test_who_does_not_want_therapy_is_not_told_that_they_went(visitor):
    answer = text_of(visitor().say("I don't care for the idea of therapy, frankly."))
    assert "doesn't have to be it" in answer and "showed up" not in answer


@pytest.mark.parametrize("said", ["I see. I shall think about it.", "let me sleep on it first"])
def test_who_wants_to_think_it_over_is_let_be(visitor, said):
    they = visitor()
    they.say("what is therapy like")
    assert '"I don\'t know"' not in text_of(they.say(said))
    assert re.search(r"no hurry|time it needs", text_of(they.last))


@pytest.mark.parametrize(
    "said",
    [
        "for a while now",
        "on and off",
        "it's been about a year",
        "9 weeks",
        "since september i think",
        "20 years of it",
        "for maybe a year? since i moved",
    ],
)
def test_how_long_it_has_been_is_taken_up_and_answers_no_question(visitor, said):
    they = visitor()
    they.say("everything is flat")
    assert "since" in text_of(they.say(said)) and "hard to picture" not in text_of(they.last)


@pytest.mark.parametrize("said", ["my doctor checked my thyroid, all fine", "my blood tests came back clear"])
def test_tests_that_were_fine_are_heard_and_not_sent_for_again(visitor, said):
    they = visitor()
    they.say("my body is heavy like lead")
    answer = text_of(they.say(said)).lower()
    assert "checked" in answer or "fine is worth" in answer
    assert "thyroid" not in answer


def test_who_grieves_and_asks_if_that_is_normal_is_answered_that(visitor):
    they = visitor()
    they.say(WIDOWER)
    answer = text_of(they.say("Is that normal, or is there something wrong with me?"))
    assert "grief" in answer and "small" not in answer


def test_nothing_is_said_of_couples_to_a_widower(visitor):
    they = visitor()
    they.say(WIDOWER)
    assert "One goes quiet" not in text_of(they.say("what does numbness do to a relationship"))


@pytest.mark.parametrize("told", ["I went numb after my grandfather died", "I feel numb since they put me on citalopram"])
def test_who_says_there_was_nothing_before_is_not_asked_whether_it_was_there_before(visitor, told):
    they = visitor(country="US")
    they.say(told)
    answer = text_of(they.say("no, I've never been like this before, I was fine until then"))
    assert "taken as you say it" not in answer and "before the loss?" not in answer
    assert "grief" in answer.lower() or "medicine" in answer.lower()


def test_who_says_that_what_happened_is_over_hears_no_alarm(visitor):
    they = visitor(country="US")
    they.say("after the robbery i shut down, been off ever since")
    answer = they.say("that's all over, yeah. i only want to feel something again")
    assert "urgent" not in {message.get("level") for message in answer}


def test_numbness_that_is_everywhere_leads_from_burnout_to_depression(visitor):
    they = visitor(country="US")
    they.say("is it burnout or depression?")
    assert "depression can" in text_of(they.say("it's everywhere, on my days off too")).lower()


@pytest.mark.parametrize("stopping", ["maybe i'll quit. on monday", "i could just stop it, like, whenever", "I might cut it out next week"])
def test_who_would_stop_drinking_hears_what_to_mind_and_no_question_about_dying(visitor, stopping):
    they = visitor()
    they.say("wine is the only thing that lets me feel something")
    answer = they.say(stopping)
    assert "benzodiazepines" in text_of(answer)
    assert "suicide" not in text_of(answer) and "killing yourself" not in text_of(answer)


def test_grief_told_turns_later_in_other_words_stays_within_the_loss(visitor):
    they = visitor()
    they.say("my mum died in march and i feel nothing")
    assert not text_of(they.say("is something wrong with me")).startswith("Yes")
    for said in (
        "i didnt cry at the funeral",
        "everyone else is sad and im just making lists",
        "its been 3 months",
        "i feel guilty",
        "my children say i am cold",
    ):
        answer = text_of(they.say(said)).lower()
        assert "grief" in answer or "loss" in answer or "lists" in answer, said
        assert "turned the volume down" not in answer and "partner" not in answer


def test_a_pet_that_was_put_down_is_a_loss_and_not_just_a_dog(visitor):
    they = visitor()
    they.say("hi")
    assert "loss" in text_of(they.say("we had to put our dog down last week"))
    assert "volume" not in text_of(they.say("i feel nothing"))
    assert "loss" in text_of(they.say("everyone says its just a dog")) or "empty place" in text_of(they.last)


def test_who_was_not_heard_by_a_doctor_is_told_how_to_say_it_and_that_there_are_others(visitor):
    said = text_of(visitor().say("my gp is useless"))
    assert "another doctor" in said and "missed you" not in said


def test_a_rough_time_with_a_doubt_is_still_how_long(visitor):
    they = visitor()
    they.say("i feel nothing")
    said = text_of(they.say("a year? maybe more"))
    assert "doctor" in said and "440" not in said
