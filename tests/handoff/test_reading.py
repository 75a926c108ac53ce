"""What typed words mean to the hand-off, without a model: the intent head's guess is given."""

from __future__ import annotations

from typing import Optional

import pytest

from thaw.handoff.form import AGAIN, ALSO, FIELDS, State
from thaw.handoff.lines import line_of
from thaw.handoff.meaning import DIFFERENCE, LIST, THEIRS, UNFIT, UNSENT
from thaw.handoff.reading import Listening, Reading, read
from thaw.handoff.regrets import takes_it_back
from thaw.handoff.words import kept

ASKING = Listening("touches", "since")
RECEIPT = Listening(None, "cost", True)


def meant(text: str, intent: str = "nlu_fallback", confidence: float = 0.9, listening: Listening = ASKING) -> Optional[tuple[object, ...]]:
    reading = read(text, intent, confidence, listening)
    return tuple(reading)[:3] if reading else None


@pytest.mark.parametrize(
    "guess", ["goodbye", "stop", "greet", "thanks", "keep_it_short", "repeat", "want_human", "chitchat", "out_of_scope"]
)
@pytest.mark.parametrize("words", ["work", "my kids mostly", "a long time", "someone patient"])
def test_a_short_answer_is_an_answer_whatever_the_intent_head_takes_it_for(words: str, guess: str) -> None:
    assert meant(words, guess) == ("answer_hand_off", "touches", words)


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("stop", "stop"),
        ("can we stop this", "stop"),
        ("what is anhedonia", "ask_anhedonia"),
        ("how much is it?", "ask_cost"),
        ("who can read this", "ask_privacy"),
        ("can my manager look at it", "ask_privacy"),
        ("so does hr hear about this", "ask_privacy"),
        ("will the people at home be told", "ask_privacy"),
        ("are you a machine of some kind?", "ask_if_bot"),
        ("delete everything", "delete_my_chat"),
        ("can i talk to a real person", "want_human"),
        ("say that again please", "repeat"),
        ("im 15", "is_minor"),
        ("bye", "goodbye"),
        ("thanks", "thanks"),
        ("ok, the baby is awake. bless you", "thanks"),
    ],
)
def test_what_asks_or_wants_something_else_is_no_answer(words: str, guess: str) -> None:
    assert meant(words, guess) in (None, (guess, None, None))


@pytest.mark.parametrize("guess", ["crisis_passive", "self_harm", "crisis_ideation"])
def test_words_that_the_intent_head_takes_for_danger_are_not_kept(guess: str) -> None:
    assert meant("everything, i can't do it any more", guess) is None


@pytest.mark.parametrize("words", ["skip", "Skip it.", "pass", "idk", "I don’t know", "no idea", "doesn't matter", "later"])
def test_skipping_can_be_typed(words: str) -> None:
    assert meant(words, "deny") == ("skip_question", "touches", None)


@pytest.mark.parametrize("words", ["I'd rather not", "i’d rather not say", "prefer not to say", "none of your business", "that's private"])
def test_declining_can_be_typed(words: str) -> None:
    assert meant(words, "deny") == ("rather_not_say", "touches", None)


@pytest.mark.parametrize("words", ["why do you want to know that?", "why are you asking", "what do you need this for"])
def test_asking_what_a_question_is_for_is_heard(words: str) -> None:
    assert meant(words, "frustrated_with_bot") == ("why_this_question", None, None)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("no, two years", "since", "two years"),
        ("no wait, i meant three years", "since", "three years"),
        ("actually online", "how", "online"),
        ("sorry, spanish", "language", "spanish"),
        ("no, germany", "place", "germany"),
        ("i meant since the spring", "since", "since the spring"),
        ("wait, about 3 months", "since", "about 3 months"),
    ],
)
def test_a_correction_goes_to_the_field_it_speaks_of_else_to_the_last_one(words: str, field: str, value: str) -> None:
    assert meant(words, "deny", listening=Listening("wish", "since")) == ("answer_hand_off", field, value)


@pytest.mark.parametrize("words", ["no", "no, never", "nope", "no therapy so far", "no, i couldn't afford it"])
def test_no_to_a_question_that_takes_a_no_is_its_answer(words: str) -> None:
    assert meant(words, "deny", listening=Listening("therapy", "touches")) == ("answer_hand_off", "therapy", words)


def test_a_bare_yes_where_it_says_nothing_is_no_answer() -> None:
    assert meant("yes", "affirm") == ("answer_hand_off", "touches", "yes")
    assert meant("yes", "affirm", listening=Listening("place", "how")) == ("answer_hand_off", "place", "")


