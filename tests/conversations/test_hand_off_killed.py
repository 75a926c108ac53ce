"""A server that is killed between a visitor's yes and the link, or between their withdrawal and the answer: both find a clear state."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from site_client import ROOT, Thaw, Visitor, kinds
from walked import FLOW, consents, id_in, lines, ready, redeem, walk

_DEATH = """
import os, signal
from thaw.store.handoffs import HandOffs

step = getattr(HandOffs, "{step}")
def and_die(*args, **named):
    step(*args, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(HandOffs, "{step}", and_die)
"""
"""Python runs it at its start: the server dies when the step is in the database, before anything is said."""


def dying(folder: Path, step: str) -> dict[str, str]:
    """Settings of a server that dies right after a step of the store."""
    (folder / "sitecustomize.py").write_text(_DEATH.format(step=step), encoding="utf-8")
    return {**FLOW, "PYTHONPATH": f"{folder}:{ROOT}"}


def test_a_server_killed_between_the_yes_and_the_link_leaves_one_consent_and_the_receipt_to_agree_to_again(
    trained: Path, tmp_path: Path
) -> None:
    first = Thaw(tmp_path, **dying(tmp_path, "record")).wait()
    they = walk(Visitor(first.url), "find me a therapist", "numb", "two years", "that's enough")
    shown, agree = lines(they.last), they.choice("Yes, send")
    with pytest.raises(httpx.TransportError):
        they.post({"choice": agree, "id": "the-yes-at-which-it-died"})
    assert consents(first) == 1

    second = Thaw(tmp_path, **FLOW).wait()
    try:
        they.move(second.url)
        they.last = [each for each in they.history() if each["from"] == "bot"][-1:]
        assert lines(they.last) == shown, "the receipt stands there, and no link"
        link = ready(they.choose("Yes, send"))
        assert consents(second) == 1, "the link that nobody saw is replaced"
        assert [redeem(second, id_in(link)).status_code for _ in range(2)] == [200, 410]
    finally:
        second.stop()


def test_a_server_killed_after_a_withdrawal_was_written_has_taken_it_back_and_says_so_when_asked_again(
    trained: Path, tmp_path: Path
) -> None:
    first = Thaw(tmp_path, **dying(tmp_path, "withdraw")).wait()
    they = walk(Visitor(first.url), "find me a therapist", "numb", "that's enough", "yes")
    link = ready(they.last)
    with pytest.raises(httpx.TransportError):
        they.choose("Take it back")

    second = Thaw(tmp_path, **FLOW).wait()
    try:
        assert redeem(second, id_in(link)).status_code == 410
        they.move(second.url)
        assert "handoff" not in kinds(they.say("take it back"))
        assert "nothing" in they.last[0]["text"].lower()
    finally:
        second.stop()
