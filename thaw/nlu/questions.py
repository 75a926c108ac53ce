"""Plain questions and requests, read by their form: yes or no, who sees it, whom to ring, where it is from, what a word means.

The head reads what a message is about, and loses in what form it is asked: "is that a yes" is about nothing, and "can my boss see it" is
about privacy as a whole. Here the form decides, and the last answer says what "that" is. What follows has an answer of its own.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, Mapping, NamedTuple, Optional, Pattern

from thaw.responses import responses
from thaw.safety.menu import bare

CARRIER = "ask_capabilities"
"""The intent as which a question about the program's own words is heard: it is one about what it can tell."""
_LEAD = r"^(?:(?:ok|okay|yes|yeah|no|nope|so|but|and|well|then|just|please|pls|sorry|hm|hmm|right|thanks|oh|wait|lol) )*"
_END = r"(?: (?:please|pls|then|though|tho|now|again|exactly|to me|ok|right|lol))*$"


class Asked(NamedTuple):
    """What a message asks for: the intent as which it is heard, and the response that answers it in place of the intent's own."""

    intent: str
    response: str


class Talk(NamedTuple):
    """A message without punctuation, its first sentence, and what was said before: by now, and in the last answer."""

    plain: str
    first: str
    said: Collection[str]
    last: Collection[str]

    def was_said(self, *beginnings: str) -> bool:
        """Whether a response that begins so was ever said."""
        return any(each.startswith(beginnings) for each in self.said)

    def was_last(self, *beginnings: str) -> bool:
        """Whether the last answer was made of one that begins so."""
        return any(each.startswith(beginnings) for each in self.last)


# Yes or no

PLAIN: Dict[str, str] = {
    "numb_after_loss": "utter_numb_after_loss_plain",
    "ask_how_common": "utter_ask_how_common_plain",
    "ask_will_it_get_better": "utter_ask_will_it_get_better_plain",
    "ask_is_it_depression": "utter_ask_is_it_depression_plain",
    "ask_therapy": "utter_ask_therapy_plain",
    "ask_why_exercise": "utter_ask_why_exercise_plain",
}
"""The topics that have a yes, a no or an honest neither, and the response that says it."""
_YES_OR_NO = re.compile(
    _LEAD + r"(?:(?:answer|say|tell me)(?: me)? )?(?:(?:simply|just) )?(?:a )?"
    r"(?:yes or (?:a )?no|(?:is|was) (?:that|it|this) (?:then )?(?:a )?(?:yes|no)(?: or (?:a )?(?:yes|no))?)" + _END
)
_ENDS_SO = re.compile(r"\b(?:it|that|this)\b.* yes or (?:a )?no$")
_NORMAL = re.compile(
    r"\b(?:is|was|isnt|if) (?:it|that|this|all (?:that|this))(?: even| really| actually| all|s)? (?:normal|common)\b|\bits normal\b.*\?*$|"
    r"\bwhether (?:it|this|that)s? (?:is )?normal\b|\bif (?:its|thats|this is) (?:normal|common)\b"
)
_WRONG_WITH_ME = re.compile(
    r"\b(?:whats|what is|what the (?:hell|heck) is|is something|is there something|is there anything) wrong with me$"
)
_MAD = re.compile(r"\bam i (?:just )?(?:going|losing|getting|turning) (?:mad|crazy|insane|nuts|it|my mind|bonkers)\b")


def _last_topic(talk: Talk) -> Optional[str]:
    return next((name for name in PLAIN if talk.was_last(f"utter_{name}")), None)


def _yes_or_no(talk: Talk) -> Optional[Asked]:
    if _MAD.search(talk.plain):
        return Asked(CARRIER, "utter_going_mad")
    wrong, normal = _WRONG_WITH_ME.search(talk.plain), _NORMAL.search(talk.plain)
    if (wrong or normal) and talk.was_said("utter_numb_after_loss"):
        return Asked("numb_after_loss", PLAIN["numb_after_loss"])
    if normal:
        return Asked("ask_how_common", PLAIN["ask_how_common"])
    if wrong:
        return Asked("ask_why_numb", "utter_whats_wrong")
    if _ENDS_SO.search(talk.plain) and (topic := _last_topic(talk)):
        return Asked(topic, PLAIN[topic])
    if not _YES_OR_NO.match(talk.plain):
        return None
    topic = _last_topic(talk)
    return Asked(topic, PLAIN[topic]) if topic else Asked(CARRIER, "utter_no_plain_answer")


