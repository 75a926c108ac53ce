"""The exercise: choosing, showing, the scale, its outcomes, and a line for tomorrow. What fits whom is decided in `thaw/exercise`."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from thaw import funnel
from thaw.dialogue.pausing import PAUSED, pause, risk_is_open
from thaw.exercise import naming, planning, state
from thaw.exercise.noticing import takes_back_worse
from thaw.exercise.state import FORM, GROUNDING, OWN, SLOT, State
from thaw.responses import responses

Events = List[Dict[str, Any]]
_OUTCOMES = ("something", "nothing", "worse")
_ASKS = ("utter_ask_exercise_outcome", "utter_ask_exercise_noticing")
_HAD = ("utter_exercise_had_outcome", "utter_exercise_had_noticing")
"""What was noticed, asked without and with a first number; and where the five minutes are said to be over."""
_NOTHING, _AGAIN = "utter_exercise_felt_nothing", "utter_exercise_felt_nothing_again"


def forgotten(tracker: Tracker) -> Events:
    """Events that end what is under way, so that the exercise can be done again."""
    return [SlotSet(SLOT, state.begin(_state(tracker)).to_json())]


class ActionAskExerciseOutcome(Action):
    """Shows the activities, what may be in the way, or the exercise; and later asks what was noticed."""

    def name(self) -> str:
        """Rasa's name for what asks for the slot `exercise_outcome`."""
        return "action_ask_exercise_outcome"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say what the exercise says where it stands; nothing more of it to someone who just told of unreality."""
        now = _state(tracker)
        if tracker.latest_message["intent"]["name"] == "feels_unreal":
            return [*_closed(tracker), *forgotten(tracker)]
        if now.activity:
            return self._exercise(dispatcher, tracker, now)
        if now.asks_hindrance:
            dispatcher.utter_message(response="utter_ask_exercise_hindrance")
            return []
        now = state.offer(now, tracker.get_slot("enjoyed"), state.needs_of(tracker.slots))
        dispatcher.utter_message(response=_question(tracker, now), buttons=_ways(tracker, now))
        return [SlotSet(SLOT, now.to_json())]

    def _exercise(self, dispatcher: CollectingDispatcher, tracker: Tracker, now: State) -> Events:
        if now.is_shown:
            if _entity(tracker, "noticing") == "what":
                dispatcher.utter_message(response="utter_exercise_what_number")
                return []
            asks = _HAD if _entity(tracker, "noticing") == "done" else _ASKS
            dispatcher.utter_message(response=asks[now.before is not None])
            return []
        dispatcher.utter_message(response=_instruction(now))
        if state.rates(now) and not risk_is_open(tracker):
            dispatcher.utter_message(response="utter_exercise_before")
        funnel.count("exercise_started")
        return [SlotSet(SLOT, state.show(now).to_json())]


class ActionGoOnWithExercise(Action):
    """Takes what the visitor chose, told or rated, and goes on."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_go_on_with_exercise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """The state after it; then the form says what comes next."""
        now, intent = _state(tracker), tracker.latest_message["intent"]["name"]
        if intent == "rate_noticing":
            return self._rated(dispatcher, tracker, now)
        if intent == "start_exercise":
            return _go_on(tracker, self._started(dispatcher, tracker, now))
        if intent == "choose_activity":
            return _go_on(tracker, state.choose(now, _entity(tracker, "exercise_activity") or OWN))
        if intent == "other_activities":
            after = state.pass_over(now, _entity(tracker, "sense"))
            if not after.sense and not set(state.fitting(after, needs=state.needs_of(tracker.slots))) - set(after.passed):
                dispatcher.utter_message(response="utter_exercise_all_shown")
            return _go_on(tracker, after)
        if intent == "in_the_way":
            return _go_on(tracker, self._hindered(dispatcher, now, (_entity(tracker, "in_the_way") or "").split()))
        return _go_on(tracker, state.ask_hindrance(now))

    def _started(self, dispatcher: CollectingDispatcher, tracker: Tracker, now: State) -> State:
        """What was asked for by name, or an offer; to whom nothing feels real, looking out with open eyes."""
        text = str(tracker.latest_message.get("text") or "")
        text = "" if text.startswith("/") else text
        name, hindrances = naming.named(text, naming.LONG), naming.hindrances(text)
        if hindrances:
            return self._hindered(dispatcher, now, hindrances)
        if tracker.get_slot("unreal") and GROUNDING not in now.done:
            return state.choose(now, GROUNDING)
        if name is None and naming.starts_with_own(text):
            name = OWN
        return state.choose(now, name) if name else state.begin(now)

    def _hindered(self, dispatcher: CollectingDispatcher, now: State, hindrances: Any) -> State:
        dispatcher.utter_message(response="utter_exercise_fits")
        return state.hinder(now, hindrances)

    def _rated(self, dispatcher: CollectingDispatcher, tracker: Tracker, now: State) -> Events:
        moment, _, number = (_entity(tracker, "noticing") or "").partition(" ")
        if moment == "undone":
            dispatcher.utter_message(response="utter_exercise_not_done")
            return [*_closed(tracker), *forgotten(tracker)]
        if not (_is_under_way(tracker) and now.is_shown):
            dispatcher.utter_message(response="utter_exercise_over")
            return []
        if moment == "again":
            dispatcher.utter_message(response=_instruction(now))
        if moment == "postponed":
            dispatcher.utter_message(response="utter_exercise_put_off")
            # One form waits at a time: what waits already is not forgotten for it.
            return _go_on(tracker, now) if tracker.get_slot(PAUSED) else pause(tracker)
        if moment == "number" and now.before is not None:
            dispatcher.utter_message(response="utter_exercise_number", answer=str(now.before))
        elif moment == "number":
            dispatcher.utter_message(response="utter_exercise_no_number")
        if moment in ("again", "done", "later", "number", "what"):
            return _go_on(tracker, now)
        if moment == "skip" and now.before is None:
            dispatcher.utter_message(response="utter_exercise_no_number")
            return _go_on(tracker, now)
        if moment == "before" and number.isdigit():
            dispatcher.utter_message(response="utter_exercise_noted")
            return _go_on(tracker, state.rate(now, int(number)))
        dispatcher.utter_message(response=_difference(now, int(number) if number.isdigit() else None))
        funnel.count("exercise_finished")
        return [*_closed(tracker), SlotSet(SLOT, state.finish(now).to_json())]


class ActionCloseExercise(Action):
    """Answers what the visitor noticed."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_close_exercise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say the answer to the outcome; nothing counts as a good result. "Worse" ends it, wherever it stands."""
        now, intent = _state(tracker), tracker.latest_message["intent"]["name"]
        outcome = intent.removeprefix("exercise_felt_")
        grounded, under_way = now.activity == GROUNDING, _is_under_way(tracker) and now.is_shown
        said = f"utter_exercise_{'grounded' if grounded else 'felt'}_{outcome if outcome in _OUTCOMES else 'nothing'}"
        dispatcher.utter_message(response=_AGAIN if said == _NOTHING and under_way and now.done and _was_said(tracker, _NOTHING) else said)
        if under_way:
            funnel.count("exercise_finished")
        if outcome != "worse" and not under_way:
            # Put right at once: what was taken for "worse" was none.
            was_none = now.worse and takes_back_worse(str(tracker.latest_message.get("text") or ""))
            return [SlotSet(SLOT, now._replace(worse=False).to_json())] if was_none else []
        return [*_closed(tracker), SlotSet(SLOT, state.finish(now, worse=outcome == "worse").to_json())]