@pytest.mark.parametrize("words", ["since i was 16", "when i was 12 or so", "i was 15"])
def test_an_age_in_the_past_is_an_answer(words: str) -> None:
    assert meant(words, "is_minor", listening=Listening("since", "signs")) == ("answer_hand_off", "since", words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("no, two years", ("answer_hand_off", "since", "two years")),
        ("remove the part about work", ("remove_field", "touches", None)),
        ("please take out the language", ("remove_field", "language", None)),
        ("don't send where i live", ("remove_field", "place", None)),
        ("in person", ("answer_hand_off", "how", "in person")),
        ("withdraw it", ("withdraw_hand_off", None, None)),
        ("yes", None),
        ("what is anhedonia", None),
        ("why does it take two years?", None),
        ("i feel nothing", None),
        ("stop", None),
    ],
)
def test_at_the_receipt_corrections_and_removals_are_heard_and_nothing_else(words: str, expected: Optional[tuple[object, ...]]) -> None:
    assert meant(words, "stop" if words == "stop" else "nlu_fallback", listening=RECEIPT) == expected


def test_where_no_receipt_is_shown_nothing_but_taking_back_is_heard() -> None:
    assert meant("in person", listening=Listening(None, "cost")) is None
    assert meant("take it back", listening=Listening(None, "cost")) == ("withdraw_hand_off", None, None)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("no, not for ten years", "therapy"),
        ("no, two years ago i gave up on it", "therapy"),
        ("actually i never had any", "therapy"),
        ("oh it was all talk for years", "missed"),
        ("actually, it was all online", "missed"),
        ("oh, someone who speaks spanish", "wish"),
        ("oh, my wife too", "wish"),
        ("no, two years of insurance left", "cost"),
        ("no, it's more like being behind glass", "signs"),
        ("I need someone patient", "wish"),
        ("i'm not sure, maybe a woman", "wish"),
        ("my job, i want to quit", "touches"),
        ("I want to stop feeling like this", "touches"),
        ("Withdraw from everyone", "touches"),
        ("i want to withdraw from everyone", "touches"),
        ("a few days", "since"),
    ],
)
@pytest.mark.parametrize("guess", ["nlu_fallback", "far_from_people"])
def test_an_ordinary_answer_belongs_to_the_question_that_is_open(words: str, asked: str, guess: str) -> None:
    assert meant(words, guess, listening=Listening(asked, "how")) == ("answer_hand_off", asked, words)


def test_an_apology_for_ones_english_is_no_data() -> None:
    assert meant("sorry, my english is bad", listening=Listening("since", "signs")) == ("answer_hand_off", "since", "")
    assert meant("sorry, my english is bad", listening=RECEIPT) is None


@pytest.mark.parametrize(
    "words",
    [
        "I'm 15 and it started when I was 13",
        "it started when i was 12, i'm 16 now",
        "im 17",
        "i am sixteen, since i was ten",
        "I'm a 16 year old girl",
        "i'm almost 18",
        "i'm still in high school, it began when i was 11",
    ],
)
@pytest.mark.parametrize("guess", ["is_minor", "nlu_fallback", "numb_after_trauma"])
@pytest.mark.parametrize("listening", [Listening("since", "signs"), RECEIPT, Listening(None, "cost")])
def test_a_present_age_under_eighteen_wins_whatever_is_told_of_the_past(words: str, guess: str, listening: Listening) -> None:
    assert meant(words, guess, listening=listening) == ("is_minor", None, None)


@pytest.mark.parametrize(
    "words",
    [
        "since i was 16, i'm 40 now",
        "I'm 10 years in",
        "i'm 8 months in",
        "im 15 years sober",
        "i'm 15 minutes from a city",
        "i feel like i'm 15 again",
        "since i'm 15",
        "my son is 16 years old now",
        "i'm 10 out of 10 numb",
        "i'm 15% of who i was",
    ],
)
def test_a_number_that_is_no_present_age_makes_nobody_a_minor(words: str) -> None:
    assert meant(words, listening=Listening("signs", None)) == ("answer_hand_off", "signs", words)


def test_at_the_receipt_an_age_in_the_past_corrects_and_makes_nobody_a_minor() -> None:
    assert meant("no, since i was 16", "is_minor", listening=RECEIPT) == ("answer_hand_off", "since", "since i was 16")


@pytest.mark.parametrize(
    "words",
    [
        "Give me a few days",
        "maybe in a few weeks",
        "let me think about it for a week",
        "i need more time",
        "I'm not ready to send",
        "not sure I should send this",
        "please do not send it yet",
        "actually, don't send it",
        "no, i don't want that",
        "not yet",
        "next week maybe",
    ],
)
@pytest.mark.parametrize("guess", ["nlu_fallback", "unsure", "affirm"])
def test_hesitation_at_the_receipt_is_a_not_now_and_no_data(words: str, guess: str) -> None:
    assert meant(words, guess, listening=RECEIPT) == ("decline_hand_off", None, None)


@pytest.mark.parametrize("words", ["ok", "yes I guess", "yes that's right"])
def test_half_a_yes_is_told_that_nothing_is_sent_and_shown_the_receipt_again(words: str) -> None:
    assert meant(words, "affirm", listening=RECEIPT) == ("answer_hand_off", "signs", UNSENT)