# What becomes of what is written

_AT_WORK = r"boss|employers?|company|work|manager|supervisor|hr|colleagues?|co ?workers?|it department|job"
_AT_HOME = (
    r"husband|wife|partner|boyfriend|girlfriend|fianc\w+|mum|mom|mam|mother|dad|father|parents?|family|kids|children|son|daughter"
    r"|brother|sister|roommate|flatmate|housemate"
)
_INSURER = r"insur\w+|health plan"
_OTHERS = r"school|university|uni|college|doctor|doctors|gp|therapist|landlord|government"
_GETS_TO_KNOW = (
    r"(?:(?:see|sees|read|reads|access|open|monitor|track|get|gets|hear about|know about|find|spy on) (?:any of )?"
    r"(?:(?:this|it|that|these)(?! (?:i|im|ive|he|she)\b)|what (?:i|ive)|the chat"
    r"|my (?:chat|chats|messages|words|answers))|(?:find|finds) out|be told|get told)"
)


def _gets_to_know(who: str) -> Pattern[str]:
    return re.compile(rf"\b(?:can|could|does|do|will|would|might|is|are)(?: \w+){{0,2}} (?:{who})(?: \w+){{0,3}}? {_GETS_TO_KNOW}\b")


_SEEN_BY: Dict[str, Pattern[str]] = {
    "utter_ask_privacy_work": _gets_to_know(_AT_WORK),
    "utter_ask_privacy_home": _gets_to_know(_AT_HOME),
    "utter_ask_privacy_insurer": _gets_to_know(_INSURER),
    "utter_ask_privacy_others": _gets_to_know(_OTHERS),
}
_WORK_DEVICE = re.compile(
    r"\b(?:work|office|company|companys|employers|firms|school) (?:laptop|phone|computer|pc|tablet|ipad|device|network|wifi|machine)\b"
    r"|\b(?:laptop|phone|computer|pc|device|machine)s? (?:belongs to|is from|is owned by) (?:my |the )?"
    r"(?:work|company|employer|boss|job|office|firm)\b"
)
_SOLD = re.compile(
    r"\b(?:is|are|do|does|will|would|can|could|gets?)\b(?: \w+){0,5} (?:sell|sells|selling|sold|advertis\w+|ads|marketing)\b"
    r"|\b(?:is|are|do|does|will|would)\b(?: \w+){0,4} (?:used (?:for|as|in) training|train(?:ed)? (?:on|with) (?:this|it|that|my|what))\b"
)


def _of_privacy(talk: Talk) -> Optional[Asked]:
    found = next((response for response, who in _SEEN_BY.items() if who.search(talk.plain)), None)
    if _WORK_DEVICE.search(talk.plain) and (found or talk.was_last("utter_ask_privacy")):
        found = "utter_ask_privacy_work"
    if found is None and _SOLD.search(talk.plain) and not re.search(r"\b(?:i|we|house|car|home)\b", talk.plain):
        found = "utter_ask_privacy_sold"
    return Asked("ask_privacy", found) if found else None


# Whom to ring

_HELPER = r"gp|doctor|doctors|dr|health visitor|midwife|111|811|nurse|nurse line|pharmacist|psychiatrist"
_RING = re.compile(
    r"\b(?:who|whom|whos|who is)(?: \w+){0,5} (?:ring|call|phone|telephone)\b"
    r"|\bwho(?:m)? (?:do|should|can|could|would) (?:i|we) (?:even |actually )?(?:see|go and see|go to see)\b"
    rf"|\b(?:{_HELPER}) or (?:(?:a|an|the|my|call|ring) )*(?:{_HELPER})\b"
)
_TO_TALK = re.compile(r"\b(?:talk|talking|speak|speaking|chat|listen|human|tonight)\b")
_OF_A_BIRTH = re.compile(r"\b(?:health visitor|midwife)\b")


