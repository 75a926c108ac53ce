"""What is in the way of reaching out, in a visitor's own words, while that is asked or a call is urged. By rules alone.

`moves.py` knows the obstacles that are told at any time; these few words mean one only here ("my husband", "I have nobody").
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.in_general import is_in_general
from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.plans import SHORT, names_means, told_plan
from thaw.safety.routes import SOMEBODY, compiled
from thaw.safety.screen import Signal
from thaw.safety.told import takes_leave

ASKS = frozenset({"utter_risk_plan_no", "utter_barrier_question"})
"""Answers that ask what is in the way."""
OTHER = "barrier_other"
_HOME = (
    r"(?:they|he|she|(?:my )?(?:parents?|mum|mom|mam|mother|dad|father|family|folks|husband|wife|partner|boyfriend|girlfriend"
    r"|ex|flatmates?"
    r"|roommates?|kids|brother|sister))"
)
_LET_DOWN = (
    r"(?:useless|no (?:use|help|good)|pointless|hopeless|crap|shit|rubbish|a (?:joke|waste of time)|awful|terrible|horrible|rude|cold)"
)

_OWN_WORDS = compiled(
    (
        "barrier_let_down",
        r"\b(?!(?:i|life|everything|nothing|this|that|it|living)\b)\w+ (?:is|are|was|were|been) (?:\w+ ){0,2}" + _LET_DOWN + r"\b"
        r"|\b(?:off|from) a script\b|\b(?:brushed|fobbed) me off\b|\b(?:laughed at|judged|ignored|shouted at|dismissed) me\b"
        r"|\bdid ?n'?t (?:care|listen|believe me|take me seriously|want to know|call back|get it|do anything)\b|\bon hold\b|\bhung up\b"
        r"|\bmade (?:it|me|things) (?:feel )?worse\b|\bnever (?:called|rang|came|got) back\b|\b(?:it was|been) no (?:use|help|good)\b"
        r"|\bno(?:body| ?one) (?:picked up|answered|came|listened)\b",
    ),
    ("barrier_police", r"\b(?:arrest\w*|handcuff\w*|cuffed|in cuffs|took me away|dragged me)\b|\btake me (?:away|in)\b"),
    (
        "barrier_custody",
        r"\b(?:take|takes|took|taken|taking|lose|losing) (?:away )?(?:my |the |our )?(?:kids?|child(?:ren)?|baby|babies|sons?"
        r"|daughters?|boys?"
        r"|girls?)\b|\b(?:social services|cps|custody)\b",
    ),
    (
        "barrier_home",
        rf"\b{_HOME} (?:\w+ )?(?:listens?|hears?|checks?|reads?|watch(?:es)?|looks? at|goes through|monitors?"
        rf"|tracks?) (?:\w+ )?(?:my|me|everything"
        r"|in|the)\b"
        rf"|\b{_HOME}(?:'d| would| will|'ll|'s going to) (?:\w+ ){{0,2}}(?:mad|mental|nuts|spare|crazy|ballistic|berserk"
        rf"|through the roof|angry"
        r"|upset|furious|ashamed|worried|hear|know|kill me|find out|flip|freak|see|laugh|tell)\b"
        r"|\b(?:find|finds|found) out\b|\bdon't want (?:anyone|anybody|people|them|him|her|my \w+|the \w+) to (?:know|see|hear|find)\b"
        r"|\b(?:thin walls|walls are thin|share a room|shared room)\b",
    ),
    (
        "barrier_found_out",
        r"\b(?:lose|losing|cost me|risk) (?:my|the) (?:job|licen[cs]e|career|place|post|visa|security clearance|clearance"
        r"|registration|badge)\b"
        r"|\bi'?m (?:an? |the )?(?:\w+ )?(?:nurse|doctor|medic|paramedic|teacher|cop|police officer|soldier|pilot|vet|lawyer|therapist"
        r"|counsell?or|social worker|carer|pastor|priest|manager|midwife|firefighter)\b|\bbe seen\b|\b(?:on|goes on|in) my record\b"
        r"|\b(?:small (?:town|village|place)|everyone knows (?:me|everyone|everybody)|people (?:will|would|'d) talk|reputation"
        r"|ashamed|shame"
        r"|embarrass\w*|humiliat\w*)\b|\b(?:at|from) work\b",
    ),
    (
        "barrier_undeserving",
        r"\b(?:don't|do not|didn't) deserve\b|\bnot worth\b|\bdeserve (?:it|this|to (?:suffer|feel))\b|\b(?:nobody"
        r"|no ?one) (?:would|will|'d) (?:even "
        r")?miss me\b|\bmy (?:own )?fault\b|\b(?:others|people|someone else|somebody else) (?:deserve|need)s? it more\b",
    ),
    (
        "barrier_not_enough",
        r"\bnot (?:that |so |really |a real |an? )?(?:bad|serious|emergency|sick|ill|urgent|suicidal enough|crisis)\b",
    ),
    (
        "barrier_nobody",
        r"\b(?:have|got|'ve) (?:got )?(?:nobody|no ?one|no friends?|no family|not got anyone)\b|\b(?:nobody|no ?one"
        r"|not anyone)(?: left)? (?:to (?:call"
        r"|tell|talk|text|ring|turn|ask)|i (?:can|could|trust|know)|(?:would|will|'d|could|can) (?:\w+ )?(?:understand|get it"
        r"|believe|listen|care"
        r"|come|help)|understands?|gets it|is awake|cares|believes)\b|\bdon't have (?:anyone|anybody|any friends|friends|people)\b"
        r"|^(?:well |i'm |i am |just |so |all ){0,4}(?:nobody|no ?one|alone|on my own|by myself)\b|\balone in (?:this|the|a)\b"
        r"|\b(?:every ?one|everybody|they|he|she)(?:'s|'re| is| are)? (?:all )?(?:asleep|sleeping|in bed|away|gone|dead)\b"
        r"|\bdoes ?n'?t believe in (?:it|this|that|therapy|depression|mental)\b|\bdon't trust (?:anyone|anybody|people|them|doctors?)\b",
    ),
    (
        "first_words",
        r"\b(?:don't|do not|wouldn't|no idea|not sure|never) (?:know )?(?:what|how) (?:i'd|i would|i|to) (?:even "
        r"|would )?(?:say|start|begin|put|tell"
        r"|explain|ask|talk)\b|\b(?:don't have|can't find|no|not got) (?:the |any )?words\b|\bcan't (?:explain"
        r"|put it into words|describe)\b",
    ),
    ("barrier_language", r"\b(?:my )?english (?:\w+ )?(?:bad|poor|weak|little|small|no good|not)\b"),
    (
        "barrier_phone",
        r"\btoo (?:tired|weak|shy|anxious|scared) to (?:talk|speak|call|ring|phone)\b|\b(?:talk|speak)ing (?:\w+ )?(?:is|feels)\b",
    ),
    (
        "barrier_burden",
        rf"\b(?:{_HOME}|everyone|people)(?:'s|'ve| have| has) (?:\w+ )?(?:enough|their own|his own|her own)\b|\bin the way\b"
        r"|\btoo (?:much|heavy) (?:for|on) (?:them|him|her|people|anyone)\b|\btroubl(?:e|ing) (?:anyone|them|people)\b",
    ),
    (
        "barrier_person",
        rf"^(?:maybe |well |it's |mostly |because of |just |probably |i guess |only ){{0,4}}{SOMEBODY}(?: i guess| maybe| perhaps| mostly"
        rf"| really)?[.!]*$",
    ),
)
_ASKED = re.compile(
    r"\?\s*$|^(?:(?:and|but|so|ok|okay|well|wait|sorry|please|hey|actually) ){0,3}(?:(?:what|why|how|where|who|which) (?:is|are"
    r"|am|can|could|do"
    r"|does|did|will|would|should|has|have|about|if|causes|many|much|long|else|kind|happens)\b|(?:what|who|how|where)'?s\b"
    r"|why\b|how come\b"
    r"|(?:when|am|are|is|can|could|do|does|did|will|would|should|have) (?:i|you|it|this|that|there|they|we)\b(?! (?:go|start"
    r"|feel|stop|get)))"
)
"""A question of another matter."""
_REQUEST = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|please|i|want|need|would|like|i'd|to|let's|can|we|you|just|actually) ){0,8}(?:(?:tell|show"
    r"|explain|give"
    r"|send|find|get|match) me\b|(?:explain|describe) \w+|(?:start|begin|try|do) (?:the|an|that|a) (?:\w+ )?(?:exercise|check"
    r"|match\w*|form)\b"
    r"|try five minutes|(?:delete|clear) (?:my|this|the|everything)\b|talk about (?:something|the)|(?:back to|go back to) (?:what|the) )"
    r"|\b(?:i want|i'd like|i need|looking for|find|match me with) (?:\w+ ){0,5}?(?:therapist|clinician|counsell?or|matching)\b"
)
_EXERCISE = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|yes|please|i|want|need|would|like|i'd|just|only|rather|today|now|to|do|try|start|have|can|could|we|let's"
    r"|give|show|me|back) ){0,12}(?:(?:the|that|your|this|an|one) )?(?:(?:five|5)[- ]?min\w*(?: exercise| thing| one)?|exercise)"
    r"(?: (?:please|now|then|first|again|only|instead|thanks)){0,3}\W*$"
)
"""The five minutes, asked for by name."""
_THANKS = re.compile(r"^(?:ok |okay |well ){0,2}(?:thanks|thank you|thx|ty|cheers|hello|hi|hey)\b")


def told_barrier(text: str) -> Optional[str]:
    """What a text names as being in the way, as the move that answers it; or None."""
    words = plain(text).replace(",", "")
    if len(words.split()) > 2 * SHORT:
        return None
    told = told_move(text)
    if told and told.startswith("barrier_"):
        return told
    return next((move for move, pattern in _OWN_WORDS if pattern.search(words)), None)


def is_another_matter(text: str) -> bool:
    """Whether a text plainly asks for something else than what it was asked for: a question, a request, a goodbye, thanks."""
    words = plain(text).replace(",", "")
    return bool(_ASKED.search(words) or _REQUEST.search(words) or _EXERCISE.match(words) or _THANKS.search(words)) or takes_leave(text)


def may_be_a_barrier(signal: Signal, text: str) -> bool:
    """Whether nothing graver is in a text than what was told before: no rule heard a danger, and no plan or means is named."""
    if names_means(text) or told_plan(text) == "soon" or is_in_general(signal):
        return False
    if signal.evidence not in ((), ("classifier",)):
        return signal.level == "ask"
    return signal.level != "urgent" or signal.intent == "danger_from_others"
