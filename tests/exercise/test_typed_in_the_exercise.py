"""What a typed message means where the exercise offers something."""

from __future__ import annotations

from typing import Any, Optional

import pytest

from thaw.dialogue.beside import beside
from thaw.exercise.naming import hindrances, named, sense
from thaw.exercise.payloads import (
    AGAIN,
    CANNOT,
    DONE,
    LATER,
    NOTHING,
    NUMBER,
    OTHER,
    OUTCOME,
    PLAN,
    POSTPONED,
    SKIP,
    START,
    UNDONE,
    WHAT_NUMBER,
)
from thaw.exercise.planning import as_said, names_a_day
from thaw.exercise.reading import asks_for_later, corrected, done_later, meant, names_an_activity
from thaw.exercise.scale import number
from thaw.responses import responses


def offers(*names: str) -> list[dict[str, Any]]:
    return [button.dict() for name in names for button in responses().variations(name)[0].buttons]


TITLES = offers("utter_exercise_activities")
CHOOSING = [*TITLES[:3], *[each for each in TITLES if '"own"' in each["payload"]], *offers("utter_exercise_ways")]
HINDRANCES = offers("utter_ask_exercise_hindrance")
SHOWN = offers("utter_exercise_music", "utter_exercise_before")
AFTER = offers("utter_ask_exercise_noticing")
REMINDED = offers("utter_ask_exercise_outcome")
WHEN = offers("utter_exercise_plan")


def activity(name: str) -> str:
    return f'/choose_activity{{"exercise_activity": "{name}"}}'


def in_the_way(names: str) -> str:
    return f'/in_the_way{{"in_the_way": "{names}"}}'


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("music", activity("music")),
        ("the second one", activity("tea")),
        ("coffee i guess", activity("tea")),
        ("i could look at a plant", activity("plant")),
        ("the book one", activity("page")),
        ("you pick", activity("music")),
        ("idk", activity("music")),
        ("idk you pick", activity("music")),
        ("something else", OTHER),
        ("got any others?", OTHER),
        ("not these", OTHER),
        ("no tea", OTHER),
        ("none of these", CANNOT),
        ("i can't do any of those", CANNOT),
        ("i'm in bed", in_the_way("in_bed")),
        ("im at work", in_the_way("work")),
        ("I’m blind", in_the_way("no_sight")),
        ("i'm deaf so no music", in_the_way("no_hearing")),
        ("in bed and my husband is asleep next to me", in_the_way("in_bed people")),
        ("i can't walk", in_the_way("in_bed")),
        ("something with sound", '/other_activities{"sense": "hearing"}'),
        ("anything i can smell?", '/other_activities{"sense": "smell"}'),
        ("can i pet my cat instead", activity("own")),
    ],
)
def test_an_activity_is_chosen_in_words(text: str, payload: str) -> None:
    assert meant(text, "nlu_fallback", CHOOSING) == payload


@pytest.mark.parametrize(
    "text",
    [
        "why five minutes",
        "what is anhedonia",
        "i feel nothing",
        "I would rather talk about my father and the war he was in",
        "i can't see the point of any of this",
        "…",
    ],
)
def test_what_chooses_nothing_is_left_to_the_dialogue(text: str) -> None:
    assert meant(text, "nlu_fallback", CHOOSING) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bed", ("in_bed",)),
        ("too tired to get up", ("in_bed",)),
        ("kids are around", ("people",)),
        ("on the train", ("people",)),
        ("in a meeting", ("work",)),
        ("i'm hard of hearing", ("no_hearing",)),
        ("my body isn't safe", ("not_body",)),
        ("i would rather not do anything with my body", ("not_body",)),
        ("no appetite", ("no_appetite",)),
        ("I can't eat", ("no_appetite",)),
        ("low vision", ("no_sight",)),
        ("nothing works", ()),
        ("i can't see a future", ()),
        ("i can't hear myself think", ()),
    ],
)
def test_what_is_in_the_way_is_heard(text: str, names: tuple[str, ...]) -> None:
    assert hindrances(text) == names


