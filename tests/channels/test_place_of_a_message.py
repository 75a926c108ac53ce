"""What a message says about risk, by the place in which it is typed."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pytest

from thaw.channels.outages import Asks
from thaw.channels.reading import Incoming, Reader
from thaw.channels.remembered import Remembered
from thaw.safety import risk
from thaw.safety.screen import Signal
from thaw.store import Conversation, Store

FAINT = Signal("crisis_passive", "ask", ("classifier",), sureness="faint")


@pytest.mark.parametrize(("form", "asked"), [("handoff_form", True), ("exercise_form", False), (None, False)])
async def test_what_may_be_passed_on_is_asked_about_on_the_faintest_suspicion(form: Any, asked: bool) -> None:
    seen = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)
    conversation = Conversation("c", "site", "US", seen, {"active_loop": form}, {}, [])
    reader = Reader(cast(Store, None), Asks(), Remembered(), lambda text: FAINT)
    message = await reader.read("c", conversation, risk.State(), Incoming("i just go through the motions"))
    _, act = risk.step(risk.State(), message.heard)
    assert bool(act) is asked
