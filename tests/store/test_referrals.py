"""What a site must publish of crisis referrals."""

import datetime as dt
import io

from tools.referrals import write


def test_referrals_are_counted_by_month_and_level_and_other_counters_left_out() -> None:
    target = io.StringIO()
    counters = [
        (dt.date(2026, 10, 30), "crisis_ask", 2),
        (dt.date(2026, 10, 31), "crisis_ask", 1),
        (dt.date(2026, 10, 31), "conversations", 40),
        (dt.date(2026, 11, 1), "crisis_urgent", 1),
    ]
    write(counters, target)
    assert target.getvalue().split() == ["month,ask,support,urgent", "2026-10,3,0,0", "2026-11,0,0,1"]
