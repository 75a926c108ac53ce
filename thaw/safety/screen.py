"""The safety screen: one look at every message on every channel. Plain Python: no Rasa, no network, no database."""

from __future__ import annotations

import logging
import re
from typing import NamedTuple, Optional, Protocol

from thaw.safety.habits import faints_at_needles
from thaw.safety.levels import SEVERITY, Level, Sureness, Suspicion
from thaw.safety.normalise import plain
from thaw.safety.patterns import HARMLESS, JOKING, PAST, PRESENT, rules
from thaw.spelling import mended

logger = logging.getLogger(__name__)

NEGATION_REACH = 4
"""Words before a phrase in which a negation takes it back."""


DOUBTED = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive", "self_harm", "crisis_third_party", "medical_emergency"})
"""Dangers that people also tell of as long past, or joke about."""


OWN = frozenset({"crisis_imminent", "crisis_ideation"})
"""What the rules found of one's own is not made a danger to others by the classifier: the weapon is the same."""

_FIGURE = re.compile(r"\ba (?:metaphor|figure of speech)\b|\b(?:metaphorical|figurative)ly\b|\bnot literally\b", re.IGNORECASE)
"""Words that say of others that they are an image. A joke is none: it may cover what is meant."""
BESIDE_ONESELF = frozenset({"crisis_third_party", "danger_from_others"})
"""Dangers that are also looked for sentence by sentence."""
TOLD_IN_PASSING = frozenset({"crisis_ideation", "crisis_passive", "self_harm"})
"""What a sentence alone is enough to ask for. That something is about to happen is read of the whole: "I mean to be there in May"."""
FEWEST, MOST = 4, 8
"""Words of a sentence worth reading alone, and how many sentences are read."""
ALONE = 0.9
"""Probability from which such a danger is believed of a sentence: what stands around it is not there to say that it is none ("he's waking
up, I have to go")."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
PIECE, OVERLAP = 2000, 200
"""Characters of a piece of a long text, and how many of them it shares with the next: more than any phrase has."""
_ENDS = frozenset({"but", ".", "!", "?", ";", ":", "…", "..", "..."})
_I = frozenset({"i", "im", "i'm", "no", "it", "all", "my", "what"})
PAST_REACH = 15
"""Words within which a phrase says that another is long past."""


class Signal(NamedTuple):
    """What the screen found: the safety intent, how grave, and which evidence (theme names, never the words).

    `doubtful`: the words are those of danger, but told as long past or as a joke (the rules alone then ask), or as often a topic as a
    confession (the rules alone take them at their word). With the classifier there, it decides. A guess: no rule found anything, and
    the classifier is not sure, or the rules found what is to be asked about, and the classifier hears nothing in it.
    """

    intent: Optional[str]
    level: Optional[Level]
    evidence: tuple[str, ...] = ()
    doubtful: bool = False
    sureness: Sureness = "sure"

    @property
    def guessed(self) -> bool:
        """Whether it is a guess, however faint."""
        return self.sureness != "sure"

    @property
    def faint(self) -> bool:
        """Whether it is a faint guess."""
        return self.sureness == "faint"


CLEAR = Signal(None, None)


class Suspects(Protocol):
    """A classifier of danger."""

    def suspect(self, text: str) -> Suspicion:
        """What is suspected of a text."""


class Screen:
    """Rules and classifier together. Without the encoder or the trained classifier the rules go on alone (`degraded`)."""

    def __init__(self, classifier: Optional[Suspects] = None) -> None:
        self._classifier = classifier

    def attach(self, classifier: Suspects) -> None:
        """Add the classifier once it is loaded."""
        self._classifier = classifier

    @property
    def degraded(self) -> bool:
        """Whether the classifier is missing."""
        return self._classifier is None

    def __call__(self, text: str) -> Signal:
        """Look at one message. Never raises on any text."""
        found = by_rules(text)
        if self._classifier is None:
            return found
        try:
            read = mended(text)
            if read != text:
                found = max(found, by_rules(read), key=lambda signal: SEVERITY[signal.level])
            suspicion = _suspect(self._classifier, text)
        except Exception as error:  # a classifier that fails must not cost the rules' verdict
            logger.error("The screen's classifier failed; the rules go on alone.", exc_info=error)
            return found
        if suspicion.intent == "medical_emergency" and faints_at_needles(text):
            suspicion = suspicion._replace(level=None)
        if found.doubtful:
            if suspicion.intent == "crisis_imminent" and rules().take_as_a_joke(text, found.evidence):
                # "lol gonna kms" is asked about, and not met with the emergency number.
                suspicion = suspicion._replace(intent="crisis_ideation", level="support" if suspicion.level else None)
            return Signal(suspicion.intent, suspicion.level, (*found.evidence, "classifier")) if suspicion.level else CLEAR
        if SEVERITY[suspicion.level] > SEVERITY[found.level] and not (found.intent in OWN and suspicion.intent == "danger_to_others"):
            if found.evidence:
                return Signal(suspicion.intent, suspicion.level, (*found.evidence, "classifier"))
            if _FIGURE.search(text) and suspicion.intent in DOUBTED:
                # No rule knows the words, and the writer says that they are an image.
                return Signal("crisis_passive", "ask", ("classifier",), sureness="guess" if suspicion.sureness == "sure" else "faint")
            return Signal(suspicion.intent, suspicion.level, ("classifier",), sureness=suspicion.sureness)
        if found.level == "ask" and (suspicion.level is None or suspicion.sureness == "faint"):
            return found._replace(sureness="guess")
        return found


def _suspect(classifier: Suspects, text: str) -> Suspicion:
    """What is suspected of a text or of one of its sentences: another's danger drowns in what is said of oneself beside it, and a danger of
    one's own in the question that comes after it. Of oneself the sentence alone is enough to ask, and no more: what stands around it may
    say that it is none.
    """
    suspicion = classifier.suspect(text)
    for part in said_apart(text):
        alone = classifier.suspect(part)
        if alone.intent in BESIDE_ONESELF and alone.mass >= ALONE and SEVERITY[alone.level] > SEVERITY[suspicion.level]:
            suspicion = alone
        elif suspicion.level is None and alone.intent in TOLD_IN_PASSING and alone.level and alone.sureness == "sure":
            suspicion = Suspicion("crisis_passive", "ask", alone.mass, "guess")
    return suspicion


def said_apart(text: str) -> list[str]:
    """The sentences of a text of several that are worth reading alone."""
    parts = _SENTENCE_END.split(text.strip())
    return [part for part in parts if len(part.split()) >= FEWEST][:MOST] if len(parts) > 1 else []


def by_rules(text: str) -> Signal:
    """What the rules alone find in a message. Never raises on any text."""
    compiled = rules()
    doc = compiled.language.make_doc(plain(text))
    if not compiled.gate.lets_through({token.lower_ for token in doc}):
        return CLEAR
    found = [(doc.vocab.strings[key], start, end) for key, start, end in compiled.matcher(doc)]
    named = {name: [(start, end) for other, start, end in found if other == name] for name in (HARMLESS, PAST, PRESENT, JOKING)}
    signal, evidence, certain, told = CLEAR, [], False, False
    for name, start, end in found:
        if name in named or any(start < stop and begin < end for begin, stop in named[HARMLESS]):
            continue
        theme = compiled.themes[int(name)]
        before = _in_the_same_breath([token.lower_ for token in doc[max(0, start - NEGATION_REACH) : start]], doc[start].lower_)
        if theme.unless_negated and before & compiled.negations and not before & compiled.no_denial:
            continue
        evidence.append(theme.name)
        past = not named[PRESENT] and any(abs(start - begin) <= PAST_REACH for begin, _ in named[PAST])
        present = not (past or named[JOKING])
        certain, told = certain or present, told or (present and not theme.topic)
        if _outranks(theme.intent, theme.level, signal):
            signal = Signal(theme.intent, theme.level)
    if evidence and not certain and signal.intent in DOUBTED:
        signal = Signal("crisis_passive", "ask")
    return signal._replace(evidence=tuple(dict.fromkeys(evidence)), doubtful=bool(evidence) and not told and signal.intent in DOUBTED)


def _in_the_same_breath(before: list[str], first: str) -> set[str]:
    """The words before a phrase, which begins with `first`, that a negation reaches it from: not over a "but" or out of another sentence,
    nor over a comma after which an "I" begins anew ("I'm not sad, I want to die").
    """
    words = [*before, first]
    ends = [place for place, word in enumerate(before) if word in _ENDS or (word == "," and words[place + 1] in _I)]
    return set(before[ends[-1] + 1 :] if ends else before)


def by_rules_in_pieces(text: str) -> Signal:
    """What the rules find in a text of any length: in overlapping pieces, of which the gravest counts."""
    pieces = [text[start : start + PIECE] for start in range(0, max(len(text), 1), PIECE - OVERLAP)]
    return max((by_rules(piece) for piece in pieces), key=lambda signal: SEVERITY[signal.level])


def _outranks(intent: str, level: Level, current: Signal) -> bool:
    if SEVERITY[level] != SEVERITY[current.level]:
        return SEVERITY[level] > SEVERITY[current.level]
    # Someone else's danger is recognised by the same words as one's own, and more of them.
    return intent == "crisis_third_party" and current.intent in ("crisis_ideation", "self_harm")
