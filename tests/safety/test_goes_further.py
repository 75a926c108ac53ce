"""What goes on beside a danger: a call that is not safe, somebody hardly known, a parent's own hands, thoughts to be told or not."""

from __future__ import annotations

import pytest

from tests.safety.test_kinds import by_ear, talk
from thaw.safety.hearing import hear
from thaw.safety.risk import step
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR

ABUSE = State(route="danger_from_others", routes=("abuse",))
THEIRS = State(route="crisis_third_party", said=(("utter_crisis_third_party", 1), ("utter_crisis_third_party_now", 1)))
MISTAKEN = THEIRS._replace(route="danger_from_others", routes=("abuse",))


def unheard(text: str, state: State) -> str | None:
    """The response to a text in which the screen finds nothing."""
    _, act = step(state, hear(text, CLEAR, state, ()))
    return act and act.response


@pytest.mark.parametrize(
    "text",
    [
        "i'm not safe to phone. he sees the bill",
        "it isn't safe to call from here",
        "it's never safe for me to ring anyone",
        "he checks the phone bill",
        "i daren't phone, he listens at the door",
        "the bill goes to him",
    ],
)
def test_who_is_not_safe_to_phone_is_not_told_to_call_and_not_held_for_safe(text: str) -> None:
    assert unheard(text, ABUSE) == "utter_danger_from_others_cannot_call"


@pytest.mark.parametrize("text", ["i'm not safe tonight", "we are not safe here", "i don't feel safe right now", "no i'm unsafe at home"])
def test_a_no_to_being_safe_is_heard(text: str) -> None:
    assert unheard(text, ABUSE) == "utter_danger_from_others"


@pytest.mark.parametrize("text", ["i'm safe tonight", "safe for now", "we're safe right now"])
def test_who_is_safe_is_still_believed(text: str) -> None:
    assert unheard(text, ABUSE) == "utter_danger_from_others_safe"


@pytest.mark.parametrize(
    "text",
    [
        "i am not safe to phone, he sees the bill",
        "i can't phone, he's in the next room",
        "it's not safe to call, my husband checks my calls",
        "can't talk on the phone, my boyfriend is right next to me",
    ],
)
def test_a_call_that_somebody_at_home_would_see_is_danger_from_them(text: str) -> None:
    state, said, levels = talk(text)
    assert said == ["utter_danger_from_others_unheard"] and levels == ["urgent"] and state.routes == ("abuse",)


@pytest.mark.parametrize("text", ["my husband checks all i do and i am scared of him", "my wife throws things, i'm frightened of her"])
def test_fear_of_who_one_lives_with_is_heard_in_two_halves(text: str) -> None:
    assert talk(text)[1] == ["utter_danger_from_others"]


@pytest.mark.parametrize(
    "text",
    [
        "i can't call him, he's at work",
        "i can't phone my mum, she's asleep",
        "i can't call in sick again, my boss sees everything",
        "i can't talk to him, he's in the next room gaming",
        "i am not safe to drive",
        "my husband is so numb, i'm scared of him leaving",
        "my wife is ill and i'm not scared of her",
        "he sees the bill and says nothing",
        "i can't ring the school, he's home sick",
    ],
)
def test_what_is_no_danger_at_home_stays_none(text: str) -> None:
    assert unheard(text, State()) is None


