"""What the risk state machine goes by: where a conversation stands, what a message says about risk, how to answer."""

from __future__ import annotations

import json
from typing import Any, Literal, Mapping, NamedTuple, Optional

from thaw.safety.goes_on_moves import GOES_ON
from thaw.safety.invited_moves import INVITED
from thaw.safety.levels import LEVELS, Level
from thaw.safety.plans import Plan
from thaw.safety.reply import Reply
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.told import Refusal

Stage = Literal["none", "asked", "thoughts", "plan", "imminent", "denied", "rechecked", "resolved"]
Question = Literal["thoughts", "plan", "near", "call", "now", "theirs"]
"""Are there thoughts; is there a plan; are means or time near; will you call; how is it by now; is someone else in danger right now."""

OPEN: frozenset[Stage] = frozenset({"asked", "thoughts", "plan", "imminent"})
"""Stages in which risk is open: matching is not promoted."""
TOLD: frozenset[Stage] = frozenset({"thoughts", "plan", "imminent"})
"""Stages after thoughts of suicide were told."""
GRAVE: frozenset[Stage] = frozenset({"plan", "imminent"})
"""Stages in which the emergency number comes first."""
IN_VIEW = OPEN | {"denied"}
"""Stages in which the crisis line goes with other answers."""
DENIALS = frozenset(
    {
        "utter_danger_from_others_heard",
        "utter_risk_denied",
        "utter_risk_denied_unasked",
        "utter_risk_resolved",
        "utter_risk_joked",
        "utter_risk_eased",
        "utter_risk_plan_no",
    }
    | {"utter_risk_no_noted", "utter_risk_not_near", "utter_risk_misread", "utter_risk_denied_but", "utter_risk_plan_let_be"}
)
"""Answers to a denial: once one was given, a denial stands that may be taken back."""
CLOSED: tuple[Stage, ...] = ("none", "resolved", "denied", "rechecked")
Ground = Literal["guess", "end", "wish"]
"""What a question about thoughts of suicide goes by, as long as nothing plainer was said: the classifier alone, for anything or for last
things done, or a wish to be gone."""
ORDER: tuple[Stage, ...] = (*CLOSED, "asked", "thoughts", "plan", "imminent")
NOT_SURE = "utter_risk_not_sure"
"""The question about thoughts once more, after an answer that leaves it open."""
PAST_TOLD = "utter_risk_long_past"
"""The answer to an attempt that is long over."""
ROUTE_FOR = 6
"""Answers for which a danger of its own kind is what the conversation is about."""
OF_OTHERS = frozenset({"crisis_third_party", "threat_if_left", "harm_to_another"})
"""Dangers that are told of someone else."""
URGENT_ROUTES = frozenset({"danger_from_others", "danger_to_others", "medical_emergency", "voices"}) | OF_OTHERS
"""Dangers of their own kind whose services stay in view meanwhile."""

