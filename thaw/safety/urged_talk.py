"""What somebody frightened says while a call is urged: that they are alone, scared, worn out, what a call would bring. By rules alone."""

from __future__ import annotations

from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import SHORT
from thaw.safety.routes import compiled

_BEFORE = (
    r"^(?:(?:well|ok|okay|but|and|because|cos|no|yes|yeah|i'm|i am|i feel|i|just|so|too|very|really|all|completely|totally|dead|fucking"
    r"|honestly|still|sitting|sat|lying|here|sorry|feel|feeling|got|can't stop|keep|am|out here|in here),? ){0,6}(?:"
)
_AFTER = (
    r")(?:,? (?:now|right now|tonight|today|here|too|really|though|tho|honestly|at home|again|already|of (?:it|this|everything|myself"
    r"|dying|fighting|trying)(?: all)?|of all (?:this|of it)|to die|with it|and|so|scared|alone|tired|crying|shaking|in (?:my|the) "
    r"(?:room|house|car|flat|kitchen|bathroom|bed))){0,4}[.!]*$"
)
_NOBODY = r"\b(?:nobody|no ?one|not a soul|not anyone)"
_CALL = r"(?:call|ring|phone|dial|tell (?:them|anyone|someone)|text|do (?:it|that|call))"

_SAID = compiled(
    (
        "urged_if_not",
        rf"\bwhat\b.{{0,20}}\b(?:if|when) i (?:just |simply )?(?:don't|do not|won't|never|can't) {_CALL}\b|\band if i (?:don't"
        rf"|won't) {_CALL}?\b",
    ),
    (
        "urged_if_called",
        rf"\bwhat\b.{{0,20}}\b(?:if|when|once) i (?:do |did |actually |just )?{_CALL}\b"
        r"|\bwhat(?:'s| is|s| would be)? the (?:point|use|good) (?:of|in) (?:calling|ringing|phoning|texting|telling (?:them|anyone))\b"
        r"|\bwhat (?:do|will|would|are|can) they (?:going to |gonna |even |actually )?(?:do|say|ask)\b|\bwho (?:would|will"
        r"|do they) (?:come|send)\b",
    ),
    ("barrier_police", r"\b(?:jail|prison|(?:in|get (?:in|into)) trouble|cuffs)\b"),
    (
        "urged_nobody_cares",
        rf"{_NOBODY} (?:really |even |actually |ever |here )?(?:cares?|gives a \w+|(?:would|will|'d|'ll) (?:\w+ )?(?:care"
        rf"|notice|miss|come|mind)"
        r"|wants me|loves me|likes me|is coming|understands)\b",
    ),
    (
        "alone",
        rf"{_NOBODY}(?: else)?(?:'s| is| lives| are)? (?:\w+ )?(?:here|home|around|in|with me|near|there|nearby|left|for miles)\b"
        rf"|{_BEFORE}alone|by myself|on my own|by my own|lonely|nobody|no ?one{_AFTER}",
    ),
    ("urged_scared", rf"{_BEFORE}scared|terrified|frightened|afraid|panicking|petrified|freaking out{_AFTER}"),
    ("urged_crying", rf"{_BEFORE}cry|crying|in tears|weeping|sobbing|shaking|bawling{_AFTER}"),
    ("urged_tired", rf"{_BEFORE}tired|exhausted|worn out|knackered|wiped(?: out)?|drained|weary|shattered{_AFTER}"),
    (
        "urged_keeps",
        r"\b(?:i'm|i am) (?:not (?:giving|handing|locking|putting|getting rid|moving|throwing|flushing)|keeping (?:them|it))\b"
        r"|\b(?:won't|can't|don't want to|not going to|refuse to) (?:give|hand|move|throw|put|lock|flush|get rid of) (?:them|it"
        r"|these|those|the"
        r"|my)\b(?! hands| phone)",
    ),
    (
        "urged_any_time",
        r"\b(?:don't|do not|not sure|no idea) (?:know )?when\b|^(?:it )?(?:could|might|can) be (?:any|tonight|tomorrow|soon)\b"
        r"|^(?:maybe |any |well )?any (?:night|day|time|minute|moment)(?: now| really)?[.!]*$",
    ),
    (
        "urged_thanks",
        r"^(?:ok |okay |yes |well |oh ){0,3}(?:thanks|thank you|thankyou|thx|ty|cheers|ta|appreciate (?:it|that|this))"
        r"(?: (?:so much|a lot|you|for (?:that|this|listening|being here|trying|your help|asking|everything|staying"
        r"|sticking (?:around|with me)|talking (?:to|with) me|bearing with me)|anyway|i guess"
        r"|though)){0,3}[.!]*$",
    ),
    (
        "urged_sorry",
        r"^(?:ok |oh |i'm |i am |so |really |just |very ){0,5}(?:sorry|apologies)(?: (?:sorry|about (?:that|this|all this)"
        r"|for (?:this|that|bothering you|(?:scaring|worrying|frightening) (?:you|u)|being like this|wasting your time|the mess"
        r"|all this)|again)){0,3}[.!]*$",
    ),
)


def told_while_urged(text: str) -> Optional[str]:
    """What a few words mean of what is answered while a call is urged, or None."""
    words = plain(text).replace(",", "").replace("?", "")
    if len(words.split()) > 2 * SHORT:
        return None
    return next((move for move, pattern in _SAID if pattern.search(words)), None)
