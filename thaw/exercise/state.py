"""Which small activities are offered to whom, and where a visitor stands in the exercise. Pure.

The activities stand in `data/exercise.yml`. What is in the visitor's way, what they did already, and whether it made things worse
holds for the whole conversation; what is under way ends with each exercise.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Collection, Dict, List, Literal, Mapping, NamedTuple, Optional, Tuple

from pydantic import BaseModel, Extra, Field, root_validator

from thaw.data import DATA
from thaw.files import read_yaml

FILE = DATA / "exercise.yml"
FORM, SLOT = "exercise_form", "exercise"
"""The dialogue engine's names for the exercise, and for where its state is kept."""
OWN, GROUNDING = "own", "grounding"
"""Something of the visitor's own, and looking around with open eyes: no activities among others."""
AT_A_TIME = 3
SCALE = range(5)
"""How much is noticed: 0 nothing, 4 a lot."""

Sense = Literal["hearing", "sight", "touch", "taste", "smell"]
InTheWay = Literal["in_bed", "people", "work", "no_hearing", "no_sight", "no_appetite", "not_body", "eyes_open"]
_AGAINST: Mapping[str, str] = {"no_hearing": "hearing", "no_sight": "sight", "no_appetite": "taste"}
"""What may be in the way, by the sense that it leaves no room for."""


class Activity(BaseModel):
    """A small activity, as `data/exercise.yml` explains."""

    name: str = Field(regex=r"^[a-z]+$")
    senses: List[Sense] = Field(min_items=1)
    fits: List[InTheWay]
    suits: List[str]
    words: List[str] = Field(min_items=1)

    class Config:
        extra = Extra.forbid

    @root_validator(skip_on_failure=True)
    def _fits_nobody_without_its_senses(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        for hindrance, sense in _AGAINST.items():
            if hindrance in values["fits"] and sense in values["senses"]:
                raise ValueError(f"{values['name']} needs {sense} and cannot fit {hindrance}")
        return values


class _File(BaseModel):
    version: int
    activities: List[Activity] = Field(min_items=8)

    class Config:
        extra = Extra.forbid


@lru_cache(maxsize=1)
def activities() -> Tuple[Activity, ...]:
    """The activities in their order, read once."""
    return tuple(_File.parse_obj(read_yaml(FILE)).activities)


class State(NamedTuple):
    """Where a visitor stands with the exercise."""

    # Of the whole conversation
    hindrances: Tuple[str, ...] = ()
    done: Tuple[str, ...] = ()
    """Activities that were shown, the last one last."""
    worse: bool = False
    left_unrated: bool = False
    """The scale was shown once and left alone: it is not shown again."""
    # Of what is under way
    activity: Optional[str] = None
    is_shown: bool = False
    asks_hindrance: bool = False
    """Asked is what is in the way; else which activity."""
    offered: Tuple[str, ...] = ()
    """The activities on offer."""
    passed: Tuple[str, ...] = ()
    """Offered before, and passed over."""
    sense: Optional[str] = None
    """The sense that the visitor asked for."""
    before: Optional[int] = None
    """How much was noticed before."""

    def to_json(self) -> Dict[str, Any]:
        """For a slot."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self._asdict().items()}

    @classmethod
    def from_json(cls, kept: Optional[Mapping[str, Any]]) -> State:
        """From a slot; nothing there is the state at the start."""
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in (kept or {}).items()})


def fitting(state: State, enjoyed: Optional[str] = None, needs: Collection[str] = ()) -> List[str]:
    """The names of what the visitor can do, best first.

    What was done comes last, the last one at the very end; before that what suits what they once enjoyed, then the file's order.

    Args:
        state: where they stand.
        enjoyed: what they once enjoyed, if they said so.
        needs: what it has to fit besides what they told of: `eyes_open` for whom it made things worse.
    """
    must_fit = {*state.hindrances, *needs}
    possible = [each for each in activities() if must_fit <= set(each.fits)]
    for_the_sense = [each for each in possible if state.sense in each.senses]
    ranked = sorted(
        for_the_sense or possible,
        key=lambda each: (
            state.done.index(each.name) + 1 if each.name in state.done else 0,
            next((place for place, sense in enumerate(each.senses) if sense == state.sense), 0),
            enjoyed not in each.suits,
        ),
    )
    return [each.name for each in ranked]


def needs_of(slots: Mapping[str, Any]) -> List[str]:
    """What an activity must fit for what the visitor told elsewhere, by the dialogue's slots."""
    told = {
        "eyes_open": slots.get("unreal") or State.from_json(slots.get(SLOT)).worse,
        "not_body": slots.get("trauma"),
        "no_appetite": slots.get("eating"),
    }
    return [need for need, is_so in told.items() if is_so]


def offer(state: State, enjoyed: Optional[str] = None, needs: Collection[str] = ()) -> State:
    """The next three are on offer. Once all were, they come round again, and nothing counts as passed over."""
    names = fitting(state, enjoyed, needs)
    left = [name for name in names if name not in state.passed]
    if not left:
        state, left = state._replace(passed=()), names
    return state._replace(offered=tuple(left[:AT_A_TIME]), asks_hindrance=False)


def begin(state: State) -> State:
    """An activity is to be chosen, anew if one is under way."""
    return _over(state)


def choose(state: State, name: str) -> State:
    """The visitor chose an activity; an unknown one is something of their own."""
    known = {OWN, GROUNDING, *(each.name for each in activities())}
    return _over(state)._replace(activity=name if name in known else OWN)


def pass_over(state: State, sense: Optional[str] = None) -> State:
    """Something else than what is on offer; for a sense, if the visitor named one."""
    if sense:
        return _over(state)._replace(sense=sense)
    return _over(state)._replace(passed=(*state.passed, *state.offered))


def ask_hindrance(state: State) -> State:
    """None of it can be done: what is in the way is to be asked."""
    return _over(state)._replace(asks_hindrance=True)


def hinder(state: State, hindrances: Collection[str]) -> State:
    """The visitor said what is in the way."""
    known = [each for each in InTheWay.__args__ if each in hindrances or each in state.hindrances]  # type: ignore[attr-defined]
    return _over(state)._replace(hindrances=tuple(known), passed=())


def show(state: State) -> State:
    """The activity's words are said; with them the scale, if it is to be."""
    return state._replace(is_shown=True)


def rates(state: State) -> bool:
    """Whether the scale goes with the activity: not again where it was left alone, and not where only looking out is asked."""
    return state.activity != GROUNDING and not state.left_unrated and not state.worse


def rate(state: State, number: int) -> State:
    """How much is noticed before."""
    return state._replace(before=number)


def finish(state: State, worse: bool = False) -> State:
    """The exercise is over."""
    left_alone = state.is_shown and rates(state) and state.before is None
    return _over(state)._replace(worse=state.worse or worse, left_unrated=state.left_unrated or left_alone)


def difference(before: int, after: int) -> str:
    """What became of how much was noticed: `more`, `same` or `less`."""
    return "same" if before == after else "more" if after > before else "less"


def _over(state: State) -> State:
    """Nothing is under way. What was shown counts as done."""
    done = state.done
    if state.is_shown and state.activity and state.activity != OWN:
        done = (*(each for each in done if each != state.activity), state.activity)
    return State(state.hindrances, done, state.worse, state.left_unrated)
