"""Whether it is this or that condition, or what one takes to lift it: no program can tell, and a doctor can check."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, GREETED, Asked, Talk
from thaw.nlu.vocabulary import any_of

_INTENT, _ANSWER = "ask_is_it_depression", "utter_could_it_be"
_OF_THE_BODY = r"vitamins?(?: [abcd]\d*)?(?: deficiency)?|lack of vitamin \w+|sad(?= disorder)|" + any_of("conditions_of_the_body")
_THING = (
    rf"(?:(?:{_OF_THE_BODY}|{any_of('conditions_of_the_mind')}|{any_of('habits')})"
    r"(?: (?:issues?|problems?|levels?|deficiency|disorder|use|usage|addiction|thing))?)"
)
_SOME = (
    r"(?: (?:my|the|a|an|some|any|low|high|bad|just|also|maybe|like|too|much|all|being|having|have|got|actually|really|only|undiagnosed"
    r"|mild|early|kind of|part of|something like|lack of|simply|even|mine|from|possibly|probably|still|the start of|or)){0,12}"
)
_SO = (
    r"(?: (?:or (?:something|not|what|anything|is it \w+|just \w+|depression)|maybe|instead|too|as well|doing (?:it|this)|to blame"
    r"|causing (?:it|this)|thats causing (?:it|this)|do you think|you think|related|again))*"
)
_IT = (
    r"(?:it|this|that|these|all (?:of )?this|the (?:numbness|flatness)|my (?:numbness|flatness)|numbness|anhedonia|feeling (?:numb|flat"
    r"|nothing|like this))"
)
_FROM = (
    r"(?: (?:be|being|been|come|coming|comes|from|because|due|caused|by|down|linked|related|to|of|with|about|a sign|a symptom|part"
    r"|an effect))*(?! (?:being|from) )"
)
_COULD = r"(?:could|can|might|may|would|will|is|isnt|does|do|was|are|couldnt|cant)"
_WHETHER = re.compile(
    GREETED
    + rf"(?:(?:do|would) (?:you|u) (?:think|reckon) |i wonder if |wondering if |what if |maybe |i think |i guess |is there a chance "
    rf"|any chance )*"
    rf"(?:{_COULD} {_IT}{_FROM}{_SOME} {_THING}{_SO}"
    rf"|(?:its|it is|thats|that is|this is|it could be|it might be|it must be|it may be){_FROM}{_SOME} {_THING}{_SO}"
    rf"|{_COULD}{_SOME} {_THING} (?:(?:be|really|also|even|actually|do|does|is) )*(?:a |the |one )?(?:caus\w+|reasons?|why|behind"
    rf"|to blame|do|doing|does|mak(?:e|es|ing)|lead|leads|trigger\w*"
    rf"|related|linked|part)(?: (?:of|to|for|you|me|people|feel|like|numb|flat|nothing|emotions?|emotional|a|as well|{_IT}))*"
    rf"|(?:what|how) about{_SOME} {_THING}{_SO}|{_COULD}{_SOME} {_THING}{_SO}"
    rf"|{_THING}(?: (?:maybe|possibly|perhaps|or what))+)" + END
)
"""Whether it is a condition, by its name."""
_HAS = re.compile(
    GREETED + rf"(?<!also )(?:(?:i|ive|im|i guess|maybe|also|might|may|could|probably|possibly|think|that|got|have|having"
    rf"|be|been|am"
    rf"|told|diagnosed|was|with|suspect|wonder if|on the|my|is|are|has|low|slightly|a bit|very|mildly)(?= |$) ?)+"
    rf"(?! (?:my|low|also|maybe|having|have|got|possibly|probably) ){_SOME} ?{_THING}"
    r"(?: (?:spectrum|too|as well|maybe|diagnosis|is (?:low|off|high|bad)|are (?:low|off|high|bad)|levels are low|was low|though|and"
    r"|(?:could|can|might|would|is) (?:it|this|that)(?: be(?: because of(?! that\b))?)?(?: (?:that|it|why|the reason|from that"
    r"|because of that|related))*"
    r"|does (?:it|that) (?:matter|do (?:it|this)|cause (?:it|this)|change anything)))*" + END
)
"""That one has it, or may have, and nothing else."""
_TELLS = re.compile(r"\b(?:i|ive|im|my)\b")
_CHECK = re.compile(
    GREETED
    + r"(?:(?:should|shall|can|could|do|would) (?:i|you|they)(?: (?:need|have|want|better|to|just|even))* (?:get|have|be|ask for|ask)"
    r"(?: (?:it|that|this|them|me|my \w+|a|an|the))* ?(?:checked|tested|test|blood test|bloods|checkup|check up|looked at|diagnosed"
    r"|assessed|scan|scanned)"
    r"(?: (?:out|for it|for that|done))*|how (?:do|can|would) i (?:find out|know|get tested|get checked|check)"
    r"|is there a test(?: for (?:it|that))?)" + END
)
_WEED = re.compile(
    GREETED
    + r"(?:(?:could|can|might|may|would|is|does|do) (?:(?:it|this|that) (?:(?:be|because of|from|due to|caused by|my|the|all|just) )*)?"
    rf"(?:my |the |all the |too much |smoking |drinking )*{any_of('substances')}"
    r"(?: (?:be|really|actually|also|even))*(?: (?:caus\w+|do|mak(?:e|es|ing)|why|the reason|lead(?:s)? to|trigger\w*|give(?:s)?)\b"
    rf"(?: (?:you|me|people|feel|numb|flat|nothing|{_IT}))*)?)" + END
)


def could_it_be(talk: Talk) -> Optional[Asked]:
    """Whether it is a condition of the body or the mind, a habit, or what one takes."""
    if _WEED.match(talk.plain):
        return Asked("using_substances", "utter_using_substances_more")
    goes_on = talk.was_said(_ANSWER) and _CHECK.match(talk.plain)
    tells = _HAS.match(talk.plain) and _TELLS.search(talk.plain)
    return Asked(_INTENT, _ANSWER) if goes_on or tells or _WHETHER.match(talk.plain) else None
