"""Plain questions, read by their form and by what was said before."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.nlu.questions import CARRIER, PLAIN, SIMPLE, SOURCES, WORDS, asked, decides
from thaw.nlu.telling import asks_of_a_group, what_to_eat
from thaw.responses import responses


def answer(text: str, last: str = "utter_feel_nothing", *said: str) -> Optional[str]:
    found = asked(text, [last, *said], [last])
    return found.response if found else None


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("yes or no", "utter_ask_how_common", "utter_ask_how_common_plain"),
        ("so is that a yes?", "utter_ask_how_common_plain", "utter_ask_how_common_plain"),
        ("was that a no or a yes", "utter_ask_will_it_get_better", "utter_ask_will_it_get_better_plain"),
        ("just tell me yes or no please", "utter_ask_is_it_depression", "utter_ask_is_it_depression_plain"),
        ("will this do anything, yes or no", "utter_ask_therapy", "utter_ask_therapy_plain"),
        ("is that a yes", "utter_feels_unreal", "utter_no_plain_answer"),
        ("is it normal to feel nothing", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("no lol. i asked if its NORMAL", "utter_greet", "utter_ask_how_common_plain"),
        ("Is that normal, or is there something wrong with me?", "utter_numb_after_loss", "utter_numb_after_loss_plain"),
        ("so whats wrong with me", "utter_exercise_felt_nothing", "utter_whats_wrong"),
        ("am i going mad", "utter_feels_unreal", "utter_going_mad"),
        ("yes", "utter_ask_how_common", None),
        ("i don't feel normal any more", "utter_greet", None),
        ("he thinks there is something wrong with me because i don't cry", "utter_greet", None),
    ],
)
def test_who_asks_for_a_yes_or_a_no_gets_the_one_of_what_was_spoken_of(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("can my boss see it? its a work laptop", "utter_ask_privacy_work"),
        ("Does my employer see this?", "utter_ask_privacy_work"),
        ("could HR at my company read what i write", "utter_ask_privacy_work"),
        ("can my husband see this on our ipad", "utter_ask_privacy_home"),
        ("will my parents find out", "utter_ask_privacy_home"),
        ("does my insurance find out", "utter_ask_privacy_insurer"),
        ("would the university be told", "utter_ask_privacy_others"),
        ("Is it sold to anyone?", "utter_ask_privacy_sold"),
        ("do you sell my answers to advertisers", "utter_ask_privacy_sold"),
        ("What happens to my input, is it used for training?", "utter_ask_privacy_sold"),
        ("will u tell my mum", "utter_ask_privacy_home"),
        ("are you going to tell my parents?", "utter_ask_privacy_home"),
        ("please don't tell my dad", "utter_ask_privacy_home"),
        ("you wont let my mom know, right", "utter_ask_privacy_home"),
        ("do you tell my doctor", "utter_ask_privacy_others"),
        ("are u gonna tell school about this", "utter_ask_privacy_others"),
        ("would you tell my boss", "utter_ask_privacy_work"),
        ("how do i tell my mum", "utter_what_to_tell_them"),
        ("can i tell my doctor", None),
        ("i dont tell my wife anything", None),
        ("do i tell my parents", None),
        ("my boss sees that i'm numb", None),
        ("does my wife see that i'm trying", None),
        ("we sold the house last year", None),
    ],
)
def test_who_asks_whether_one_in_particular_sees_it_is_told_that_first(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_a_device_of_the_company_is_heard_after_an_answer_about_privacy_and_nowhere_else() -> None:
    assert answer("that's no answer. the laptop belongs to my company", "utter_ask_privacy") == "utter_ask_privacy_work"
    assert answer("i stare at my work laptop all day") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("who do i tell. my dad would panic", "utter_numb_after_birth_whom"),
        ("so who would i even say it to?", "utter_numb_after_birth_whom"),
        ("would they take my daughter off me for this", "utter_numb_after_birth_custody"),
        ("does the midwife ring social services then", "utter_numb_after_birth_custody"),
        ("could i lose custody", "utter_numb_after_birth_custody"),
        ("i dont want them to take the baby away", "utter_numb_after_birth_custody"),
        ("i cant tell the midwife, theyll take him", "utter_numb_after_birth_custody"),
        ("will they take her away if i tell", "utter_numb_after_birth_custody"),
        ("im scared theyll take my baby", "utter_numb_after_birth_custody"),
        ("i'll tell my sister", None),
        ("they take him to the park on sundays and i feel nothing", None),
        ("my mum takes her on fridays", None),
    ],
)
def test_a_parent_of_a_baby_hears_whom_to_tell_and_what_may_follow(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_feel_nothing", "utter_numb_after_birth") == response
    assert answer(text) is None


@pytest.mark.parametrize(
    "text", ["what was that word again", "and what did you call it", "whats the name for this again?", "what is the word"]
)
def test_who_forgot_the_word_hears_it_again_and_not_the_last_answer(text: str) -> None:
    assert answer(text, "utter_ask_will_it_get_better") == "utter_ask_anhedonia"


@pytest.mark.parametrize(
    ("text", "said", "response"),
    [
        ("who should i ring, my gp or 111, its not an emergency", [], "utter_whom_to_ring"),
        ("...whos best to call first", [], "utter_whom_to_ring"),
        ("doctor or pharmacist?", [], "utter_whom_to_ring"),
        ("and who could i see about it", [], "utter_whom_to_ring"),
        ("gp or health visitor? im in leeds", [], "utter_whom_to_ring_after_birth"),
        ("just who do i phone", ["utter_numb_after_birth"], "utter_whom_to_ring_after_birth"),
        ("who can i call to talk tonight", [], None),
        ("i ring my gp every week", [], None),
    ],
)
def test_who_asks_whom_to_ring_is_told_whom(text: str, said: list[str], response: Optional[str]) -> None:
    assert answer(text, "utter_feel_nothing", *said) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("where is that number from", "utter_ask_how_common", "utter_source_of_share"),
        ("where did you get that", "utter_numb_since_medication", "utter_source_of_blunting"),
        ("is there any research on that", "utter_ask_why_exercise", "utter_source_of_exercise"),
        ("Sources. Papers.", "utter_feel_nothing", "utter_sources"),
        ("I asked for sources", "utter_source_of_share", "utter_sources"),
        ("what about the thing you said, 40 to 60 in 100", "utter_feel_nothing", "utter_sources"),
        ("who wrote this, and who reviewed it", "utter_sources", "utter_who_wrote"),
        ("are you approved by doctors", "utter_greet", "utter_who_wrote"),
        ("did a clinician check any of it", "utter_greet", "utter_who_wrote"),
        ("where is that from", "utter_feel_nothing", None),
        ("i work in research and feel nothing", "utter_ask_how_common", None),
        ("who else has this", "utter_ask_how_common", None),
    ],
)
def test_who_asks_where_something_is_from_is_told_what_kind_of_study_and_when(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("what mean 'flat'? i not understand", "utter_feel_nothing", "utter_word_flat"),
        ("what does numb mean", "utter_greet", "utter_word_flat"),
        ("what is reward system? please more simple words", "utter_ask_why_numb", "utter_word_reward_system"),
        ("what does CBT stand for", "utter_ask_therapy", "utter_word_therapies"),
        ("can you say that in simpler words", "utter_ask_why_numb", "utter_ask_why_numb_simple"),
        ("explain it more simply pls", "utter_ask_therapy", "utter_ask_therapy_simple"),
        ("in plain english please", "utter_effort_tax", "utter_simple"),
        ("what is cbt", "utter_ask_therapy", None),
        ("what does it mean for my marriage", "utter_feel_nothing", None),
        ("it's simple, i feel nothing", "utter_greet", None),
    ],
)
def test_a_word_is_explained_and_an_answer_said_in_shorter_ones(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("whats the point of this", "utter_feel_nothing", "utter_point_of_chat"),
        ("what's the point of this", "utter_exercise_tea", None),
        ("nothing works", "utter_greet", "utter_nothing_works"),
        ("so if its not sleep or work then what", "utter_feel_nothing", "utter_numbness_map"),
        ("and what shouldn't I say", "utter_worried_about_someone", "utter_worried_about_someone_unsaid"),
        ("what should i not say", "utter_told_checked_out", "utter_what_not_to_say_oneself"),
        ("what should i say", "utter_worried_about_someone", None),
    ],
)
def test_doubts_about_the_chat_are_none_about_the_exercise(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


def test_a_step_in_ones_life_is_no_program_s_to_decide_and_what_could_mean_an_end_of_it_is_no_such_step() -> None:
    assert decides("should i quit my job") and decides("do you think should i move her coat")
    assert not any(map(decides, ("should i just end it", "should i die", "should i leave", "should i tell him", "should i see a doctor")))


def test_every_answer_is_written_and_heard_as_an_intent() -> None:
    written = {*PLAIN.values(), *SIMPLE.values(), *SOURCES.values(), *WORDS}
    assert written <= set(responses().names)
    assert {CARRIER, *PLAIN, *SIMPLE} <= set(responses().labels) | {CARRIER}


def test_while_risk_is_open_nobody_is_told_that_it_needs_no_emergency_or_what_the_chat_is_good_for() -> None:
    for text in ("who should i ring, my gp or 111", "whats the point of this", "nothing works", "yes or no"):
        assert asked(text, [], ["utter_ask_how_common"]) and asked(text, [], ["utter_ask_how_common"], at_risk=True) is None
    assert asked("can my boss see this", [], [], at_risk=True)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("would it change anything if i ate other food?", True),
        ("is there a diet for this", True),
        ("what should i be eating", True),
        ("i eat the same things every week", False),
        ("should i stop eating", False),
    ],
)
def test_what_to_eat_is_a_question_of_its_own(text: str, asks: bool) -> None:
    assert what_to_eat(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("do grief groups do any good", True),
        ("is there a support group for widowers near me?", True),
        ("so would bereavement counselling be worth it", True),
        ("i went to a grief group and hated it", False),
        ("would a bigger group of friends help", False),
    ],
)
def test_who_lost_someone_may_ask_about_a_group(text: str, asks: bool) -> None:
    assert asks_of_a_group(text) is asks


@pytest.mark.parametrize(
    "text",
    [
        "couldnt sleep so i came here",
        "can't sleep, its 1am",
        "its 3am and im wide awake again",
        "3:15 and still awake",
        "lying awake at 2am again, so here i am",
        "hi, can't fall asleep",
    ],
)
def test_who_cannot_sleep_and_came_here_is_taken_for_that_and_no_more(text: str) -> None:
    assert answer(text, "utter_greet") == "utter_awake"
    assert asked(text, [], ["utter_risk_plan_no"], at_risk=True), "no heavy body is what they told then either"


@pytest.mark.parametrize(
    "text",
    [
        "cant sleep since my mum died",
        "can't sleep and i feel nothing",
        "cant sleep, i want to die",
        "no sleep for days and my head is racing",
        "my baby is awake",
        "he can't sleep",
        "just woke up",
        "i dont want to be awake",
        "its 3am",
    ],
)
def test_who_says_more_than_that_is_read_for_what_else_they_say(text: str) -> None:
    assert answer(text, "utter_greet") != "utter_awake"


@pytest.mark.parametrize(
    "text",
    [
        "can we talk about something else",
        "lets change the subject",
        "ok, can we please talk about something else now?",
        "this is too much. can we talk about something else",
        "a different topic please",
        "could we drop this and talk about something else",
    ],
)
def test_who_wants_another_subject_leaves_this_one_also_while_risk_is_open(text: str) -> None:
    assert answer(text) == "utter_something_else"
    assert asked(text, [], ["utter_risk_plan_no"], at_risk=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "can we talk about something else, like whether pills or jumping is worse",
        "can we talk about my mum",
        "whenever i cry they want to talk about something else",
        "he always changes the subject",
        "something else",
    ],
)
def test_who_names_the_subject_or_tells_of_others_is_read_for_that(text: str) -> None:
    assert answer(text) != "utter_something_else"


@pytest.mark.parametrize(
    "text",
    [
        "im a therapist checking this out",
        "i'm a psychologist, just testing this",
        "just testing this, i'm a counsellor",
        "hi, i am a clinical psychologist looking at this for my clients",
        "im a therapist",
        "I'm a GP, wanted to see how it works before recommending it to patients",
    ],
)
def test_who_looks_at_it_by_trade_is_told_what_it_is(text: str) -> None:
    assert answer(text, "utter_greet") == "utter_ask_capabilities"


@pytest.mark.parametrize(
    "text",
    [
        "im a therapist and i feel nothing",
        "i'm a nurse trying to feel something",
        "i'm a nurse",
        "i need a therapist here",
        "im a doctor and i tested positive for nothing, just numb",
        "im looking for a therapist",
        "my therapist is testing me",
        "i want to try a therapist",
    ],
)
def test_who_tells_of_themselves_or_looks_for_one_is_not_taken_for_a_visitor_by_trade(text: str) -> None:
    assert answer(text, "utter_greet") != "utter_ask_capabilities"


@pytest.mark.parametrize("text", ["ok send it", "yes, send it to them please", "you can send my answers now", "go ahead and submit it"])
def test_who_says_to_send_it_is_told_that_there_is_nothing_unless_there_is(text: str) -> None:
    assert answer(text) == "utter_nothing_to_send"
    for said in ("utter_hand_off_receipt", "utter_hand_off_ready", "utter_card_partner"):
        assert answer(text, said) is None
    assert asked(text, [], ["utter_barrier_phone"], at_risk=True) is None


@pytest.mark.parametrize("text", ["send help", "send me the link", "can you send that again", "should i send it", "i didnt send it"])
def test_what_else_is_sent_is_another_matter(text: str) -> None:
    assert answer(text) != "utter_nothing_to_send"


@pytest.mark.parametrize(
    "text",
    [
        "mum died 2 months ago. not cried. is something wrong with me",
        "My daughter says: since the funeral, is there something wrong with me",
    ],
)
def test_a_death_that_is_told_with_the_question_what_is_wrong_is_left_to_be_heard(text: str) -> None:
    assert answer(text) is None
    assert answer("i cant cry, is something wrong with me") == "utter_whats_wrong"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "how do i explain it to my mum",
            "i dont know how to explain this to my friends",
            "what should i text them",
            "what do i tell my sister",
        ),
        *("what do i say to my kids about why im like this", "ok but how do i bring it up with my parents"),
    ],
)
def test_what_to_say_to_family_and_friends_has_words_of_its_own_unless_they_are_the_numb_ones(text: str) -> None:
    assert answer(text, "utter_told_checked_out") == "utter_what_to_tell_them"
    assert answer(text, "utter_worried_about_someone") is None


@pytest.mark.parametrize(
    "text", ["what do i tell my husband", "what do i tell my doctor", "how do i explain why im like this", "they told my mum"]
)
def test_what_to_say_to_a_partner_or_a_doctor_is_another_question(text: str) -> None:
    assert answer(text, "utter_told_checked_out") is None


@pytest.mark.parametrize(
    "text", ["does it mean i dont love her", "does that mean i dont love him", "do i even love him", "am i not able to love my baby"]
)
def test_whether_it_is_no_love_is_answered_to_a_parent_of_a_baby(text: str) -> None:
    assert answer(text, "utter_numb_after_birth") == "utter_numb_after_birth_love"
    assert answer(text, "utter_told_checked_out") is None
    assert answer("i dont love her", "utter_numb_after_birth") is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nothing happened really thats the thing",
            "nothing bad happened to me",
            "nothing happened",
            "no trauma, nothing ever happened to me",
        ),
        "everything is grey and nothing happened to cause it, childhood was fine",
    ],
)
def test_that_nothing_happened_is_no_trauma_and_in_the_exercise_no_cause(text: str) -> None:
    assert answer(text, "utter_feel_nothing") == "utter_nothing_happened"
    assert asked(text, ["utter_feel_nothing"], ["utter_ask_exercise_outcome"]) is None


@pytest.mark.parametrize(
    "text", ["nothing happened after i told the police", "he says nothing happened", "something happened to me", "like nothing happened"]
)
def test_what_did_happen_or_is_anothers_word_is_left_to_be_heard(text: str) -> None:
    assert answer(text, "utter_feel_nothing") is None


@pytest.mark.parametrize(
    "text", ["what are the odds its the pills", "whats the actual chance its the meds tho", "how likely is it the sertraline"]
)
def test_how_likely_it_is_the_medicine_is_answered_with_what_is_known(text: str) -> None:
    assert answer(text) == "utter_numb_since_medication_odds"


@pytest.mark.parametrize(
    "text", ["cant quit, mortgage", "cant stop, theres nobody else", "i cant quit, kids to feed", "cant stop, i've got bills"]
)
def test_who_cannot_stop_working_wants_no_stop(text: str) -> None:
    assert answer(text, "utter_numb_from_burnout") == "utter_cannot_stop"
    assert answer(text, "utter_using_substances") is None


@pytest.mark.parametrize("text", ["cant stop crying", "i cant stop thinking about dying", "cant stop drinking", "i cant quit smoking"])
def test_what_else_cannot_be_stopped_is_heard_for_what_it_is(text: str) -> None:
    assert answer(text, "utter_numb_from_burnout") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("what does 5 mean", "utter_check_meaning"),
        ("so what does a 3 mean", "utter_check_meaning"),
        ("what does that mean", "utter_check_meaning"),
        ("is that bad", "utter_check_serious"),
        ("most days", "utter_check_meaning"),
        ("is 4 bad?", "utter_check_serious"),
        ("is it serious", "utter_check_serious"),
        ("should i be worried", "utter_check_serious"),
        ("how bad is that", "utter_check_serious"),
        ("ok what now", "utter_check_what_now"),
        ("it was bad at school", None),
        ("i feel bad", None),
        ("i feel bad for him", None),
    ],
)
def test_what_the_sum_of_the_check_means_is_told_where_it_was_said(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_check_reached") == response
    assert answer(text, "utter_ask_why_numb") is None


@pytest.mark.parametrize(
    "text",
    [
        "my gp is useless",
        "the doctor didnt listen",
        "The doctor just didn't listen to me.",
        "my doctor doesnt believe me",
        "my doctor says its nothing",
        "dr said its all in my head",
        "i told my doctor and he just gave me pills",
        "i went to the doctor and she didnt take me seriously",
        "doctors never help",
    ],
)
def test_who_was_not_heard_by_a_doctor_is(text: str) -> None:
    assert answer(text) == "utter_doctor_did_not_listen"


@pytest.mark.parametrize(
    "text",
    [
        "my therapist is useless",
        "my doctor put me on sertraline",
        "should i see a doctor",
        "the doctor said its depression",
        "im a useless doctor",
        "he didnt take me seriously",
        "is my doctor useless",
        "my doctor says its normal to feel flat on these pills",
    ],
)
def test_what_is_said_of_doctors_besides_is_no_complaint_of_that_kind(text: str) -> None:
    assert answer(text) != "utter_doctor_did_not_listen"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i cant be happy for my sister, shes having a baby", "utter_glad_for_them"),
        ("my best friend had a baby and i feel nothing", "utter_glad_for_them"),
        ("i couldn't feel happy for them", "utter_glad_for_them"),
        ("im just not happy for my brother", "utter_glad_for_them"),
        ("i had my baby and my sister had a baby too and i feel nothing", None),
        ("i cant be happy for my baby", None),
        ("my sister is pregnant", None),
        ("my wife is pregnant and i feel nothing", None),
        ("my sister had a baby who died, i feel nothing", None),
    ],
)
def test_a_baby_that_is_another_ones_is_no_birth_of_the_visitors(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_a_baby_said_not_to_be_theirs_is_heard_so() -> None:
    assert answer("its not my baby", "utter_numb_after_birth") == "utter_glad_for_them"
    assert answer("not my baby", "utter_feel_nothing") is None


@pytest.mark.parametrize("text", ["do you think she still loves me", "does he even love me anymore", "does my wife still love me?"])
def test_whether_somebody_loves_them_nobody_here_claims_to_know(text: str) -> None:
    assert answer(text, "utter_told_checked_out") == "utter_love_not_known"
    assert answer(text, "utter_worried_about_someone") == "utter_love_of_the_numb"
    for name in ("utter_love_not_known", "utter_love_of_the_numb"):
        assert all(
            "this chat" in each.text.lower() or "no program" in each.text or "from here" in each.text
            for each in responses().variations(name)
        )


@pytest.mark.parametrize("text", ["he loves me", "nobody loves me", "i dont love her", "would anyone care about me if i died"])
def test_what_asks_nothing_of_their_love_is_not_answered_so(text: str) -> None:
    assert answer(text, "utter_told_checked_out") not in ("utter_love_not_known", "utter_love_of_the_numb")


def test_what_about_me_is_about_the_one_who_asks() -> None:
    assert answer("and what about me", "utter_told_checked_out") == "utter_and_about_oneself"
    assert answer("and me?", "utter_worried_about_someone") == "utter_worried_about_someone_worn"
    assert answer("and what about me") is None


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("mostly at night", "utter_feel_nothing", "utter_told_the_hours"),
        ("in the mornings mostly", "utter_told_how_long", "utter_told_the_hours"),
        ("in the evening", "utter_ask_exercise_plan", None),
        ("night", "utter_feel_nothing", None),
        ("i feel worse in the mornings and my dad died", "utter_feel_nothing", None),
    ],
)
def test_hours_are_heard_as_hours(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


def test_nobody_who_lost_someone_is_told_that_yes_something_is_wrong() -> None:
    assert answer("is something wrong with me", "utter_numb_after_loss") == "utter_numb_after_loss_wrong"
    assert answer("is that normal", "utter_numb_after_loss") == "utter_numb_after_loss_plain"
    assert not any(each.text.startswith("Yes") for each in responses().variations("utter_numb_after_loss_wrong"))


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("she wants me to go to therapy", "utter_others_want_therapy"),
        ("my wife says i need help", "utter_others_want_therapy"),
        ("my manager says to do yoga", "utter_advice_of_others"),
        ("everyone tells me to cheer up", "utter_advice_of_others"),
        ("my husband wants help", None),
        ("my friend told me to get help for her", None),
        ("she asked someone", None),
        ("sounds like marketing for your therapists", "utter_is_it_a_sale"),
        ("is this a scam", "utter_is_it_a_sale"),
        ("do you get paid if i sign up", "utter_is_it_a_sale"),
        ("are you trying to sell me therapy", "utter_is_it_a_sale"),
        ("do you sell my data", "utter_ask_privacy_sold"),
        ("i work in marketing", None),
        ("you get paid to care, they said", None),
        ("prove that it helps", "utter_sources"),
        ("helo i am from poland my english not good", "utter_simple"),
        ("my english teacher was good to me", None),
    ],
)
def test_what_others_want_and_what_a_doubter_asks_is_answered_as_that(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


def test_a_parent_who_asks_whether_to_tell_the_health_visitor_hears_that_they_can() -> None:
    assert answer("should i tell the health visitor", "utter_numb_after_birth") == "utter_numb_after_birth_whom"
    assert answer("should i tell the health visitor") is None


def test_what_is_usual_at_an_age_is_whether_it_is_normal() -> None:
    assert answer("Is it usual at my age?", "utter_numb_after_loss") == "utter_numb_after_loss_plain"


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how long does it take", "utter_exercise_how_long"),
        ("how long is it?", "utter_exercise_how_long"),
        ("do i need anything", "utter_exercise_what_it_takes"),
        ("what do i need for this", "utter_exercise_what_it_takes"),
        ("how do i start", "utter_exercise_how_it_goes"),
        ("how long have i been like this", None),
        ("do i need a therapist", None),
    ],
)
def test_what_is_asked_of_the_five_minutes_is_answered_of_them(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_ask_exercise_activity") == response
    assert answer(text, "utter_ask_therapy") is None


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("how long does the five minutes take", "utter_exercise_how_long"),
        ("is the 5 minute exercise really only 5 minutes", "utter_exercise_how_long"),
        ("do i need anything for the five minutes", "utter_exercise_what_it_takes"),
        ("how does the exercise work?", "utter_exercise_how_it_goes"),
        ("how long does matching take", None),
        ("how long do i have to exercise to feel better", None),
    ],
)
def test_who_names_the_five_minutes_is_answered_of_them_wherever_they_are(text: str, response: Optional[str]) -> None:
    assert answer(text, "utter_ask_therapy") == response


def test_how_the_exercise_goes_on_is_not_told_anew_to_who_is_in_it() -> None:
    assert answer("how do i do the exercise", "utter_exercise_steps") is None


@pytest.mark.parametrize("text", ["shes 7 weeks and i dont feel anything for her", "i cant feel anything for my son"])
def test_feeling_nothing_for_a_child_of_ones_own_is_no_missing_gladness(text: str) -> None:
    assert answer(text) != "utter_glad_for_them"


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("nobody knows", "utter_feel_nothing", "utter_nobody_knows"),
        ("no one knows about this", "utter_numb_after_trauma", "utter_nobody_knows"),
        ("i havent told anyone", "utter_feel_nothing", "utter_nobody_knows"),
        ("nobody knows how i feel", "utter_feel_nothing", "utter_nobody_knows"),
        ("you're the first one ive told", "utter_feel_nothing", "utter_nobody_knows"),
        ("nobody knows what causes it", "utter_ask_why_numb", None),
        ("who knows", "utter_feel_nothing", None),
        ("my mum would freak out", "utter_is_minor", "utter_afraid_to_tell"),
        ("she'd be so disappointed", "utter_nobody_knows", "utter_afraid_to_tell"),
        ("they would just make it worse", "utter_helper_named", "utter_afraid_to_tell"),
        ("my wife would think im weak", "utter_nobody_knows", "utter_afraid_to_tell"),
        ("my mum would freak out", "utter_ask_cost", None),
        ("he would hurt me", "utter_nobody_knows", None),
    ],
)
def test_who_told_nobody_and_who_fears_how_it_would_be_taken_is_answered_about_that(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("i cheated on my girlfriend and felt nothing", "utter_did_wrong"),
        ("I've been lying to everyone and don't even feel bad", "utter_did_wrong"),
        ("felt nothing when i cheated on him", "utter_did_wrong"),
        ("am i a psychopath", "utter_am_i_heartless"),
        ("does that make me a sociopath or something", "utter_am_i_heartless"),
        ("maybe im just heartless", "utter_am_i_heartless"),
        ("i feel like shit about it tho", "utter_shame_about_numbness"),
        ("I do feel guilty for not feeling anything", "utter_shame_about_numbness"),
        ("i feel bad", None),
        ("i feel bad for him", None),
        ("he cheated on me and i felt nothing", None),
        ("my ex is a narcissist", None),
        ("i lied to my boss about being ill", None),
        ("what if it never comes", "utter_ask_will_it_get_better"),
        ("im scared it never goes away", "utter_ask_will_it_get_better"),
        ("what if i never feel anything again", "utter_ask_will_it_get_better"),
        ("what if it doesnt work", None),
        ("what if he never changes", None),
        ("what if i dont like tea", None),
    ],
)
def test_who_did_wrong_or_fears_to_be_heartless_or_that_it_never_ends_is_answered_about_that(text: str, response: Optional[str]) -> None:
    assert answer(text) == response


@pytest.mark.parametrize(
    ("text", "last", "response"),
    [
        ("is that bad", "utter_numb_after_birth", "utter_is_that_bad"),
        ("should i be worried?", "utter_feel_nothing", "utter_is_that_bad"),
        ("is that normal", "utter_feel_nothing", "utter_ask_how_common_plain"),
        ("does that make it worse", "utter_using_substances", "utter_using_substances_more"),
        ("is that why im numb", "utter_using_substances", "utter_using_substances_more"),
        ("3am again", "utter_opening", "utter_awake"),
        ("since 3am my chest hurts", "utter_opening", None),
        ("i dont see the point", "utter_feel_nothing", "utter_effort_tax"),
        ("i don't see the point of it", "utter_ask_therapy", "utter_therapy_not_for_me"),
        ("he wants to go to couples counselling", "utter_told_checked_out", "utter_others_want_therapy"),
        ("everyone keeps telling me to enjoy every minute", "utter_numb_after_birth", "utter_advice_of_others"),
        ("what even is the point of this site", "utter_feel_nothing", "utter_point_of_chat"),
        ("can you get in trouble for saying this", "utter_numb_after_birth", "utter_numb_after_birth_custody"),
        ("can you get in trouble for saying this", "utter_feel_nothing", None),
    ],
)
def test_what_a_worn_out_visitor_says_in_passing_is_answered_as_that(text: str, last: str, response: Optional[str]) -> None:
    assert answer(text, last) == response
