"""Check how Thaw speaks: `make validate`. Each rule says what it found, and where.

What is refused is what a visitor at 1 a.m. would not believe: promises, diagnoses, claims to feel, the small talk of chat bots, tics.
What a crisis answer must and must not say beside this is tested in `tests/data/test_wording.py`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from thaw.responses import Responses, responses
from tools.wordings import Spot, sentences, spots, without_placeholders

BUBBLE = 320
"""Characters of a bubble, at most."""
BUBBLES = 3
"""Bubbles of a turn, at most."""
GRADE = 8.0
"""Reading grade of an answer, at most: a grade above it is too much for someone who is worn out."""
GRADED_FROM = 3
"""Sentences from which a wording has a reading grade. One long word lifts a single short sentence by four grades."""
TRIPLES = 3
"""Lists of three in a wording from which they are a habit. One is often the plain way to say it, and facts come in threes too."""
SAME_FROM = 5
"""Words from which a sentence may stand only once. Shorter ones ("Stop any time.") are meant to be known again."""
MEANT_TWICE = {
    "are you having thoughts of killing yourself",
    "it is not a person not therapy and not a crisis service",
    "what you write is kept on this sites server for retention_days days after your last message then deleted",
    "you can delete it any time",
}
"""Sentences that stand in several places on purpose: the direct question is asked in the words that the guidelines give, and to those who
come back or stay long the disclosure is said again as it was."""
NOT_ENGLISH = frozenset(
    {
        "utter_non_english",
        *(f"utter_non_english_{language}" for language in ("fr", "de", "pt", "it", "other")),
        *(f"utter_crisis_{each}" for each in ("es", "fr", "de", "pt", "it")),
        *(f"utter_crisis_told_{each}" for each in ("es", "fr", "de", "pt", "it")),
    },
)
"""Responses with a paragraph in another language: the reading grade is made for English."""
ONE_OF = (
    frozenset({"utter_want_match", "utter_hand_off_begin"}),
    frozenset({"utter_check_reached", "utter_check_reached_minor", "utter_check_below"}),
    NOT_ENGLISH,
)
"""Responses of which a visitor gets one: which of them depends on the deployment, or on
an answer. They may share sentences."""
FILLED = (
    *("retention_days", "contact", "matching_name", "handoff_minutes", "partner", "enjoyed", "heard", "line", "label"),
    *("topic", "sum", "at", "thing", "which", "answer", "noted", "someone", "noticed"),
)
"""Placeholders that something fills."""

FORBIDDEN = {
    "an exclamation mark": r"!",
    "an emoji": r"[\U0001F000-\U0001FAFF\u2600-\u27BF]",
    "a dash between words": r"—|–",
    "markup or a bare address": r"</?\w+>|\*\*|__|\[.+\]\(|https?://",
    "a placeholder that nobody fills": rf"\{{(?!({'|'.join(FILLED)})\}})\w*\}}?",
    "a claim to feel or to understand": r"i understand how|i know how (you|it|that) feels?|i('m| am) (so |very )?sorry|i feel for you"
    r"|sorry (that )?you('re| are)? feel",
    "a claim to be a person or a professional": r"as (a|your) (therapist|counsel|doctor|friend)|our session",
    "a diagnosis": r"you (have|are suffering from|suffer from) (depression|anhedonia|ptsd|bipolar|an? \w* ?disorder)"
    r"|you('re| are) (clinically )?(depressed|bipolar|traumatized|burned out)"
    r"|(it|this|that) (sounds|looks) (to me )?like (depression|anhedonia|burnout|ptsd|trauma|dissociation|depersonali[sz]ation)",
    "a promise": r"you('ll| will) (get|feel|be) (better|okay|fine|yourself)|i promise|we promise|guaranteed?\b|will cure|rebuilds?|rewire"
    r"|(this|it|that|therapy) will (help|work|pass|get better|heal)|things will get better|always works|never fails",
    "a claim too large for its evidence": r"up to 70|j(ournal)? clin|neural pathway|temporarily offline|\bproven\b|scientific|clinically"
    r"|(research|studies|science) (shows?|proves?)|chemical imbalance|dopamine|serotonin|the best (therapy|treatment|help)",
    "a comparison": r"others have it worse|it could be worse|at least you|cheer up(?!\")|look on the bright side(?!,)|stay positive",
    "suicide as a crime or a success": r"commit(s|ted|ting)? suicide|(un)?successful (suicide|attempt)|failed attempt",
    "a method": r"\bhang(ing)? (myself|yourself)|\b(noose|gun|bullet|jump(ing)? off|razor|carbon monoxide|bleach)\b",
    "a contract": r"promise (me|that you|not to)|no[- ]suicide contract",
    "praise of weight loss": r"lost weight|losing weight|you look (good|great)",
    "a phrase of chat bots": r"here for you\b|(great|good|excellent) question|i hear you|journey|you('ve| have) got this|safe space"
    r"|feelings are valid|(kind|gentle) (to|with) yourself|self[- ]care|deep breath|thank(s| you) for sharing|feel free to|happy to help"
    r"|you('re| are) not alone|it's (ok|okay) (not )?to (not )?(be|feel)|as an ai|healing (journey|process)|you are (brave|strong|enough)"
    r"|glad you('re| are) here"
    r"|let's (explore|unpack|dive)|it's important to (note|remember)|i'm just (a|an) (bot|program|ai)",
    "the program or its exercise as therapy": r"therapeutic exercise|therapy exercise|(this|our) (therapy|treatment)\b"
    r"|(this|our) (chat|program|exercise) is (a )?(therapy|treatment)",
}
"""What no wording holds, each with its pattern (everything in lower case, apostrophes straight)."""
TICS = {
    "a chain of the sort 'not X but Y'": r"\bnot (just|only|merely|simply|because)\b[^.?!]{1,60}, ?but\b"
    r"|\b(it|this|that)('s not| isn't| is not) [^.?!;\"]{1,80}[.;,] (it|this|that)('s| is) (?!not\b)",
}
"""The same, but for what a visitor is given to say: people do talk so."""
OUTSIDE_CRISIS = {"a phrase of chat bots": r"\breach(ing)? out\b"}
"""What no wording holds but a crisis answer: there it is the plain word for what is asked."""

_TRIPLE = re.compile(r"\b[\w'’-]+, (?:(?:an?|the|your|some|in|by|no) )?(?!with\b)[\w'’-]+,? (?:and|or) [\w'’-]+")
_MUTE = re.compile(r"(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzgh])es$|(?<=som)e(?=.)|(?<=ev)e(?=ry)|(?<=her)e(?=.)")
"""Vowels that are written and not spoken."""
_APART = re.compile(r"[rd]eas?$|i[ao](?!u)|[^cgst]ious|(?<!p)eo|uo|ua|[aeiouy]ing|ying|yone|[^aeiou]ie[tr]|uie|suici")
"""Vowels that stand together and are spoken apart."""
_JOINED = re.compile(r"[tscg]i[ao]|qua|gua")


def problems(among: Responses) -> list[str]:
    """One sentence for each thing that is not as Thaw speaks."""
    every = list(spots(among))
    return [spot.says(problem) for spot in every for problem in of_wording(spot)] + list(said_twice(every))


def of_wording(spot: Spot) -> Iterator[str]:
    """What is wrong with one wording by itself."""
    rules = [*FORBIDDEN.items(), *(OUTSIDE_CRISIS.items() if spot.variation.metadata.kind != "crisis" else ())]
    for what, pattern in rules:
        found = re.search(pattern, spot.everything)
        if found:
            yield f"holds {what}: '{found[0]}'"
    for what, pattern in TICS.items():
        found = re.search(pattern, spot.own_words.lower().replace("’", "'"))
        if found:
            yield f"holds {what}: '{found[0]}'"
    for bubble in spot.bubbles:
        if not bubble or bubble != bubble.strip():
            yield "has a bubble that is empty, or has space around it"
        if len(bubble) > BUBBLE:
            yield f"has a bubble of {len(bubble)} characters, {BUBBLE} at most: '{bubble[:40]} …'"
    if len(spot.bubbles) > BUBBLES:
        yield f"has {len(spot.bubbles)} bubbles, {BUBBLES} at most"
    triples = _TRIPLE.findall(spot.own_words)
    if len(triples) >= TRIPLES:
        yield f"lists three things {len(triples)} times: {'; '.join(triples)}"
    if len(sentences(spot.variation.text)) >= GRADED_FROM and spot.response not in NOT_ENGLISH:
        level = grade(spot.variation.text)
        if level > GRADE:
            yield f"has a reading grade of {level:.1f}, {GRADE:.0f} at most: make its sentences and words shorter"


def said_twice(every: list[Spot]) -> Iterator[str]:
    """Sentences that stand in two wordings or two responses: a visitor would read them a second time."""
    where: dict[str, list[Spot]] = defaultdict(list)
    for spot in every:
        for sentence in {_plain(each) for each in sentences(spot.own_words)}:
            if len(sentence.split()) >= SAME_FROM and sentence not in MEANT_TWICE:
                where[sentence].append(spot)
    for sentence, (first, *others) in where.items():
        for other in others:
            if other.response != first.response and any({first.response, other.response} <= group for group in ONE_OF):
                continue
            yield other.says(f"says again what {first.file}, {first.response}, wording {first.number + 1} says: '{sentence}'")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text: school years that reading it takes.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). Our own, since of textstat the older releases count
    syllables by where a word may be hyphenated ("area": one), 0.7.7 breaks on words like "anhedonia", and later ones fetch a dictionary.
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", without_placeholders(text))
    if not words:
        return 0.0
    per_sentence = len(words) / max(1, len(sentences(text)))
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """The syllables of an English word, by its vowels: right for 49 in 50 of the words in `data/responses`, by CMU's dictionary."""
    lower = word.lower().replace("’", "'")
    unstressed = bool(re.search(r"[sd]n't$", lower))  # is-n't, could-n't
    plain = _MUTE.sub("", re.sub(r"'.*$", "", lower))
    return max(1, len(re.findall(r"[aeiouy]+", plain)) + len(_APART.findall(plain)) - len(_JOINED.findall(plain)) + unstressed)


def _plain(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower().replace("'", "").replace("’", "")))


def main() -> int:
    """Print what is wrong. Returns 1 if something is."""
    wrong = problems(responses())
    print("\n".join(wrong) or "style: no wording oversteps a rule")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