def test_what_is_in_the_way_is_told_in_words_or_by_its_place() -> None:
    assert meant("im at my desk", "nlu_fallback", HINDRANCES) == in_the_way("work")
    assert meant("the first", "nlu_fallback", HINDRANCES) == in_the_way("in_bed")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", 2),
        ("0", 0),
        ("two", 2),
        ("maybe a 1", 1),
        ("3ish", 3),
        ("1-2", 1),
        ("2/4", 2),
        ("6/10", 2),
        ("10", 4),
        ("zero i guess", 0),
        ("barely anything", 1),
        ("not much", 1),
        ("a bit", 2),
        ("quite a bit", 3),
        ("i notice a lot", 4),
        ("nothing at all", 0),
        ("10%", 0),
        ("about 50 percent", 2),
        ("100%", 4),
        ("40", None),
        ("two years", None),
        ("a lot of people hate me", None),
    ],
)
def test_a_number_and_words_for_it_are_read(text: str, value: Optional[int]) -> None:
    assert number(text) == value


def test_a_number_typed_where_the_scale_is_offered_is_one_and_no_place_in_the_list() -> None:
    assert meant("2", "out_of_scope", SHOWN) == '/rate_noticing{"noticing": "before 2"}'
    assert meant("5", "out_of_scope", AFTER) == '/rate_noticing{"noticing": "after 4"}'
    assert meant("it was a 2", "out_of_scope", SHOWN) == "/exercise_felt_something"
    assert meant("it was 0", "out_of_scope", SHOWN) == "/exercise_felt_nothing"
    assert meant("it was a 2", "out_of_scope", AFTER) == '/rate_noticing{"noticing": "after 2"}'
    assert meant("2", "out_of_scope", AFTER) == '/rate_noticing{"noticing": "after 2"}'
    assert meant("barely anything", "exercise_felt_nothing", AFTER) == '/rate_noticing{"noticing": "after 1"}'


@pytest.mark.parametrize("offered", [SHOWN, AFTER])
@pytest.mark.parametrize("text", ["skip", "no", "rather not", "idk", "no number"])
def test_the_number_can_be_skipped_in_words(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "deny", offered) == SKIP


@pytest.mark.parametrize("offered", [SHOWN, AFTER, REMINDED])
@pytest.mark.parametrize("text", ["ok", "ok im ready", "still listening", "give me a minute"])
def test_who_is_still_at_it_has_noticed_nothing_yet(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "affirm", offered) == LATER


@pytest.mark.parametrize("text", ["it was just lines", "that was only hot water", "just noise"])
@pytest.mark.parametrize("offered", [SHOWN, REMINDED])
def test_who_tells_of_the_thing_alone_noticed_nothing(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "keep_it_short", offered) == "/exercise_felt_nothing"


@pytest.mark.parametrize("offered", [SHOWN, AFTER, CHOOSING, offers("utter_ask_why_numb")])
def test_a_line_for_tomorrow_can_be_asked_for_anywhere(offered: list[dict[str, Any]]) -> None:
    assert meant("can we make a plan for tomorrow", "nlu_fallback", offered) == "/plan_tomorrow"


def test_looking_around_is_chosen_in_words_where_it_or_any_activity_is_offered() -> None:
    grounding = activity("grounding")
    for offered in (offers("utter_feels_unreal"), offers("utter_exercise_felt_worse"), [TITLES[-1], *CHOOSING], CHOOSING):
        assert meant("ok look around", "goodbye", offered) == grounding
    assert meant("ok look around", "goodbye", WHEN) != grounding


def test_a_label_beside_the_scale_is_that_choice() -> None:
    assert meant("Nothing", "exercise_felt_nothing", SHOWN) is None


@pytest.mark.parametrize(
    "text", ["the kids are asleep and i heard the bass", "my hands got warm", "the bus home was loud", "my dog next to me"]
)
def test_what_was_felt_is_no_hindrance(text: str) -> None:
    assert meant(text, "exercise_felt_something", SHOWN) in (None, OUTCOME)


def test_what_turns_out_to_be_in_the_way_of_what_was_shown_is_heard() -> None:
    assert meant("im at work i cant play music", "nlu_fallback", SHOWN) == in_the_way("work")


@pytest.mark.parametrize(
    ("text", "payload"),
    [("in the morning", '/plan_tomorrow{"plan": "morning"}'), ("lunch break", '/plan_tomorrow{"plan": "lunch"}'), ("no plan", "/stop")],
)
def test_a_time_for_tomorrow_is_typed(text: str, payload: str) -> None:
    assert meant(text, "nlu_fallback", WHEN) == payload


def test_the_thing_for_tomorrow_is_typed() -> None:
    things = [{"title": "Music", "payload": '/plan_tomorrow{"plan": "evening music"}'}, *offers("utter_exercise_ways")[2:]]
    assert meant("a song", "nlu_fallback", things) == things[0]["payload"]


