"""The learned half of the screen: the ten safety intents against everything else, in the text classifier shared with the intent head.

Trained with the intent head (`thaw/nlu/head.py`), on what `thaw/safety/taught.py` gathers; the rules work without it.
"""

from __future__ import annotations

import re
from math import log
from pathlib import Path
from typing import Mapping, NamedTuple

from thaw.classifier import ALL, TextClassifier, shared
from thaw.encoder import encoder
from thaw.safety.levels import LEVELS, Level, Sureness, Suspicion
from thaw.view import Reading

SUICIDE = ("crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm")
EXPLICIT = ("crisis_imminent", "crisis_ideation", "self_harm")
OTHERS = tuple(name for name in LEVELS if name not in SUICIDE)
OF_OTHERS = ("crisis_third_party", "danger_from_others", "danger_to_others")

LONG = 20
"""Words from which a message is also read sentence by sentence."""
FEWEST, MOST = 3, 12
"""Words of a sentence worth reading alone, and how many sentences are read: 3 ms each."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")

PART, NEAR, NEAREST = 0.5, 12.0, 10.0
"""Weights of the gravest sentence's log odds, of the whole's nearness and of the nearest sentence's, beside the whole's log odds at 1."""
ASKED, FIRM, PLAIN = -2.0, 0.0, 2.0
"""Weight of evidence from which a suicidal message is suspected, from which it has the level of thoughts told and one such message alone
makes a conversation ask, and from which the thoughts are plain. Until then nobody is told to call an emergency number, and what may
be thoughts is asked about: of our held-out messages and the public ones between the outer two, half are harmless. A faint suspicion, which
is met with no more than an invitation, never has the level at which the services are the answer."""
USUAL, OF_ASKED, OF_SURENESS, AT_MOST = 2, 0.2, 0.5, 4.0
"""Sentences from which on a message is a story; how much each one more takes from the evidence before it is asked about, and before it is
firm; and how much all of them take at most. Of many sentences some one looks like danger by chance, and a long sad story as a whole does
so: of 350 stories without danger that were never taught (70 words each) 35 % were taken for thoughts told, with this 14 %, and of 150 with
danger in a clause none more was missed.
"""
EXPLICIT_SHARE = 0.12
"""Share of the suicidal mass that explicit classes must have for it, as against a passive wish to be gone. With .25, of 678 messages of
explicit thoughts one in a hundred more was held for a mere wish, and no harmless one less was at the hotline tiers."""
URGENT_SHARE = 0.5
"""Share of it that `crisis_imminent` must have to be answered as urgent."""
ANOTHER, SOMEONE_ELSE = 0.5, 1.0
"""Weights of evidence from which a danger that is not suicidal has its own level, and from which one has in which someone else has a part:
whoever complains of a partner or a child writes much like it.