def test_a_yes_on_a_condition_is_asked_which_line_it_is_about() -> None:
    assert meant("yes, if they can't see my name", "affirm", listening=RECEIPT) == ("answer_hand_off", None, None)


@pytest.mark.parametrize("words", ["yes but without the cost", "send it without the cost", "yes, but not the cost", "leave out the money"])
def test_a_yes_to_all_but_a_line_takes_the_line_out(words: str) -> None:
    assert meant(words, "affirm", listening=RECEIPT) == ("remove_field", "cost", None)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("No, it's my marriage", "touches", "my marriage"),
        ("actually, my kids", "touches", "my kids"),
        ("actually it is more like a fog", "signs", "more like a fog"),
        ("no, what was missing was warmth", "missed", "warmth"),
        ("actually, they never listened", "missed", "they never listened"),
        ("no, someone who is older", "wish", "someone who is older"),
        ("Cost: not a worry", "cost", "not a worry"),
        ("What it touches: my kids", "touches", "my kids"),
        ("what it’s like: empty", "signs", "empty"),
        ("change the cost to low", "cost", "low"),
        ("the language should be Spanish", "language", "Spanish"),
    ],
)
def test_at_the_receipt_every_line_can_be_corrected_by_what_it_says_or_by_its_name(words: str, field: str, value: str) -> None:
    assert meant(words, listening=RECEIPT) == ("answer_hand_off", field, value)


def test_a_correction_at_the_receipt_that_could_be_of_any_line_changes_none() -> None:
    assert meant("i meant the other thing", listening=RECEIPT) == ("answer_hand_off", None, None)
    assert meant("no, thanks", "deny", listening=RECEIPT) is None


@pytest.mark.parametrize("words", ["just give me the link", "Only the link please", "can i just have the plain link", "link"])
@pytest.mark.parametrize("listening", [Listening("since", "signs"), RECEIPT])
def test_the_plain_link_can_be_asked_for_in_words(words: str, listening: Listening) -> None:
    assert meant(words, "want_match", listening=listening) == ("plain_link", None, None)


@pytest.mark.parametrize("words", ["Just find me a therapist", "please just match me", "find me someone already"])
def test_who_wants_the_therapist_and_no_more_questions_is_asked_none(words: str) -> None:
    assert meant(words, "want_match", listening=Listening("since", "signs")) == ("finish_hand_off", None, None)
    assert meant("find me somebody who is calm", "want_match", listening=Listening("wish", "how"))[0] == "answer_hand_off"  # type: ignore[index]


@pytest.mark.parametrize("words", ["I don't want to answer any more questions", "i do not want more of these questions"])
def test_who_wants_no_more_questions_is_asked_none(words: str) -> None:
    assert meant(words, "stop") == ("finish_hand_off", None, None)


@pytest.mark.parametrize(
    "words",
    [
        "i'd like you to please just stop asking me all of these things because i am so tired of them now",
        "can we please stop",
        "leave me alone",
        "i don't want to do this",
        "give me a few days",
        "let me think about it",
    ],
)
@pytest.mark.parametrize("guess", ["stop", "frustrated_with_bot", "nlu_fallback"])
def test_stop_is_heard_however_long_the_sentence_is(words: str, guess: str) -> None:
    assert meant(words, guess) == ("stop", None, None)


@pytest.mark.parametrize("words", ["withdraw", "withdraw it", "i want to withdraw my consent", "take that back please"])
def test_taking_back_is_heard_also_while_a_question_is_open(words: str) -> None:
    assert meant(words, listening=Listening("touches", "since")) == ("withdraw_hand_off", None, None)


@pytest.mark.parametrize(
    "words",
    [
        "what happens to my answers",
        "who gets this?",
        "who will see it",
        "where does this go",
        "what happens if i say yes",
        "what happens when I send it?",
        "can i delete it later?",
        "could I undo it later",
        "can i still change my mind afterwards?",
        "how long is it kept",
    ],
)
@pytest.mark.parametrize("listening", [ASKING, RECEIPT])
@pytest.mark.parametrize("guess", ["ask_privacy", "delete_my_chat", "ask_matching"])
def test_a_question_about_what_is_sent_is_heard_at_a_question_and_at_the_receipt(words: str, listening: Listening, guess: str) -> None:
    assert meant(words, guess, listening=listening) == ("ask_what_is_sent", None, None)


@pytest.mark.parametrize("words", ["who can read this chat", "what happens in therapy", "what happens with my data", "can i stop"])
def test_a_question_about_something_else_is_none_about_what_is_sent(words: str) -> None:
    assert meant(words, "ask_privacy") != ("ask_what_is_sent", None, None)