MOVES: Mapping[str, tuple[str, Level]] = {
    "cannot_call": ("utter_cannot_call", "urgent"),
    "with_someone": ("utter_with_someone", "support"),
    "safe_for_now": ("utter_safe_for_now", "support"),
    "steady_me": ("utter_steady_me", "support"),
    "safety_plan": ("utter_safety_plan", "support"),
    "barrier_question": ("utter_barrier_question", "support"),
    "third_party_now": ("utter_crisis_third_party_now", "urgent"),
    "third_party_later": ("utter_third_party_later", "support"),
    "third_party_unsure": ("utter_third_party_unsure", "urgent"),
    "third_party_words": ("utter_third_party_words", "support"),
    "third_party_avoid": ("utter_third_party_avoid", "support"),
    "third_party_self": ("utter_third_party_self", "support"),
    "life_at_risk": ("utter_danger_from_others_life", "urgent"),
    "leaving": ("utter_danger_from_others_leaving", "support"),
    "children": ("utter_danger_from_others_children", "urgent"),
    "abuse_by_text": ("utter_danger_from_others_text", "support"),
    "not_suicide": ("utter_danger_from_others_heard", "support"),
    "someone_would": ("utter_someone_would_listen", "support"),
    "someone_later": ("utter_someone_later", "support"),
    "will_reach": ("utter_will_reach", "support"),
    # Only typed.
    "plain_help": ("utter_help_of_what_kind", "support"),
    "voices_unwilling": ("utter_voices_unwilling", "urgent"),
    "voices_real": ("utter_voices_real", "urgent"),
    "voices_someone": ("utter_voices_someone", "urgent"),
    "voices_quiet": ("utter_voices_quiet", "support"),
    "only_angry": ("utter_danger_to_others_angry", "support"),
    "harm_at_ease": ("utter_danger_to_others_at_ease", "support"),
    "eating_of_another_refuses": ("utter_eating_of_another_refuses", "support"),
    "eating_of_another_now": ("utter_eating_of_another_now", "urgent"),
    "eating_of_another_words": ("utter_eating_of_another_words", "support"),
    "eating_lowest": ("utter_eating_disorder_lowest", "support"),
    "my_fault": ("utter_danger_from_others_fault", "support"),
    "loves_them": ("utter_danger_from_others_love", "support"),
    "third_party_calling": ("utter_third_party_calling", "urgent"),
    "third_party_awake": ("utter_third_party_awake", "urgent"),
    "third_party_help_called": ("utter_third_party_help_called", "urgent"),
    "third_party_going": ("utter_third_party_going", "urgent"),
    "third_party_hospital": ("utter_third_party_hospital", "urgent"),
    "third_party_reached": ("utter_third_party_reached", "support"),
    "third_party_after": ("utter_third_party_after", "support"),
    "third_party_tell": ("utter_third_party_tell", "support"),
    "third_party_means": ("utter_third_party_means", "support"),
    "third_party_means_now": ("utter_third_party_means_now", "urgent"),
    "threat_feared": ("utter_threat_if_left_feared", "urgent"),
    "threat_before": ("utter_threat_if_left_before", "support"),
    "threat_leaving": ("utter_threat_if_left_leaving", "support"),
    "threat_fault": ("utter_threat_if_left_fault", "support"),
    "harm_now": ("utter_harm_to_another_now", "urgent"),
    "harm_tell": ("utter_harm_to_another_tell", "support"),
    "harm_words": ("utter_harm_to_another_words", "support"),
    "turned_back": ("utter_turned_back", "urgent"),
    "means_put_away": ("utter_means_put_away", "urgent"),
    "own_means": ("utter_own_means", "support"),
    "to_hospital": ("utter_going_to_hospital", "urgent"),
    "blackmail": ("utter_danger_from_others_online", "support"),
    "blackmail_paid": ("utter_danger_from_others_online_paid", "support"),
    "blackmail_tell": ("utter_danger_from_others_online_tell", "support"),
    "no_abuse": ("utter_danger_from_others_misread", "support"),
    "first_words": ("utter_first_words", "support"),
    "who_to_reach": ("utter_who_to_reach", "support"),
    "reached_out": ("utter_reached_out", "support"),
    "someone_near": ("utter_someone_near", "urgent"),
    "alone": ("utter_urged_alone", "urgent"),
    "going": ("utter_risk_going", "urgent"),
    "third_party_far": ("utter_third_party_far", "urgent"),
    "means_away": ("utter_means_away", "support"),
    "what_next": ("utter_safety_plan", "support"),
    "self_harm_urge": ("utter_self_harm_urge", "support"),
    "self_harm_done": ("utter_self_harm_done", "support"),
    "why_asked": ("utter_risk_why_asked", "support"),
    "cares": ("utter_risk_cares", "support"),
    "what_follows": ("utter_risk_what_follows", "support"),
    "what_counts": ("utter_risk_what_counts", "support"),
    "is_it_suicidal": ("utter_risk_is_it_suicidal", "support"),
    "therapist_told": ("utter_risk_therapist_told", "support"),
    "thought_unwanted": ("utter_risk_thought_unwanted", "support"),
    **INVITED,
    **GOES_ON,
    "no_harm": ("utter_danger_to_others_misread", "support"),
    "no_disorder": ("utter_eating_disorder_misread", "support"),
    # Tapped or typed.
    "no_emergency": ("utter_medical_emergency_misread", "support"),
}