@pytest.mark.parametrize(
    "text",
    [
        "i can't leave, i've no visa of my own",
        "i cannot just leave, he has my passport",
        "they would deport me",
        "i have nowhere to go",
        "we couldn't get away, no money",
    ],
)
def test_who_cannot_leave_somebody_dangerous_is_met_there(text: str) -> None:
    assert unheard(text, ABUSE) == "utter_danger_from_others_bound"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("should I call him or the police? I barely know him outside work", "utter_third_party_whom"),
        ("who should i call", "utter_third_party_whom"),
        ("we're not that close", "utter_third_party_whom"),
        ("his number goes to voicemail", "utter_crisis_third_party_now"),
        ("her phone just rings out", "utter_crisis_third_party_now"),
        ("i don't have his address", "utter_third_party_place"),
        ("no idea where she lives", "utter_third_party_place"),
        ("hr has it", "utter_third_party_place"),
        ("our manager might know where he lives", "utter_third_party_place"),
        ("he's at home I think, he called in sick today", "utter_third_party_place"),
        ("should i tell my boss", "utter_third_party_work"),
        ("is it ok to go to hr", "utter_third_party_work"),
        ("i got him on the phone, his sister is on her way", "utter_third_party_on_the_line"),
        ("i'm talking to her now", "utter_third_party_on_the_line"),
        ("did i do right", "utter_third_party_right"),
        ("did i do the right thing", "utter_third_party_right"),
        ("am i overreacting", "utter_third_party_right"),
    ],
)
@pytest.mark.parametrize("guess", ["danger_from_others", "crisis_third_party", None])
def test_who_stands_beside_somebody_hardly_known_is_answered(text: str, response: str, guess: str | None) -> None:
    assert (by_ear(text, guess, "support", THEIRS) if guess else unheard(text, THEIRS)) == response


@pytest.mark.parametrize("text", ["he was pale in the meeting", "it all went so fast on friday"])
def test_what_goes_on_about_another_opens_no_danger_to_the_writer(text: str) -> None:
    assert by_ear(text, "danger_from_others", "urgent", THEIRS) == "utter_crisis_third_party_now"


@pytest.mark.parametrize("text", ["he hits me", "he says he will kill me"])
def test_danger_to_the_writer_is_heard_in_a_talk_about_another(text: str) -> None:
    assert by_ear(text, "danger_from_others", "urgent", THEIRS) == "utter_danger_from_others"


def test_nobody_hurts_me_it_is_about_him_refuses_no_call() -> None:
    assert unheard("nobody is hurting me, it's about him", THEIRS) == "utter_crisis_third_party_now"


@pytest.mark.parametrize("text", ["no no nobody hurts me. it's about him", "not me, him", "it's about my colleague"])
def test_who_was_taken_for_the_one_in_danger_comes_back_to_the_other(text: str) -> None:
    assert unheard(text, MISTAKEN) == "utter_crisis_third_party_now"


@pytest.mark.parametrize(
    "text",
    [
        "i'm afraid of myself around my son",
        "i'm scared of my own hands when the baby screams",
        "my temper scares me, my boy is four",
        "i nearly hit my daughter",
        "I'm terrified of what i might do to the kids",
    ],
)
def test_a_parents_fear_of_their_own_hands_is_danger_to_a_child(text: str) -> None:
    assert talk(text)[1:] == (["utter_danger_to_others"], ["urgent"])


@pytest.mark.parametrize("text", ["it's me. I'm the one I'm scared of", "I'm scared what my hands would do"])
def test_that_fear_is_heard_once_the_child_was_spoken_of(text: str) -> None:
    assert talk("my kid spilled his milk today and i yelled", text)[1][-1] == "utter_danger_to_others"
    assert unheard(text, ABUSE) == "utter_danger_to_others"


@pytest.mark.parametrize(
    "text",
    [
        "i grabbed my boy too hard yesterday, i left a bruise",
        "i slapped my daughter",
        "i hit my son last night",
        "i pushed my kid against the wall",
    ],
)
def test_who_has_hurt_a_child_is_not_taken_for_a_witness(text: str) -> None:
    state, said, levels = talk(text)
    assert said == ["utter_danger_to_others_hurt"] and levels == ["urgent"] and state.routes == ()


