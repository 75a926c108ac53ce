"""What is told further where danger from somebody at home was told: hands on the throat, that he comes home now, that it is no abuse
as there were no blows, the hope that he'd stop drinking, being called crazy, having gone numb. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.moves import told_move
from thaw.safety.normalise import plain
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

STRANGLED = "was strangled by somebody"
_ABUSE = "danger_from_others"
_AT_MOST, _FEW = 30, 10
_HE = r"(?:he|she|they)"
_SOMEBODY = (
    r"(?:he|she|they|someone|somebody|(?:my|the) (?:\w+ )?(?:husband|hubby|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+|ex|dad"
    r"|father|mum|mom|mother|stepdad|stepmum|stepmom|brother|sister|son|roommate|flatmate|carer))(?:'s|'d|'ve)?"
)
_THROAT = re.compile(
    rf"\b{_SOMEBODY}(?: [\w']+){{0,5}}? (?:grabbed|grabs|squeezed|squeezes|held|holds|gripped|grips|seized|took|takes|had|has|got|pinned"
    rf"|pins)"
    r"(?: me)?(?: \w+){0,2}? (?:(?:by|at|round|around|on) my|my) (?:throat|neck)\b"
    rf"|\b{_SOMEBODY}(?: [\w']+){{0,5}}? me(?: \w+){{0,3}}? (?:by|round|around) the (?:throat|neck)\b"
    rf"|\b{_SOMEBODY}(?: [\w']+){{0,5}}? (?:hands?|arms?|fingers|forearm|belt|scarf|cord|pillow) (?:was |were |is |are )?(?:round|around"
    rf"|on|over"
    r"|against) my (?:throat|neck)\b"
    rf"|\b(?:his|her) (?:hands?|arms?|fingers|forearm) (?:was |were )?(?:round|around|on|at) my (?:throat|neck)\b"
    rf"|\b{_SOMEBODY}(?: [\w']+){{0,3}}? (?:chok(?:ed|es)|strangl(?:ed|es)|was choking|is choking|started choking|tried to (?:choke"
    rf"|strangle)) me\b"
)
_NO_FORCE = re.compile(
    r"\b(?:massag\w*|kiss\w*|hug\w*|doctor|nurse|dentist|physio\w*|barber|necklace|judo|bjj|jiu|wrestl\w*|sparring|training|rugby"
    r"|i (?:asked|like"
    r"|wanted) (?:him|her|it)|consent\w*|kink\w*|joking|playfully|years? ago|when i was (?:a|\d+|young\w*|little)|never|(?:did|has"
    r"|have)n't)\b"
)
_COMES = re.compile(
    rf"^(?:(?:ok|shit|fuck|oh|no|god|wait|sorry|gotta go|got to go|have to go|must go|and|i think|now) )*{_HE}(?:'s|'re| is| are)"
    r"(?: (?:just|now|already|about to|back|early|right|almost|nearly|soon))* (?:pulling (?:in|up)|coming(?: (?:in|up|home|back|over|now"
    r"|upstairs"
    r"|inside))?|home|back|at the (?:door|gate)|in the (?:drive\w*|garage|hall\w*|next room|other room|room|kitchen|shower)|parking|parked"
    r"|outside|downstairs|upstairs|here|on (?:his|her|their) way(?: home)?|walking (?:in|up)|getting (?:up|home))"
    r"(?: (?:now|already|early|soon|any (?:minute|second|moment)|in (?:a|an|\d+|five|ten|twenty|half an) \w+))*\W*$"
    rf"|\b{_HE}(?:'ll| will)(?: be)? (?:home|back|here|walk in|come (?:in|back|home))(?: (?:now|soon|any (?:minute|second|moment)"
    rf"|in (?:a|an|\d+|five"
    r"|ten|twenty|half an) \w+))+\W*$"
    r"|\b(?:i )?(?:can )?hear(?:d)? (?:his|her|their|the) (?:car|keys?|door|footsteps|steps|bike|truck|voice)\b"
    rf"|\b{_HE} (?:just )?(?:walked in|got (?:in|home|back)|came (?:in|home|back)|woke up|pulled (?:in|up))(?: just)? ?(?:now)?\W*$"
    rf"|\b(?:gotta|got to|have to|must|need to) (?:go|stop|hide this|close this)\b.{{0,15}}\b{_HE}\b"
)
_NOT_FEARED = re.compile(r"\b(?:helps?|nice|sorry|asleep|calm|with me|police|officer|ambulance|friend|mum|mom|sister)\b")
_NO_BLOWS = re.compile(
    rf"\b{_HE}(?:'s|'ve| has| have| is| had)? (?:never|not)(?: \w+){{0,2}}? (?:hit|hits|hurt|touched|beat|beaten|laid|raised|violent"
    rf"|physical|slapped"
    rf"|punched)\b|\b{_HE} (?:doesn't|does not|didn't|wouldn't|hasn't)(?: \w+)? (?:hit|hurt|beat|touch|punch|slap)(?: me)?\b"
    r"|\b(?:is (?:it|this|that)|(?:isn't|is not|not|n't (?:really )?(?:call (?:it|that)|think (?:it's|its|it is|that's"
    r"|this is)))(?: \w+){0,2}|does"
    r" (?:it|that|this) (?:even |really )?count as|would (?:you|that) (?:call (?:it|that|this)|be)) (?:really |actually |even |an? )*"
    r"(?:abuse|abusive|domestic violence|violence)\b"
)
_CLOSE_TO_BLOWS = re.compile(
    r"\b(?:punch\w* the|wall|lamp|knife|gun|drives?|driving|threat\w*|says? (?:he|she)(?:'s| is|'ll| will|'d) (?:going|gonna|kill|hurt)"
    r"|stands? over|holds? me|held me|grab\w*|kill\w*|smash\w*|throw\w*|shov\w*|push\w*|blocks?|the (?:dog|cat|kids?)|yet)\b"
)
"""With these, that there were no blows is no comfort."""
_HOPES = re.compile(
    rf"\bif (?:{_HE}|i get {_HE})(?: (?:just|only|ever|really|could|would|can))* (?:stops?|stopped|quits?|gives? (?:it )?up"
    rf"|gets? (?:help|sober"
    r"|therapy|better|treatment)|got (?:help|sober)|changes?|changed|goes? to (?:therapy|rehab|aa|counsel\w+))\b"
    rf"|\b(?:will|can|could|does|do|would) (?:{_HE}|men(?: like that)?|someone like (?:him|her)|abusers?)(?: \w+){{0,2}}? (?:change"
    rf"|get better|stop|improve)\b|\b{_HE}(?:'s| is| has|'ll| will| says? {_HE}(?:'ll| will))?(?: \w+)? (?:promised|promises|going to"
    rf"|gonna|trying to"
    r"|stop|change|get help)\b.{0,25}\b(?:stop|change|quit|help|better|drinking|never (?:do it )?again)\b"
)
_DOUBTS = re.compile(
    rf"\b{_HE} (?:\w+ )?(?:says?|said|tells? me|told me|calls? me|called me|keeps? (?:saying|telling me|calling me)|thinks?)(?: that"
    rf"| everyone)*"
    r" ?(?:i'm|i am|me|it's all in|i (?:imagine|make|made)|i(?:'ve)? gone)(?: \w+){0,3}? ?(?:crazy|mad|insane|mental|psycho\w*|paranoid"
    r"|too sensitive|sensitive|problem|imagin\w*|my head|overreact\w*|unstable|nuts|sick in the head|things up)\b"
    r"|\b(?:calls?|called|calling) me (?:an? |so |too )*(?:crazy|mad|insane|mental|psycho\w*|paranoid|sensitive|unstable|nuts)\b"
    r"|\b(?:maybe|am|perhaps|what if|i think|sometimes i think)(?: that)? ?(?:i'm|i am|i)(?: \w+){0,2}? (?:the problem|the crazy one"
    r"|the abuser|crazy|too sensitive|overreacting|imagining (?:it|things|all)|making (?:it|this|things) up|going (?:mad|crazy))\b"
)
_NUMB = re.compile(
    r"\b(?:i|i'm|i've|me)\b(?: \w+){0,5}? ?(?:robot|numb(?:ed|ness)?|zombie|feel (?:nothing|dead inside|empty|hollow)"
    r"|(?:don't|can't|do not|cannot) (?:even )?feel (?:anything|a thing|joy)|switched off|shut ?down|no feelings|on autopilot|empty inside"
    r"|dead inside)\b"
)
_SAFE = re.compile(
    r"^(?:(?:no|yes|but|ok|honestly|really|look|thanks?|thank you) )*(?:i'm|i am|we're) (?:\w+ )?(?:safe|not in danger)\b"
    r"(?!.*\b(?:but|well|except|only when|until|unless|one person|don't mind|wouldn't mind)\b)"
)
_OTHER_DANGERS = frozenset({"crisis_imminent", "crisis_ideation", "medical_emergency", "self_harm", "crisis_third_party"})
_SAID = "utter_danger_from_others_numb"
_TWICE = 2


def of_abuse(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text tells of danger from somebody at home, for the first time or further."""
    words = plain(text).replace(",", "").replace("?", "")
    by_a_rule = signal.level is not None and signal.evidence != ("classifier",)
    if len(words.split()) > _AT_MOST or (by_a_rule and signal.intent in _OTHER_DANGERS):
        return None
    if _THROAT.search(words) and not _NO_FORCE.search(words):
        return Heard(Signal(_ABUSE, "urgent", (STRANGLED,)))
    heard_else = signal.level is not None and signal.intent != _ABUSE and not signal.faint
    if state.topic != _ABUSE or state.stage in GRAVE or by_a_rule or heard_else:
        return None
    known = told_move(text, _ABUSE)
    if known == "life_at_risk" or (known == "no_abuse" and state.doubted):
        return None
    of_numbness = known in (None, "safe_for_now") and dict(state.said).get(_SAID, 0) < _TWICE
    move = _move(words, of_numbness)
    return Heard(move=move) if move else None


def _move(words: str, of_numbness: bool) -> Optional[str]:
    if len(words.split()) <= _FEW and _COMES.search(words) and not _NOT_FEARED.search(words):
        return "abuser_comes"
    if _DOUBTS.search(words):
        return "abuse_doubts"
    if _NO_BLOWS.search(words) and not _CLOSE_TO_BLOWS.search(words):
        return "abuse_unnamed"
    if _HOPES.search(words):
        return "abuse_hopes"
    if of_numbness and _NUMB.search(words):
        return "abuse_numb"
    return "safe_for_now" if _SAFE.search(words) else None
