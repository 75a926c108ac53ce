"""The payloads that the exercise offers, and those that a typed message means besides."""

from __future__ import annotations

RATE, CHOOSE, OTHER, CANNOT, HINDERED, PLAN = (
    "/rate_noticing",
    "/choose_activity",
    "/other_activities",
    "/cannot_do",
    "/in_the_way",
    "/plan_tomorrow",
)
"""Beginnings of the payloads that the exercise offers."""
OUTCOME, NOTHING = "/exercise_felt_something", "/exercise_felt_nothing"
LATER = RATE + '{"noticing": "later"}'
"""The visitor is still at it, or only says so: what is asked is asked again."""
AGAIN = RATE + '{"noticing": "again"}'
"""The visitor asks what to do: it is shown again."""
DONE = RATE + '{"noticing": "done"}'
"""The five minutes are over, and nothing is told of them yet."""
POSTPONED = RATE + '{"noticing": "postponed"}'
"""It is done later: what is under way waits."""
UNDONE = RATE + '{"noticing": "undone"}'
"""It was not done: nothing is to be told of it."""
NUMBER = RATE + '{"noticing": "number"}'
"""The visitor asks for the number that they gave."""
WHAT_NUMBER = RATE + '{"noticing": "what"}'
"""The visitor asks what the number is for: it is told, and asked again."""
START = "/start_exercise"
SKIP = RATE + '{"noticing": "skip"}'


def payload(intent: str, **values: str) -> str:
    """An intent with its entities, as a choice has it."""
    inside = ", ".join(f'"{name}": "{value}"' for name, value in values.items())
    return f"{intent}{{{inside}}}"