These were chosen on our own held-out messages and looked at on the public development half: docs/scorecard.md.
"""
PLAIN_ANOTHER = 1.5
"""Weight from which it is more than half a suspicion: of 29 harmless turns of talks that were taken for one, half were less."""
PLAINLY_SAFE = 0.003
"""Probability below which nearness could change nothing and is not looked up."""


class Looked(NamedTuple):
    """A text looked at: how it reads, the probabilities of the dangers, and the suicidal mass."""

    reading: Reading
    dangers: Mapping[str, float]
    suicidal: float


class Evidence(NamedTuple):
    """What speaks for danger in a message.

    `dangers` holds the probability of each danger, `whole` and `gravest` the suicidal mass of the whole message and of its gravest
    sentence, `nearer` and `nearest` how much nearer to sentences of suicide than to harmless ones they are (differences of the mean
    cosines of three neighbours, -1 to 1). For a message of one sentence the two are the same. `near_another` is that difference for the
    likeliest danger that is not suicidal. `sentences` is how many were read alone.
    """

    dangers: Mapping[str, float]
    whole: float
    gravest: float
    nearer: float
    nearest: float
    near_another: float = 0.0
    sentences: int = 0

    @property
    def another(self) -> str:
        """The likeliest danger that is not suicidal."""
        return max(OTHERS, key=lambda name: self.dangers[name])

    @property
    def weight_of_another(self) -> float:
        """The weight of evidence for it: where it is the likeliest danger of all, all dangers speak for it."""
        likeliest = self.dangers[self.another] == max(self.dangers.values())
        return _log_odds(sum(self.dangers.values()) if likeliest else self.dangers[self.another]) + NEAR * self.near_another

    @property
    def weight(self) -> float:
        """The weight of evidence for suicidal thoughts: log odds and nearness, weighed."""
        return _log_odds(self.whole) + PART * _log_odds(self.gravest) + NEAR * self.nearer + NEAREST * self.nearest

    def less(self, each: float) -> float:
        """The weight, less so much for each sentence beyond the usual."""
        return self.weight - min(each * max(0, self.sentences - USUAL), AT_MOST)


class SafetyClassifier:
    """The trained classifier.

    A message of several sentences is read as a whole and sentence by sentence: a danger said in passing would drown in the whole, a
    sentence alone lacks what makes it harmless.
    """

    def __init__(self, folder: Path) -> None:
        self._classifier: TextClassifier = shared(folder)
        self._view = self._classifier.view(ALL)
        self._harmless = tuple(name for name in self._view.classes if name not in LEVELS)

    def suspect(self, text: str) -> Suspicion:
        """What is suspected of a text. The vector comes from the encoder's cache if the message was read before.

        Raises:
            EncoderUnavailable: the encoder is not loaded.
        """
        return judged(self.evidence(text))

    def evidence(self, text: str) -> Evidence:
        """What speaks for danger in a text."""
        found = sentences(text)
        # The screen asks about most of the sentences again, each by itself: they are read once for both.
        whole, *parts = [self._look(self._classifier.read(each, encoder().encode(each))) for each in (text, *found)]
        gravest = max(parts, key=lambda part: sum(part.dangers.values()), default=whole)
        dangers = {name: (whole.dangers[name] + gravest.dangers[name]) / 2 for name in LEVELS}
        most = max([whole, *parts], key=lambda part: part.suicidal)
        another = max(OTHERS, key=lambda name: dangers[name])
        if max(most.suicidal, dangers[another]) < PLAINLY_SAFE:
            return Evidence(dangers, whole.suicidal, most.suicidal, 0.0, 0.0, 0.0)
        nearer, near_another = self._nearer(whole, another)
        nearest = nearer if most is whole else max(nearer, self._nearer(most, another)[0])
        if gravest.dangers[another] > whole.dangers[another]:
            near_another = self._nearer(gravest, another)[1]
        return Evidence(dangers, whole.suicidal, most.suicidal, nearer, nearest, near_another, len(parts))

    def _look(self, reading: Reading) -> Looked:
        named = dict(zip(self._view.classes, self._view.probabilities(reading).tolist(), strict=True))
        return Looked(reading, {name: named[name] for name in LEVELS}, sum(named[name] for name in SUICIDE))

    def _nearer(self, looked: Looked, another: str) -> tuple[float, float]:
        """How much nearer a text is to sentences of suicide, and of another danger, than to harmless ones."""
        suicide, other, harmless = self._view.nearness(looked.reading, SUICIDE, (another,), self._harmless)
        return suicide - harmless, other - harmless


def sentences(text: str) -> list[str]:
    """The sentences of a text of several; none of a text that is short or only one sentence."""
    if len(text.split()) < LONG:
        return []
    found = [part for part in _SENTENCE_END.split(text) if len(part.split()) >= FEWEST]
    return found[:MOST] if len(found) > 1 else []


def judged(evidence: Evidence) -> Suspicion:
    """Level and intent from the evidence."""
    dangers = evidence.dangers
    mass = sum(dangers.values())
    intent = max(LEVELS, key=lambda name: dangers[name])
    asked, weight = evidence.less(OF_ASKED), evidence.less(OF_SURENESS)
    enough = SOMEONE_ELSE if evidence.another in OF_OTHERS else ANOTHER
    if evidence.weight_of_another >= enough and (intent not in SUICIDE or asked < ASKED):
        return Suspicion(
            evidence.another, LEVELS[evidence.another], mass, "sure" if evidence.weight_of_another >= PLAIN_ANOTHER else "guess"
        )
    if asked < ASKED:
        return Suspicion(intent, None, mass)
    suicidal = sum(dangers[name] for name in SUICIDE)
    explicit = max(EXPLICIT, key=lambda name: dangers[name])
    sureness: Sureness = "faint" if weight < FIRM else "guess" if weight < PLAIN else "sure"
    if sureness == "faint" or sum(dangers[name] for name in EXPLICIT) < EXPLICIT_SHARE * suicidal:
        return Suspicion("crisis_passive", "ask", mass, sureness)
    level: Level = LEVELS[explicit]
    if level == "urgent" and (sureness != "sure" or dangers[explicit] < URGENT_SHARE * suicidal):
        level = "support"
    return Suspicion(explicit, level, mass, sureness)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
