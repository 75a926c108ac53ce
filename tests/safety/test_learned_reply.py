"""Answers about risk in words that no rule can read are read by what was learned of such answers."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import pytest

from thaw.safety import learned_reply
from thaw.safety.hearing import hear
from thaw.safety.learned_reply import Learned, LearnedReply
from thaw.safety.reply import read_reply
from thaw.safety.risk import State, step
from thaw.safety.screen import CLEAR, Signal

ASKED = State("asked", pending="thoughts", ground="guess")


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> LearnedReply:
    folder: Path = tmp_path_factory.mktemp("answers")
    learned_reply.train(folder)
    return LearnedReply(folder)


@pytest.mark.parametrize("text", ["nowhere near that, mate", "nothing of the sort, just worn flat", "nothing of the kind, mate"])
def test_a_no_in_words_of_ones_own_is_believed_and_said_back(learned: LearnedReply, text: str) -> None:
    assert read_reply(text) is None, "else it would not need what was learned"
    after, act = answered(learned, text)
    assert act == "utter_risk_denied_but" and not after.is_open


@pytest.mark.parametrize(
    "text",
    ["they come round most evenings, those thoughts", "more than I'd admit to my sister", "it has crossed my mind more since the funeral"],
)
def test_a_yes_in_words_of_ones_own_leads_to_the_question_about_a_plan(learned: LearnedReply, text: str) -> None:
    assert read_reply(text) is None
    after, act = answered(learned, text)
    assert (act, after.pending) == ("utter_crisis_ideation", "plan")


@pytest.mark.parametrize("text", ["what does matching cost", "hold on, the baby", "can we do the exercise", "my husband is snoring"])
def test_what_answers_neither_leaves_the_question_open(learned: LearnedReply, text: str) -> None:
    assert answered(learned, text)[1] is None


def test_half_a_yes_that_is_not_sure_is_asked_about_once_more_in_other_words() -> None:
    state, act = step(ASKED, hear("you could say we have stopped fighting", CLEAR, ASKED, (), lambda: "perhaps"))
    assert act and (act.response, state.pending, state.stage) == ("utter_risk_not_sure", "thoughts", "asked")
    assert step(state, hear("you could say we have stopped fighting", CLEAR, state, (), lambda: "perhaps"))[1] is None, "and not twice"


def test_a_danger_told_in_the_same_words_is_not_taken_back_by_a_no_that_was_learned() -> None:
    told = Signal("crisis_ideation", "support", ("says they think of killing themselves or want to die",))
    state, act = step(ASKED, hear("I couldn't say", told, ASKED, (), lambda: "no"))
    assert act and act.response == "utter_crisis_ideation" and state.stage == "thoughts"


def test_what_the_rules_read_stands_and_nothing_is_learned_where_no_question_waits(learned: LearnedReply) -> None:
    def never() -> Optional[Learned]:
        raise AssertionError("the rules can read it")

    assert hear("no", CLEAR, ASKED, (), never).reply == "no"
    assert learned("nowhere near that, mate", None) is None
    assert learned("nowhere near that, mate", "near") is None


def test_without_what_was_learned_or_where_it_fails_the_rules_go_on(learned: LearnedReply, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LearnedReply()("nowhere near that, mate", "thoughts") is None
    monkeypatch.setattr(learned, "probabilities", lambda text, question: 1 / 0)
    assert learned("nowhere near that, mate", "thoughts") is None


def answered(learned: LearnedReply, text: str) -> tuple[State, Optional[str]]:
    state, act = step(ASKED, hear(text, CLEAR, ASKED, (), lambda: learned(text, "thoughts")))
    return state, act.response if act else None
