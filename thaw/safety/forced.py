"""What a partner does in bed against a no, and things broken in anger. It is mostly told without the words for it, as a quarrel of two, and
would be answered as one. By rules alone.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.risk_state import Heard, State
from thaw.safety.screen import Signal

FORCED, BREAKS = "is forced by a partner", "someone at home breaks things in anger"
_ABUSE = "danger_from_others"
_AT_MOST = 40
_LOVER = r"(?:husband|hubby|wife|partner|boyfriend|girlfriend|bf|gf|fianc\w+|spouse|man|guy i'm (?:with|seeing))"
_HE = rf"(?:he|she|they|my (?:\w+ )?{_LOVER})"
_AT_HOME = rf"(?:he|she|my (?:\w+ )?(?:{_LOVER}|dad|father|mum|mom|mam|mother|stepdad|stepmum|stepmom|stepfather))"
_IN_BED = re.compile(
    r"\b(?:in bed|at night|in the night|sex\w*|intimate|intimacy|sleep with (?:him|her)|make love|mak(?:es|ing) love|physical relations?"
    r"|(?:marital|wifely|conjugal) \w+|inside me|on top of me|touch(?:es|ing)? me)\b"
)
_UNWILLING = re.compile(
    r"\bi(?:'ve)? (?:always |still |keep |kept )?(?:say|said|saying|tell|told|telling)(?: him| her| them)? (?:no|stop|not to|to stop"
    r"|i don't)\b"
    r"|\b(?:when|if|though|although|that|and|but|because|while|even) i (?:really )?(?:don't|do not|didn't|did not)"
    r" (?:want|feel like|wish|consent|like it)\b"
    r"|\bi (?:refuse|beg|cry|push (?:him|her) (?:off|away))\b|\bi ask (?:him|her) to stop\b|\bagainst my (?:will|wishes)\b"
    r"|\bwithout (?:my consent|asking me)\b|\b(?:when|while|if) i(?:'m| am) (?:still |half |fast )?(?:asleep|sleeping|crying|passed out"
    r"|drunk)\b"
    r"|\bi (?:don't|do not) (?:really )?want (?:it|to|sex)\b"
)
_DOES_IT = re.compile(
    rf"\b{_HE}(?: [\w']+){{0,12}}? (?:does it|do it|did it|has sex with me|had sex with me|have sex with me|takes? it(?! (?:well"
    rf"|personally|hard|badly|as|out|like|slow|easy|for|that|to)\b)|uses me"
    r"|keeps? (?:going|doing it)(?! on)"
    r"|carr(?:y|ies) on|touches me|gets? on top|climbs? on(?:to)?|puts? it in|finish(?:es)? anyway|holds? me down|pins? me"
    r"|(?:doesn't|does not|didn't|won't|never) stop(?! (?:asking|begging|talking|complaining|moaning|nagging|worrying|snoring|trying"
    r"|loving|until|being)))\b"
)
_ALL_THE_SAME = re.compile(
    r"\b(?:anyway|any way|regardless|all the same|even (?:when|if|though)|still|when i|while i|if i|though i|against|without|but"
    r"|and (?:he|she))\b"
)
_PLAINLY = re.compile(
    r"\b(?:forces?|forced|forcing|pushes|pushed) (?:himself|herself|themsel\w+) on me\b"
    rf"|\b{_HE} (?:\w+ ){{0,2}}?(?:makes?|made|forces?|forced|forcing|coerces?|coerced) me (?:to |into )?"
    r"(?:hav(?:e|ing) sex|do sexual|do things in bed|sleep(?:ing)? with|do it in bed)\b"
    r"|\b(?:wake|woke|waking) up (?:and |to |with )*(?:him|her|he's|she's|he is|he was|my \w+) (?:already |being |is |was )*"
    r"(?:inside|on top of|doing it to|having sex with|touching) me\b"
    rf"|\b{_HE} (?:\w+ )?(?:won't|doesn't|never|will not|does not) takes? (?:a )?no for an answer (?:in bed|at night|when (?:he"
    rf"|she) wants)\b"
    r"|\bi have to (?:have sex|sleep with (?:him|her)|let (?:him|her) (?:do it|have (?:me|sex)))(?: [\w']+){0,3}? (?:or|or else|otherwise)"
    r" (?:he|she)(?:'ll| will| gets?| hits?| hurts?| goes| beats?| shouts?| throws?)\b"
)
_NOT_SO = re.compile(
    r"\b(?:would never|wouldn't|never does|never did it|never forces?|never forced|doesn't force|didn't force|he stops|she stops|respects?"
    r"|snor\w+|smok\w+|dishes|housework|reads|eats|phone|scroll\w*|gaming|dream\w*|movie|film|book|novel|show|series)\b"
)
_LONG_AGO = re.compile(r"\b(?:used to|years? ago|back then|my ex|an ex|when i was (?:a|\d+|young\w*|little))\b")
"""What lies behind is no danger of today, and heard otherwise."""
_BREAKS = re.compile(
    rf"\b{_AT_HOME}(?: [\w']+){{0,7}}? (?:breaks?|broke|breaking|smash(?:es|ed|ing)?|destroys?|destroyed|trash(?:es|ed)|wrecks?|rips? up"
    rf"|tears? up|throws?|threw)(?: up)?(?: a| all| the| up| of){{0,2}} (?:(?:my|our|the kids'?) (?:\w+ )?)?(?:things|stuff|belongings"
    r"|phone|laptop|glasses|plates?|dishes|cups?|furniture|doors?|tv|windows?|mirrors?|clothes|photos|toys|chairs?|everything)\b"
)
_IN_ANGER = re.compile(
    r"\b(?:angry|anger|mad|rage|raging|furious|temper|fight\w*|argu\w+|shout\w*|scream\w*|drunk|drinks?|when (?:i|he|she|we)|if i|because i"
    r"|to punish|upset|jealous|loses it|at (?:me|the wall))\b"
)
_BY_CHANCE = re.compile(
    r"\b(?:accident\w*|clumsy|by mistake|adhd|toddler|mov(?:ed|ing) (?:house|out|flat)|charity|skip|tip|bin|goodwill|cleaning|clean(?:ed)?"
    r"|declutter\w*|away (?:my|our|the) old|laugh\w*|joking|for (?:fun|work))\b"
)


def of_force(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """Whether a text tells of sex against a no, or of somebody at home who breaks things in anger."""
    words = plain(text).replace(",", "")
    by_a_rule = signal.evidence not in ((), ("classifier",))
    if by_a_rule or len(words.split()) > _AT_MOST or _LONG_AGO.search(words):
        return None
    if not _NOT_SO.search(words) and (_PLAINLY.search(words) or _against_a_no(words)):
        return Heard(Signal(_ABUSE, "urgent", (FORCED,)))
    if _breaks(words) and state.topic != _ABUSE and signal.level != "urgent":
        return Heard(Signal(_ABUSE, "support", (BREAKS,)))
    return None


def _against_a_no(words: str) -> bool:
    of_bed = _IN_BED.search(words) and _UNWILLING.search(words)
    return bool(of_bed and _DOES_IT.search(words) and _ALL_THE_SAME.search(words))


def _breaks(words: str) -> bool:
    return bool(_BREAKS.search(words) and _IN_ANGER.search(words)) and not _BY_CHANCE.search(words)
