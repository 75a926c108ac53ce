"""The arc of the page: recognition → explanation → exercise → what was noticed → therapy → hand-off."""

import pytest
from site_client import DOORS, crisis, kinds, labels, text_of

CHECK_MARKS_AND_SIGNS = {
    "i don't cry any more, there's just nothing": ("feel", "numb", "cry", "nothing", "flat", "quiet"),
    "stuff i used to love does nothing for me now": ("love", "used to", "give"),
    "im just going through the motions, not really here": ("motion", "autopilot", "there", "going on", "keep"),
    "my partner says i seem checked out all the time": ("partner", "checked out", "people", "say", "other"),
    "everything is flat and grey, no joy no sadness": ("flat", "feel", "nothing", "gray", "quiet", "volume", "numb"),
    "people i love feel miles away and i cant reach the feeling": ("people", "love", "far", "close"),
    "answering one email feels like lifting a car because nothing seems worth it": ("small", "effort", "cost", "worth", "heavy"),
    "i hate myself for being so empty, im letting everyone down": ("shame", "hate", "fault", "blame", "broken", "flaw"),
}


def test_the_first_words_say_what_it_is_where_help_is_and_what_is_kept(visitor):
    opening = visitor(country="US").opening
    said = text_of(opening).lower()
    assert "automated program" in said and "not a person" in said and "not therapy" in said and "not a crisis service" in said
    assert "30 days" in said and "delete" in said
    assert {service["name"] for service in crisis(opening)["services"]} >= {"988 Suicide & Crisis Lifeline"}
    assert kinds(opening)[0] == "notice" and kinds(opening)[-1] == "choices"


@pytest.mark.parametrize(("message", "about"), CHECK_MARKS_AND_SIGNS.items(), ids=lambda value: str(value)[:30])
def test_each_check_mark_and_sign_of_the_page_is_recognised_in_a_visitors_own_words(visitor, message, about):
    answer = visitor().say(message)
    said = text_of(answer).lower()
    assert any(word in said for word in about), said
    assert "crisis" not in kinds(answer)
    assert labels(answer), "no way forward"


@pytest.mark.parametrize("label", ["I feel nothing", "Nothing is fun", "I go through", "They say I seem"])
def test_each_opening_choice_is_answered_and_leads_on(visitor, label):
    answer = visitor().choose(label)
    assert kinds(answer)[-1] == "choices"
    assert 1 <= len(answer) <= 3


def test_a_visitor_walks_the_whole_arc_to_the_matching_flow(visitor, thaw):
    they = visitor()
    they.say("nothing i used to enjoy does anything for me")
    explained = they.say("what is this called?")
    assert "anhedonia" in text_of(explained).lower()
    offered = they.say("is there something i can do right now")
    assert any("five minutes" in label.lower() for label in labels(offered))
    chosen = they.say("yes")
    assert {"Music", "A short walk"} <= set(labels(chosen)) and labels(chosen)[-1] == "Not now"
    exercise = they.choose("Tea")[0]
    assert exercise["kind"] == "exercise" and exercise["seconds"] == 2 and len(exercise["steps"]) >= 3
    after = they.say("didn't notice a thing really")
    assert after[-1]["kind"] == "choices" and "good" in text_of(after).lower()
    therapy = they.say("what happens in therapy for this")
    assert "behavioral activation" in text_of(therapy).lower()
    asked = they.say("ok find me someone")
    assert "handoff" not in kinds(asked), "no link before it is asked for"
    ready = they.choose("Only the plain link")[0]
    assert (ready["kind"], ready["stage"]) == ("handoff", "ready")
    assert ready["url"] == f"http://localhost:{thaw.port}/matching/" and ready["expires"] is None


@pytest.mark.parametrize(("outcome", "word"), [("I noticed", "spark"), ("Nothing", "good"), ("It feels worse", "stop")])
def test_each_outcome_of_the_exercise_has_its_own_answer_and_the_exercise_can_be_done_again(visitor, outcome, word):
    they = visitor()
    they.choose("Try five minutes")
    they.choose("Music")
    answer = they.choose(outcome)
    assert "exercise" not in kinds(answer)
    assert labels(answer)
    they.say("can we do the exercise one more time")
    assert they.choose("A short walk")[0]["kind"] == "exercise"


def test_the_three_doors_are_one_choice_away_after_an_ordinary_answer(visitor):
    they = visitor()
    for message in ["i feel nothing", "why does it happen", "will it get better", "thanks", "what is therapy like"]:
        answer = they.say(message)
        offered = " | ".join(labels(answer)).lower()
        assert "five minutes" in offered or "try" in offered
        assert "person" in offered
        assert "clinician" in offered or "match" in offered or "find" in offered
    assert set(DOORS[2:]) <= set(labels(they.last))


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("is this burnout or depression", "/topics/depression/depression-vs-burnout/"),
        ("what does this do to a relationship", "/topics/depression/depression-and-relationships/"),
    ],
)
def test_the_pages_topics_are_linked_where_they_belong(visitor, question, path):
    links = [message for message in visitor().say(question) if message["kind"] == "link"]
    assert len(links) == 1 and links[0]["url"].endswith(path) and links[0]["label"]


def test_asking_the_same_thing_again_is_answered_in_other_words(visitor):
    they = visitor()
    first, second = they.say("why am i numb"), they.say("but why am i numb")
    assert not {message["text"] for message in first} & {message["text"] for message in second}


def test_a_digression_during_the_exercise_is_answered_and_the_exercise_waits(visitor):
    they = visitor()
    they.choose("Try five minutes")
    they.choose("Music")
    answer = they.say("how common is this actually")
    assert "70" in text_of(answer)
    assert "I noticed something" in labels(answer)
    assert text_of(answer).count("?") == 1
    assert they.choose("Nothing")[-1]["kind"] == "choices"


def test_not_now_leaves_the_exercise_without_fault(visitor):
    they = visitor()
    they.choose("Try five minutes")
    they.choose("Not now")
    answer = they.say("how common is this")
    assert "I noticed something" not in labels(answer)


def test_something_of_ones_own_can_be_the_exercise(visitor):
    they = visitor()
    they.choose("Try five minutes")
    assert they.say("knitting")[0]["kind"] == "exercise"


def test_without_a_contact_the_bot_says_the_site_has_given_none(visitor):
    answer = visitor().say("can i talk to a real person")
    assert "no contact" in text_of(answer).lower() or "given" in text_of(answer).lower() or "hasn't" in text_of(answer).lower()
    assert crisis(answer)["services"]
