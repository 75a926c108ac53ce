"""Runs Rasa's graph of components one after the other: the order is found once, where dask finds it anew for every prediction."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Type, TypeVar

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

Component = TypeVar("Component")


class InOrder(GraphRunner):
    """A graph runner without a scheduler."""

    def __init__(
        self,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[List[GraphNodeHook]] = None,
    ) -> None:
        self._schema = graph_schema
        self._nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        self._orders: Dict[str, List[str]] = {}
        self._given: Dict[str, Any] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: Optional[List[GraphNodeHook]] = None,
    ) -> InOrder:
        """Make the runner with its components loaded."""
        return cls(graph_schema, model_storage, execution_context, hooks)

    def run(self, inputs: Optional[Dict[str, Any]] = None, targets: Optional[List[str]] = None) -> Dict[str, Any]:
        """The outputs of the targets, each component having run once."""
        outputs: Dict[str, Any] = {**self._given, **(inputs or {})}
        wanted = targets or self._schema.target_names
        for name in [name for target in wanted for name in self._order(target)]:
            if name not in outputs:
                # A component that is handed a name instead of an output says itself what it lacks.
                needs = self._schema.nodes[name].needs.values()
                _, outputs[name] = self._nodes[name](*((need, outputs[need]) if need in outputs else need for need in needs))
                if not needs:
                    self._given[name] = outputs[name]  # what needs nothing gives what it was loaded with
        return {target: outputs[target] for target in wanted}

    def component(self, kind: Type[Component]) -> Component:
        """The component of a kind, of which there is one."""
        return next(node._component for node in self._nodes.values() if isinstance(node._component, kind))

    def _order(self, target: str) -> List[str]:
        """The components that a target stands on, each after those it needs, and the target; remembered."""
        if target not in self._orders:
            found: Dict[str, None] = {}
            for need in self._schema.nodes[target].needs.values():
                if need in self._schema.nodes:
                    found.update(dict.fromkeys(self._order(need)))
            self._orders[target] = [*found, target]
        return self._orders[target]