@pytest.mark.parametrize(
    ("text", "name"), [("i'll take the tea one", "tea"), ("start with a walk", "walk"), ("not music", None), ("go", None)]
)
def test_a_start_names_what_to_start_with(text: str, name: Optional[str]) -> None:
    assert named(text) == name


def test_no_sense_is_heard_where_none_is_asked_for() -> None:
    assert sense("i feel nothing") is None and sense("something easy") is None


@pytest.mark.parametrize("text", ["no headphones here. tea instead", "actually, i'd rather look at a plant", "can i swap to music"])
def test_another_activity_is_chosen_by_its_name_once_one_was_shown(text: str) -> None:
    found = meant(text, "start_exercise", SHOWN)
    assert found is not None and found.startswith("/choose_activity")


@pytest.mark.parametrize(
    ("text", "offered", "is_one"),
    [
        ("water on my hands", CHOOSING, True),
        ("music", CHOOSING, True),
        ("music", SHOWN, False),
        ("my hands are done with this", CHOOSING, False),
        ("nothing", CHOOSING, False),
    ],
)
def test_the_name_of_an_activity_is_one_only_where_activities_are_offered(text: str, offered: Any, is_one: bool) -> None:
    assert names_an_activity(text, offered) == is_one


def test_where_the_exercise_is_only_offered_the_name_of_an_activity_chooses_it() -> None:
    assert meant("music", "nlu_fallback", offers("utter_ask_something_to_try")) == '/choose_activity{"exercise_activity": "music"}'


@pytest.mark.parametrize("text", ["2", "i'm in bed", "skip", "ok", "does music help", "my hands are cold"])
def test_where_the_exercise_offers_nothing_it_reads_nothing(text: str) -> None:
    assert meant(text, "nlu_fallback", offers("utter_ask_something_to_try")) is None


@pytest.mark.parametrize(
    "text",
    ["something of my own. feeding the magpies", "watering my tomatoes", "i could be feeding the cat", "my own: sorting some buttons"],
)
def test_an_activity_of_their_own_is_taken_where_one_is_to_be_chosen(text):
    assert meant(text, "feel_nothing", CHOOSING) == activity("own")


@pytest.mark.parametrize("text", ["feeding the magpies", "watering my tomatoes", "polishing an old shoe"])
def test_what_they_are_doing_is_no_outcome_yet(text):
    assert meant(text, "out_of_scope", REMINDED) == LATER


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("still dead inside but like, 4% less", "exercise_felt_nothing"),
        ("it kinda helped", "exercise_felt_nothing"),
        ("truck stop coffee. its terrible. tastes like regret", "exercise_felt_worse"),
        ("truck stop coffee. its terrible. tastes like regret", "lost_interest"),
        ("that soap smells like a hospital", "exercise_felt_worse"),
        ("one of them sat on the rail and looked at me like i owed it money", "told_checked_out"),
    ],
)
def test_a_little_and_an_unpleasant_taste_are_something_noticed(text, intent):
    assert meant(text, intent, REMINDED) == OUTCOME


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the tea made me feel sick", "exercise_felt_worse"),
        ("everything sounds far away and unreal", "exercise_felt_worse"),
        ("the music makes me panic", "exercise_felt_worse"),
        ("it didn't help", "exercise_felt_nothing"),
        ("not better", "exercise_felt_nothing"),
    ],
)
def test_what_is_worse_or_nothing_stays_so(text, intent):
    assert meant(text, intent, REMINDED) is None


@pytest.mark.parametrize(
    ("text", "last", "payload"),
    [
        ("no i said it kinda DID work", "utter_exercise_felt_nothing", OUTCOME),
        ("no it aint worse. its just bad coffee", "utter_exercise_felt_worse", OUTCOME),
        ("it's not worse", "utter_exercise_felt_worse", NOTHING),
        ("whats next", "utter_exercise_felt_something", PLAN),
        ("it didn't work", "utter_exercise_felt_nothing", None),
        ("yes much worse", "utter_exercise_felt_worse", None),
        ("whats next", "utter_ask_therapy", None),
    ],
)
def test_an_outcome_that_was_taken_wrong_is_put_right(text, last, payload):
    assert corrected(text, [last]) == payload


def test_enough_for_tonight_is_no_time_for_tomorrows_line():
    assert meant("enough for tonight", "stop", WHEN) is None


