"""Cards of a visitor's own words: for a first session, a prescriber, a partner. Made in the chat, kept nowhere."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from site_client import Thaw, Visitor, crisis, labels, text_of

from thaw import cards
from thaw.safety.screen import by_rules_in_pieces

SECRET = "the-matching-flows-secret-for-tests"
ENTRIES = {
    "session": ("what is therapy like", "Words for my first session"),
    "prescriber": ("I've been numb ever since I started sertraline", "A note for my prescriber"),
    "partner": ("my partner says I'm checked out", "A message for my partner"),
}
Shown = dict[str, Any]


@pytest.fixture(scope="module")
def thaw(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thaw]:
    """A Thaw whose database the tests look into, with a matching flow."""
    flow = {"THAW_MATCHING_URL": "http://127.0.0.1:9/matching", "THAW_MATCHING_WITHDRAWAL_URL": "http://127.0.0.1:9/withdrawn"}
    running = Thaw(tmp_path_factory.mktemp("cards"), THAW_MATCHING_SECRET=SECRET, **flow)
    yield running.wait()
    running.stop()


@pytest.fixture
def visitor(thaw: Thaw) -> Callable[..., Visitor]:
    return lambda **session: Visitor(thaw.url, **session)


def begin(they: Visitor, name: str) -> Visitor:
    said, entry = ENTRIES[name]
    they.say(said)
    they.choose(entry)
    they.choose("Show the first line")
    return they


def line_in(messages: list[Shown]) -> str:
    """The line that is shown to be put in or left out."""
    found = re.search(r': "(.+)"$', messages[-1]["text"])
    assert found, text_of(messages)
    return found[1]


def card_in(messages: list[Shown]) -> str:
    found = [message for message in messages if "copy" in message]
    assert len(found) == 1, text_of(messages)
    assert found[0]["kind"] == "text" and found[0]["text"] == found[0]["copy"]
    return str(found[0]["copy"])


def make(they: Visitor, name: str) -> str:
    """Walk through a card: one line put in, one in another wording, the rest skipped. The card's text."""
    begin(they, name)
    first = line_in(they.last)
    they.choose("Put it in")
    they.choose("Another wording")
    second = line_in(they.last)
    they.choose("Put it in")
    for _ in range(3):
        they.choose("Skip")
    assert card_in(they.last) == f"{first}\n{second}"
    return card_in(they.last)


def everything_stored(thaw: Thaw) -> str:
    """All rows of all tables, as text."""
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    tables = sa.MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = [tuple(row) for table in tables.sorted_tables for row in connection.execute(sa.select(table))]
    engine.dispose()
    assert rows
    return "\n".join(json.dumps(row, default=str, ensure_ascii=False) for row in rows).replace('\\"', '"')


@pytest.mark.parametrize("name", ENTRIES)
def test_a_card_holds_the_lines_that_were_put_in_and_none_that_was_skipped(visitor, name):
    they = visitor()
    made = make(they, name)
    assert len(made.splitlines()) == 2
    assert "Make it again" in labels(they.last)


@pytest.mark.parametrize("name", ENTRIES)
def test_the_lines_are_shown_one_at_a_time_and_all_can_be_skipped(visitor, name):
    they = begin(visitor(), name)
    seen = []
    for _ in range(5):
        seen.append(line_in(they.last))
        own = [choice["label"] for choice in they.last[-1]["choices"] if not choice.get("door")]
        assert own == ["Put it in", "Another wording", "Skip", "Not now"]
        they.choose("Skip")
    assert len(set(seen)) == 5
    assert not any("copy" in message for message in they.last) and "Make it again" in labels(they.last)


def test_it_can_end_early_with_what_is_in(visitor):
    they = begin(visitor(), "session")
    assert "That's enough" not in labels(they.last)
    line = line_in(they.last)
    they.choose("Put it in")
    they.choose("That's enough")
    assert card_in(they.last) == line


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("should I stop taking my antidepressant", "prescriber"),
        ("what does numbness do to a relationship", "partner"),
        ("I tried therapy and it did nothing for me", "session"),
    ],
)
def test_a_card_is_offered_where_its_subject_comes_up(visitor, said, name):
    they = visitor()
    they.say(said)
    assert ENTRIES[name][1] in labels(they.last)


def test_words_for_the_first_session_are_offered_after_the_way_to_matching(visitor):
    they = visitor()
    they.say("find me a therapist")
    they.choose("Only the plain link")
    assert "Words for my first session" in labels(they.last)


