"""What a visitor mentions of their life is found, and what only looks like it is not."""

import pytest
import yaml
from rasa.shared.nlu.training_data.message import Message

from thaw.nlu.mentions import FILE, MentionExtractor, MentionsFile


def found(text: str, **metadata) -> dict[str, str]:
    message = MentionExtractor().process([Message({"text": text, "metadata": metadata})])[0]
    return {entity["entity"]: entity["value"] for entity in message.get("entities") or []}


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("My wife says I'm a ghost", "wife"),
        ("my hubby booked paris and i said great", "husband"),
        ("I don’t laugh at MY BOYFRIEND’s jokes any more", "boyfriend"),
        ("my other half thinks ive gone off her", "partner"),
    ],
)
def test_a_partner_is_heard_in_the_visitors_own_word(text, partner):
    assert found(text)["partner"] == partner


@pytest.mark.parametrize(
    "text",
    [
        "I feel nothing",
        "my ex wife was right",
        "my husband died in march",
        "the partnership failed",
        "…",
        "my wife passed in spring",
        "my wife passed away",
        "since my wife's funeral",
        "my girlfriend moved out",
        "i split up with my boyfriend",
        "my partner has died",
        "my hubby passed away",
        "my husband, well ex husband I should say",
        "after the death of my fiancé",
    ],
)
def test_no_partner_is_made_of_one_who_is_gone_or_was_not_mentioned(text):
    assert not found(text).get("partner")


@pytest.mark.parametrize("text", ["ex husband i should say, he moved out in july", "well, my ex-wife by now"])
def test_a_partner_who_is_an_ex_by_now_takes_back_who_was_mentioned_before(text):
    assert found(text) == {"partner": ""}


@pytest.mark.parametrize(
    ("text", "enjoyed"),
    [
        ("I used to love music, it meant everything to me", "music"),
        ("used to play the guitar every night and now it just stands there", "music"),
        ("i used to LOVE going for long walks", "walks"),
        ("My wife and I used to love cooking. Not now.", "food"),
        ("things i used to read... i dont any more, i used to read for hours", "reading"),
        ("i used to be obsessed with football", "sport"),
        ("I  used to enjoy seeing my friends and now I dread it", "friends"),
        ("honestly? used to paint. now nothing", "making things"),
        ("i really used to look forward to my garden in spring", "gardens"),
        ("I used to get lost in films", "films"),
    ],
)
def test_what_was_once_enjoyed_is_heard(text, enjoyed):
    assert found(text)["enjoyed"] == enjoyed


@pytest.mark.parametrize(
    "text",
    [
        "my music teacher died",
        "i used to love my music teacher",
        "my husband used to love walks",
        "I never used to love food",
        "he used to read to me",
        "i love music",
        "music is just noise",
        "I used to run a business",
        "my friends used to bully me",
        "we used to be happy",
        "they used to play games with my head",
    ],
)
def test_nothing_is_made_of_what_others_enjoyed_or_was_only_named(text):
    assert "enjoyed" not in found(text)


def test_nothing_is_kept_of_a_message_that_the_safety_screen_answered():
    assert found("my wife would be better off without me", safety={"act": {"response": "utter_x"}}) == {}


def test_a_pressed_choice_mentions_nothing():
    assert found("/told_checked_out") == {}


def test_the_exercise_is_chosen_by_a_fixed_list_of_what_was_enjoyed():
    written = MentionsFile.parse_obj(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    known = {"music", "food", "reading", "walks", "games", "sport", "friends", "making things", "animals", "films", "gardens", "traveling"}
    assert {mention.value for mention in written.mentions if mention.entity == "enjoyed"} == known


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("My wife Margaret died in February. I am 71 and I do not cry.", "wife"),
        ("dad, who raised us alone, passed away at easter", None),
        ("dad passed away at easter", "dad"),
        ("our son was killed by a drunk driver", "son"),
        ("I buried my brother last week", "brother"),
        ("it's since my nan's funeral", "nan"),
        ("my old dog died and the house is silent", "dog"),
        ("i lost my husband to cancer", "husband"),
        ("I'm a widower now", "partner"),
        ("My mother was ill for years. She died in May.", "mother"),
        ("he died on a tuesday", "them"),
        ("no one knows my wife died", "wife"),
        ("my mum's dead and I feel nothing", "mum"),
        ("my dads dead", "dad"),
        ("my nan's passed away", "nan"),
        ("our dog's no longer with us", "dog"),
        ("my brother is dead", "brother"),
        ("my dad has been dead three years", "dad"),
        ("my gran passed on last winter", "gran"),
    ],
)
def test_a_death_is_heard_with_who_died(text, who):
    assert found(text).get("died") == who


@pytest.mark.parametrize(
    "text",
    [
        "had a patient die on me tonight",
        "they all die at the end of the film",
        "since my husband lost his job he is like a ghost",
        "my wife died inside years ago",
        "my son passed his exams",
        "my husband nearly died",
        "my colleague says his mum died",
        "the battery died",
        "my dad is dead inside",
        "my mum is dead nice",
        "my sister's dead set on it",
        "my mum's dead plants",
        "my dad drowned his sorrows",
        "my husband passed on the offer",
        "my brother died laughing",
        "I lost my wife's ring",
        "i lost my friend over it",
    ],
)
def test_no_death_is_made_of_what_is_none_of_their_own(text):
    assert "died" not in found(text)


@pytest.mark.parametrize(
    "text", ["nobody died!", "no one has died", "he's alive", "I didn't lose anybody", "my dad is not dead", "nobody I love died"]
)
def test_that_nobody_died_takes_a_death_back(text):
    assert found(text)["died"] == ""


def test_whom_they_speak_of_first_is_heard_in_their_own_word():
    assert found("my eldest daughter and my husband don't talk")["someone"] == "daughter"


@pytest.mark.parametrize(
    ("text", "noticed"), [("my hands got warm", "the warmth"), ("the BASS kind of came through", "the bass"), ("idk", None)]
)
def test_what_the_senses_picked_up_is_heard_as_an_answer_may_say_it(text, noticed):
    assert found(text).get("noticed") == noticed