class ActionLeaveExercise(Action):
    """Stops the exercise at the visitor's word."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_leave_exercise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Say that it is stopped, without fault."""
        dispatcher.utter_message(response="utter_stop")
        return [*_closed(tracker), *forgotten(tracker)]


class ActionPlanTomorrow(Action):
    """A line for tomorrow from choices: when, and which small thing. Nothing is kept of it but what was said."""

    def name(self) -> str:
        """Rasa's name for it."""
        return "action_plan_tomorrow"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> Events:
        """Ask when; then which; then say the line, to copy."""
        when, _, thing = (_entity(tracker, "plan") or "").partition(" ")
        times, things = _titles("utter_exercise_plan"), _titles("utter_exercise_activities")
        at = _inside(times[when]) if when in times else planning.as_said(when)
        if at is None:
            dispatcher.utter_message(response="utter_exercise_plan")
        elif thing not in things:
            dispatcher.utter_message(response="utter_exercise_plan_thing", buttons=self._things(tracker, when, things))
        else:
            line = "utter_exercise_plan_line_day" if planning.names_a_day(when) else "utter_exercise_plan_line"
            dispatcher.utter_message(response=line, at=at, thing=_inside(things[thing]))
            dispatcher.utter_message(response="utter_exercise_plan_made")
        return []

    def _things(self, tracker: Tracker, when: str, titles: Dict[str, str]) -> List[Dict[str, str]]:
        """What was done last, two more that fit, something of their own; and the way out."""
        now = _state(tracker)
        fitting = state.fitting(now, tracker.get_slot("enjoyed"), state.needs_of(tracker.slots))
        names = list(dict.fromkeys([*(name for name in now.done[-1:] if name in fitting), *fitting]))[: state.AT_A_TIME]
        buttons = [{"title": titles[name], "payload": f'/plan_tomorrow{{"plan": "{when} {name}"}}'} for name in [*names, OWN]]
        return [*buttons, _buttons("utter_exercise_ways")["/stop"]]