def test_on_a_channel_without_buttons_the_answers_are_typed(visitor):
    they = begin(visitor(), "partner")
    first = line_in(they.last)
    they.say("yes")
    they.say("another wording")
    they.say("no")
    third = line_in(they.last)
    they.say("1")
    they.say("Skip.")
    they.say("that's enough")
    assert card_in(they.last) == f"{first}\n{third}"


def test_no_word_that_is_typed_gets_into_a_card(visitor):
    they = begin(visitor(), "session")
    old = they.choice("Put it in")
    they.say("my marmalade cat is called Ferdinand")
    they.post({"choice": old})
    they.last = they.post({"choice": old}).json()["messages"]
    they.say("put in that I like marmalade")
    they.last = they.post({"choice": old}).json()["messages"]
    they.choose("That's enough")
    assert "marmalade" not in card_in(they.last).lower()


@pytest.mark.parametrize("said", ["Not now", "not now please", "skip"])
def test_what_is_typed_beside_the_way_into_a_card_shows_no_line(visitor, said):
    they = visitor()
    they.say("find me a therapist")
    they.choose("Skip")
    assert "Show the first line" in labels(they.say("could i have a note for my prescriber"))
    assert "Put it in" not in labels(they.say(said))


def test_a_card_within_the_hand_off_leaves_its_question_open(visitor):
    they = visitor()
    they.say("find me a therapist")
    they.choose("Skip")
    question = labels(they.last)[:3]
    assert labels(they.say("can i get a card for my partner"))[2:5] == question, "it is asked again"
    they.say("show the first line")
    they.say("skip")
    they.say("about two years")
    they.choose("That's enough questions")
    receipt = next(message for message in they.last if message.get("stage") == "receipt")
    assert [line["value"] for line in receipt["summary"]] == ["about two years"]


def test_left_in_the_middle_the_chat_goes_on_and_an_old_choice_still_does(visitor):
    they = begin(visitor(), "partner")
    they.choose("Put it in")
    old = they.choice("That's enough")
    assert "anhedonia" in text_of(they.say("what is anhedonia")).lower()
    they.say("stop")
    assert (
        "Stopped" in text_of(they.last)
        or "put down" in text_of(they.last)
        or "stops here" in text_of(they.last)
        or "leave that" in text_of(they.last)
    )
    assert card_in(they.post({"choice": old}).json()["messages"])


def test_a_crisis_in_the_middle_is_answered_and_puts_nothing_into_the_card(visitor, thaw):
    they = begin(visitor(), "session")
    line = line_in(they.last)
    they.choose("Put it in")
    old = they.choice("That's enough")
    assert crisis(they.say("I want to kill myself"))["level"] == "support"
    they.last = they.post({"choice": old}).json()["messages"]
    assert card_in(they.last) == line
    assert crisis(they.last)["services"], "the crisis line stays in view"
    assert "Find a clinician" not in labels(they.last)


def test_a_yes_to_a_question_about_risk_puts_no_line_in(visitor):
    they = begin(visitor(), "session")
    they.choose("Put it in")
    assert crisis(they.say("sometimes I think about killing myself"))["level"] == "support"
    answered = they.say("yes")
    assert crisis(answered)["level"] == "urgent"
    assert "Put it in" not in labels(answered) and not any("copy" in message for message in answered)


def test_asked_again_it_begins_anew_with_nothing_in_it(visitor):
    they = visitor()
    make(they, "partner")
    they.choose("Make it again")
    they.choose("Show the first line")
    again = line_in(they.last)
    they.choose("Put it in")
    they.choose("That's enough")
    assert card_in(they.last) == again


def test_say_that_again_leads_back_to_where_the_card_began(visitor):
    they = begin(visitor(), "partner")
    they.choose("Put it in")
    they.say("can you repeat that")
    assert "{line}" not in text_of(they.last)
    assert "A message for my partner" in labels(they.last)


def test_the_same_turn_sent_twice_shows_the_same_card(visitor):
    they = begin(visitor(), "session")
    they.choose("Put it in")
    body = {"choice": they.choice("That's enough"), "id": uuid.uuid4().hex}
    assert card_in(they.post(body).json()["messages"]) == card_in(they.post(body).json()["messages"])


def test_a_made_up_choice_is_refused(visitor):
    they = visitor()
    for forged in ("card.partner.9.0.x", "card.partner.111111.0.x", "card.nobody..0.x", "card.partner.1.9.x", "card.partner.11111.1.x"):
        assert they.post({"choice": forged}).status_code == 400, forged


def lines_stored(thaw: Thaw, name: str) -> list[str]:
    stored = everything_stored(thaw)
    return [line for wordings in cards.lines(name) for line in wordings if line in stored]