@pytest.mark.parametrize(
    "words",
    [
        "skip all this",
        "skip everything",
        "skip the rest",
        "can we skip the questions",
        "please skip these",
        "i want to skip all of it",
        "skip to the end",
    ],
)
def test_who_skips_all_of_it_is_asked_no_more(words: str) -> None:
    assert meant(words, "stop") == ("finish_hand_off", None, None)


@pytest.mark.parametrize("words", ["can i skip this", "please skip", "skip that one"])
def test_one_question_is_skipped_by_a_question_too(words: str) -> None:
    assert meant(words, "stop") == ("skip_question", "touches", None)


@pytest.mark.parametrize("words", ["do i have to answer", "must I say?", "is this required", "what if i don't know the answer"])
def test_asking_whether_one_has_to_answer_is_no_answer(words: str) -> None:
    assert meant(words, "nlu_fallback") == ("why_this_question", None, None)


@pytest.mark.parametrize("words", ["i'm back", "hang on", "one sec", "ok wait", "lol", "hmm"])
def test_words_that_say_nothing_are_no_answer(words: str) -> None:
    assert meant(words, "greet", listening=Listening("since", "signs")) == ("answer_hand_off", "since", "")


def test_a_question_without_its_mark_is_no_answer() -> None:
    assert meant("what's the weather", "out_of_scope") is None


@pytest.mark.parametrize(
    ("words", "asked", "field", "value"),
    [
        ("actually it was only since march", "touches", "since", "it was only since march"),
        ("no, it's been three years", "wish", "since", "it's been three years"),
        ("actually i've never been in therapy", "wish", "therapy", "i've never been in therapy"),
        ("wait, I haven't had any counselling before", "missed", "therapy", "I haven't had any counselling before"),
        ("about two years", "language", "since", "about two years"),
        ("online but also in person", "place", "how", "online but also in person"),
        ("the uk", "language", "place", "the uk"),
        ("English please", "cost", "language", "English please"),
    ],
)
def test_a_text_that_can_only_answer_another_question_goes_there(words: str, asked: str, field: str, value: str) -> None:
    assert meant(words, listening=Listening(asked, "touches")) == ("answer_hand_off", field, value)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("a few months", "therapy"),
        ("two years", "missed"),
        ("in England, near Leeds", "place"),
        ("two years maybe, since the job", "since"),
        ("yes, cbt for a year", "therapy"),
        ("nothing, no joy, no tears", "signs"),
        ("work and marriage and my body", "touches"),
        ("i cry once in a few months", "signs"),
        ("i live in a fog, and my head is empty", "signs"),
        ("i don't care about money, or anything", "signs"),
        ("like a robot at work, then home, then sleep", "signs"),
    ],
)
def test_an_answer_of_several_parts_to_one_question_stays_whole(words: str, asked: str) -> None:
    later = FIELDS[FIELDS.index(asked) + 1 :]
    reading = read(words, "nlu_fallback", 0.9, Listening(asked, None, False, later))
    assert reading == Reading("answer_hand_off", asked, words)


@pytest.mark.parametrize(
    ("words", "asked", "answers"),
    [
        (
            "numb for two years, mostly my marriage, never had therapy",
            "signs",
            {"signs": "numb for two years", "touches": "mostly my marriage", "therapy": "never had therapy", "since": "two years"},
        ),
        ("online please, in english", "since", {"how": "online please", "language": "in english"}),
        ("Ohio, english", "place", {"place": "Ohio", "language": "english"}),
        (
            "work, and i live in texas and money is tight",
            "touches",
            {"touches": "work", "place": "i live in texas", "cost": "money is tight"},
        ),
        ("about a year. i'd like an older woman", "since", {"since": "about a year", "wish": "i'd like an older woman"}),
        ("a woman, online", "wish", {"wish": "a woman", "how": "online"}),
    ],
)
def test_several_answers_in_one_message_each_go_to_their_question(words: str, asked: str, answers: dict[str, str]) -> None:
    later = FIELDS[FIELDS.index(asked) + 1 :]
    reading = read(words, "nlu_fallback", 0.9, Listening(asked, None, False, later))
    assert reading and reading.intent == "answer_hand_off"
    assert {str(reading.field): reading.value, **dict(reading.also)} == answers


def test_who_is_still_in_the_hand_off_and_asks_for_someone_to_talk_to_is_not_asked_more() -> None:
    assert meant("ok find me someone to talk to", "want_human") == ("finish_hand_off", None, None)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("my name is Anna Smith and it is flat", "my name is … and it is flat"),
        ("since 2019, born 12/03/1990", "since 2019, born …"),
        ("my date of birth is 3rd May 1990, two years", "my date of birth …, two years"),
    ],
)
def test_a_name_and_a_date_of_birth_are_left_out(told: str, left: str) -> None:
    assert kept(told) == left


# What fits the question


