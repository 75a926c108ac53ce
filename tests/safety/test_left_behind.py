"""Who is left behind by a death: a suicide that is over is a loss, and who would be with the dead is asked."""

from __future__ import annotations

import pytest

from thaw.safety.hearing import hear
from thaw.safety.left_behind import in_mourning, lost_to_suicide, would_join_the_dead
from thaw.safety.risk_state import State
from thaw.safety.screen import CLEAR, Signal


@pytest.mark.parametrize(
    "text",
    [
        "my mate killed himself in april",
        "my brother killed himself",
        "mum killed herself in may",
        "My wife took her own life three years ago.",
        "lost my best friend to suicide",
        "dad hanged himself when i was 12",
    ],
)
def test_a_suicide_that_is_over_is_a_loss_and_somebody_who_listens_is_shown(text: str) -> None:
    assert lost_to_suicide(text)
    heard = hear(text, Signal("crisis_third_party", "support", ("classifier",)), State(), [])
    assert heard.signal.level == "ask" and heard.signal.faint


@pytest.mark.parametrize(
    "text",
    [
        "my mate tried to kill himself in april",
        "my brother is going to kill himself",
        "i think my dad has killed himself",
        "my friend just killed himself",
        "my sister almost killed herself last night",
        "she says she took her own life in her hands, the ambulance is here",
    ],
)
def test_a_suicide_that_may_not_be_over_stays_someone_in_danger(text: str) -> None:
    assert not lost_to_suicide(text)
    heard = hear(text, Signal("crisis_third_party", "support", ("classifier",)), State(), [])
    assert heard.signal.intent == "crisis_third_party" and heard.signal.level == "support"


@pytest.mark.parametrize(
    "text",
    [
        "my girlfriend killed herself and i want to be with her",
        "my wife took her own life. i want to join her",
        "my son killed himself last year and it should have been me",
        "my mum died in may, i just want to be where she is",
        "my dad passed away. soon i'll be with him",
    ],
)
@pytest.mark.parametrize("signal", [CLEAR, Signal("crisis_third_party", "support", ("classifier",))])
def test_who_would_be_where_someone_is_who_died_is_asked(text: str, signal: Signal) -> None:
    heard = hear(text, signal, State(), [])
    assert heard.signal.intent == "crisis_passive" and heard.signal.level == "ask" and not heard.signal.guessed


@pytest.mark.parametrize(
    "text",
    [
        "my mum died and i want to be with my family",
        "she goes dancing and i want to join her",
        "my dad died, i wanted to be with him at the end",
        "my husband died. i want to talk about him",
    ],
)
def test_who_only_wants_company_or_to_have_been_there_is_not_asked(text: str) -> None:
    assert not would_join_the_dead(text)


def test_in_mourning_the_wish_to_be_where_they_are_is_asked_about_and_what_is_plainer_stays() -> None:
    wish = "i just want to be where he is"
    assert in_mourning(CLEAR, wish, mourns=True).level == "ask"
    assert in_mourning(CLEAR, wish, mourns=False) == CLEAR
    assert in_mourning(CLEAR, "i miss him", mourns=True) == CLEAR
    plainer = Signal("crisis_imminent", "urgent", ("plan",))
    assert in_mourning(plainer, wish, mourns=True) == plainer
