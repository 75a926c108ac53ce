"""Rasa's agent as we use it: our tracker store unwrapped, our processor, the SDK's actions run in this process."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Dict, List, Optional, Union
from weakref import WeakValueDictionary

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.utils.common import class_from_module_path
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from thaw.dialogue.processor import ThawProcessor
from thaw.settings import ROOT

ACTIONS_PACKAGE = "actions"


class InProcessActions(EndpointConfig):
    """An action endpoint that calls the SDK's executor instead of a server: for the actions that a form runs."""

    def __init__(self) -> None:
        super().__init__()
        self.executor = ActionExecutor()
        self.executor.register_package(ACTIONS_PACKAGE)

    async def request(
        self,
        method: str = "post",
        subpath: Optional[str] = None,
        content_type: Optional[str] = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Optional[Any]:
        """Run the action that the body names, and return what an action server would."""
        return await self.executor.run(kwargs["json"])


class ThawAgent(Agent):
    """Rasa's agent without its fail-safe wrapper, which turns every turn of an outage into a new conversation."""

    action_endpoint: InProcessActions

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        super().__init__(*arguments, **named)

    async def handle_message(self, message: UserMessage) -> Optional[List[Dict[str, Any]]]:
        """Answer a message, once those of its conversation before are answered: one may go on after its turn has ended.

        Rasa's lock store looks every second whether the lock is free.
        """
        if self.processor is None:
            return None
        lock = self._locks.setdefault(message.sender_id, asyncio.Lock())
        async with lock:
            return await self.processor.handle_message(message)

    @staticmethod
    def _create_tracker_store(store: Optional[TrackerStore], domain: Domain) -> TrackerStore:
        if store is None:
            raise ValueError("ThawAgent needs a tracker store.")
        store.domain = domain or Domain.empty()
        return store

    def load_model(self, model_path: Union[str, Path], fingerprint: Optional[str] = None) -> None:
        """Load the trained model into our processor."""
        self.processor = ThawProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            executor=self.action_endpoint.executor,
        )
        self.processor.warm_up()
        self.domain = self.tracker_store.domain = self.processor.domain
        self._set_fingerprint(fingerprint)


def load_agent(model: Path) -> ThawAgent:
    """Load a trained model with the stores and the NLG that `endpoints.yml` names.

    Raises:
        FileNotFoundError: the model is not there.
    """
    if not model.is_file():
        # Rasa would take the newest model beside it, whatever that was trained on.
        raise FileNotFoundError(model.name)
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    # Agent.load would make an Agent, whatever class it is called on; TrackerStore.create loads the clients of databases we don't use.
    agent = ThawAgent(
        generator=endpoints.nlg,
        tracker_store=class_from_module_path(endpoints.tracker_store.type)(),
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=InProcessActions(),
    )
    agent.load_model(model)
    return agent
