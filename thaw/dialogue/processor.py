"""Rasa's loop over a message, without what nobody reads.

For every prediction Rasa makes its dozen of default actions anew, for every action it replays the whole tracker into a copy, writes all
events out for the action server, checks the answer against a schema that it checks against its own first, and copies what it would log.
Together that was most of a turn's time (docs/speed.md).
"""

from __future__ import annotations

import asyncio
import logging
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Dict, FrozenSet, List, Optional, Sequence, Tuple, Union, cast, overload

import rasa
from rasa.core.actions.action import Action, ActionBotResponse, ActionExecutionRejection, RemoteAction, action_for_name_or_text
from rasa.core.actions.forms import FormAction
from rasa.core.channels.channel import CollectingOutputChannel, OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.exceptions import ActionLimitReached
from rasa.shared.core.constants import (
    ACTION_EXTRACT_SLOTS,
    ACTION_LISTEN_NAME,
    ACTION_VALIDATE_SLOT_MAPPINGS,
    DEFAULT_SLOT_NAMES,
    MAPPING_TYPE,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slot_mappings import SlotMapping, SlotMappingType
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT
from rasa.utils.common import TempDirectoryPath, get_temp_dir_name
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from thaw.at_once import is_read_at_once
from thaw.dialogue.rules import ThawRulePolicy
from thaw.dialogue.runner import InOrder

logger = logging.getLogger(__name__)


class Told(Sequence[Dict[str, Any]]):
    """Events as the SDK's actions read them, each written out when it is looked at: most actions look at none."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events

    @overload
    def __getitem__(self, place: int) -> Dict[str, Any]: ...

    @overload
    def __getitem__(self, place: slice) -> List[Dict[str, Any]]: ...

    def __getitem__(self, place: Union[int, slice]) -> Union[Dict[str, Any], List[Dict[str, Any]]]:
        """One event, or some."""
        if isinstance(place, slice):
            return [event.as_dict() for event in self._events[place]]
        return dict(self._events[place].as_dict())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._events)


@lru_cache(maxsize=64)
def _kind(name: str) -> Any:
    """The class of an event, by its name; Rasa walks all classes for every event."""
    return Event.resolve_by_type(name)


def event_of(body: Dict[str, Any]) -> Optional[Event]:
    """The event that was written out as `body`, or None if it is of a kind that is no more."""
    kind = _kind(body["event"])
    event: Optional[Event] = kind._from_parameters(dict(body)) if kind else None
    return event


class OwnAction(RemoteAction):
    """An action of `actions/`, run in this process. What the SDK answers is made by the SDK: no schema is checked."""

    def __init__(self, name: str, executor: ActionExecutor) -> None:
        super().__init__(name, None)
        self._executor = executor

    async def run(
        self, output_channel: OutputChannel, nlg: NaturalLanguageGenerator, tracker: DialogueStateTracker, domain: Domain
    ) -> List[Event]:
        """Run it, say what it says, and return its events."""
        state = {**tracker.current_state(), "events": Told(list(tracker.events))}
        call = {"next_action": self.name(), "sender_id": tracker.sender_id, "tracker": state, "version": rasa.__version__}
        answer = await self._executor.run(call) or {}
        said = await self._utter_responses(answer.get("responses", []), output_channel, nlg, tracker)
        return [*said, *filter(None, map(event_of, answer.get("events", [])))]


class OwnForm(FormAction):
    """A form that asks its questions by our own actions."""

    def __init__(self, name: str, endpoint: Optional[EndpointConfig], action: Callable[[str], Action]) -> None:
        super().__init__(name, endpoint)
        self._action = action

    async def _ask_for_slot(
        self,
        domain: Domain,
        nlg: NaturalLanguageGenerator,
        output_channel: OutputChannel,
        slot_name: str,
        tracker: DialogueStateTracker,
    ) -> List[Event]:
        asks = self._name_of_utterance(domain, slot_name)
        return await self._action(asks).run(output_channel, nlg, tracker, domain) if asks else []


def filling_intents(domain: Domain) -> Optional[FrozenSet[str]]:
    """The intents that fill a slot; None if a message without entities may fill one by anything else."""
    if ACTION_VALIDATE_SLOT_MAPPINGS in domain.user_actions:
        return None
    intents: List[str] = []
    for mapping in [each for slot in domain.slots if slot.name not in DEFAULT_SLOT_NAMES for each in slot.mappings]:
        kind, named = mapping.get(MAPPING_TYPE), SlotMapping.to_list(mapping.get(INTENT))
        if kind == str(SlotMappingType.FROM_INTENT) and named:
            intents += named
        elif not (kind == str(SlotMappingType.FROM_ENTITY) or (kind == str(SlotMappingType.CUSTOM) and not mapping.get("action"))):
            return None
    return frozenset(intents)


class ThawProcessor(MessageProcessor):
    """Rasa's processor, with our runner and our actions."""

    def __init__(self, *arguments: Any, executor: ActionExecutor, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._executor = executor
        self._known_actions: Dict[str, Action] = {}
        self._filling_intents = filling_intents(self.domain)
        self._rules = cast(InOrder, self.graph_runner).component(ThawRulePolicy)
        self._unseen = frozenset(slot.name for slot in self.domain.slots if not slot.has_features())

    @staticmethod
    def _load_model(model_path: Union[str, Path]) -> Tuple[str, ModelMetadata, GraphRunner]:
        with TempDirectoryPath(get_temp_dir_name()) as folder:
            metadata, runner = load_predict_graph_runner(Path(folder), Path(model_path), LocalModelStorage, InOrder)
        return Path(model_path).name, metadata, runner

    def warm_up(self) -> None:
        """Read a message, so that no visitor's waits for what is loaded at the first use."""
        self._parse_message_with_graph(UserMessage("I feel nothing."), DialogueStateTracker.from_events("nobody", []))

    async def handle_message(self, message: UserMessage) -> Optional[List[Dict[str, Any]]]:
        """Answer a message. No plugin looks through what was said."""
        tracker = await self.log_message(message, should_save_tracker=False)
        tracker = await self.run_action_extract_slots(message.output_channel, tracker)
        await self._run_prediction_loop(message.output_channel, tracker)
        await self.save_tracker(tracker)
        collected = message.output_channel
        return collected.messages if isinstance(collected, CollectingOutputChannel) else None

    async def _update_tracker_session(
        self, tracker: DialogueStateTracker, output_channel: OutputChannel, metadata: Optional[Dict[str, Any]] = None
    ) -> None:
        last = tracker.events[-1] if tracker.events else None
        goes_on = isinstance(last, ActionExecuted) and last.action_name == ACTION_LISTEN_NAME
        if goes_on and not self.domain.session_config.are_sessions_enabled():
            return
        # What came beside the first message is not kept as if it were the conversation's.
        await super()._update_tracker_session(tracker, output_channel)

    def _get_action(self, action_name: str) -> Action:
        known = self._known_actions.get(action_name)
        if known is None:
            known = action_for_name_or_text(action_name, self.domain, self.action_endpoint)
            if type(known) is RemoteAction:
                known = OwnAction(action_name, self._executor)
            elif type(known) is FormAction:
                known = OwnForm(action_name, self.action_endpoint, self._get_action)
            # Forms keep something of a run in themselves: they are made anew, as Rasa does.
            if isinstance(known, (OwnAction, ActionBotResponse)) or action_name in (ACTION_LISTEN_NAME, ACTION_EXTRACT_SLOTS):
                self._known_actions[action_name] = known
        return known

    async def run_action_extract_slots(self, output_channel: OutputChannel, tracker: DialogueStateTracker) -> DialogueStateTracker:
        """Fill the slots that the message fills."""
        heard = tracker.latest_message
        if heard and not heard.entities and self._filling_intents is not None and heard.intent_name not in self._filling_intents:
            return tracker
        events = await self._get_action(ACTION_EXTRACT_SLOTS).run(output_channel, self.nlg, tracker, self.domain)
        await self._send_bot_messages(events, tracker, output_channel)
        tracker.update_with_events(events, self.domain)
        return tracker

    async def parse_message(
        self, message: UserMessage, tracker: Optional[DialogueStateTracker] = None, only_output_properties: bool = True
    ) -> Dict[str, Any]:
        """Understand a message, a longer one beside the event loop."""
        read_for = tracker or DialogueStateTracker.from_events(message.sender_id, [])
        if is_read_at_once(message.text or ""):
            return self._parse_message_with_graph(message, read_for, only_output_properties)
        return await asyncio.to_thread(self._parse_message_with_graph, message, read_for, only_output_properties)

    def predict_next_with_tracker_if_should(self, tracker: DialogueStateTracker) -> Tuple[Action, PolicyPrediction]:
        """What to do next.

        Raises:
            ActionLimitReached: too many actions in one turn.
        """
        if self.is_action_limit_reached(tracker, self.should_predict_another_action(tracker.latest_action_name)):
            raise ActionLimitReached("The limit of actions to predict has been reached.")
        prediction = self._predict_next_with_tracker(tracker)
        return self._get_action(self.domain.action_names_or_texts[prediction.max_confidence_index]), prediction

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        try:
            seen = tracker
            if any(not isinstance(event, DefinePrevUserUtteredFeaturization) for event in prediction.events):
                # They are taken back if the action refuses to run. Whether the text was looked at is nothing to an action.
                seen = tracker.copy()
                seen.update_with_events(prediction.events, self.domain)
            events = await action.run(output_channel, nlg, seen, self.domain)
        except ActionExecutionRejection:
            tracker.update(ActionExecutionRejected(action.name(), prediction.policy_name, prediction.max_confidence))
            return self.should_predict_another_action(action.name())
        except Exception:
            # As Rasa does: the turn goes on without what the action would have said.
            logger.exception("The action %s failed.", action.name())
            events = []
        self._log_action_on_tracker(tracker, action, events, prediction)
        if any(isinstance(event, UserUttered) for event in events):
            tracker = await self.run_action_extract_slots(output_channel, tracker)
        await self.execute_side_effects(events, tracker, output_channel)
        if self._can_only_listen(action, tracker, events, prediction):
            tracker.update(self._get_action(ACTION_LISTEN_NAME).event_for_successful_execution(prediction))
            return False
        return self.should_predict_another_action(action.name())

    def _can_only_listen(
        self, action: Action, tracker: DialogueStateTracker, events: Sequence[Event], prediction: PolicyPrediction
    ) -> bool:
        """Whether the policies would say to listen now, without asking them: a rule had an answer given, which changed nothing that rules
        look at, and whatever rule there is on what comes after it is to listen.
        """
        if tracker.active_loop_name or tracker.followup_action or not isinstance(action, (OwnAction, ActionBotResponse)):
            return False
        by_a_rule = prediction.policy_name == type(self._rules).__name__ and not prediction.is_no_user_prediction
        changes = any(not (isinstance(event, BotUttered) or (isinstance(event, SlotSet) and event.key in self._unseen)) for event in events)
        heard = tracker.latest_message
        return by_a_rule and not changes and heard is not None and self._rules.only_listens_after(heard.intent_name, action.name())

    def _log_action_on_tracker(
        self, tracker: DialogueStateTracker, action: Action, events: Optional[List[Event]], prediction: PolicyPrediction
    ) -> None:
        done = events or []
        if not any(isinstance(event, ActionExecutionRejected) for event in done):
            tracker.update_with_events(prediction.events, self.domain)
            tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(done, self.domain)
