"""Rasa's agent as we use it: our tracker store unwrapped, the SDK's actions run in this process."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from rasa.core.agent import Agent
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from thaw.settings import ROOT

ACTIONS_PACKAGE = "actions"


class InProcessActions(EndpointConfig):
    """An action endpoint that calls the SDK's executor instead of a server."""

    def __init__(self) -> None:
        super().__init__()
        self._executor = ActionExecutor()
        self._executor.register_package(ACTIONS_PACKAGE)

    async def request(
        self,
        method: str = "post",
        subpath: Optional[str] = None,
        content_type: Optional[str] = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Optional[Any]:
        """Run the action that the body names, and return what an action server would."""
        return await self._executor.run(kwargs["json"])


class ThawAgent(Agent):
    """Rasa's agent without its fail-safe wrapper, which turns every turn of an outage into a new conversation."""

    @staticmethod
    def _create_tracker_store(store: Optional[TrackerStore], domain: Domain) -> TrackerStore:
        if store is None:
            raise ValueError("ThawAgent needs a tracker store.")
        store.domain = domain or Domain.empty()
        return store


def load_agent(model: Path) -> ThawAgent:
    """Load a trained model with the stores and the NLG that `endpoints.yml` names.

    Raises:
        FileNotFoundError: the model is not there.
    """
    if not model.is_file():
        # Rasa would take the newest model beside it, whatever that was trained on.
        raise FileNotFoundError(model.name)
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    agent: ThawAgent = ThawAgent.load(
        model,
        generator=endpoints.nlg,
        tracker_store=TrackerStore.create(endpoints.tracker_store),
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=InProcessActions(),
    )
    return agent