@pytest.mark.parametrize(
    ("words", "asked", "field", "value"),
    [
        ("online, evenings", "place", "how", "online, evenings"),
        ("by video, weekends only", "cost", "how", "by video, weekends only"),
        ("leeds uk", "language", "place", "leeds uk"),
        ("english obviously", "cost", "language", "english obviously"),
        ("Spanish, of course", "place", "language", "Spanish, of course"),
        ("someone in their 50s", "how", "wish", "@also someone in their 50s"),
        ("it has to be cheap", "language", "cost", "it has to be cheap"),
    ],
)
def test_what_fits_another_question_goes_there_also_where_that_was_answered(words: str, asked: str, field: str, value: str) -> None:
    assert meant(words, listening=Listening(asked, "touches")) == ("answer_hand_off", field, value)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("i have a drawer full of old letters somewhere here", "since"),
        ("nobody at home talks to me", "language"),
        ("i’m not there — sorry…", "language"),
        ("it's my mother's", "place"),
        ("that's enough of it", "place"),
        ("i just sit there all day and look out", "how"),
        ("i dont know what i want from them", "place"),
        ("my dog died and i did not cry at all that evening", "cost"),
    ],
)
def test_what_fits_no_question_is_not_taken_and_said_so(words: str, asked: str) -> None:
    assert meant(words, listening=Listening(asked, "touches")) == ("answer_hand_off", asked, UNFIT)
    assert meant(words, "numb_after_loss", listening=Listening(asked, "touches")) is None, "the dialogue has an answer to it"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        *(
            (words, "how")
            for words in [
                "online",
                "a room",
                "the screen",
                "either",
                "doesn't matter which",
                "phone",
                "face to face",
                "both work",
                "evenings",
            ]
        ),
        *((words, "place") for words in ["leeds", "Ohio", "near Lyon", "the north of spain", "i live in Bath", "Canada, anywhere", "NYC"]),
        *(
            (words, "place")
            for words in ["King's Lynn", "St. John’s", "Newcastle upon Tyne", "london please", "in Cork, thanks", "Land's End", "L'Aquila"]
        ),
        *((words, "language") for words in ["english", "anglais", "中文", "Kashubian", "any is ok", "welsh", "my mother tongue, polish"]),
        *(
            (words, "cost")
            for words in ["yes", "a bit", "not really", "it's fine for now", "up to 50 a session", "i'm on benefits", "no, it isn't"]
        ),
        *(
            (words, "since")
            for words in ["ages", "the divorce", "2019", "since my mum died", "at 17", "it crept up slowly", "after the move to York"]
        ),
    ],
)
def test_an_ordinary_answer_fits_its_question(words: str, asked: str) -> None:
    reading = meant(words, "chitchat", listening=Listening(asked, "touches"))
    assert reading is not None and reading[:2] in [("answer_hand_off", asked), ("skip_question", asked)] and reading[2] != UNFIT


@pytest.mark.parametrize(
    ("words", "asked", "expected"),
    [
        ("whats the difference", "how", ("answer_hand_off", "how", DIFFERENCE)),
        ("and which one is better?", "how", ("answer_hand_off", "how", DIFFERENCE)),
        ("whats in the summary", "language", ("answer_hand_off", "language", LIST)),
        ("I want to see what you'd send", "wish", ("answer_hand_off", "wish", LIST)),
        ("wait, did the thing about my job go in?", "wish", ("answer_hand_off", "wish", LIST)),
        ("no the other thing, where does it go", "how", ("ask_what_is_sent", None, None)),
        ("how do i get him to see someone", "signs", None),
        ("how can I make her see a doctor", "touches", None),
    ],
)
def test_a_question_in_the_middle_is_answered_and_never_taken(words: str, asked: str, expected: Optional[tuple[object, ...]]) -> None:
    assert meant(words, "worried_about_someone", listening=Listening(asked, "since")) == expected


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("go back one", "how"),
        ("no, stop, go back one", "how"),
        ("can we go back to the previous question", "how"),
        ("i need to fix my answer", "wish"),
        ("let me change my last answer", "wish"),
        ("i want to change my answer about the cost", "cost"),
        ("go back to the language question", "language"),
        ("i want to fix my first answer", "signs"),
        ("change the first one", "signs"),
        ("go back to the first question", "signs"),
        ("change how long", "since"),
        ("change what i said about work", "touches"),
    ],
)
def test_going_back_asks_the_question_again_that_is_meant(words: str, field: str) -> None:
    for listening in (Listening("place", "wish", before="how"), Listening(None, "wish", True, before="how")):
        assert meant(words, "stop", listening=listening) == ("answer_hand_off", field, AGAIN)


@pytest.mark.parametrize(
    ("words", "asked", "last", "field", "value"),
    [
        ("no wait, yes i have been once", "wish", "therapy", "therapy", "yes i have been once"),
        ("sorry, i meant never", "missed", "therapy", "therapy", "never"),
        ("work, no sorry, home", "touches", "since", "touches", "home"),
        ("in person. actually no, online", "how", "wish", "how", "online"),
        ("Leeds, make that York", "place", "how", "place", "York"),
    ],
)
def test_of_an_answer_that_was_taken_back_only_the_last_word_is_kept(words: str, asked: str, last: str, field: str, value: str) -> None:
    assert meant(words, "deny", listening=Listening(asked, last)) == ("answer_hand_off", field, value)


