"""Conversations of six to twenty-five turns, as visitors would have them, grouped by failure mode in `scripts/`."""

from __future__ import annotations

import pytest
from script import Script, faults, scripts

ALL = scripts()


@pytest.mark.parametrize(("mode", "script"), ALL, ids=[f"{mode}: {script.title}" for mode, script in ALL])
def test_a_fair_reader_finds_nothing_wrong(visitor, mode: str, script: Script) -> None:
    session = {"country": script.country} if script.country else {}
    assert faults(visitor(**session), script) == []


def test_of_ten_turns_with_someone_numb_few_hear_the_question_about_suicide_and_none_hears_it_twice(visitor) -> None:
    asked = []
    for mode, script in ALL:
        if mode != "numb_and_safe":
            continue
        they, times = visitor(country=script.country), 0
        for turn in script.turns:
            answer = they.say(turn.say) if turn.say else they.choose(turn.tap)
            times += any(message["kind"] == "crisis" and message["level"] == "ask" for message in answer)
        asked.append(times)
    assert max(asked) <= 1
    assert sum(bool(times) for times in asked) <= 0.25 * len(asked)
