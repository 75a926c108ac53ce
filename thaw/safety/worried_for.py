"""What someone who worries for another tells a little later, and what by itself may be about anything: a note, things given away, a phone
that isn't picked up, whether to be afraid. Right after an answer about another it is danger to them. By rules alone.
"""

from __future__ import annotations

import re
from typing import Collection

from thaw.safety.levels import SEVERITY
from thaw.safety.normalise import plain
from thaw.safety.screen import Signal

THIRD = "crisis_third_party"
NOTE = Signal(THIRD, "urgent", ("someone they worry for left a note",))
UNREACHED = Signal(THIRD, "support", ("someone they worry for can't be reached",))
GIVES_AWAY = Signal(THIRD, "support", ("someone they worry for gives away what they have",))
AFRAID = Signal(THIRD, "support", ("afraid for someone they worry for",))

HAS_A_GUN = Signal(THIRD, "support", ("someone they worry for has a weapon",))
GOODBYE = Signal(THIRD, "support", ("someone they worry for says that they won't be there",))

_OF_ANOTHER = ("utter_worried_about_someone", "utter_leaving_them", "utter_eating_of_another")
_THEY = r"(?:s?he|they|my \w+|the \w+)"
_THEIRS = r"(?:his|her|their)"
_NOTE = re.compile(
    rf"\b(?:(?:{_THEY}|she's|he's|they've)(?: (?:just|has|have|had|also|apparently))* (?:left|wrote|written)(?: (?:me|us|behind|a|an|the"
    rf"|this|some|long|kind of|sort of|like|{_THEIRS}|mum|mom|dad|roommate|kids))* (?:note|letter)"
    r"|(?:found|there'?s|there is|saw|read)(?: (?:a|an|the|this|some|kind of|like|her|his|their))* (?:note|letter))\b"
    r"(?! (?:for the (?:teacher|school|doctor|landlord)|about the|from (?:the|work|school)"
    r"|saying (?:he|she|they)(?:'s|'re| is| are| went) (?:at|out|to)))"
)
_GIVES_AWAY = re.compile(
    rf"\b(?:gave|given|giving|gives|handed|handing) (?:away )?(?:all )?(?:of )?(?:{_THEIRS}|the) (?!birthday|notice|opinion|best|blessing"
    r"|number|side)(?:[\w']+ ){0,3}?(?:away|to (?:her|his|their|a|the|me|my|friends|neighbou?rs?|people)\b)"
    rf"|\b(?:gave|given|giving|gives) away (?:all |most |some )?(?:of )?(?:{_THEIRS}|the|everything|things|stuff|it all)\b"
    r"|\b(?:gave|given|giving|gives) everything away\b"
)
_PHONE = r"(?:(?: to)?(?: (?:her|his|their|the|my|any|to))* (?:phone|cell|mobile|calls?|door))"
_SINCE = r"(?: (?:to )?(?:me|us|anyone|my (?:texts?|messages?)))? (?:since|for (?:hours|days|two|three|\d)|all (?:day|night)|today|tonight)"
_UNREACHED = re.compile(
    r"\b(?:(?:no ?one|nobody|none of us) (?:can|could|can't|has been able to)(?: \w+)? (?:reach|find|get hold of|get through to|locate)"
    r" (?:him|her|them)|(?:i|we|they) (?:can't|couldn't|can not|cannot|could not) (?:(?:find|get hold of|locate) (?:him|her|them)"
    rf"|reach (?:him|her|them)(?: (?:by|on|at|anywhere|for (?:hours|days|\d))\b|{_SINCE}))"
    rf"|(?:don't|do not|no idea|idk|not sure|doesn't|nobody) (?:know |knows )?where {_THEY} (?:is|are|went|could be|might be)"
    r"(?: now| either)?$"
    rf"|(?:isn't|not|won't|hasn't) (?:been )?pick(?:ing|ed)? up(?:{_PHONE}|{_SINCE}|$)"
    rf"|(?:isn't|not|stopped|hasn't|didn't) (?:been )?(?:answer\w*|repl\w+|respond\w*)(?:{_PHONE}|{_SINCE})"
    r"|(?:phone|mobile|cell)(?:'s| is| was| goes?)? (?:off|dead|straight to voicemail)|straight to voicemail"
    r"|(?:hasn't|didn't|not) (?:come|been) home)\b"
)
"""What is told of somebody who can't be found; that nothing gets through to them is told of the numb as well."""
_DO_IT = (
    r"(?:do something(?: (?:stupid|bad|drastic|silly|rash)| to (?:him|her|them)sel\w+)?|hurt (?:him|her|them)sel\w+|die"
    r"|kill (?:him|her|them)sel\w+)(?! (?:about|nice|fun|else|new|together|with|good|of|for|on|at|like|different|laughing)\b)"
)
_AFRAID = re.compile(
    rf"\b{_THEY}(?:'ll|'d| will| might| would| could| may| is going to| was going to| is gonna| are going to| is about to)"
    rf"(?: (?:actually|really|ever|just|try to|try and))* {_DO_IT}\b"
    r"|\b(?:is|isn't|isnt|that's|it's|this|that|it)(?: (?:that|this|it|like|kind of|maybe))* an? (?:warning|red|bad) (?:sign|flag)\b"
    r"|^(?:(?:yes|yeah|i think|and|so|honestly) )*(?:i'm|im|i am) (?:so |really |very |actually )?(?:scared|afraid|terrified|frightened)"
    rf"(?: (?:for|about) (?:him|her|them|{_THEIRS} life|my \w+))?$"
)
_WONT_BE_THERE = re.compile(
    r"\b(?:(?:you|we|everyone|nobody|they|mum|mom|dad)(?:'ll| will|'d| would)?(?: not|n't)?|won't|wouldn't)(?: (?:have to|need to|soon"
    r"|be|all"
    r"|just|not|won't|wouldn't))* (?:worry about|worried about|deal with|put up with|look after|bothered (?:by|with)|better off without"
    r"|rid of|free of|miss|think of|care about|hear from|see) (?:me|him|her|them)\b"
    r"(?: (?:much longer|any ?more|soon|again|for long|after|when|if|once|one day|now)|\W*$)"
    r"|\b(?:i|he|she|they)(?:'ll| will|'d| would) (?:not be|be gone|won't be)(?: (?:here|around|a (?:burden|problem)))?(?: much longer"
    r"| soon| any ?more| for long)\b"
)
"""What someone else is told to have said of the time to come; heard only with a word for saying it."""
_SAID = re.compile(r"\b(?:said|says|saying|told|tells|texted|wrote|messaged|mentioned|keeps? (?:saying|telling))\b")
_HAS_A_GUN = re.compile(
    rf"\b(?:{_THEY}(?: also| still| even)*(?:'s got| has| have| owns?| keeps?| got)|there's|there is|there are)"
    r"(?: (?:an?|his|her|their|the|two|some|got|own|loaded|hunting|old|licen[cs]ed?|access to|to)){0,4}"
    r" (?:shot ?guns?|guns?|rifles?|pistols?|revolvers?|handguns?|firearms?|gun (?:cabinet|safe))\b"
    r"(?!.*\b(?:us|me|we|anyone|threat\w*|point\w*|let)\b)"
)
"""A weapon in the house of who is worried about; where it is a threat to others, that is heard."""
_IS_OVER = re.compile(
    r"\b(?:years?|months?) ago|\blast (?:year|month|summer|winter)\b|\bused to\b|\b(?:works? nights|at work|in class|in a meeting|asleep"
    r"|flight|video ?games?|xbox|playstation|toy|nerf|water gun"
    r"|on holiday|charity|goodwill|oxfam|too small|allerg\w+|moving|moved|doctor'?s note|sick note|thank you note|love (?:letter|note))\b"
)
"""What has another ground, or lies behind."""


def in_its_light(signal: Signal, text: str, last: Collection[str]) -> Signal:
    """What the screen found, where the last answer was about another whom the visitor worries for.

    Args:
        signal: of the text alone.
        text: the visitor's words.
        last: the responses of the last answer.
    """
    if not any(each.startswith(_OF_ANOTHER) for each in last):
        return signal
    words = " ".join(re.sub(r"[^\w' ]", " ", plain(text)).split())
    if _IS_OVER.search(words):
        return signal
    found = ((_NOTE, NOTE), (_GIVES_AWAY, GIVES_AWAY), (_UNREACHED, UNREACHED), (_AFRAID, AFRAID), (_HAS_A_GUN, HAS_A_GUN))
    told = next((each for pattern, each in found if pattern.search(words)), None)
    if told is None and _SAID.search(words) and _WONT_BE_THERE.search(words):
        told = GOODBYE
    # A guess at something else is a guess at what is told here.
    graver = told is not None and (signal.evidence == ("classifier",) or SEVERITY[told.level] >= SEVERITY[signal.level])
    return told if told is not None and graver else signal