def test_what_it_touches_told_where_it_is_asked_what_it_is_like_is_not_asked_again() -> None:
    reading = read("work and my marriage", "nlu_fallback", 0.9, Listening("signs", None, later=FIELDS[1:]))
    assert reading and (reading.field, reading.value, reading.also) == ("touches", "work and my marriage", ())


@pytest.mark.parametrize("words", ["the part about cost is right", "that line is all right", "everything is true", "the language is fine"])
def test_a_line_that_is_said_to_be_right_stays(words: str) -> None:
    reading = meant(words, "affirm", listening=RECEIPT)
    assert reading is None or reading[2] in (None, UNSENT)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the language is wrong, it should be polish", ("answer_hand_off", "language", "polish")),
        ("my cost isn't right", ("answer_hand_off", "cost", AGAIN)),
        ("can you fix that part about the dog", ("answer_hand_off", None, "@line that part about the dog")),
        ("delete", ("remove_field", None, None)),
        ("leave out the bit about my father", ("remove_field", None, "the bit about my father")),
    ],
)
def test_at_the_receipt_a_line_is_changed_or_taken_out_by_what_is_said_of_it(words: str, expected: tuple[object, ...]) -> None:
    assert meant(words, "delete_my_chat", listening=RECEIPT) == expected


SHOWN = State(
    answers={
        "since": "two years",
        "touches": "my first marriage and the job I had last",
        "wish": "a second opinion",
        "place": "Leeds",
    }
)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("the first line", "since"),
        ("second one please", "touches"),
        ("the 3rd", "wish"),
        ("the last line, sorry", "place"),
        ("the fourth is wrong", "place"),
        ("the line about my first marriage", "touches"),
        ("the bit with my last job", "touches"),
        ("the part about a second opinion", "wish"),
        ("the part about my first cat", None),
    ],
)
def test_a_line_is_meant_by_its_place_only_where_the_place_is_the_lines(words: str, field: Optional[str]) -> None:
    assert line_of(SHOWN, words) == field


@pytest.mark.parametrize(
    "words", ["ok bye", "night all", "thanks, night", "i have to go now", "im off to bed", "brb", "sorry, in a meeting. see you"]
)
@pytest.mark.parametrize("listening", [ASKING, Listening("signs", None), Listening("language", "place"), RECEIPT])
def test_who_takes_leave_answers_nothing(words: str, listening: Listening) -> None:
    assert meant(words, "goodbye", listening=listening) is None


@pytest.mark.parametrize(
    ("words", "guess"), [("every night", "goodbye"), ("worst in the evening, at night", "goodbye"), ("nights", "chitchat")]
)
def test_an_answer_that_only_looks_like_a_goodbye_is_an_answer(words: str, guess: str) -> None:
    assert meant(words, guess, 0.54) == ("answer_hand_off", "touches", words)


@pytest.mark.parametrize("words", ["yes, bye", "send it, goodnight", "ok yes. gotta go"])
def test_a_yes_with_a_goodbye_is_no_consent_and_shows_the_receipt_again(words: str) -> None:
    assert meant(words, "goodbye", listening=RECEIPT) == ("answer_hand_off", "signs", UNSENT)


def test_who_takes_leave_and_tells_an_age_under_eighteen_is_a_minor() -> None:
    assert meant("im 15 btw, bye", "goodbye") == ("is_minor", None, None)


@pytest.mark.parametrize("words", ["back", "im back", "back again", "ok back now"])
def test_who_says_to_be_back_at_a_question_answers_nothing(words: str) -> None:
    assert meant(words, "resume") == ("answer_hand_off", "touches", "")


@pytest.mark.parametrize(
    ("words", "asked", "guess"),
    [
        ("hang on is this going to be expensive", "signs", "ask_cost"),
        ("oh wait, how much is it", "since", "ask_cost"),
        ("actually who reads this", "touches", "ask_privacy"),
    ],
)
def test_a_question_is_heard_behind_whatever_it_begins_with(words: str, asked: str, guess: str) -> None:
    assert read(words, guess, 0.6, Listening(asked)) in (None, Reading("ask_what_is_sent"))


@pytest.mark.parametrize("words", ["idk whatever", "maybe", "dunno, not sure", "hmm, idk", "i dont know really", "who knows tbh"])
def test_who_does_not_know_is_asked_the_next_question_and_nothing_is_kept(words: str) -> None:
    assert read(words, "unsure", 0.6, Listening("therapy")) == Reading("skip_question", "therapy")


@pytest.mark.parametrize("words", ["can i think about it", "need to think about it", "could i just think first"])
def test_who_wants_to_think_is_let_be_and_nothing_is_kept(words: str) -> None:
    assert read(words, "unsure", 0.6, Listening("touches")) == Reading("stop")