@pytest.mark.parametrize("name", ENTRIES)
def test_no_line_of_a_card_and_no_choice_that_tells_what_was_picked_is_in_the_database_once_it_is_made(visitor, thaw, name):
    they = visitor()
    make(they, name)
    assert lines_stored(thaw, name) == []
    assert re.findall(rf"{name}\.\d+\.", everything_stored(thaw)) == []
    history = they.history()
    assert "Put it in" not in [each["text"] for each in history] and not any("copy" in each for each in history)


@pytest.mark.parametrize("name", ENTRIES)
def test_left_half_way_without_another_word_nothing_of_a_card_is_in_the_database(visitor, thaw, name):
    they = begin(visitor(), name)
    they.choose("Put it in")
    they.say("no")
    they.say("yes")
    assert lines_stored(thaw, name) == []
    assert re.findall(rf"{name}\.\d+\.|{name}\.\.[1-9]", everything_stored(thaw)) == []


def test_who_reloads_the_page_in_the_middle_can_begin_the_card_again(visitor):
    they = begin(visitor(), "session")
    they.choose("Put it in")
    they.last = they.history()
    they.choose("Show the first line")
    assert line_in(they.last) == cards.lines("session")[0][0]


def test_by_typing_alone_it_goes_from_the_first_line_to_the_last(visitor):
    they = visitor()
    said, entry = ENTRIES["session"]
    they.say(said)
    they.say(entry)
    they.say("yes")
    picked = []
    while not any("copy" in message for message in they.last):
        picked.append(line_in(they.last))
        they.say("yes")
    assert card_in(they.last).splitlines() == picked and len(picked) == 5


def test_a_card_is_not_in_the_summary_that_is_handed_off(visitor, thaw):
    they = visitor()
    made = make(they, "session")
    they.say("find me a therapist")
    they.choose("Skip")
    they.say("since last winter")
    while "Yes, send this" not in labels(they.last):
        they.choose("That's enough questions")
    receipt = next(message for message in they.last if message.get("stage") == "receipt")
    they.choose("Yes, send this")
    shown = json.dumps(receipt["summary"])
    assert "winter" in shown and not any(line in shown for line in made.splitlines())


def test_the_lines_are_calm_first_person_and_fit_a_bubble():
    for name in cards.NAMES:
        all_lines = cards.lines(name)
        assert len(all_lines) == 5
        for line in (line for wordings in all_lines for line in wordings):
            assert len(line) <= 200 and "\n" not in line and '"' not in line
            assert not by_rules_in_pieces(line).level


def test_the_note_for_the_prescriber_says_what_is_so_and_advises_nothing():
    words = " ".join(line for wordings in cards.lines("prescriber") for line in wordings).lower()
    assert "i have felt numb since" in words and "before changing anything" in words
    assert not re.search(r"\b(stop|lower|raise|increase|reduce|switch|taper|dose|should)\b", words)


def test_the_message_for_a_partner_pretends_no_feeling():
    words = " ".join(line for wordings in cards.lines("partner") for line in wordings).lower()
    assert not re.search(r"\bi (still )?(love|miss|adore) you\b|\bi feel (so|deeply)\b|\bi promise\b", words)


@pytest.mark.parametrize("said", ["skip. no wait, put that one in too", "skip it, sorry, keep this line", "yes please add it"])
def test_a_line_is_put_in_by_words_that_take_back_the_skipping(said):
    ways = cards.say(cards.Card("partner", "1"))[0].buttons
    assert cards.typed(said, None, ways) == ways[0]["payload"]


def test_a_line_decided_before_is_changed_in_words_and_the_one_that_is_shown_stays():
    ways = cards.say(cards.Card("prescriber", "120", 0))[0].buttons
    assert cards.typed("leave the first one out", None, ways) == cards.Card("prescriber", "020", 0).payload
    assert cards.typed("no wait, put that one in too", None, ways) == cards.Card("prescriber", "121", 0).payload
    assert cards.typed("actually drop the second line please", None, ways) == cards.Card("prescriber", "100", 0).payload
    assert cards.typed("leave the fifth one out", None, ways) is None, "nothing was decided on it"


@pytest.mark.parametrize("said", ["leave it", "stop", "put the kettle on", "take me home", "i want out"])
def test_what_decides_on_no_line_is_left_to_what_it_means_otherwise(said):
    ways = cards.say(cards.Card("partner", "1"))[0].buttons
    assert cards.typed(said, None, ways) is None


def test_nobody_is_told_that_they_stopped_who_changes_a_line(visitor):
    they = begin(visitor(), "partner")
    first = line_in(they.last)
    they.say("yes")
    they.say("leave the first one out")
    they.say("skip. no wait, put that one in too")
    they.say("that's enough")
    assert first not in card_in(they.last)
