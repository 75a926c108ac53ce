"""Turns of phrase about everyday things: no danger by themselves, and no cover for one beside them."""

from __future__ import annotations

import pytest

from thaw.safety.levels import Level, Suspicion
from thaw.safety.screen import Screen

FIGURES = [
    "i'd kill for a decent night's sleep",
    "i want to disappear to a cabin for a month",
    "leaving the group chat, i want to disappear from that chat",
    "putting my affairs in order before the move",
    "said goodbye to my colleagues at work on friday",
    "nobody would notice if i skipped the meeting",
    "i don't want to be here, it's a wedding",
    "can't take it anymore, the drumming",
    "there's no way out of this lease",
    "cut my finger on a tin",
    "scratched my arms raw from the eczema",
    "i hope i never wake up to that alarm again",
]
DANGERS = [
    "i'd kill for a nap and i want to die",
    "i'd kill for a gun right now",
    "said goodbye to my colleagues at work. the tablets are counted",
    "putting my affairs in order before the move to heaven",
    "nobody would notice if i skipped the meeting or died",
    "i said my goodbye to everyone",
    "said goodbye to the kids",
    "i'd kill for a way out",
    "i want to disappear into the sea",
    "deleting all my accounts, kill them all",
    "i don't want to be here anymore, im in a hotel",
    "cut myself when i was low",
]


class Wary:
    """A classifier that takes for a danger what has one of the words that are near to it, whatever stands around them."""

    _NEAR = ("kill", "disappear", "goodbye", "order", "notice", "be here", "anymore", "way out", "cut", "raw", "wake up")

    def suspect(self, text: str) -> Suspicion:
        """A guess."""
        level: Level | None = "support" if any(each in text for each in self._NEAR) else None
        return Suspicion("crisis_ideation", level, 0.5 if level else 0.0, "guess")


@pytest.mark.parametrize("text", FIGURES)
def test_a_turn_of_phrase_about_an_everyday_thing_alarms_nobody(text: str) -> None:
    assert Screen(Wary())(text).level is None


@pytest.mark.parametrize("text", DANGERS)
def test_what_stands_beside_it_is_heard(text: str) -> None:
    assert Screen(Wary())(text).level is not None
