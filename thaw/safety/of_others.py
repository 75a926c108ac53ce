"""What is told of someone else that has to be answered at once, or otherwise than by asking: they took something, took leave or can't be
found; they would die if they were left; somebody harms them; they wish to die. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import died
from thaw.safety.harmed import harmed
from thaw.safety.left_behind import lost_to_suicide
from thaw.safety.levels import SEVERITY
from thaw.safety.moves import is_on_route, told_move
from thaw.safety.normalise import plain
from thaw.safety.people import HAS, SOMEONE, THEY
from thaw.safety.risk_state import CLOSED, OF_OTHERS, State
from thaw.safety.screen import CLEAR, Signal
from thaw.safety.told import told_baby

THIRD = "crisis_third_party"
OVERDOSE = Signal(THIRD, "urgent", ("someone else took something",))
GOODBYE = Signal(THIRD, "urgent", ("someone else took leave, or can't be reached",))
WISH = Signal(THIRD, "support", ("someone else says that they want to die",))
IF_LEFT = Signal(THIRD, "support", ("someone else would die if left",))
IF_LEFT_FEARED = Signal("danger_from_others", "urgent", ("someone else would die if left, and is feared",))
FAILING = Signal("medical_emergency", "urgent", ("someone else's body fails",))
WATCHED = Signal("danger_from_others", "support", ("a partner watches the phone",))
_BETTER_OFF = Signal("crisis_passive", "ask", ("a baby would be better off with another",))

_MEDICINE = (
    r"(?:pills?|tablets?|tabs|meds|medication|medicine|capsules|xanax|valium|diazepam|zopiclone|sertraline|codeine|tramadol|morphine"
    r"|oxycodone|paracetamols?|tylenols?|ibuprofens?|painkillers|sleepers|antidepressants|insulin)"
)
_TOOK = r"(?:took|taken|swallowed|downed|necked|popped|eaten|ate)"
_MUCH = (
    r"(?:all|too many|whole|half|lots?|loads?|bunch|handful|fistful|bottle|box|packet|pack|strip"
    r"|blister|every|rest of|\d\d+|ten|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|hundred|dozens?|so many)"
)
_OVERDOSED = re.compile(
    rf"\b{THEY}{HAS}{{0,3}}(?: (?!i\b|if\b|not\b|never\b)[\w']+){{0,5}}? (?:overdosed|od'?d|od'?ed|(?:taken|took) an overdose"
    rf"|{_TOOK} (?:(?:an?|the|of|his|her|their|my|about|around|like|full|sleeping|pain|other|these|those|his mum's) ){{0,3}}{_MUCH}"
    rf"(?: (?:[\w']+ ){{0,3}}?{_MEDICINE})?"
    r"|(?:drank|drunk|swallowed) (?:(?:some|the|a|bottle|of) ){0,3}(?:bleach|poison|antifreeze|pesticide|weedkiller))\b"
)
_IS_MEDICINE = re.compile(rf"\b(?:{_MEDICINE}|overdos\w*|od'?e?d|bleach|poison|antifreeze|pesticide|weedkiller)\b")
_OWN_ACT = re.compile(
    r"\bi(?:'ve| have|'d)?(?: just| already| also)? (?:took|taken|swallowed|overdosed|downed|necked|popped|drank|ate)\b"
    r"|\b(?:says?|said|told me|thinks?) (?:that )?i(?:'ve)?\b"
)
_NO_OVERDOSE = re.compile(
    r"\b(?:if|unless|in case|what if)(?: [\w']+){0,3} (?:took|takes?|overdose\w*|swallow\w*)\b"
    r"|(?:n't|\bnot|\bnever)(?: [\w']+)? (?:tak\w+|took|overdos\w+)\b"
    r"|\b(?:away|off (?:him|her|them|me)|from (?:him|her|them|me)|to the (?:pharmacy|chemist"
    r"|doctor)|prescribed|as usual|as told|with (?:food|breakfast)"
    r"|every (?:day|morning|night)|for (?:a|his|her|the) (?:headache|back|cold|pain|migraine|fever|flu))\b"
)
_PAST = re.compile(
    r"\b(?:years?|months?|weeks?|decades?) (?:ago|back|before)\b|\blast (?:year|month|week|summer|winter|spring|autumn|fall|christmas)\b"
    r"|\b(?:when|while|before|since) (?:i|he|she|they|we|my \w+) (?:was|were|had|got)\b|\bin"
    r" (?:19|20)\d\d\b|\bused to\b|\bback then\b|\bonce\b"
    r"|\b(?:as|when) (?:a )?(?:kid|child|teen\w*)\b|\bgrowing up\b|\b(?:died|passed away|funeral|buried|survived|recovered|discharged)\b"
    r"|\bin (?:the |a )?(?:hospital|icu|psych \w+|ward|rehab)\b|\b(?:film|movie|book|series|episode|novel|song|character|game)\b"
)
"""Told of what lies behind, or is in other hands by now."""

_FAILS = re.compile(
    rf"\b{THEY}(?:{HAS}|'s not|n't| not| isn't| won't| can't| stopped){{0,3}}(?: [\w']+){{0,5}}?"
    r" (?:(?:not|n't|isn't|stopped|barely|hardly) breathing|unconscious|(?:not|n't|won't|can't)"
    r" (?:wake|waking) up"
    r"|cut (?:his|her|their) wrists?|turning blue|(?:bleeding|bled) out)\b|\b(?:he|she|they)(?:'s"
    r"| is| are)? ?(?:isn't|not|barely|hardly|stopped|aren't) breathing\b"
)
_SENT = (
    r"(?:said|says?|saying|texted|texts|text|wrote|writes|posted|posts|sent|sends|left|leaves"
    r"|messaged|emailed|dm'?e?d|tweeted|put|rang to say)"
)
_TO = (
    r"(?: (?:me|us|everyone|everybody|him|her|them|online|up|out|just|a|an|the|this|his|her|their"
    r"|long|to|it|that|in|all|our|group|chat|story|saying|on \w+|my \w+)){0,6}"
)
_LEAVE = (
    r"(?:(?:goodbye|good bye|farewell|last|final) (?:note|letter|message|text|video|post|words)"
    r"|(?:goodbye|good bye|farewell) (?:to )?(?:everyone|everybody|us all|the world|all|forever|world)|note saying (?:goodbye|sorry))"
)
_TELL_THEM = (
    r"(?:tell|let) (?:my|the|our|his|her) (?:[\w]+ )?(?:mum|mom|mam|dad|parents|family|kids?"
    r"|children|son|daughter|boys?|girls?|wife|husband|sister|brother"
    r"|dog|friends|nan|gran|grandma|everyone|them)(?: (?:that|know|how much))* i(?:'ve always"
    r"| always|'ll always| will always)? (?:love|loved|'m sorry|am sorry)"
    r"|(?:look after|take care of) my (?:\w+ )?(?:dog|cat|kids?|mum|mom|children|son|daughter"
    r"|family)|don't (?:look for|come looking for) me|by the time you read"
)
_BYE = (
    r"(?:goodbye|good bye|bye|farewell|sorry for everything|he's sorry|she's sorry|i'm sorry"
    r"|(?:i )?love(?:s)? (?:you|me|us)(?: all)?|thanks for everything)"
)
_GONE = (
    r"(?:(?:not|n't|never|stopped|no longer)(?: be| been| even| been)? (?:answer\w*|pick\w*(?:"
    r" up)?|repl\w+|respond\w*|read\w* (?:it|my)|com(?:e|ing) to the (?:door|phone))"
    r"|no (?:answer|reply|response)|(?:phone|mobile|cell)(?:'s| is| was| went|s)? (?:now |just"
    r" |switched |turned |been )?(?:off|dead|disconnected)|straight to voicemail"
    r"|turned (?:off )?(?:his|her|their) phone(?: off)?|(?:no ?one|nobody|none of us|we|i|they)"
    r" (?:can|could|can't|couldn't|can not|cannot)(?: \w+)? (?:find|reach|get hold of|get through"
    r" to|locate)"
    r"|(?:can't|couldn't|can not|unable to) (?:find|reach|get hold of|get through to)|disappeared|vanished"
    r"|(?:'s|is|are|gone|went|been) missing(?= *(?:$|[.!;]|since|for|and|from home|now|all))"
    r"|(?:n't|not|never) (?:come|came|been) (?:back |home)"
    r"|(?:no ?one|nobody) (?:has |'s )?(?:seen|heard)|blocked (?:everyone|everybody)|deleted"
    r" (?:everything|(?:all )?(?:his|her|their) (?:account|socials|profile)s?))"
)
_STRONG_GOODBYE = re.compile(rf"\b{THEY}{HAS}{{0,2}}(?: [\w']+){{0,3}}? {_SENT}{_TO} ?[\"'“‘]?{_LEAVE}")
_LAST_WORDS = re.compile(
    rf"\b{THEY}{HAS}{{0,2}}(?: [\w']+){{0,3}}? {_SENT}{_TO} ?[\"'“‘]?(?:suicide (?:note|letter|message|text|video|post)|{_TELL_THEM})"
)
_WEAK_GOODBYE = re.compile(rf"\b{THEY}{HAS}{{0,2}}(?: [\w']+){{0,2}}? {_SENT}{_TO} ?[\"'“‘]?{_BYE}\b")
_UNREACHED = re.compile(_GONE)
_MISSING = re.compile(
    rf"\b{SOMEONE}(?:'s| is| are| has| have)?(?: just)? (?:gone |went |been )?missing(?= *(?:$"
    r"|[.!;]|since|for (?:\d|a|two|three|hours|days)|and|from home|now|last night|yesterday|today"
    r"|tonight|this))"
)
_PICTURE = re.compile(
    rf"\b{THEY}{HAS}{{0,2}} (?:sent|posted|texted|messaged|sends|shared|put up)(?: (?:me|us|a"
    r"|an|the|some|this|just))* (?:pics?|pictures?|photos?|selfies?|videos?|snaps?) (?:of|with)"
    r"(?: (?:his|her|their|a|an|the|some|him|herself|himself|with|all|pile|lots?|of|bunch|loads"
    r"|bottle))* (?:pills|tablets|meds|gun|rifle|rope|noose|knife|blade|razors?|bridge|ledge"
    r"|tracks)\b"
)
_NOT_A_GOODBYE = re.compile(
    r"\b(?:job|work|office|company|colleagues|retir\w*|new (?:job|school|city)|moving|moved|airport"
    r"|flight|uni|university|college|holiday|vacation|party|before (?:he|she|they) left for"
    r"|broke up|breakup|break up|dumped|battery|charg\w*|flat battery|ghosted|dating|date)\b"
)

_SELVES = r"(?:himself|herself|themsel\w+|his life|her life|it all|everything)"
_WOULD_DIE = (
    r"(?:(?:kill|killing|hurt|hurting|harm|harming|shoot|shooting|hang|hanging|cut|cutting|end"
    rf"|ending) {_SELVES}|(?:commit )?suicide|take (?:his|her|their) (?:own )?life"
    r"|jump off|overdose|die)"
)
_SAYS_WOULD = (
    r"(?:'ll| will| would|'d| threatens?| threatened| threatening| says?| said| swears?| swore"
    rf"| keeps?| is going| has| gonna)(?: [\w']+){{0,5}}? {_WOULD_DIE}"
)
_I_LEAVE = (
    r"(?:if|when|whenever|unless|because|every time|each time|once|after|should) (?:i|we)(?:'m"
    r"|'ll|'d|'ve| ever| even| just| try to| want to| say| that| i| am| do| don't| talk about"
    r"| talk of){0,4}"
    r" (?:leav\w*|left|go\b|going|gone|move\w*|moving|break\w*|broke|split\w*|divorc\w*|end\w*"
    r"|argu\w*|fight\w*|fought|walk\w*|see\w*|dump\w*|stay\w*|com(?:e|ing) back|get back"
    r"|take him back|cheat\w*|say no|said no|disagree)"
)
_IF_LEFT = re.compile(
    rf"\b{THEY}(?:{_SAYS_WOULD}| (?:cuts|hurts|harms|burns) {_SELVES}).{{0,30}}\b{_I_LEAVE}|\b{_I_LEAVE}.{{0,25}}\b{THEY}(?:'ll"
    rf"| will| would|'d| says?| said| is going| threatens?)(?: [\w']+){{0,5}}? {_WOULD_DIE}\b"
)
_FEARED = re.compile(
    r"\b(?:scared|afraid|terrified|frightened) (?:of|for my)\b|\b(?:gun|guns|rifle|pistol|shotgun"
    r"|knife)\b|\b(?:and|or|then) (?:me|us|both of us|the kids|take me)\b"
)

_WATCHES = re.compile(
    r"\bmy (?:ex[- ])?(?:husband|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+|ex)(?:'s| is"
    r"| keeps?| always| secretly| still| has been)* (?:track(?:s|ing)|read(?:s|ing)|check(?:s"
    r"|ing)|monitor(?:s|ing)|spy(?:ing)? on|spies on"
    r"|go(?:es|ing) through|look(?:s|ing) through)(?: all)? my (?:phone|messages|texts|location|emails?|calls|whatsapp|every move)\b"
)
_SAYS = (
    r"(?:says?|said|saying|told me|tells me|told us|wrote|writes|texted|texts|posted|messaged"
    r"|thinks|feels|admitted|confessed|mentioned|keeps saying)"
)
_REPORTED = re.compile(
    rf"^(?:[\w']+,? ){{0,8}}?(?:{SOMEONE}|he|she|they)(?:'s| has| have| just| \d\d| keeps?| always"
    rf"| often| also| in|,)*(?: [\w']+){{0,2}}? {_SAYS}\b(?P<what>.*)"
)
_THREATENS = re.compile(
    r"(?:\b(?:would|will|could|might|going to|gonna|wants? to|wanted to)|'ll|'d) "
    r"(?:kill|hurt|harm|shoot|stab|strangle|finish|end|get) (?:me|us|you|him|her|them|my|our|the kids)\b"
)
"""What is a threat to somebody, and no wish to die."""
_OWN_WORDS = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me too|myself|same)\b")
_QUOTED = re.compile(r"[\"“'‘]i .*$|\b(?:i|i'm) (?:want|wish|can't|don't)\b.*[\"”]")
_NO_POINT = re.compile(
    r"\b(?:there'?s|there is|he sees|she sees|they see|what'?s) (?:no|the) point(?: (?:any ?more"
    r"|in (?:anything|it all|life|living|going on|being here|trying|it)(?: any ?more)?|to (?:life"
    r"|living|it all)))?[.!?\"”]*$"
)
_CANNOT_GO_ON = re.compile(
    r"\b(?:(?:wo|do|does|is|are|did)n't|not|never)(?: going to| want to| wanna| wants to)? (?:be"
    r" here|be around|be alive|live|exist|wake up)\b|\bnot want(?:ing)? to (?:be here|live)\b"
    r"|\bbetter off (?:dead|without (?:him|her|them))\b|\b(?:can't|cannot|can not) go on\b|\bwants?"
    r" to (?:die|be dead|end it|disappear for good)\b"
)
_GAVE = re.compile(
    r"\b(?:he|she|they|" + SOMEONE + r")(?:'s| has| have| just| is| been|'ve)* (?:gave|given|giving|gives|handed out|sold|selling)(?:"
    r" away)? (?:away )?(?:all )?(?:of )?(?:his|her|their)(?: (?!birthday|notice|best|all|opinion)[\w']+){1,3}"
    r" (?:away|to)\b"
)
_BABY_BETTER = re.compile(
    r"\b(?:he|she|they|baby|it|son|daughter|twins)(?:'d| would|'s)?(?: be| is| are)? better(?:"
    r" off)? (?:with (?:another|a different|a better|a real|someone else|any other)|without me)\b"
)


_OWN = frozenset({"crisis_imminent", "crisis_ideation", "crisis_passive"})


def heard_of_others(text: str, signal: Signal, state: State) -> Signal:
    """The signal, given what a text tells of someone else. Where that is spoken of, what rules know the meaning of is no new danger."""
    told = told_of_others(text, signal, state)
    if told:
        return told
    by_ear = signal.evidence == ("classifier",) and (signal.intent not in _OWN or signal.level == "ask")
    move = told_move(text, state.topic)
    if by_ear and state.topic in OF_OTHERS and move and is_on_route(move, state.topic):
        return CLEAR
    return signal


def told_of_others(text: str, signal: Signal, state: State) -> Optional[Signal]:
    """What a text tells of someone else that is graver or other than the screen found; None if it is nothing of the kind."""
    words = plain(text).replace(",", "").replace("?", "")
    if _BABY_BETTER.search(words) and told_baby(text) and SEVERITY[signal.level] < SEVERITY["urgent"]:
        return _BETTER_OFF
    if lost_to_suicide(text) or died(text) is not None:
        return None
    goes_on = state.topic in OF_OTHERS
    if _FAILS.search(words) and not _PAST.search(words):
        return FAILING
    is_past = bool(_PAST.search(words))
    if not is_past and _tells_an_overdose(words, signal, goes_on):
        return OVERDOSE
    if signal.level is None and _WATCHES.search(words):
        return WATCHED
    if _IF_LEFT.search(words):
        return IF_LEFT_FEARED if _FEARED.search(words) else IF_LEFT
    if not is_past and _takes_leave(words, signal):
        return GOODBYE
    if not is_past and (harm := harmed(words, signal)):
        return harm
    return _wishes(words, signal, state)


def _tells_an_overdose(words: str, signal: Signal, goes_on: bool) -> bool:
    found = _OVERDOSED.search(words)
    if not found or _OWN_ACT.search(words) or _NO_OVERDOSE.search(words):
        return False
    # "He took half" goes on with the pills that were spoken of before.
    if goes_on and len(words.split()) <= _FEW:
        return True
    by_rule = signal.level == "urgent" and signal.evidence != ("classifier",) and signal.intent in ("crisis_imminent", "medical_emergency")
    return by_rule or bool(_IS_MEDICINE.search(found.group()))


_FEW = 8
"""Words up to which a text only goes on with what was told of someone."""


def _takes_leave(words: str, signal: Signal) -> bool:
    if _LAST_WORDS.search(words) or _PICTURE.search(words) or _MISSING.search(words):
        return True
    if _STRONG_GOODBYE.search(words):
        return not _NOT_A_GOODBYE.search(words)
    gone = bool(_UNREACHED.search(words))
    if gone and signal.intent == THIRD:
        return True
    return gone and bool(_WEAK_GOODBYE.search(words)) and not _NOT_A_GOODBYE.search(words)


def _wishes(words: str, signal: Signal, state: State) -> Optional[Signal]:
    """Someone else's wish to die, passed on: the screen takes the words for the writer's own, or for nothing."""
    if signal.level == "urgent" or state.stage not in CLOSED or (signal.intent == THIRD and signal.evidence != ("classifier",)):
        return None
    if state.topic in OF_OTHERS and signal.level is None and _GAVE.search(words):
        return WISH
    found = _REPORTED.match(words)
    if not found or _THREATENS.search(found["what"]) or _OWN_WORDS.search(_QUOTED.sub(" ", found["what"])):
        return None
    own = signal.intent in _OWN and signal.level is not None and not signal.faint
    return WISH if own or _NO_POINT.search(found["what"]) or _CANNOT_GO_ON.search(found["what"]) else None