@pytest.mark.parametrize("text", ["good night", "thanks, night", "night all", "ok bye"])
def test_a_goodbye_is_no_time_for_tomorrow(text: str) -> None:
    assert meant(text, "goodbye", WHEN) is None


@pytest.mark.parametrize("text", ["night", "tomorrow night", "before bed"])
def test_the_night_by_itself_is_one(text: str) -> None:
    assert meant(text, "goodbye", WHEN) == '/plan_tomorrow{"plan": "evening"}'


UNDER_WAY = [SHOWN, AFTER, REMINDED]


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "kettle's on",
            "ok making it now",
            "ok its playing",
            "it's on",
            "putting the kettle on",
            "getting a glass of water",
            "im outside",
        ),
        *("the tea's brewing", "ill make some", "just starting it", "music's playing", "running the tap now", "headphones in"),
    ],
)
def test_who_gets_it_ready_or_is_at_it_is_waited_for(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "nlu_fallback", offered) == LATER


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text", ["its been 5 min", "done, it's been 5 mins", "ive done it", "thats five minutes", "times up", "ok did it", "done", "5 mins up"]
)
def test_who_is_done_and_tells_nothing_of_it_is_asked_what_they_noticed(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "exercise_felt_nothing", offered) == DONE


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text",
    [
        *("what do i do again", "wait what do i do again", "what am i meant to do", "sorry what do i do", "what now", "ok what now"),
        *("remind me", "how does it work", "i forgot what to do", "what's next?", "how do i start"),
    ],
)
def test_who_asks_what_to_do_is_shown_it_again(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "exercise_felt_worse", offered) == AGAIN


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text",
    [
        *("its hot", "its cold and theres a dog barking", "she's purring", "i see a tree and two cars", "its grey out", "birds", "humming"),
        *("theres a guitar and its raining outside", "she's soft and snoring", "i can hear the fridge", "it's bitter", "the bass is loud"),
        *("a car, someone's radio, rain", "the cup is warm", "smells of lemon"),
    ],
)
def test_what_there_is_to_see_or_hear_is_what_was_noticed(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "chitchat", offered) == OUTCOME


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text",
    [
        *("its pointless", "its dark in my head", "i hear voices", "the dog died", "theres no point", "its hard", "my chest is heavy"),
        *("i feel cold inside", "why is it so quiet", "i see no point", "there is blood", "i feel like a shadow", "my dog is gone"),
        *("it hurts, the light", "everything is grey"),
    ],
)
def test_what_tells_of_oneself_is_no_observation(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "nlu_fallback", offered) not in (OUTCOME, LATER, DONE, AGAIN)


@pytest.mark.parametrize(
    ("text", "payload"), [("3", OUTCOME), ("3ish", OUTCOME), ("2 or 3", OUTCOME), ("3 i think", OUTCOME), ("0", NOTHING)]
)
def test_a_number_after_the_scale_was_skipped_is_of_the_scale_and_no_place_in_the_list(text: str, payload: str) -> None:
    assert meant(text, "nlu_fallback", REMINDED) == payload


@pytest.mark.parametrize("text", ["nope nothing", "nah nothing", "no, nothing", "nothing tbh", "still nothing", "nothing so far"])
def test_nothing_is_nothing_whatever_goes_before_it(text: str) -> None:
    assert number(text) == 0
    assert meant(text, "exercise_felt_something", REMINDED) == NOTHING