WHOM_TO_TELL = re.compile(
    r"^(?:(?:so|but|and|ok|okay|then) )*(?:who|whom) (?:do|would|should|could|can) i (?:even |actually |really )?"
    r"(?:tell|say (?:it|that|this) to|bring (?:it|this) up with|go to|turn to)\b"
)
"""Asking who could be told of it."""
_TAKEN_AWAY = re.compile(
    r"\b(?:they|social (?:services|workers?)|cps|someone|somebody|doctors?|nurses?|midwives|midwife|(?:the )?courts?)\b(?: \w+){0,3}"
    r" (?:take|takes|taking|remove|removes|removing) (?:\w+ ){0,2}?"
    r"(?:him|her|them|it|baby|babies|child|children|kids?|son|daughter|twins)\b"
    r"|\b(?:lose|losing|take|taking) custody\b|\b(?:ring|rings|call|calls|calling|tell|tells|involve) (?:social services|cps)\b"
)
"""What a parent may fear that follows once they say it."""
_FEARS = re.compile(r"\b(?:will|would|could|can|do|does|might|gonna|going to|scared|afraid|frightened|worried|fear|what if)\b")


def _after_birth(talk: Talk) -> Optional[Asked]:
    if not talk.was_said("utter_numb_after_birth"):
        return None
    if _TAKEN_AWAY.search(talk.plain) and _FEARS.search(talk.plain):
        return Asked("numb_after_birth", "utter_numb_after_birth_custody")
    return Asked("numb_after_birth", "utter_numb_after_birth_whom") if WHOM_TO_TELL.search(talk.plain) else None


def _whom_to_ring(talk: Talk) -> Optional[Asked]:
    if not _RING.search(talk.plain) or _TO_TALK.search(talk.plain):
        return None
    after_birth = talk.was_said("utter_numb_after_birth") or _OF_A_BIRTH.search(talk.plain)
    return Asked(CARRIER, "utter_whom_to_ring_after_birth" if after_birth else "utter_whom_to_ring")


# Where it is from

SOURCES: Dict[str, str] = {
    "blunting-share": "utter_source_of_blunting",
    "anhedonia-share": "utter_source_of_share",
    "slow-recovery": "utter_source_of_recovery",
    "newer-therapies": "utter_source_of_newer",
    "small-experiment": "utter_source_of_exercise",
}
"""The claims of `docs/claims.yml` with figures behind them, and the response that says where those are from."""
_SOURCE = r"(?:sources?|citations?|references?|papers?|evidence|stud(?:y|ies)|research|trials?|proof)"
_ASKS_FOR_SOURCES = re.compile(
    _LEAD + rf"(?:(?:your|the|any) )?{_SOURCE}(?: (?:please|and|or|{_SOURCE}|for (?:that|this|it)|on (?:that|this|it)))*$"
    r"|\b(?:any|what|which|is there(?: any| a)?|are there(?: any)?|where(?:s| is| are)|whats|ask(?:ed|ing)? for|cite|name|show me|give me"
    r"|have you|do you have|based on)"
    rf"(?: (?:the|a|an|any|some|your|good|real|actual|randomi[sz]ed|clinical|controlled|scientific))* {_SOURCE}\b"
    r"|\b(?:that|this|those|these|the|your) (?:number|figure|percentage|statistic|stat|claim)s? (?:\w+ )?(?:from|comes?|based)\b"
    r"|\bwhere\b.* \d+\b.*\bfrom\b"
    r"|\byou (?:said|say|wrote|mentioned|quoted)\b.* \d+"
)
_WHERE_FROM = re.compile(
    _LEAD + r"where (?:(?:is|was|are) (?:that|this|it|those)(?: \w+)? from"
    r"|(?:did|do) you (?:get|have|take|know) (?:that|this|it|those)(?: from)?)" + _END
)
_BY_WHOM = re.compile(
    r"\bwho(?:s| is)? (?:(?:has|have|actually|else|all) )*(?:wrote|writes|written|reviewed|reviews|checked|checks|approved|verified"
    r"|stands behind|behind (?:this|it))\b"
    r"|\bdid (?:a|an|any|some|real) (?:\w+ )?(?:doctors?|clinicians?|professionals?|psychologists?|psychiatrists?|experts?)"
    r" (?:check|review|approve|write|make|see) (?:this|it|that|any|these|the)\b"
    r"|\b(?:is|are|was|were|has|have) (?:this|it|that|you|these|those|any of (?:this|it)|the (?:text|page|chat|answers?|content|site))"
    r" (?:been )?(?:\w+ )?(?:approved|reviewed|checked|verified|written|made|certified)\b(?!.*\bai\b)"
)


