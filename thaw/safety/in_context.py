"""What words mean only where a danger is spoken of: by themselves they are near to nothing, or to something else. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.in_other_words import (
    asks_what_counts,
    asks_what_follows,
    insists,
    meant,
    only_thoughts,
    says_anothers_goodbye,
    took_mine_away,
)
from thaw.safety.left_behind import JOINS, would_join_the_dead
from thaw.safety.levels import SEVERITY
from thaw.safety.long_past import tells_it_comes_back
from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.plans import MEANS, SHORT, are_named
from thaw.safety.reply import Reply
from thaw.safety.risk_others import fitting
from thaw.safety.risk_state import CLOSED, GRAVE, OF_OTHERS, State
from thaw.safety.screen import Signal
from thaw.safety.told_late import has_thought_of_it

_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})
_PSYCHOSIS = "psychosis_or_mania"
_COMMANDED = re.compile(r"\b(say|says|said|tell|tells|telling|told|want|wants|order|orders|command\w*|keep saying|make|makes)\b")
_FLIES = re.compile(r"\b(fly|flying|float|off the (roof|balcony|bridge)|out (of )?the window|can'?t (die|be hurt)|invincible|immortal)\b")
_AFTER_TAKING = re.compile(
    r"\b(sleepy|drowsy|dizzy|woozy|sick|nauseous|tired|fine|ok|okay|alright|all right|normal|nothing|heavy|numb|cold|shaky"
    r"|threw up|vomit\w*"
    r"|blurry|floaty|happened|yet)\b"
)
_THE_SAME_WAY = re.compile(
    r"\b(i'd|i would|i'll|i will|could|might|want to|going to) (just |probably |maybe )?(do it|go|do that|do the same|end it|follow)"
    r"( it)?( (the|in the) same( way| place)?| like (he|she|they) did| that way( too)?| (him|her|them)| too)?[.!]*$"
)
_LIKE_THEM = re.compile(r"\b(the same|same way|like (he|she|they) did|that way|follow (him|her|them)|too)\b")
_IN_HAND = re.compile(
    rf"\b(i'?ve got|i got|i have|i'm holding|holding|i found|i took out|got) (\w+ ){{0,3}}{MEANS}\b(?! (licen[cs]e|club|shop"
    rf"|lessons?|appointment"
    r"|refills?|prescription))"
)
_DECIDED = re.compile(
    r"\b((i('ve| have)?|having|have|now that i|since i) (\w+ )?(decided|chosen)|made (up )?my (mind|decision|choice|peace)"
    r"|my mind('s| is) made up)\b(?! (not|against|to (stay|live|call|wait|tell|talk|get help)))"
)
_SHRUGGED = re.compile(
    r"^(well |lol |haha |i mean |yeah |ok |but )*(who (does|has|would|do|have|is)n'?t|doesn'?t every\w+|does ?n'?t everyone"
    r"|every(body|one) does"
    r"|don'?t we all|don'?t you|no more than (any\w*|every\w*|most|the next|the average|other))\b"
)
"""A yes with a shrug."""
_HARDLY = re.compile(
    r"^(?:(?:no|nah|well|i mean|honestly) )*not (?:really|exactly)(?: (?:no|a plan|one|near|yet|that near))*"
    r"(?:[.!]*$|(?:(?<=no)|(?<=plan))[.;]? (?:just|only|more) (?:if|that|like|when)\b)"
)
"""To whether there is a plan, or whether it is near: no."""
_OVER_BY_NOW = re.compile(
    r"\b(?:not|isn't|aren't|no longer|don't have|no) (?:\w+ ){0,3}?(?:now|any ?more|these days|today|currently)\b.*"
    r"\b(?:years?|months?) (?:ago|before|back)\b"
    r"|\b(?:it was|they were|that was|i was|i used to|used to be) .*\b(?:not|isn't|aren't|no longer) "
    r"(?:\w+ ){0,3}?(?:now|any ?more|these days)\b"
)
"""What was, and is no more."""
_NEAR = re.compile(
    r"\b(?:reasons?|scared|afraid|fight\w*|only|just|decided|chos\w*|hope\w*|strong\w*|help\w*|tonight|tomorrow|later|soon|yet|but|except|until|till|back|again|still|sometimes)\b"
)
_VAGUE = re.compile(
    r"^(?:(?:well|um+|hm+|i mean|honestly|eh|meh|no|nah|yeah|tbh|like) )*"
    r"(?:not (?:really|exactly|sure)|i ?(?:don't|do not) (?:really |even )?know|i'm not sure|dunno|idk|no (?:idea|clue)|hard to say|unsure"
    r"|depends|i guess not|i suppose not|maybe not|probably not)(?: (?:tbh|honestly|sorry|i guess|really|anymore|lol))*\W*$"
)
_A_REST = re.compile(
    r"^(?:(?:no|nah|well|i mean|i think|i guess|maybe|more|like|just|honestly|only|want|i want|i need|need|it's|rather|really) )*"
    r"(?:an? |some |to |get |have |take |be left |a bit of )*(?:(?:proper|real|long|good|little|bit of) )*"
    r"(?:break|rest|pause|holiday|vacation|(?:peace and )?quiet|time (?:off|out|alone)|day off|week off|nap|sleep)\b"
    r"(?! (?:for ?ever|for good|and (?:not|never)|without|eternal|in peace))"
    r"(?:(?! for ?ever| for good| not wak| never| (?:living|life|exist|being alive)).)*$"
)
"""What "a break from everything" answers: no to the question, and something that is heard."""
_NO_REST = re.compile(r"\b(?:permanent\w*|final|ends?|ending|asleep|ground|heaven|over|dead|die|last|grave|pills?|tablets?|stay)\b")
_HAS_THOUGHTS = re.compile(r"^(?:(?:yes|yeah|ok|well) )*i (?:do |did )?have (?:the |those |such |these |dark |some )?thoughts\W*$")
_NO_DAY = re.compile(
    r"^(?:(?:well|yes|yeah|but) )*no (?:set |fixed |exact |real |special |particular )?(?:time|date|day)\b(?! (?:or|and|nor) (?:way|plan))"
)
_ONLY_LEAVES = re.compile(
    r"\b(?:think|thinking|thought|dream\w*|fantasi\w*) (?:about|of) (?:just )?(?:walking out|leaving (?:home|him|her|them|it all)"
    r"|running away|driving off)\b"
)
"""What is thought of is to leave: whether it is more stays asked."""
_ASKED_BACK = re.compile(r"\b(do|would|can|could|are|have|did) (you|u)\b( (mean|care|ever|feel|even|think|know|get|want))*[?.!]*$")
"""What is asked of the program answers nothing."""
_PARTLY = re.compile(
    r"\b(sometimes|at times|some ?days|now and then|once in a while|on and off|kind ?of|kinda|sort ?of|sorta|a (bit|little)|probably)\b"
)
_FILLING = re.compile(r"\b(?:not|really|i|mean|like|well|no|yes|yeah|idk|tbh|honestly|just|so|um+|but|maybe|guess|suppose|actually)\b")
"""What goes on about nothing."""
_OF_IT = re.compile(
    r"\b(it|that|those|these|them|thoughts?|think|thinking|die|dead|dying|death|kill\w*|suicid\w*|end|ending|here|wake|waking"
    r"|gone|life|living|live"
    r"|alive(?! in)|night|nights|evenings?|hurt|harm|myself|there|plan|wish|rather|want|exist\w*|yes|yeah|worse|bad|dark|go on"
    r"|hope\w*|point|burden)\b"
)
_IN_RESERVE = re.compile(
    r"^(well |just |only |maybe |yeah |no |nah |they'?re |it'?s |kept )*(for (a )?(rainy|bad|the|that) (day|days|time|end)\b"
    r"|(just )?in case\b|(as )?(a |my )?(back ?up|insurance|safety net|way out|plan b|option|exit)\b|for (when|if) (it|things|i)\b"
    r"|so (that )?i (have|know|can)\b|to have (the|an) option|peace of mind|(a )?comfort\b)(?!.*\b(run out|ran out|refill"
    r"|prescriptions?|pharmacy|shortage|strike|trip|travel\w*|daily|every|doses?|sleep|forget|lose)\b)"
)
"""What tablets that are put by are kept for, said by who keeps them."""
_FOR_SPORT = re.compile(
    r"^(no |nah |nope |it'?s |i |just |only |use it |have it |they'?re )*(for )?(hunt(ing)?|sport|target( shooting)?|the (range|farm"
    r"|ranch|job|collection|deer|foxes|rabbits|pigeons)|work|clays?|skeet|competition|pest control)\b"
)
_IT_IS_ME = re.compile(
    r"^(ok(ay)? |yes |yeah |well |fine |no |actually |alright |honestly |so )*(it'?s|its|that'?s|thats|this is|i mean|they'?re|theyre) "
    r"(actually |really |just )?(for |about )?(me|myself)( actually| really| ok| yes)*[.!]*$"
)
_ALONE = 4
"""Words up to which a "sometimes" stands for itself."""
_HALF_BACK = re.compile(
    r"^(well|actually|ok|okay|tbh|honestly|i mean|no|so|but|or|hm+|um+| )*(maybe|perhaps|sometimes|a (bit|little)|kind ?of|kinda"
    r"|sort ?of|sorta|some of it|partly|half|in a way|not (entirely|completely|always|never))( (like|of|is|was|that|it|so|true|yes|there"
    r"|though|tho))*[.!]*$"
)


def sharpened(text: str, signal: Signal, state: State) -> Signal:
    """The signal, made plainer where what was told before says what the words mean."""
    words = plain(text).replace(",", "")
    of_the_dead_one = signal.intent == "crisis_third_party" and signal.evidence == ("classifier",)
    free = state.stage in CLOSED and not state.pending and (of_the_dead_one or SEVERITY[signal.level] <= SEVERITY["ask"])
    if free and would_join_the_dead(text):
        return JOINS
    if free and took_mine_away(text):
        return Signal("crisis_ideation", "support", ("someone took the writer's means away",))
    if signal.intent in _OWN and says_anothers_goodbye(text):
        return Signal("crisis_third_party", "support", ("tells of someone else's goodbye",))
    if _PSYCHOSIS in (state.topic, signal.intent) and (_FLIES.search(words) or (are_named(words) and _COMMANDED.search(words))):
        return Signal("crisis_imminent", "urgent", ("means, or a height, in a state that sees no danger in it",))
    if state.stage == "none" and not state.hints and state.topic is None:
        return signal
    if state.stage == "none" and state.quiet == 0 and signal.level is None and insists(text):
        # Right after the invitation to say more.
        return Signal("crisis_passive", "ask", ("takes a harmless reading back",))
    took = state.topic == "medical_emergency" and state.stage in GRAVE
    if took and len(words.split()) <= SHORT and _AFTER_TAKING.search(words):
        return Signal("medical_emergency", "urgent", ("how they are after something was taken",))
    if signal.evidence != ("classifier",) or signal.intent not in _OWN:
        return signal
    if _THE_SAME_WAY.search(words) and _LIKE_THEM.search(words):
        return Signal("crisis_ideation", "support", ("would go as another went",))
    if signal.intent == "crisis_imminent" and _IN_HAND.search(words) and told_move(text) != "means_away":
        return Signal("crisis_imminent", "urgent", ("means in their hands",))
    return signal


def has_decided(text: str) -> bool:
    """Whether a text says that something is decided: where a danger is open, calm that comes with it is none."""
    return bool(_DECIDED.search(plain(text).replace(",", "")))


def answers(text: str, reply: Optional[Reply], state: State) -> Optional[Reply]:
    """What an answer to the question about thoughts means, given what only seems to be one, or not to be one.

    A "sometimes" that goes on about something else answers a mere guess with nothing; what is asked back of the program answers nothing.
    """
    words = plain(text).replace(",", "").replace("?", "")
    if _SHRUGGED.match(words):
        return "unsure"
    if reply is None and state.pending in ("thoughts", "plan", "now") and has_thought_of_it(text):
        return "unsure" if state.pending == "plan" else "yes"
    if reply is None and state.pending == "thoughts" and state.past and tells_it_comes_back(text):
        return "unsure"
    if state.pending == "plan" and reply == "yes" and _HAS_THOUGHTS.match(words):
        return "unsure"
    if state.pending == "plan" and reply == "no" and _NO_DAY.match(words):
        # It leaves open whether there is a way.
        return "unsure"
    if state.pending == "thoughts" and state.ground and reply == "unsure" and _ONLY_LEAVES.search(words):
        return None
    if state.pending in ("plan", "near") and reply in (None, "no", "unsure") and (only_thoughts(text) or _HARDLY.match(words)):
        return "no"
    if state.pending in ("thoughts", "now") and (asks_what_follows(text) or asks_what_counts(text)):
        return None
    if state.pending in ("thoughts", "plan", "now") and reply in (None, "no", "unsure") and _OVER_BY_NOW.search(words):
        return None if _NEAR.search(words) else "none"
    if state.pending == "thoughts" and state.ground and reply in (None, "unsure") and names_a_rest(text):
        return "no"
    other = meant(text) if state.pending in ("thoughts", "now") else None
    if other and not (other == "no" and (reply == "yes" or (reply == "unsure" and not words.startswith("not ")))):
        return None if other == "only_thoughts" else other
    if state.pending == "thoughts" and state.means and reply in (None, "no") and _IN_RESERVE.search(words):
        # Asked what they are for, this is half a yes.
        return "unsure"
    if state.pending == "thoughts" and reply is None and _IT_IS_ME.search(words):
        return "yes"
    if state.pending == "thoughts" and state.ground and reply is None and len(words.split()) <= SHORT and _FOR_SPORT.search(words):
        return "no"
    if state.pending == "thoughts" and reply in ("no", "none") and _ASKED_BACK.search(words):
        return None
    beside = _FILLING.sub(" ", _PARTLY.sub(" ", words)).strip(" .!")
    goes_on = len(words.split()) > _ALONE and _PARTLY.search(words) and beside and not _OF_IT.search(beside)
    if state.pending == "thoughts" and state.ground and reply == "unsure" and goes_on:
        return None
    return reply


def is_vague(text: str) -> bool:
    """Whether an answer to the question about thoughts leaves it open: "not really", "dunno"."""
    return bool(_VAGUE.match(plain(text).replace(",", "").replace("?", "")))


def names_a_rest(text: str) -> bool:
    """Whether an answer says that what is wanted is a rest."""
    words = plain(text).replace(",", "").replace("?", "")
    return len(words.split()) <= SHORT and bool(_A_REST.match(words)) and not (_NO_REST.search(words) or are_named(words))


def takes_half_back(text: str, state: State) -> bool:
    """Whether a text right after a denial says that there was something in it."""
    words = plain(text).replace(",", "")
    return state.stage in ("denied", "resolved") and state.quiet == 0 and state.was_denied and bool(_HALF_BACK.match(words))


def meant_move(text: str, move: Optional[str], signal: Signal, state: State) -> Optional[str]:
    """The move that a text makes, given what only looks like one."""
    words = plain(text).replace(",", "")
    if move == "no_abuse" and not state.doubted:
        # Who told of harm in plain words, and excuses it after, is not taken at that.
        return None
    if move == "eating_more" and signal.level:
        # Heard as a danger by itself.
        return None
    if move == "safe_for_now" and has_decided(text):
        return None
    if move == "third_party_later" and re.match(r"^(but |and |ok |well )*(what if|how do i know|maybe|i hope|or)\b", words):
        return "third_party_unsure"
    return fitting(move, text, state) if move and state.topic in OF_OTHERS else move
