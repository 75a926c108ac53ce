"""Who stands beside someone numb: what they ask is answered first, and what they tell stays about the other."""

from __future__ import annotations

from typing import Optional

import pytest
from asking import answer

WORRIED = "utter_worried_about_someone"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("no she's never said anything about dying", f"{WORRIED}_not_said"),
        ("no she isnt suicidal i asked her", f"{WORRIED}_not_said"),
        ("He hasn't talked about it, no.", f"{WORRIED}_not_said"),
        ("i asked him and he said no dont be daft", f"{WORRIED}_not_said"),
        ("nothing like that", f"{WORRIED}_not_said"),
        ("no talk of dying", f"{WORRIED}_not_said"),
        ("no but she has been cutting", None),
        ("she never said it but im scared", None),
        ("she hasn't said it, she wrote a note", None),
        ("has she not said it?", None),
        ("she doesn't want to be here", None),
        ("i never said anything about dying", None),
    ],
)
def test_that_there_was_no_talk_of_dying_is_heard_and_it_goes_back_to_what_was_told(text: str, response: Optional[str]) -> None:
    assert answer(text, WORRIED) == response
    if response:
        assert answer(text, "utter_third_party_later") == f"{WORRIED}_asked"
        assert answer(text) is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how do i get him to talk to someone", f"{WORRIED}_deep"),
        ("she wont see a doctor", f"{WORRIED}_deep"),
        ("he won't get out of bed", f"{WORRIED}_heard"),
        ("how long do i wait", f"{WORRIED}_wait"),
        ("shes the one that needs help not me. can i book for her", "utter_match_for_another"),
        ("and could he use this site himself", "utter_match_for_another"),
        ("how can I support her without nagging", f"{WORRIED}_more"),
        ("what should i do for me", f"{WORRIED}_worn"),
        ("i cant sleep with the worry", f"{WORRIED}_worn"),
        ("is it normal that i feel a bit resentful", f"{WORRIED}_worn"),
        ("should he stop it", f"{WORRIED}_medicine"),
        ("hes on ropinirole and mirtazapine", f"{WORRIED}_medicine"),
        ("could it be his tablets", f"{WORRIED}_medicine"),
        ("its the baby thing im worried about, is it postnatal depression", f"{WORRIED}_birth"),
        ("she said it was like watching a film of us", f"{WORRIED}_heard"),
        ("she sees a grief counsellor on thursdays", f"{WORRIED}_heard"),
        ("my dad just sits there all day", f"{WORRIED}_heard"),
        ("she said she'd rather be dead", None),
        ("he hits me when he drinks", None),
        ("she hurts herself", None),
        ("he stopped eating", None),
        ("he hears voices", None),
        ("i feel nothing myself", None),
        ("she says i am cold", None),
        ("im on sertraline and feel nothing", None),
        ("is there a therapist for him", None),
        ("does he still love me", "utter_love_of_the_numb"),
    ],
)
def test_who_worries_is_answered_about_the_other_until_they_speak_of_themselves(text: str, response: Optional[str]) -> None:
    assert answer(text, WORRIED) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("hi. my dad has parkinsons and hes gone flat, could be the meds. hes 80", f"{WORRIED}_medicine"),
        ("my friend had a baby in march and shes like a ghost", f"{WORRIED}_birth"),
        ("my baby is 3 weeks old and my wife is like a zombie", f"{WORRIED}_birth"),
        ("she doesn't know who I am any more, my wife, it's dementia", f"{WORRIED}_worn"),
        ("ive decided to leave him", "utter_leaving_them"),
        ("I'm thinking of leaving my husband", "utter_leaving_them"),
        ("my wife had a baby in may and i feel nothing", None),
        ("since my pills i feel flat", None),
        ("leave him alone", None),
        ("i want to leave her at nursery", None),
        ("he left me", None),
    ],
)
def test_a_first_message_about_another_is_about_that_other(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_greet") == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i dont feel anything for my baby is that anhedonia", "utter_numb_after_birth"),
        ("i feel nothing when i look at the baby", "utter_numb_after_birth"),
        ("i'm a new dad and i feel nothing. can dads get it too", "utter_numb_after_birth_fathers"),
        ("i want to hurt my baby, i feel nothing for the baby", None),
        ("i am 22 and never feel joy since child", "utter_feel_nothing"),
        ("numb since i was a kid", "utter_feel_nothing"),
        ("numb since i was a kid, my uncle touched me", None),
        ("i never feel joy since my child was born", None),
        ("she cheated on me and I don't even feel angry", "utter_deceived"),
        ("since my wife go away with other man i feel nothing", "utter_deceived"),
        ("i cheated on her and felt nothing", "utter_did_wrong"),
        ("no friends here", "utter_on_ones_own"),
        ("my roommate moved out so its just me now", "utter_on_ones_own"),
        ("is it just me", None),
        ("its just me being lazy", None),
    ],
)
def test_a_baby_a_childhood_a_deceit_and_an_empty_place_are_not_taken_for_each_other(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_greet") == response