def _state(tracker: Tracker) -> State:
    return State.from_json(tracker.get_slot(SLOT))


def _entity(tracker: Tracker, name: str) -> Optional[str]:
    return next((str(each["value"]) for each in tracker.latest_message.get("entities") or [] if each["entity"] == name), None)


def _was_said(tracker: Tracker, response: str) -> bool:
    """Whether a response was said in the last turns."""
    said = (((each.get("metadata") or {}).get("metadata") or {}).get("response") for each in tracker.events if each.get("event") == "bot")
    return response in said


def _is_asking(tracker: Tracker) -> bool:
    return bool(tracker.active_loop.get("name") == FORM)


def _is_under_way(tracker: Tracker) -> bool:
    return _is_asking(tracker) or tracker.get_slot(PAUSED) == FORM


def _go_on(tracker: Tracker, now: State) -> Events:
    """Keep the state and let the form say what comes next."""
    kept = SlotSet(SLOT, now.to_json())
    if _is_asking(tracker):
        return [kept]
    paused = [SlotSet(PAUSED, None)] if tracker.get_slot(PAUSED) == FORM else []
    # Another form under way waits meanwhile.
    return [kept, *paused, *pause(tracker), ActiveLoop(FORM), FollowupAction(FORM)]


def _closed(tracker: Tracker) -> Events:
    """Events that end the exercise, asked or paused; nothing else that is under way."""
    events: Events = []
    if tracker.get_slot(PAUSED) == FORM:
        events.append(SlotSet(PAUSED, None))
    if _is_asking(tracker):
        events += [ActiveLoop(None), SlotSet("requested_slot", None)]
    return events


def _instruction(now: State) -> str:
    """What says how the activity goes."""
    unseen = now.activity == GROUNDING and "no_sight" in now.hindrances
    return f"utter_exercise_{now.activity}{'_unseen' if unseen else ''}"


def _question(tracker: Tracker, now: State) -> str:
    """How the activities are offered."""
    if now.worse:
        return "utter_ask_exercise_after_worse"
    if now.done:
        return "utter_ask_exercise_another"
    first = next((each for each in state.activities() if each.name in now.offered[:1]), None)
    near = first is not None and tracker.get_slot("enjoyed") in first.suits
    return "utter_ask_exercise_near" if near and not now.passed else "utter_ask_exercise_activity"


def _ways(tracker: Tracker, now: State) -> List[Dict[str, str]]:
    """The activities on offer, and the ways past them."""
    titles, ways = _titles("utter_exercise_activities"), _buttons("utter_exercise_ways")
    names = [*([GROUNDING] if now.worse and GROUNDING not in now.done else []), *now.offered]
    chosen = [{"title": titles[name], "payload": f'/choose_activity{{"exercise_activity": "{name}"}}'} for name in names]
    own = {"title": titles[OWN], "payload": f'/choose_activity{{"exercise_activity": "{OWN}"}}'}
    return [*chosen, ways["/other_activities"], own, ways["/cannot_do"], ways["/stop"]]


def _difference(now: State, after: Optional[int]) -> str:
    """The answer to the second number."""
    if after is None:
        return "utter_exercise_noticed_skipped"
    if now.before is None or now.before == after == 0:
        return f"utter_exercise_felt_{'something' if after else 'nothing'}"
    return f"utter_exercise_noticed_{state.difference(now.before, after)}"


def _buttons(response: str) -> Dict[str, Dict[str, str]]:
    """Choices of a response that is not said, by their payload."""
    return {button.payload: button.dict() for button in responses().variations(response)[0].buttons}


def _titles(response: str) -> Dict[str, str]:
    """Titles of a response's choices by the value that each stands for."""
    found: Dict[str, str] = {}
    for payload, button in _buttons(response).items():
        values = json.loads(payload[payload.index("{") :]) if "{" in payload else {}
        found.update({str(value): button["title"] for value in values.values()})
    return found


def _inside(title: str) -> str:
    """A title inside a sentence."""
    return title[0].lower() + title[1:]