class State(NamedTuple):
    """Where a conversation stands.

    `pending` is the risk question that waits for an answer, `unread` how many texts since then answered nothing, `quiet` how many
    answers in a row were not about risk, `country_asked` whether the last answer asked for the country, `country` what was answered
    (ISO 3166-1 alpha-2). `said` counts how often each crisis response was used, so that none repeats. `minor`: told an age under 18.
    `eased`: said to be safe, or with someone, since the last alarm. `looked_back`: the one look back of this stage was had. `route` is
    the danger of another kind that was answered last, `routes` the services for it. `needs`: the services that the visitor's words
    asked for ("I'm a veteran"). `hints`: how much faint and half suspicions weigh so far. `means`: means were named while risk was
    spoken of, whatever was asked. `ground`: see `Ground`; None: thoughts were told, or nothing was.
    `doubted`: that someone else is at risk, or dangerous, was only guessed. `past`: an attempt, or thoughts of suicide, were told as long
    past. `last`: the response that risk answered with last, if nothing else was answered since. `matters`: everyday matters named so far.
    """

    stage: Stage = "none"
    pending: Optional[Question] = None
    unread: int = 0
    said: tuple[tuple[str, int], ...] = ()
    quiet: int = 0
    country_asked: bool = False
    country: Optional[str] = None
    minor: bool = False
    eased: bool = False
    looked_back: bool = False
    route: Optional[str] = None
    routes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    hints: int = 0
    means: bool = False
    doubted: bool = False
    ground: Optional[Ground] = None
    past: bool = False
    last: Optional[str] = None
    matters: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether risk is open."""
        return self.stage in OPEN or self.route_in_view

    @property
    def topic(self) -> Optional[str]:
        """The danger of its own kind that was answered a short while ago, else None."""
        if self.route is not None and self.quiet <= ROUTE_FOR:
            return self.route
        return "self_harm" if {"utter_self_harm", "utter_self_harm_urge"} & dict(self.said).keys() else None

    @property
    def is_an_emergency(self) -> bool:
        """Whether a call was urged lately, and nothing since said that it is safer."""
        return self.stage in GRAVE and not self.eased and not self.looked_back

    @property
    def is_urged(self) -> bool:
        """Whether a call is urged that concerns the writer, and they aren't safer since."""
        return self.stage in GRAVE and not self.eased

    @property
    def was_denied(self) -> bool:
        """Whether a denial stands: of the thoughts, of a plan, or that it is near."""
        return any(response in DENIALS for response, _ in self.said)

    @property
    def may_take_back(self) -> bool:
        """Whether there is an answer that may turn out not to have been true: a denial, or one that was left unsaid."""
        return self.was_denied or "utter_risk_unsaid" in dict(self.said)

    @property
    def route_in_view(self) -> bool:
        """Whether the services of that danger stay in view."""
        return self.topic in URGENT_ROUTES

    @property
    def asked_for(self) -> tuple[str, ...]:
        """Routes of the services that go with every crisis answer of this visitor."""
        return (*self.needs, *(("child",) if self.minor else ()))

    @property
    def past_was_told(self) -> bool:
        """Whether the last answer thanked for an attempt that is long over, and showed the services once."""
        return PAST_TOLD in dict(self.said) and self.quiet == 0 and not self.pending and self.stage not in OPEN

    @property
    def is_spoken_of(self) -> bool:
        """Whether the last answer was about risk, and it is open."""
        return self.is_open and self.quiet == 0

    def at_least(self, stage: Stage) -> Stage:
        """The graver of a stage and the present one."""
        return max(self.stage, stage, key=ORDER.index)

    def to_json(self) -> dict[str, Any]:
        """For the store."""
        return {
            **self._asdict(),
            "said": dict(self.said),
            "routes": list(self.routes),
            "needs": list(self.needs),
            "matters": list(self.matters),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> State:
        """From the store; an empty mapping is the state at the start, what an older or newer version kept besides is left out."""
        known = {name: value for name, value in kept.items() if name in cls._fields}
        lists = {name: tuple(kept.get(name, ())) for name in ("routes", "needs", "matters")}
        return cls(**{**known, **lists, "said": tuple(kept.get("said", {}).items())})


class Act(NamedTuple):
    """How to answer: a response, which of its wordings, the level, and which services come first."""

    response: str
    wording: int
    level: Level
    intent: str
    routes: tuple[str, ...] = ()


class Heard(NamedTuple):
    """What a message says about risk.

    `signal` is the screen's, `reply` its reading as an answer, `move` a choice of the crisis menus, pressed or in words, `country` one
    named. `late`: a bare answer to a question that was let go. `plan`: means or a time told; `at_hand`: something is within reach.
    `refusal`, `agrees`: what it answers to the call that was urged. `minor`: tells an age under 18, `adult` one above. `baby`: speaks of a
    small child.
    `needs`: routes of services that the words ask for. `place`: the country that they say to be in, without being asked. `no_plan`,
    `joked`: what was told before is taken back. `taken`: something was swallowed. `unasked`: thoughts are denied without a question.
    `taken_back`: a denial that stands was not true. `means`: names means; `stash`: tells of tablets put by.
    `dismissed`: waves off what was asked or said; `rest`: goes on after a no; `wants_an_end`: wants something over. `not_now`: nothing is
    about to be done. `survived`: an attempt long past. `nobody`: nobody else is in danger. `bare`: a yes or a no without another word.
    `only_thoughts`: denies the plan and leaves the thoughts. `of_another`: what was taken for the writer's danger is someone else's.
    `plan_late`: a plan is told though no question for it waits. `only_time`: says nothing but when. `after_all`: a yes takes a no back.
    `thought_of_it`: has thought of "it".
    `past`: an attempt, or such thoughts, are told as past.
    `matters`: everyday matters named. `vague`: leaves open what it answers. `says_yes`: takes a no back with a yes.
    """

    signal: Signal = CLEAR
    reply: Optional[Reply] = None
    move: Optional[str] = None
    is_choice: bool = False
    country: Optional[str] = None
    late: bool = False
    plan: Optional[Plan] = None
    at_hand: bool = False
    refusal: Optional[Refusal] = None
    agrees: bool = False
    minor: bool = False
    adult: bool = False
    baby: bool = False
    needs: tuple[str, ...] = ()
    place: Optional[str] = None
    no_plan: bool = False
    joked: bool = False
    taken: bool = False
    unasked: bool = False
    taken_back: bool = False
    means: bool = False
    stash: bool = False
    dismissed: bool = False
    rest: bool = False
    wants_an_end: bool = False
    not_now: bool = False
    survived: bool = False
    nobody: bool = False
    bare: bool = False
    only_thoughts: bool = False
    of_another: bool = False
    plan_late: bool = False
    only_time: bool = False
    past: bool = False
    after_all: bool = False
    thought_of_it: bool = False
    matters: tuple[str, ...] = ()
    vague: bool = False
    says_yes: bool = False

    @property
    def is_about_risk(self) -> bool:
        """Whether a choice is the risk state machine's to answer."""
        return bool(self.move or self.reply or self.signal.level or self.country)


def from_payload(payload: str) -> Heard:
    """What a choice says about risk, given the payload behind it."""
    name, _, rest = payload.lstrip("/").partition("{")
    values = json.loads("{" + rest) if rest else {}
    if name == "answer_risk":
        return Heard(reply=values.get("risk_answer"), is_choice=True)
    if name == "barrier":
        return Heard(move=f"barrier_{values.get('barrier')}", is_choice=True)
    if name == "my_country":
        return Heard(country=values.get("country"), is_choice=True)
    if name in MOVES:
        return Heard(move=name, is_choice=True)
    if name in LEVELS:
        return Heard(Signal(name, LEVELS[name], ("choice",)), is_choice=True)
    return Heard(is_choice=True, minor=name == "is_minor")
