"""What an operator sees of the way through the chat."""

import datetime as dt
import io

import pytest

from thaw.store import Store
from tools import consents
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


def test_an_operator_can_look_up_which_text_was_agreed_to(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    store.start("anna", "site", None, None)
    expires = dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=1)
    store.hand_offs.record("link-1", "anna", {"summary": []}, "v1", expires, "It goes to Harbour Match.")
    monkeypatch.setattr(consents, "the_store", lambda: store)
    assert consents.main() == 0
    printed = capsys.readouterr().out
    assert "v1" in printed and "It goes to Harbour Match." in printed and "link-1" not in printed