@pytest.mark.parametrize(
    ("texts"),
    [
        ("my baby would not stop screaming and i shook him",),
        ("i've shaken the baby",),
        ("i'm scared of my own hands when the baby screams", "i shook him"),
        ("i'm scared of my hands around my son", "i shook him"),
    ],
)
def test_a_shaken_baby_is_a_medical_emergency_as_well(texts: tuple[str, ...]) -> None:
    assert talk(*texts)[1][-1] == "utter_danger_to_others_shaken"


@pytest.mark.parametrize(
    "text",
    [
        "i threw my son a party and felt nothing",
        "i beat my son at chess",
        "i pushed my daughter on the swing and felt nothing",
        "i shook my son awake",
        "i never hit my kids",
        "i'm afraid of myself, i feel nothing any more",
        "i hugged my boy too hard",
        "i grabbed my kid off the road",
        "i hit my daughter with the news that we're moving",
        "i held my baby and felt nothing",
        "i'm scared of my anger at work",
    ],
)
def test_a_parent_who_hurts_nobody_is_left_in_peace(text: str) -> None:
    assert (unheard(text, State()) or "").startswith("utter_danger") is False


@pytest.mark.parametrize(
    "text",
    [
        "i never hit him. my father hit me and i swore",
        "my mom beat me and i have never hit my kids",
        "my dad hit me. my son won't get that, i swore",
    ],
)
def test_who_was_hit_as_a_child_and_does_not_hit_is_in_no_danger_from_others(text: str) -> None:
    assert talk(text)[1] == ["utter_danger_to_others_own_anger"]


@pytest.mark.parametrize("text", ["my dad hit me yesterday and i swore at him", "my father hit me. i never hit him back", "my dad hits me"])
def test_who_is_hit_today_stays_in_danger(text: str) -> None:
    assert talk(text)[1] == ["utter_danger_from_others"]


@pytest.mark.parametrize(
    "text", ["that was when i was a child", "no, it was years ago", "it happened when i was little", "as a kid, he's dead now"]
)
def test_what_lies_in_a_childhood_leaves_the_answers_for_today(text: str) -> None:
    state, act = step(ABUSE, hear(text, CLEAR, ABUSE, ()))
    assert act and act.response == "utter_danger_from_others_past" and state.topic is None


@pytest.mark.parametrize("text", ["it was when i was a kid and it still goes on", "he did it again last night", "years ago it began"])
def test_what_goes_on_is_not_past(text: str) -> None:
    assert unheard(text, ABUSE) != "utter_danger_from_others_past"


@pytest.mark.parametrize(
    "text", ["nobody is abusing me, i am the angry one", "no, i'm the one who yells", "it's me who is the violent one"]
)
def test_who_is_the_angry_one_is_heard_as_that(text: str) -> None:
    state, act = step(ABUSE, hear(text, CLEAR, ABUSE, ()))
    assert act and act.response == "utter_danger_to_others_own_anger" and state.topic == "danger_to_others"


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("i want to hurt my baby", True),
        ("i'm a dad, i'm scared of my hands around my six year old son", False),
        ("i'm afraid of myself around my son", False),
        ("i'm scared of my own hands, my daughter is 3 weeks old", True),
    ],
)
def test_a_line_for_the_time_after_a_birth_is_for_parents_of_a_baby(text: str, birth: bool) -> None:
    assert ("birth" in talk(text)[0].routes) is birth


@pytest.mark.parametrize(
    "text", ["do i have to tell them about the thoughts", "should i mention these thoughts to her", "must I say that I have such thoughts"]
)
def test_whether_thoughts_have_to_be_told_is_no_sign_of_a_psychosis(text: str) -> None:
    assert by_ear(text, "psychosis_or_mania", "support", State()) == "utter_risk_if_told"
    assert by_ear(text, "psychosis_or_mania", "support", State(stage="thoughts")) == "utter_risk_therapist_told"


def test_thoughts_that_are_read_by_others_are_one() -> None:
    assert by_ear("should i tell them they read my thoughts", "psychosis_or_mania", "support", State()) == "utter_psychosis_or_mania"
