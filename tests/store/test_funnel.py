"""What an operator sees of the way through the chat."""

import datetime as dt
import io

from tools.funnel import write


def test_the_funnel_is_printed_by_day_with_every_step_and_other_counters_left_out() -> None:
    target = io.StringIO()
    counters = [
        (dt.date(2026, 11, 2), "handoff_redeemed", 1),
        (dt.date(2026, 11, 1), "conversations", 40),
        (dt.date(2026, 11, 1), "exercise_started", 5),
        (dt.date(2026, 11, 1), "crisis_ask", 2),
    ]
    write(counters, target)
    header, first, second = target.getvalue().split()
    assert header == (
        "day,conversations,exercise_started,exercise_finished,"
        "handoff_offered,handoff_consented,handoff_fields_removed,handoff_redeemed,handoff_withdrawn"
    )
    assert first == "2026-11-01,40,5,0,0,0,0,0,0" and second == "2026-11-02,0,0,0,0,0,0,1,0"