def _of_sources(talk: Talk) -> Optional[Asked]:
    if _BY_WHOM.search(talk.plain):
        return Asked(CARRIER, "utter_who_wrote")
    stated = {claim for name in talk.last if name in responses() for each in responses().variations(name) for claim in each.claims}
    told = talk.was_last("utter_sources", *SOURCES.values())
    named = None if told else next((response for claim, response in SOURCES.items() if claim in stated), None)
    if _ASKS_FOR_SOURCES.search(talk.plain):
        return Asked(CARRIER, named or "utter_sources")
    # Where the numbness is from is another question: only what stated a figure is asked for its source so.
    return Asked(CARRIER, named) if named and _WHERE_FROM.match(talk.plain) else None


# Words

WORDS: Dict[str, str] = {
    "utter_word_flat": r"flat|flatness|numb|numbness|muted",
    "utter_word_reward_system": r"reward(?: systems?)?|brains reward system",
    "utter_word_clinician": r"clinicians?",
    "utter_word_therapies": r"ba|cbt|ipt|behaviou?ral activation",
    "utter_word_phq": r"phq ?2?",
}
"""The responses that explain a word of this chat, and the word."""
_OUTRIGHT = "utter_word_reward_system"
"""The word that "what is" asks for as well: of the others that asks for a whole answer."""
_MEANT = (
    r"(?:what (?:does|do|did|is|mean|means|meaning)(?: you mean (?:by|with)| meant by| mean| the meaning of)?|meaning of|define|whats)"
    r"(?: (?:the|this|a|an|your))*(?: (?:word|term|phrase))?"
)


_FORGOT_THE_WORD = re.compile(
    _LEAD + r"what (?:did (?:you|u) call (?:it|that|this)|(?:is|was|were) (?:it|this|that) called"
    r"|(?:is|was|were|did (?:you|u) say) (?:that|the|this) (?:word|term|name)(?: (?:was|is|for (?:it|this|that)|you (?:said|used)))*)"
    + _END
)
"""Asking for the word, which is the one this chat is about."""


def _of_a_word(talk: Talk) -> Optional[Asked]:
    if _FORGOT_THE_WORD.match(talk.plain.replace("whats ", "what is ")):
        return Asked("ask_anhedonia", "utter_ask_anhedonia")
    for response, word in WORDS.items():
        means = rf"{_LEAD}{_MEANT} (?:{word})(?: (?:means?|meant|stands? for))?(?: i (?:do ?)?not understand.*)?{_END}"
        found = re.search(means, talk.plain) or re.search(means, talk.first)
        says_mean = re.search(r"\b(?:means?|meant|meaning|word|term|define|stands? for)\b", talk.plain)
        if found and (says_mean or response == _OUTRIGHT):
            return Asked(CARRIER, response)
    return None


_SIMPLER = re.compile(
    r"\b(?:simpler|simple|easier|easy|plain|plainer|normal|small|shorter) (?:words?|english|language|terms|sentences)\b"
    r"|\b(?:say|explain|put|write)(?: me)? (?:it|that|this)(?: again)? (?:more )?(?:simply|simpler|easier|plainly|clearer)\b"
    r"|\bmore simple\b|\bdumb (?:it|that|this) down\b|\beli5\b"
)
SIMPLE: Dict[str, str] = {
    "ask_why_numb": "utter_ask_why_numb_simple",
    "ask_anhedonia": "utter_ask_anhedonia_simple",
    "ask_therapy": "utter_ask_therapy_simple",
    "ask_why_exercise": "utter_ask_why_exercise_simple",
}
"""The topics with an answer in the shortest words."""


def _simpler(talk: Talk) -> Optional[Asked]:
    if not _SIMPLER.search(talk.plain):
        return None
    topic = next((name for name in SIMPLE if talk.was_last(f"utter_{name}")), None)
    return Asked(topic, SIMPLE[topic]) if topic else Asked(CARRIER, "utter_simple")


# What it is good for

