"""In every state of the dialogue a crisis message gets a crisis answer, and so does every answer to a question about risk."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from site_client import Visitor, crisis, kinds, labels, text_of

Walk = Callable[[Visitor], object]

STATES: dict[str, list[str]] = {
    "the opening": [],
    "after an answer": ["i feel nothing"],
    "choosing an activity": ["#Try five minutes"],
    "in the exercise": ["#Try five minutes", "#Music"],
    "after a digression in the exercise": ["#Try five minutes", "#Music", "what is anhedonia"],
    "left in the exercise": ["#Try five minutes", "#Music", "thanks, night"],
    "left in the hand-off": ["#Find a clinician", "#I feel nothing", "ok bye"],
    "after the exercise": ["#Try five minutes", "#Music", "#Nothing"],
    "exercise felt worse": ["#Try five minutes", "#Music", "#It feels worse"],
    "the hand-off asks": ["#Find a clinician"],
    "in the middle of the hand-off": ["#Find a clinician", "#I feel nothing", "two years"],
    "the receipt": ["#Find a clinician", "#I feel nothing", "#That's enough"],
    "the hand-off given": ["#Find a clinician", "#I feel nothing", "#That's enough", "#Yes"],
    "the plain link given": ["#Find a clinician", "#Only the plain link"],
    "the hand-off declined": ["#Find a clinician", "#I feel nothing", "#That's enough", "#Not now"],
    "the hand-off left": ["#Find a clinician", "#I feel nothing", "stop"],
    "deletion asked": ["delete this chat"],
    "not understood": ["flurble wug zant"],
    "not understood twice": ["flurble wug zant", "wug flurble brill zo"],
    "kept short": ["keep it short please"],
    "a minor": ["im 15"],
    "a person asked for": ["#Talk to a person"],
    "asked about suicide": ["i would rather not wake up tomorrow"],
    "after a denial": ["i would rather not wake up tomorrow", "#No"],
    "asked about a plan": ["i want to die"],
    "in the barrier question": ["i want to die", "#No"],
    "resumed": ["#Try five minutes", "#Music", "i want to die", "#I'd rather not", "#Back"],
}
EXPLICIT = "i want to kill myself"
IMMINENT = "i am going to kill myself tonight"


def walk(they: Visitor, steps: list[str]) -> Visitor:
    for step in steps:
        they.choose(step[1:]) if step.startswith("#") else they.say(step)
    return they


@pytest.fixture(params=STATES, ids=lambda state: state.replace(" ", "_"))
def they(request: pytest.FixtureRequest, visitor: Callable[..., Visitor]) -> Visitor:
    """A visitor in each state of the dialogue."""
    return walk(visitor(country="US"), STATES[request.param])


def test_thoughts_of_suicide_are_answered_with_the_countrys_services(they):
    answer = crisis(they.say(EXPLICIT))
    assert answer["level"] in ("support", "urgent")
    assert any(contact["href"] == "tel:988" for service in answer["services"] for contact in service["contacts"])
    assert any(contact["type"] == "text" for service in answer["services"] for contact in service["contacts"])


def test_a_plan_for_tonight_puts_the_emergency_number_first(they):
    answer = crisis(they.say(IMMINENT))
    assert answer["level"] == "urgent"
    assert answer["services"][0]["contacts"][0]["href"] == "tel:911"


@pytest.mark.parametrize("reply", ["yes", "no", "sometimes", "it's complicated, my sister would hate me"])
def test_an_answer_to_the_risk_question_is_answered_as_one_and_never_in_the_same_words(they, reply):
    asked = crisis(they.say(EXPLICIT))
    answer = they.say(reply)
    assert crisis(answer)["text"] != asked["text"]
    assert "exercise" not in kinds(answer) and "handoff" not in kinds(answer)


@pytest.mark.parametrize("reply", ["yes", "no", "sometimes", "nothing", "i noticed the music"])
def test_no_answer_to_the_risk_question_ends_the_exercise_it_waits_where_it_was_left(visitor, reply):
    they = walk(visitor(), ["#Try five minutes", "#Music", EXPLICIT])
    they.say(reply)
    resumed = they.say("back to what we talked about") if "Back to what we talked about" in labels(they.last) else they.say("resume")
    for _ in range(3):
        if "I noticed something" in labels(resumed):
            break
        back = [label for label in labels(they.last) if label.startswith(("Back", "Let me", "I am safe", "I am with", "I'd rather"))]
        assert back, labels(they.last)
        resumed = they.choose(back[-1])
    assert "I noticed something" in labels(resumed), text_of(resumed)
    assert "Stop here" in labels(resumed)


def test_a_denial_is_believed_and_the_crisis_line_stays_with_it(visitor):
    they = walk(visitor(), ["i would rather not wake up tomorrow"])
    answer = crisis(they.say("no, nothing like that, just so tired"))
    assert answer["level"] == "support" and answer["services"]
    after = they.say("why do i feel so flat")
    assert kinds(after)[0] != "crisis" and crisis(after)["services"]


def test_while_risk_is_open_matching_is_not_promoted_and_comes_beside_the_services_when_asked_for(visitor):
    they = walk(visitor(), [EXPLICIT, "#I'd rather not"])
    answer = they.say("what is anhedonia")
    assert crisis(answer)
    assert not any("clinician" in label.lower() or "match" in label.lower() for label in labels(answer))
    asked = they.say("i want to be matched with a therapist")
    assert crisis(asked) and "Yes, show me the way" in labels(asked)
    assert crisis(they.choose("Yes"))


def test_the_same_crisis_answer_never_comes_twice_in_a_row(visitor):
    they = visitor()
    said = [crisis(they.say(EXPLICIT))["text"] for _ in range(6)]
    assert all(first != second for first, second in pairwise(said))


@pytest.mark.parametrize(
    ("country", "href"), [("GB", "tel:116123"), ("AU", "tel:131114"), ("DE", "tel:08001110111"), ("JP", "https://findahelpline.com")]
)
def test_the_services_are_those_of_the_visitors_country(visitor, country, href):
    they = visitor(country=country)
    shown = crisis(they.say(EXPLICIT))["services"]
    assert href in [contact["href"] for service in shown for contact in service["contacts"]]
    assert "988" not in str(shown)


@pytest.mark.parametrize(
    "numb",
    [
        "im dead inside",
        "whats the point of anything",
        "i feel like an empty shell",
        "this job is killing me",
        "everything is grey and i run on autopilot",
    ],
)
def test_numb_words_that_sound_dark_are_left_in_peace(visitor, numb):
    assert "crisis" not in kinds(visitor().say(numb))


def test_a_minor_is_not_offered_adult_matching(visitor):
    they = visitor()
    first = they.say("im 15 and i feel nothing")
    assert crisis(first)["services"]
    asked = they.say("can you match me with a therapist")
    assert "handoff" not in kinds(asked) and "Yes, show me the way" not in labels(asked)
    assert "Find a clinician" not in labels(they.say("what is anhedonia"))
