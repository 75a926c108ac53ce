"""The tracker that is kept: its moments are those that replaying its events finds, whatever happens."""

from __future__ import annotations

from typing import Callable, Dict, List, Tuple

from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from thaw.dialogue.rules import _LatePast
from thaw.dialogue.tracker import ThawTracker

DOMAIN = Domain.from_dict(
    {
        "intents": ["feel_nothing", "thanks"],
        "forms": {"exercise_form": {"required_slots": ["outcome"]}},
        "slots": {"outcome": {"type": "text", "influence_conversation": True, "mappings": [{"type": "custom"}]}},
        "responses": {"utter_feel_nothing": [{"text": "Flat."}]},
    }
)
HAPPENS: Dict[str, Callable[[], Event]] = {
    "hears": lambda: UserUttered("flat", {"name": "feel_nothing", "confidence": 1.0}),
    "is thanked": lambda: UserUttered("thanks", {"name": "thanks", "confidence": 1.0}),
    "answers": lambda: ActionExecuted("utter_feel_nothing"),
    "listens": lambda: ActionExecuted("action_listen"),
    "runs the form": lambda: ActionExecuted("exercise_form"),
    "begins the form": lambda: ActiveLoop("exercise_form"),
    "ends the form": lambda: ActiveLoop(None),
    "refuses": lambda: ActionExecutionRejected("exercise_form"),
    "fills": lambda: SlotSet("outcome", "warm"),
    "takes back": lambda: ActionReverted(),
    "unhears": lambda: UserUtteranceReverted(),
    "begins anew": lambda: SessionStarted(),
    "restarts": lambda: Restarted(),
}
ONE_TURN = ("hears", "answers", "listens")


FORM_TURN = ("hears", "runs the form", "listens")
ENTRY = ("hears", "runs the form", "begins the form", "listens")
STEPS = st.sampled_from([ONE_TURN, ONE_TURN, FORM_TURN, FORM_TURN, ENTRY, *((name,) for name in HAPPENS)])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(STEPS, st.booleans()), max_size=15))
def test_moments_that_were_remembered_are_those_that_replaying_finds(steps: List[Tuple[Tuple[str, ...], bool]]) -> None:
    kept = ThawTracker("anna", DOMAIN.slots)
    for name, asks in [(name, asks) for step, asks in steps for name in step]:
        kept.update(HAPPENS[name](), DOMAIN)
        if not asks:
            continue
        replayed = DialogueStateTracker("anna", DOMAIN.slots)
        for event in kept.events:
            replayed.update(event, DOMAIN)
        assert _LatePast(kept, 4).past_states(DOMAIN) == _LatePast(replayed, 4).past_states(DOMAIN) == replayed.past_states(DOMAIN)[-4:]


def test_a_conversation_without_forms_is_replayed_once() -> None:
    kept = ThawTracker("anna", DOMAIN.slots)
    for name in ONE_TURN * 3:
        kept.update(HAPPENS[name](), DOMAIN)
        _LatePast(kept, 4).past_states(DOMAIN)
        assert kept.moments() is not None