_POINT = re.compile(
    _LEAD + r"(?:what(?:s| is| was|s even| is even) the point(?: (?:of|in) (?:this|it|that|all this|talking(?: to (?:you|this|a bot))?|you"
    r"|(?:this|the) (?:chat|page|thing|bot|program)))?"
    r"|why (?:should i|am i|do i) (?:even )?(?:talk|talking|use|using|write|writing)(?: \w+){0,4})" + _END
)
_NOTHING_WORKS = re.compile(
    _LEAD
    + r"(?:there is |theres )?nothing (?:(?:ever|really|i do|i try|ive tried|at all) )*(?:works|helps|worked|helped|has worked|has helped)"
    r"(?: (?:for me|anyway|any ?more|anymore|so far|on me|me))*" + _END
)
_IF_NOT_THAT = re.compile(
    _LEAD + r"if (?:its|it is|it isnt|thats) (?:not )?(?:\w+ ){1,8}(?:then )?what(?: is it| else| could it be)?" + _END
)
_OF_THE_EXERCISE = ("utter_ask_why_exercise", "utter_exercise_", "utter_ask_exercise_", "utter_ask_something_to_try")


def _what_for(talk: Talk) -> Optional[Asked]:
    if talk.was_last(*_OF_THE_EXERCISE):
        return None
    if _POINT.match(talk.plain):
        return Asked(CARRIER, "utter_point_of_chat")
    if _NOTHING_WORKS.match(talk.plain):
        return Asked("therapy_did_not_help", "utter_nothing_works")
    return Asked("numbness_map", "utter_numbness_map") if _IF_NOT_THAT.match(talk.plain) else None


# What not to say

_NOT_SAY = re.compile(
    _LEAD + r"what (?:(?:(?:should|must|do|can|could|would) i (?:not|never)|(?:shouldnt|mustnt|cant) i|not to|to (?:not|avoid))"
    r" ?(?:say|saying|tell \w+)?"
    r"|(?:should|must) i avoid(?: saying)?|is better left unsaid)" + _END
)


def _what_not_to_say(talk: Talk) -> Optional[Asked]:
    if not _NOT_SAY.match(talk.plain):
        return None
    if talk.was_said("utter_worried_about_someone", "utter_crisis_third_party", "utter_third_party_"):
        return Asked("worried_about_someone", "utter_worried_about_someone_unsaid")
    of_two = talk.was_said("utter_told_checked_out", "utter_ask_relationship_impact")
    return Asked("told_checked_out", "utter_what_not_to_say_oneself") if of_two else None


# Whether to do something in one's own life

_SHOULD_I = re.compile(
    _LEAD + r"(?:(?:do you think|you think) )?(?:should|ought|shall) i (?:to |just |even |really |maybe )*"
    r"(?:quit|resign|move|sell|keep|throw|get rid|break up|divorce|split up|separate|change|leave (?:him|her|them|my|the|work|uni|school)"
    r"|stay (?:with|in|at)|drive|visit|call in sick|go (?:to|back)|take (?:time|leave|a break)|cancel|apologi[sz]e)\b"
)
"""Steps in a life that leave it whole: what could mean an end of it is no such question."""


def decides(text: str) -> bool:
    """Whether a message asks what to do in the visitor's own life: no program should say."""
    return bool(_SHOULD_I.match(_in_line(text)))


def _in_line(text: str) -> str:
    return re.sub(r"\s+", " ", bare(text))


_ALWAYS = (_of_a_word, _simpler, _of_privacy, _of_sources)
_OUT_OF_RISK = (_after_birth, _whom_to_ring, _yes_or_no, _what_for, _what_not_to_say)
"""What is asked in another sense while risk is open: the answers are written for those who are safe."""


def asked(text: str, said: Optional[Collection[str]], last: Optional[Collection[str]], at_risk: bool = False) -> Optional[Asked]:
    """What a message asks for by its form, or None.

    Args:
        text: the visitor's words.
        said: the responses said before.
        last: those of the last answer.
        at_risk: whether risk is open.
    """
    first = re.split(r"[.?!\n]", text.strip(), maxsplit=1)[0]
    talk = Talk(_in_line(text), _in_line(first), said or (), last or ())
    return next((found for read in (*_ALWAYS, *(() if at_risk else _OUT_OF_RISK)) if (found := read(talk))), None)


def asked_in(text: str, metadata: Mapping[str, Any]) -> Optional[Asked]:
    """The same, of a message with what the channel said beside it."""
    at_risk = bool((metadata.get("safety") or {}).get("open"))
    return asked(text, metadata.get("said"), metadata.get("last"), at_risk)
