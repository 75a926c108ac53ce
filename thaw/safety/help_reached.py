"""Help that was reached while a danger of one's own is open: somebody rings, comes or is there, and says that it is all right.

Read before what would urge the call once more: to who has a nurse on the line "call the emergency number" says that nobody listens. Whose
danger somebody else is, and who is in danger from somebody, have readers of their own.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.people import PERSON
from thaw.safety.plans import SHORT, names_means
from thaw.safety.risk_state import OF_OTHERS, OPEN, TOLD, Heard, State
from thaw.safety.screen import Signal

CALLED, ANSWERED, CLEARED, COMING = "help_called", "help_answered", "help_cleared", "someone_coming"
_AT_MOST = 20
_ON_THEIR_OWN = frozenset({"medical_emergency", "voices", "psychosis_or_mania", "self_harm", "eating_disorder"})
"""Dangers that are the writer's own, beside that of suicide."""
_BY_THE_BODY = ("how they are after something was taken",)
"""What a rule hears in "they say I'm ok", too."""
_RIGHT_AFTER = 2
_SOMEBODY = rf"(?:(?:my|the|our|a) (?:[\w-]+ ){{0,2}}?{PERSON}|mum|mom|dad|he|she|someone|somebody)"
_IS = r"(?:'s|'re|s| is| are)"
_NUMBER = r"(?:\d{2,4}|the (?:emergency number|number|line|helpline|crisis line|crisis team|hospital|doctor|gp|ambulance|poison \w+))"
_HELPERS = (
    r"(?:paramedics?|ambulance(?: crew| people| men)?|medics?|nurses?|crisis (?:team|line|worker)|operator|dispatch\w*|poison(?:s)? \w+"
    r"|samaritans|help ?line|call handler|advisor|adviser|111|999|911|112|988|000)"
)
_DOCTORS = r"(?:doctors?|gp|hospital|a&e|er|pharmacist)"
_NOW = r"(?: (?:now|just|finally|already|still|here|currently|both|all))*"
_CALLED = re.compile(
    rf"\b(?:{_SOMEBODY}|we|they){_IS}{_NOW} (?:calling|ringing|phoning|dialing|dialling)\b(?! (?:me|my|him|her|in sick|back|names?|us)\b)"
    rf"|\b(?:{_SOMEBODY}|we|i){_IS}?{_NOW} on the phone (?:to|with) (?:{_NUMBER}|{_HELPERS}|them|someone)\b"
    rf"|\b(?:{_SOMEBODY}|we){_IS}{_NOW} on (?:to )?{_NUMBER}\b"
    rf"|\b(?:{_SOMEBODY}|we)(?:'ve|'s| have| has)?{_NOW} (?:called|rang|phoned) (?:{_NUMBER}|an ambulance|for help|them)\b"
    rf"|\bi(?:'ve| have)?{_NOW} (?:called|rang|phoned) (?:{_NUMBER}|an ambulance)\b"
    rf"|\b(?:(?:we|i|he|she)(?:'re|'m|'s| are| am| is)|been|still|stuck|sitting){_NOW} on hold\b|^on hold\b"
    rf"|^(?:(?:ok|yes|just|so|well) )*(?:called|rang|phoned) {_NUMBER}\b|\bthey(?:'re|'ll| are| will)? (?:calling|call|ringing|ring)"
    r" (?:me |us )?back\b"
    r"|\b(?:we're|i'm|we are|i am)(?: \w+)? in (?:the|a) queue"
    r" (?:for|to|with|on) (?:the |a )?(?:line|nurse|call|phone|helpline|\d{3}|speak|talk)\b|\bwaiting for (?:them|someone|somebody|a nurse"
    r"|an answer) to (?:answer|pick up|ring back|call back)\b"
)
_ANSWERED = re.compile(
    r"\bthey(?:'ve| have)?(?: just| finally)? (?:answered|picked up)(?=\W*$|[.;!]| (?:and|now|finally|straight|it's|she|he|i'm|an?"
    r" (?:nurse|woman|man|lady|guy|person))\b)"
    r"|\b(?:we|i|she|he)(?:'ve|'s| have| has)?(?: just| finally)? got through\b"
    rf"|\b(?:an? |the |my )?(?:{_HELPERS}|doctor){_IS}{_NOW} (?:talking|speaking|listening|asking|checking|looking|with (?:me|us)"
    r"|on the (?:phone|line)|treating|examining|seeing me)\b(?! (?:down|past|over))"
    rf"|\b(?:the )?(?:{_HELPERS}){_IS}{_NOW} (?:here|there)\b|\b(?:the |an? )?{_HELPERS}(?: just| have| has|'ve)* "
    r"(?:came|arrived|got here|turned up|showed up)\b"
    rf"|\bi(?:'m| am){_NOW} (?:talking|speaking|chatting|on the phone|on the line) (?:to|with) (?:an? |the |someone (?:at|from) )?"
    rf"(?:{_HELPERS}|doctor)\b|\bi(?:'m| am){_NOW} (?:at|in) (?:the )?(?:a&e|er|hospital|ambulance|emergency room)\b"
    r"(?! (?:car|parking|roof|garden|grounds|toilets?|bridge|stairs))"
)
_SAY = r"(?:say|says|said|saying|think|thinks|thought|reckons?|told (?:me|us)|tells? (?:me|us))"
_WELL = r"(?:ok|okay|fine|alright|all right|good|stable|harmless|normal|not serious|nothing serious|in no danger|not in danger|no danger)"
_STATES = (
    rf" {_SAY}(?: that)? (?:i'm|i am|i'll be|i will be|it's|its|it is|it was|it'll be|that's|everything's|everything is|all is"
    rf"|my \w+(?: \w+)? (?:is|are|looks?))(?: (?:all|just|totally|perfectly|quite|probably|going to be|doing|looking|really))* {_WELL}\b"
)
_THEY_SAY = re.compile(rf"\bthey(?:'ve|'s| have| has)?{_STATES}")
_SHE_SAYS = re.compile(rf"\b(?:he|she)(?:'s| has)?{_STATES}")
_CAME_BACK = r"(?: (?:rang|called|phoned|came)(?: me| us)?(?: back)?(?: and)?)?"
_HELPERS_SAY = re.compile(rf"\b(?:{_HELPERS})(?: (?:lady|guy|man|woman|person|people|team|nurse|on the phone)){{0,2}}{_CAME_BACK}{_STATES}")
_DOCTORS_SAY = re.compile(rf"\b{_DOCTORS}(?: (?:there|on call|on the phone)){{0,2}}{_STATES}")
_CHECKED = re.compile(
    r"\b(?:got|given|gave me|have|had) the all[- ]clear\b|^(?:got )?(?:the )?all[- ]clear\b"
    r"|\bthey(?:'ve| have)?(?: just)? (?:checked|examined|assessed|looked) (?:me|at me)(?: (?:over|out|up))?\b"
    r"(?=.*\b(?:fine|ok|okay|alright|well|clear|home|nothing)\b)"
    r"|\b(?:they|the hospital|a&e|the er)(?:'ve| have|'re| are)?(?: just)? (?:sent|discharged|sending|letting|let) me(?: go)?(?: back)?"
    r"(?: home| now| already)?[.!]*$"
)
_COMING = re.compile(
    rf"\b(?:{_SOMEBODY}|the ambulance|an ambulance|help|paramedics|the crisis team){_IS}{_NOW} "
    r"(?:(?:coming|driving|heading|walking|cycling|rushing|running|hurrying)(?: straight| right)?(?: (?:over|round|around|here|up|home|back"
    r"|to (?:me|mine|us|my (?:place|house|flat|home)|(?:sit|stay|be) with me)))+"
    r"|coming|(?:on|en) (?:the |their |its |his |her )?(?:way|route)"
    r"|in the car|getting in the car|leaving (?:work|now)|setting off)"
    r"(?: (?:over|round|here|to me|to mine|now|right away|straight away|tonight|this (?:evening|afternoon|morning)|soon|in \d+ ?(?:min\w*"
    r"|hours?)?|already|for me|from work))*(?=\W*$|[.,!;]| and\b| to (?:be|sit|stay|get) | she| he| so\b)"
)
_AWAITED = re.compile(r"\bwaiting for (?:the |an? )?(?:crisis team|ambulance|paramedics|doctor|nurse)\b(?! to (?:answer|pick))")
_GOES_ON = re.compile(
    r"^(?:(?:and|so|ok|now|then|yes|well) )*(?:they|she|he|the (?:nurse|doctor|woman|man|lady|paramedics?|operator))"
    r"(?:'s|'re|'ll|'ve| is| are| will| have| has)?(?: (?:just|now|also))? (?:say|says|said|want|wants|ask|asks|asked"
    r"|asking|told|tell|tells"
    r"|here|coming|going to|see|taking|checking|talking|sending|sent)\b"
)
"""What is told next of those who help, right after that was answered."""
_NO_MORE = re.compile(
    r"\b(?:dead|hates?|hated|nobody|no ?one|lied|lying|away|wasting|doesn'?t care"
    r"|can'?t help|won'?t|left|hung up|gone|do(?:ing)? it|i(?:'m| am) going|i'll|gonna|kill|die|hurt me|hit"
    r"|me (?:to|that i) (?:jump|die))\b"
)
_HELP_SAID = frozenset({"utter_help_called", "utter_help_answered", "utter_someone_coming"})
_NOT_YET = re.compile(
    r"\b(?:but|no ?one|nobody|isn'?t|aren'?t|not|never|\w+n't|hung up|cut off|useless|if|until|till|before|when|twice"
    r"|stopped|forget it|do(?:ing)? it|g[ai]v\w+ up|giving up|yesterday"
    r"|prison|jail|drunk|angry|furious|scared|afraid|hide|hiding|job|bank|insurance|council|landlord|clouds|tomorrow|weekend|next|last"
    r"|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\bago\b|\bcoming (?:for|after|at|to (?:get|take|kill|hurt)) (?:me|us)\b|\bfind me\b"
)
"""With what help is not there yet, is of another day, or is none."""
_WORSE = re.compile(
    r"\b(?:worse|can'?t breathe|chest|unconscious|bleeding|blood|vomit\w*|throwing up|dizzy|faint\w*|pass(?:ed|ing) out|sleepy|drowsy"
    r"|took more|taken more|took another)\b"
)