@pytest.mark.parametrize("words", ["female if possible", "a woman pls", "an older man, if thats ok", "woman therapist please"])
@pytest.mark.parametrize("asked", ["signs", "therapy", "touches"])
def test_whom_someone_would_like_is_noted_for_later_wherever_it_is_said(words: str, asked: str) -> None:
    found = read(words, "out_of_scope", 0.4, Listening(asked, later=("wish", "how")))
    assert found and found.field == "wish" and not found.also


def test_when_someone_can_meet_goes_with_how_whichever_comes_first() -> None:
    found = read("evenings, online, a woman pls", "out_of_scope", 0.4, Listening("signs", later=("wish", "how")))
    assert found and {found.field: found.value, **dict(found.also)} == {"how": "evenings, online", "wish": "a woman pls"}
    assert read("mornings, mostly", "body_heavy", 0.4, Listening("signs", later=("wish", "how"))) == Reading(
        "answer_hand_off", "signs", "mornings, mostly"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("take out the bit about evenings", Reading("remove_field", None, "the bit about evenings")),
        ("remove the second line", Reading("remove_field", None, "the second line")),
        ("please leave out the part about my wife", Reading("remove_field", None, "the part about my wife")),
    ],
)
def test_a_line_is_taken_out_while_the_questions_still_go_on(words: str, expected: Reading) -> None:
    assert read(words, "keep_it_short", 0.6, Listening("since", later=("touches",))) == expected


@pytest.mark.parametrize("words", ["not the whole day", "drop in energy after lunch", "without pushing me", "i dropped everything i liked"])
def test_an_answer_that_only_sounds_like_taking_something_out_is_an_answer(words: str) -> None:
    found = read(words, "effort_tax", 0.6, Listening("signs", later=("wish",)))
    assert found and found.intent == "answer_hand_off"


@pytest.mark.parametrize("words", ["wait what exactly gets sent", "what is sent", "what do you send them", "what goes along"])
def test_what_is_sent_can_be_asked_by_what(words: str) -> None:
    assert read(words, "ask_privacy", 0.6, Listening("touches")) == Reading("ask_what_is_sent")


@pytest.mark.parametrize("words", ["what does the summary say", "what does my list look like so far", "whats in the summary so far"])
def test_what_the_list_says_so_far_can_be_asked(words: str) -> None:
    assert read(words, "out_of_scope", 0.6, Listening("touches")) == Reading("answer_hand_off", "touches", LIST)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("yes but dont tell them about my marriage", ("remove_field", "touches", None)),
        ("yes but leave my marriage out of it", ("remove_field", "touches", None)),
        ("yes but keep my job out of it", ("remove_field", "touches", None)),
        ("yes but dont tell them i'm pregnant", ("remove_field", None, "i'm pregnant")),
        ("yes but only the location and language", ("answer_hand_off", None, None)),
        ("yes if its free", ("answer_hand_off", None, None)),
    ],
)
def test_a_yes_that_leaves_something_out_is_never_passed_over(words: str, expected: tuple[object, ...]) -> None:
    assert meant(words, "affirm", listening=RECEIPT) == expected


@pytest.mark.parametrize("words", ["looks good", "thats right", "correct", "yes thats all correct", "ok yes", "👍", "sounds good"])
def test_approval_of_the_list_is_told_how_it_is_sent(words: str) -> None:
    assert meant(words, "affirm", listening=RECEIPT) == ("answer_hand_off", "signs", UNSENT)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("can you change the location to leeds", "place", "leeds"),
        ("change polish to english only", "language", "english only"),
        ("change online to in person", "how", "in person"),
        ("replace my marriage with work", "touches", "work"),
        ("change it to two years", "since", "two years"),
    ],
)
def test_one_thing_is_put_in_the_place_of_another_and_the_wish_itself_is_no_value(words: str, field: str, value: str) -> None:
    assert meant(words, listening=RECEIPT) == ("answer_hand_off", field, value)


@pytest.mark.parametrize("words", ["delete number 3", "remove #3", "number 3 please delete it", "remove line 3"])
def test_a_line_is_counted_by_its_number(words: str) -> None:
    state = State(answers={"signs": "numb", "since": "a year", "touches": "work", "cost": "low"})
    assert line_of(state, words) == "touches"
    found = meant(words, listening=RECEIPT)
    assert found is None or found[1] is None


SENT = {"utter_hand_off_ready"}


@pytest.mark.parametrize(
    "words", ["cancel it", "undo", "i changed my mind, delete it", "nevermind i dont want this", "actually no", "please cancel that"]
)
def test_right_after_the_link_any_regret_takes_it_back_and_later_none_of_these(words: str) -> None:
    assert takes_it_back(words, SENT, SENT)
    assert not takes_it_back(words, SENT, {"utter_thanks"})
    assert not takes_it_back(words, set(), {"utter_hand_off_receipt"})