def test_what_is_noticed_besides_is_heard_after_the_answer_to_the_first_of_it() -> None:
    assert corrected("its cold and theres a dog barking", ["utter_exercise_felt_something"]) == OUTCOME
    assert corrected("the dog died last year", ["utter_exercise_felt_something"]) is None


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    ("text", "payload"),
    [
        *((text, POSTPONED) for text in ("is it ok if i do it later", "can i do it tomorrow", "ill do it later", "maybe later", "tonight")),
        *(
            (text, UNDONE)
            for text in ("i fell asleep lol", "no i mean i didnt do it", "i forgot to do it", "didnt do it", "i never started it")
        ),
        *((text, DONE) for text in ("i did the music", "i had the tea", "half of it", "i stopped after a minute", "i only did 2 minutes")),
        *((text, DONE) for text in ("that killed like five minutes lol", "i only managed half", "gave up halfway through")),
        *(
            (text, OTHER)
            for text in ("wait the kettle is broken lol", "i have no hands free im holding a baby", "my phone is dead", "no tea")
        ),
        *((text, OTHER) for text in ("i dont have headphones", "were out of milk", "i have no music on me", "my hands are full")),
        *((text, LATER) for text in ("hold on", "1 second", "2 mins", "gimme a sec", "cool", "brb")),
        *((text, OTHER) for text in ("its too cold outside", "too dark to go out")),
        *((text, LATER) for text in ("ok ill try", "ok got it", "got my tea", "wait im boiling water", "will do")),
        *((text, NUMBER) for text in ("what was my number before", "can i see my numbers", "what number did i give")),
        *((text, activity("tea")) for text in ("actually tea", "no wait tea", "sorry, coffee instead")),
        ("nothing. still dead", NOTHING),
        ("nothing, dead inside as always", NOTHING),
        ("done. the mug was warm", OUTCOME),
    ],
)
def test_what_is_said_while_it_goes_on_is_no_outcome_that_it_is_not(text: str, payload: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "exercise_felt_something", offered) == payload


@pytest.mark.parametrize("offered", UNDER_WAY)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "my dog is dead",
            "i have no energy",
            "no one is here",
            "i stopped because it felt worse",
            "i gave up on life",
            "i cant do it anymore",
        ),
        *("nothing. my mum is dead", "later i cried", "i didnt feel it", "the pills are gone", "im done with it all", "my cat died"),
    ],
)
def test_what_only_looks_like_it_is_left_to_the_dialogue(text: str, offered: list[dict[str, Any]]) -> None:
    assert meant(text, "nlu_fallback", offered) not in (POSTPONED, UNDONE, DONE, OTHER, LATER, NUMBER, NOTHING)


@pytest.mark.parametrize("text", ["idk like 1 or 2", "i dont know maybe a 1", "not sure, 1"])
def test_a_number_is_one_though_it_is_not_sure(text: str) -> None:
    assert meant(text, "unsure", SHOWN) == '/rate_noticing{"noticing": "before 1"}'


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        *((text, START) for text in ("again", "ok again", "once more", "can i do it again", "lets do it again", "another go")),
        *((text, UNDONE) for text in ("no i mean i didnt do it", "i didnt actually do it")),
        *((text, None) for text in ("cool", "it happened again", "im numb again", "not again")),
    ],
)
def test_after_an_outcome_it_is_begun_again_or_was_never_done(text: str, payload: Optional[str]) -> None:
    assert corrected(text, ["utter_exercise_felt_something"]) == payload


def test_tea_again_is_tea() -> None:
    assert meant("tea again", "repeat", offers("utter_exercise_felt_nothing")) == activity("tea")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("after i drop the kids off at school", "after_i_drop_the_kids_off_at_school"),
        ("when the baby naps", "when_the_baby_naps"),
        ("when i wake up", "when_i_wake_up"),
        ("actually after the gym", "after_the_gym"),
        ("maybe before my shift i guess", "before_my_shift"),
        ("yeah, once I'm home", "once_im_home"),
        ("at 7pm", "at_7pm"),
        ("7:30", "at_7:30"),
        ("tuesday", "on_tuesday"),
        ("Tuesday morning maybe", "on_tuesday_morning"),
        ("on the bus", None),
        ("after breakfast, if i feel like it", None),
        ("when i die", None),
        ("when im better", None),
        ("after the funeral", None),
        ("whatever", None),
    ],
)
def test_a_time_of_their_own_is_taken_as_it_was_said(text: str, when: Optional[str]) -> None:
    own = f'/plan_tomorrow{{"plan": "said:{when}"}}'
    assert (meant(text, "numb_from_burnout", WHEN) == own) is (when is not None)
    assert (corrected(text, ["utter_exercise_plan_line", "utter_exercise_plan_made"]) == own) is (when is not None)


@pytest.mark.parametrize(
    ("when", "said", "is_a_day"),
    [
        ("said:after_i_drop_the_kids_off", "after I drop the kids off", False),
        ("said:once_im_home", "once I'm home", False),
        ("said:on_tuesday_morning", "on Tuesday morning", True),
        ("said:on_the_way", "on the way", False),
        ("morning", None, False),
        ("", None, False),
    ],
)
def test_a_time_of_their_own_stands_so_in_the_line(when: str, said: Optional[str], is_a_day: bool) -> None:
    assert as_said(when) == said and names_a_day(when) is is_a_day