def of_help(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text says of help that was reached, as the move that it makes."""
    if not _is_open(state) or _is_told_otherwise(text, signal, state):
        return None
    words = plain(text).replace(",", "")
    if len(words.split()) > _AT_MOST or _WORSE.search(words):
        return None
    if _is_cleared(words, state) and not _NO_MORE.search(words):
        return Heard(move=CLEARED)
    if state.last in _HELP_SAID and _GOES_ON.match(words) and not _NO_MORE.search(words):
        return Heard(move=ANSWERED)
    if _NOT_YET.search(words):
        return None
    for move, pattern in ((ANSWERED, _ANSWERED), (CALLED, _CALLED), (COMING, _COMING), (COMING, _AWAITED)):
        if pattern.search(words) and (move == ANSWERED or _is_told(state)):
            return Heard(move=move)
    goes_on = state.stage in OPEN and state.quiet <= _RIGHT_AFTER and signal.level is None
    return Heard(move="reached_out") if goes_on and told_move(text) == "reached_out" else None


def _is_open(state: State) -> bool:
    """Whether a danger of the writer's own is open, and no question about it waits that a person beside them would not answer."""
    if state.topic in OF_OTHERS or state.topic in ("danger_from_others", "danger_to_others", "blackmail") or not state.said:
        return False
    spoken_of = state.topic in _ON_THEIR_OWN or state.stage in TOLD or (state.stage != "none" and state.quiet <= _RIGHT_AFTER)
    return spoken_of and state.pending not in ("thoughts", "plan", "theirs")


def _is_told(state: State) -> bool:
    """Whether a danger was told, and not only asked about: else "she's calling" is somebody at the door."""
    return state.topic in _ON_THEIR_OWN or state.stage in TOLD or bool(state.route) or state.pending == "call"


def _is_told_otherwise(text: str, signal: Signal, state: State) -> bool:
    """Whether a rule hears something else in it, or means are named."""
    by_a_rule = signal.level is not None and signal.evidence not in (("classifier",), _BY_THE_BODY)
    if not by_a_rule and state.last in _HELP_SAID and _GOES_ON.match(plain(text).replace(",", "")):
        # Of those who help the classifier knows nothing.
        return False
    at_length = signal.level in ("support", "urgent") and not signal.guessed and len(text.split()) > SHORT
    if at_length and signal.evidence != _BY_THE_BODY:
        # In a sentence of some length the classifier is believed.
        return True
    return by_a_rule or names_means(re.sub(r"(?i)\bpoisons? (?:line|control|cent\w+|people|info\w*)", " ", text))


def _is_cleared(words: str, state: State) -> bool:
    """Whether somebody who can judge it says that it is all right. "They" do so only after an emergency, or once help was rung."""
    if re.search(r"\b(?:but|if|ago|last|before|always|yesterday|when)\b", words):
        return False
    said = dict(state.said).keys()
    is_rung = bool({"utter_help_called", "utter_help_answered"} & said)
    if _HELPERS_SAY.search(words):
        return True
    if is_rung and (_DOCTORS_SAY.search(words) or _SHE_SAYS.search(words)):
        return True
    return (is_rung or state.topic == "medical_emergency") and bool(_THEY_SAY.search(words) or _CHECKED.search(words))
