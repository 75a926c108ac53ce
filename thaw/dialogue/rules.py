"""Rasa's rule policy, which looks only at what a rule can ask about.

For every prediction Rasa replays the conversation twice (once for rules on texts, of which we have none), describes every moment of it,
and holds each of the rules against each moment. A rule of ours looks back a few moments, and most rules are about another intent.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

from thaw.dialogue.tracker import ThawTracker

_LOOKUPS = ("rules", "rules_for_loop_unhappy_path")
Moment = Tuple[Optional[str], Optional[str]]


def _said(state: Mapping[str, Any], part: str, key: str) -> Optional[str]:
    """What a state says of one thing, or None if it leaves it open."""
    value = state.get(part, {}).get(key)
    return value if value and isinstance(value, str) and value != SHOULD_NOT_BE_SET else None


class Rules(NamedTuple):
    """Rules by the previous action and the intent of their last moment; None where a rule leaves it open."""

    by_moment: Mapping[Moment, Sequence[str]]
    longest: int
    read_text: bool

    @classmethod
    def of(cls, keys: Sequence[str]) -> Rules:
        """Sort the rules, given as Rasa writes them."""
        found: Dict[Moment, List[str]] = defaultdict(list)
        longest, read_text = 0, False
        for key in keys:
            states = json.loads(key)
            last = states[-1] if states else {}
            longest = max(longest, len(states))
            action, intent = _said(last, PREVIOUS_ACTION, ACTION_NAME), _said(last, USER, INTENT)
            # A rule that begins a conversation fits its first moment, whatever was said.
            found[action, intent if last.get(PREVIOUS_ACTION) else None].append(key)
            read_text = read_text or (action in (None, ACTION_LISTEN_NAME) and intent is None)
        return cls(dict(found), longest, read_text)

    def near(self, state: State) -> Dict[str, str]:
        """The rules that a moment may fit."""
        action, intent = _said(state, PREVIOUS_ACTION, ACTION_NAME), _said(state, USER, INTENT)
        moments = {(one, other) for one in (action, None) for other in (intent, None)}
        return {key: "" for moment in moments for key in self.by_moment.get(moment, ())}


class _LatePast:
    """A conversation of which only the last moments are described."""

    def __init__(self, tracker: DialogueStateTracker, moments: int) -> None:
        self._tracker = tracker
        self._moments = moments

    def past_states(self, domain: Domain, omit_unset_slots: bool = False, **_: Any) -> List[State]:
        """The states before the last actions, and the present one."""
        known = self._tracker.moments() if isinstance(self._tracker, ThawTracker) else None
        if known is not None:
            return known
        events = self._tracker.applied_events()
        left = sum(isinstance(event, ActionExecuted) for event in events)
        past, states = self._tracker.init_copy(), []
        for event in events:
            if isinstance(event, ActionExecuted):
                if left < self._moments:
                    states.append(domain.get_active_state(past, omit_unset_slots=omit_unset_slots))
                left -= 1
            past.update(event)
        states.append(domain.get_active_state(past, omit_unset_slots=omit_unset_slots))
        if isinstance(self._tracker, ThawTracker):
            self._tracker.remember(states, domain, self._moments - 1)
        return states


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class ThawRulePolicy(RulePolicy):
    """Predicts what Rasa's predicts. While it is trained it is Rasa's."""

    _sorted: Optional[Dict[int, Rules]] = None
    _only_listens: Dict[Tuple[str, str], bool]

    @classmethod
    def load(cls, *arguments: Any, **named: Any) -> ThawRulePolicy:
        """Read the rules that the training kept, and sort them."""
        policy: ThawRulePolicy = super().load(*arguments, **named)
        lookups = [policy.lookup.get(name, {}) for name in _LOOKUPS]
        policy._sorted = {id(lookup): Rules.of(list(lookup)) for lookup in lookups}
        policy._only_listens = {}
        return policy

    def only_listens_after(self, intent: str, action: str) -> bool:
        """Whether whatever rule there is on what comes after an action, done on hearing an intent, is to listen."""
        asked = intent, action
        if asked not in self._only_listens:
            lookup, rules = self.lookup[RULES], (self._sorted or {}).get(id(self.lookup[RULES]))
            near = rules.near({PREVIOUS_ACTION: {ACTION_NAME: action}, USER: {INTENT: intent}}) if rules else {}
            self._only_listens[asked] = {lookup[key] for key in near} == {ACTION_LISTEN_NAME}
        return self._only_listens[asked]

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Tuple[Optional[str], Optional[str], bool]:
        if use_text_for_last_user_input and self._sorted and not any(rules.read_text for rules in self._sorted.values()):
            return None, None, False
        found: Tuple[Optional[str], Optional[str], bool] = super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)
        return found

    def _prediction_states(self, tracker: DialogueStateTracker, domain: Domain, *arguments: Any, **named: Any) -> List[State]:
        seen: Any = _LatePast(tracker, max(rules.longest for rules in self._sorted.values())) if self._sorted else tracker
        states: List[State] = super()._prediction_states(seen, domain, *arguments, **named)
        return states

    def _get_possible_keys(self, lookup: Dict[str, str], states: List[State]) -> Set[str]:
        rules = (self._sorted or {}).get(id(lookup))
        near = rules.near(states[-1]) if rules else lookup
        keys: Set[str] = super()._get_possible_keys(near, states)
        return keys

    @staticmethod
    def format_tracker_states(states: List[Dict[str, Any]]) -> str:
        """Nothing: it is logged at debug level only, where no visitor's words go."""
        return ""
