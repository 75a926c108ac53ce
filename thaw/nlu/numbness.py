"""The ways in which numbness is told, and which of them is meant where several are about as likely."""

from __future__ import annotations

from typing import Any, Collection, Dict, List, Mapping

from rasa.shared.nlu.constants import INTENT_NAME_KEY

from thaw.nlu.likely import likely
from thaw.nlu.telling import is_example

TELLING = (
    *("feel_nothing", "lost_interest", "going_through_motions", "far_from_people", "effort_tax"),
    *("shame_about_numbness", "told_checked_out"),
)
"""What numbness is like, told in general."""
GROUNDS = (
    *("numb_from_burnout", "numb_after_loss", "numb_after_birth", "numb_after_trauma", "numb_since_medication"),
    *("using_substances", "body_heavy", "feels_unreal"),
)
"""The same, told with where it comes from."""
OF_NUMBNESS = tuple(f"utter_{name}" for name in (*TELLING, *GROUNDS))
"""How the responses begin that answer numbness told."""
LIKELY = 0.55
"""Probability of all of these together from which a doubtful message is taken for one, and of a ground by itself to be answered."""
GOES_ON = 0.45
"""The first of these where numbness was told before: what is said goes on with it more often than not."""
HALF, NEARLY = 0.55, 0.8
"""Confidence below which one way of telling numbness is not sure to be meant, and the share of it that makes another nearly as likely."""


def likeliest_telling(each: Mapping[str, float]) -> str:
    """The way in which numbness is told, of the probabilities of all intents: "I feel nothing", which fits all ways, if none stands out."""
    among = [*TELLING, *(name for name in GROUNDS if each.get(name, 0.0) >= LIKELY)]
    best = max(among, key=lambda name: each.get(name, 0.0))
    stands_out = best in GROUNDS or each.get(best, 0.0) >= HALF * sum(each.get(name, 0.0) for name in TELLING)
    return best if stands_out else TELLING[0]


def nearest_telling(text: str, best: Dict[str, Any], ranking: List[Dict[str, Any]], last: Collection[str]) -> Dict[str, Any]:
    """The way numbness is told, where several are about as likely: the one named outright or just spoken of, also
    where one is far likelier and the message an example of it; else "I feel nothing", which fits all."""
    told = [each for each in ranking if each[INTENT_NAME_KEY] in TELLING]
    if best[INTENT_NAME_KEY] in GROUNDS and best["confidence"] < min(HALF, sum(each["confidence"] for each in told) / NEARLY):
        # A ground that is hardly likelier than that numbness is told.
        in_general = (each for each in told if each[INTENT_NAME_KEY] == TELLING[0] and each["confidence"] >= told[0]["confidence"] / 3)
        best = dict(next(in_general, told[0]))
    sure = best["confidence"] >= HALF and not is_example(text)
    if best[INTENT_NAME_KEY] not in TELLING or sure or likely().names(best[INTENT_NAME_KEY], text):
        return best
    enough = 0.0 if is_example(text) else best["confidence"] * NEARLY
    near = [each for each in told if each["confidence"] >= enough]
    spoken = [each for each in near if any(said.startswith(f"utter_{each[INTENT_NAME_KEY]}") for said in last)]
    general = [each for each in told if each[INTENT_NAME_KEY] == TELLING[0] and each["confidence"] >= best["confidence"] / 2]
    return dict(next((each for each in near if likely().names(each[INTENT_NAME_KEY], text)), next(iter([*spoken, *general]), best)))