@pytest.mark.parametrize("words", ["delete what you sent", "take back what i sent", "dont send it after all", "i regret sending it"])
def test_what_was_sent_can_be_taken_back_by_name_at_any_time(words: str) -> None:
    assert takes_it_back(words, SENT, {"utter_thanks"})
    assert not takes_it_back(words, set(), {"utter_thanks"})


@pytest.mark.parametrize(
    "words", ["delete my chat", "cancel my subscription", "i regret marrying him", "no thanks", "never mind that, what is anhedonia"]
)
def test_what_takes_back_something_else_leaves_the_summary(words: str) -> None:
    assert not takes_it_back(words, SENT, SENT)


@pytest.mark.parametrize(
    "words", ["its for my husband", "it's for my daughter, she's 15", "can you do it for my wife instead", "actually this is for a friend"]
)
def test_what_is_for_someone_else_ends_the_questions_and_is_no_answer(words: str) -> None:
    assert read(words, "worried_about_someone", 0.6, Listening("signs")) in (Reading("stop"), Reading("is_minor"))


@pytest.mark.parametrize("words", ["it's for my own good", "its for my kids that i keep going", "not being there for my wife"])
def test_an_answer_that_names_someone_is_an_answer(words: str) -> None:
    found = read(words, "told_checked_out", 0.6, Listening("touches"))
    assert found and found.intent == "answer_hand_off"


@pytest.mark.parametrize("words", ["do they take blue cross", "do u do this over zoom", "do they speak polish", "is it over zoom"])
def test_what_only_a_clinician_knows_is_no_answer_and_is_said_so(words: str) -> None:
    assert meant(words) == ("answer_hand_off", "touches", THEIRS)


@pytest.mark.parametrize("words", ["my body, do you know", "it does work on me", "are you there, nothing touches me"])
def test_an_answer_with_a_question_in_it_is_kept(words: str) -> None:
    found = meant(words)
    assert found is not None and found[2] != THEIRS


@pytest.mark.parametrize(
    "words", ["did it go through?", "did you send it already", "has it been sent", "did they get it?", "is it sent yet"]
)
def test_whether_it_went_is_answered_by_where_it_stands(words: str) -> None:
    assert meant(words) == ("ask_what_is_sent", None, None)
    assert meant(words, listening=RECEIPT) == ("answer_hand_off", "signs", UNSENT)


@pytest.mark.parametrize("words", ["take out everything", "remove all of it", "take it all out", "delete everything"])
def test_all_of_it_beside_the_receipt_may_mean_the_list_or_the_chat_and_is_asked(words: str) -> None:
    assert meant(words, "delete_my_chat", listening=RECEIPT) == ("remove_field", None, None)


@pytest.mark.parametrize("words", ["also saturdays", "add saturdays please", "and also weekends", "plus evenings too"])
def test_what_is_added_later_replaces_nothing(words: str) -> None:
    for listening in (ASKING, RECEIPT):
        found = meant(words, listening=listening)
        assert found is not None and found[1] == "how" and str(found[2]).startswith(ALSO)


def test_also_before_an_answer_to_the_question_that_is_open_is_one() -> None:
    assert meant("also work") == ("answer_hand_off", "touches", "also work")


def test_an_answer_said_again_is_taken_without_the_reproach() -> None:
    assert meant("evenings, like i said", listening=Listening("how", "wish")) == ("answer_hand_off", "how", "evenings")


@pytest.mark.parametrize("words", ["in dallas actually", "no, in dallas", "sorry, i'm near dallas now"])
def test_another_place_beside_the_receipt_is_taken(words: str) -> None:
    assert meant(words, listening=RECEIPT) == ("answer_hand_off", "place", "dallas")


@pytest.mark.parametrize("words", ["in pain actually", "no, in a minute", "actually in two minds"])
def test_what_is_no_place_is_none(words: str) -> None:
    found = meant(words, listening=RECEIPT)
    assert found is None or found[1] != "place"


@pytest.mark.parametrize(
    ("words", "asked"), [("can i see a woman please", "wish"), ("could i do it online", "how"), ("can i do it in spanish", "language")]
)
def test_an_answer_that_asks_politely_is_an_answer(words: str, asked: str) -> None:
    assert meant(words, listening=Listening(asked, "since")) == ("answer_hand_off", asked, words)


@pytest.mark.parametrize(("words", "intent"), [("do you take insurance", "ask_cost"), ("do you do this online only", "ask_therapy")])
def test_what_the_dialogue_has_an_answer_to_is_its_to_answer(words: str, intent: str) -> None:
    assert meant(words, intent) is None


def test_a_yes_with_a_reproach_beside_the_receipt_sends_nothing() -> None:
    assert meant("yes, like i said", "affirm", listening=RECEIPT) == ("answer_hand_off", "signs", UNSENT)