@pytest.mark.parametrize("text", ["yes", "ok sure", "whenever", "idk", "you pick"])
def test_a_yes_fills_in_no_time_that_was_not_said(text: str) -> None:
    assert meant(text, "affirm" if text in ("yes", "ok sure") else "unsure", WHEN) in (PLAN, None)


def test_a_time_and_a_thing_in_one_make_the_line_and_an_ok_to_it_asks_for_no_other() -> None:
    assert meant("music in the evening", "nlu_fallback", WHEN) == '/plan_tomorrow{"plan": "evening music"}'
    assert corrected("ok cool", ["utter_exercise_plan_made"]) == "/thanks"


def test_only_the_question_whether_it_may_be_later_hints_at_nothing_else() -> None:
    assert asks_for_later("is it ok if i do it later", SHOWN) and asks_for_later("can i do it later", REMINDED)
    assert not asks_for_later("ill do it tonight", SHOWN) and not asks_for_later("can i do it later", CHOOSING)


def test_what_was_put_off_is_done_when_they_say_so_and_not_twice() -> None:
    last, said = ["utter_ask_anhedonia"], ["utter_exercise_put_off", "utter_ask_anhedonia"]
    assert done_later("i did it", said, last) == DONE
    assert done_later("i did it to please them", said, last) is None
    assert done_later("i did it", ["utter_exercise_music"], last) is None
    assert done_later("i did it", [*said, "utter_exercise_felt_nothing"], last) is None


@pytest.mark.parametrize("text", ["anything but music", "everything except music is fine", "all but the walk", "whatever but tea"])
def test_what_is_left_out_is_the_last_to_be_begun(text: str) -> None:
    assert meant(text, "start_exercise", CHOOSING) == OTHER


@pytest.mark.parametrize(
    "text", ["what number i must put", "whats the number for", "do i need a number", "what do i type here", "what does 4 mean"]
)
def test_what_the_number_is_for_is_told_while_it_is_asked_for(text: str) -> None:
    assert meant(text, "out_of_scope", SHOWN) == WHAT_NUMBER
    assert meant(text, "out_of_scope", REMINDED) != WHAT_NUMBER


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("i cried a bit, no idea why", OUTCOME),
        ("teared up at the chorus", OUTCOME),
        ("i cried and couldn't stop", None),
        ("started crying and panicked", None),
        ("tears but it was too much", None),
    ],
)
def test_tears_are_something_that_came_unless_they_were_too_much(text: str, payload: Optional[str]) -> None:
    assert meant(text, "exercise_felt_worse", SHOWN) == payload
    assert (meant(text, "exercise_felt_worse", AFTER) == OUTCOME) is (payload is OUTCOME)
    assert (beside("utter_exercise_felt_something", text, {}, set().__contains__) == "utter_exercise_tears") is (payload is OUTCOME)


def test_what_one_sentence_notices_is_heard_whatever_the_next_makes_of_it() -> None:
    assert meant("now i did. the cup is hot and smells of cinnamon. i dont know if this is good", "exercise_felt_nothing", SHOWN) == OUTCOME
    assert meant("a dog barking. it makes me panic", "exercise_felt_worse", SHOWN) != OUTCOME


@pytest.mark.parametrize(
    "text",
    [
        "that did nothing, i'd rather watch paint dry. kinda killed the mood lol",
        "lol that was pointless",
        "it literally did nothing",
        "this was boring haha",
    ],
)
def test_a_joke_about_how_little_it_did_asks_for_no_other_activity(text: str) -> None:
    assert meant(text, "nlu_fallback", SHOWN) == NOTHING


@pytest.mark.parametrize(
    ("text", "payload"), [("that did nothing. tea instead", activity("tea")), ("i'd rather draw lines with a pen", activity("pen"))]
)
def test_who_names_another_one_gets_that(text: str, payload: str) -> None:
    assert meant(text, "nlu_fallback", SHOWN) == payload


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("something else", "utter_exercise_how_it_goes"),
        ("what else is there", "utter_exercise_how_it_goes"),
        ("no i wanted a different one, not to stop", "utter_stop"),
        ("i didn't want to stop, i meant another exercise", "utter_feel_nothing"),
    ],
)
def test_another_exercise_is_no_wish_to_stop(text: str, last: str) -> None:
    assert corrected(text, [last]) == START


def test_something_else_elsewhere_is_not_the_exercise() -> None:
    assert corrected("something else", ["utter_feel_nothing"]) is None
