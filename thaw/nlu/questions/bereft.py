"""What is asked or told by who lost someone: how to be with the others who did, what to do now, what to say of the one who is gone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import died, is_small, lost_before_birth, names_only_someone, someone
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk
from thaw.safety.left_behind import lost_to_suicide

_LOSS, _LOSS_SAID = "numb_after_loss", "utter_numb_after_loss"
_FAMILY = (
    r"(?:wife|husband|partner|girlfriend|boyfriend|fianc\w+|kids?|children|child|son|daughter|boys?|girls?|mum|mom|mam|mother|dad|father"
    r"|parents|family|sister|brother|siblings|grandkids|grandchildren|in ?laws|friends?|nan|gran|grandma|grandad|everyone|people|others)"
)
_TOGETHER = re.compile(
    r"\b(?:how|what) (?:(?:do|can|should|could|would|shall|am|are|to|i|we|even|ever|best|on earth|supposed|going|meant|really) ?)+"
    r"(?:talk|speak|say|tell|explain|help|support|comfort|be there|reach|break|face|look after)\b"
    rf"(?: (?:it|this|about|to|with|for|what|happened|how|there|best))* (?:(?:my|our|the|his|her|poor|own|two|little|\d) )+{_FAMILY}\b"
)
"""Asking how to be with another who lost them too."""
_WITH_THEM = re.compile(
    r"\b(?:how|what) (?:(?:do|can|should|could|would|i|we|even|best) )+(?:talk|speak|say|tell|explain|help|support|comfort|reach|do)"
    r"(?: (?:it|about|to|with|for))* (?:him|her|them)\b"
)
"""The same of one who was named before."""
_WHAT_NOW = re.compile(
    r"\b(?:what (?:can|do|should|could|am|shall) i (?:even |supposed to |meant to )?do(?: (?:now|next|about (?:it|this|that)|then))*"
    r"|what now|what helps|does anything help|how do i (?:cope|deal with (?:it|this)|grieve))" + END
)
_GRIEF = r"(?:grief|grieving|mourning|bereavement)"
_DEPRESSED = r"(?:depress\w*|anhedonia|something else|an illness)"
_WHICH = re.compile(
    rf"\b{_GRIEF}\b(?: \w+){{0,5}} or (?:\w+ ){{0,4}}{_DEPRESSED}\b|\b{_DEPRESSED}\b(?: \w+){{0,5}} or (?:\w+ ){{0,4}}{_GRIEF}\b"
)
_ASKS_WHICH = re.compile(r"\b(?:is|if|whether|how|do|does|could|can|which|what|wonder\w*|tell)\b")
_IS_IT_DEPRESSION = re.compile(
    LEAD + r"(?:is|could|can|might|does) (?:it|that|this|all this|all that) (?:(?:then|be|mean|just|really|count as|called) )*"
    r"(?:i am |im )?(?:a )?depress(?:ion|ed)" + END
)
_NORMAL_AFTER_A_DEATH = re.compile(
    r"\b(?:normal|common|usual|ok|okay|weird|strange|bad|wrong|wrong with me)\b.*\b(?:(?:when|if|after|that) (?:someone|somebody|a \w+"
    r"|an \w+"
    r"|your \w+|people|they|he|she)(?: \w+)? (?:dies?|died|passes|passed|is dead|has died)|(?:after|at) (?:a|the|someones) (?:death"
    r"|funeral)"
    r"|to not cry when \w+ die[sd]?)\b"
)
"""Asking whether it is so with others when somebody dies; nobody is named."""
_ANGRY_AT_THEM = re.compile(r"\b(?:angry|anger|furious|mad|cross|rage|hate|hating|resent\w*|relieved|relief)\b")
_ASKS_IF_ALLOWED = re.compile(r"\b(?:normal|ok|okay|wrong|bad|allowed|awful|weird|strange|terrible|horrible|common)\b")
_AT_THE_DEAD = re.compile(r"\b(?:at|with|hate|hating|resent\w*) (?:him|her|them|my \w+)\b|\brelieved\b|\brelief\b")
_EULOGY = re.compile(
    r"\b(?:eulogy|(?:speech|reading|say|speak|read) (?:(?:something|anything|a few words|a poem) )?at (?:the|his|her|their) funeral)\b"
)
_ASKS = re.compile(r"\b(?:what|how|can|could|should|do i|have to|got to|supposed to|asked me)\b")
_UNSPOKEN = re.compile(
    rf"\b(?:(?:my|our|the) {_FAMILY}|nobody|no one|noone|everyone|they|people|we)(?: \w+)?"
    r" (?:cant|cannot|can|wont|will|doesnt|dont|never|refuses? to|hardly|barely|avoids?|says?|mentions?|talks?)"
    r"(?: (?:even|ever|really|bear|to))*(?: (?:talk|talking|speak|speaking|say|saying|mention|mentioning))?"
    r" (?:(?:about|of) )?(?:him|her|them|it|(?:his|her|their) name)\b(?! \w)"
)
_OF_THE_DEAD = re.compile(
    r"^(?:(?:yes|yeah|ok|okay|well|sure|so|and|i|think|do|please|um|hm|oh|but) )*(?:he|she|they|(?:his|her|their) name|it was"
    r"|we (?:called|used))"
    r" (?:(?:always|never|just|really|only|also) )*"
    r"(?:was|were|had|loved|liked|used|called|could|would|made|laughed|sang|cooked|played|taught|knew|worked|hated|him|her|them|wasnt"
    r"|smelled)\b"
)
"""A beginning that tells what the one who is gone was like."""
_HARD = re.compile(
    r"\b(?:abus\w*|hit|hits|hitting|beat\w*|hurt\w*|rap\w+|touch\w*|murder\w*|kill\w*|suicid\w*|violen\w*|cruel|nasty|horrible|awful"
    r"|bastard"
    r"|monster|bully\w*|evil|shot|stab\w*|hang\w*|hung|overdos\w*|drunk|drank|drink\w*|scream\w*|pain|suffer\w*)\b"
)
"""What is no fond memory."""
_OF_ONESELF = re.compile(r"\b(?:i|im|ive|id|ill)\b(?! (?:think|do|guess|suppose)\b)")
_MISSES = re.compile(
    LEAD + r"(?:(?:i|just|really|still|do|so|also|god|always|and) )*miss(?:ing)? (?:(?:my|our) (?:(?:late|old|little|best|dear|lovely"
    r"|ex) )*(?P<who>\w+)"
    r"|him|her|them)(?: (?:so|very|really|too|much|a lot|badly|every (?:day|night|morning)|all the time|terribly|tonight|today|now"
    r"|like crazy))*" + END
)
_PEOPLE = re.compile(rf"{_FAMILY}|friends?|nan|aunt|uncle|cousin|mate|twin|ex|dog|cat|pet|puppy|kitten|horse")
_OTHER_WISH = re.compile(r"\b(?:therap\w*|counsel\w*|clinician\w*|match\w*|human|person|delete|exercise|medic\w*|tablets?|pills?|signs)\b")
"""What a message may ask for besides, that has an answer of its own."""
_SIGNS = re.compile(r"\bwhat (?:are|r) the signs" + END)
_SIGNS_TOLD = re.compile(
    LEAD + r"(?:(?:i|have|got|ive|im|id say|maybe|probably|about|think|its|at least|pretty much|basically|to be honest) )*"
    r"(?:all(?: of)? (?:four|4|them|those|these)|(?:all|most|some|two|three|four|2|3|4|both|a few|half) of (?:them|those|these"
    r"|the signs)|all(?: the)? four"
    r"|most|three|two|every one|each one)(?: of (?:them|those|these))?(?: (?:i should think|i think|i suppose|id say|i guess|really"
    r"|apply|fit|sadly"
    r"|honestly|tbh|for me|yes))*" + END
)
_LIVING = re.compile(
    r"\b(?:my |our )?(?P<who>wife|husband|partner|girlfriend|boyfriend|mum|mom|mam|mother|dad|father|sister|brother|son|daughter|nan|gran"
    r"|grandma|grandad|friend|mate|best friend|bestie)"
    r" (?:is|s|has|seems|looks|went|goes|acts|became|sits|stays|barely|hardly|never|wont|doesnt|hasnt|cant|just|isnt|feels)\b"
    r"(?P<how>(?: \w+){0,8}?) (?:since|after|because|cos|ever since|when) (?:\w+ ){1,3}?(?:died|passed|death|is gone|was killed)\b"
)
_THEIRS_DIED = re.compile(rf"\b(?:his|her|their) (?:\w+ )?{_FAMILY} (?:just |recently |suddenly |has |had )*(?:died|passed)\b")
_THEY_ARE = re.compile(
    r"\b(?:he|she|they)(?:s|re| is| are| has| seems?| wont| doesnt| dont| just| never| barely)(?: \w+){0,4}"
    r" (?:numb|flat|empty|robot|zombie|ghost|quiet|distant|blank|talk|cry|eat|smile|feel|care|speak|gone|the same|herself|himself)\b"
)
_NAMED = re.compile(r"\b(?:name[sd]?|call(?:ed)?)\b")
_TRY_AGAIN = re.compile(
    r"\b(?:should|can|could|when|ought) (?:we|i) (?:(?:ever|even|just|have to) )*(?:try|have)(?: for)? (?:again|another)\b"
)
_FEELS_MYSELF = re.compile(r"\b(?:i (?:feel|cant|cannot|dont|havent|didnt|just|am|have)|im|ive)\b(?! (?:worried|scared|help|know))")


def lives_on_numb(text: str) -> bool:
    """Whether a text tells that someone living has gone quiet since a death, and nothing of how the writer is."""
    plain = _in_words(text)
    match = _LIVING.search(plain)
    return bool(match) and not _FEELS_MYSELF.search(plain)


def _of_anothers_loss(talk: Talk) -> bool:
    """Whether someone else lost their own, and has gone quiet: "her dad died and now she's numb"."""
    told = _THEIRS_DIED.search(talk.plain) and _THEY_ARE.search(talk.plain)
    return bool(told) and died(talk.text) is None and not _FEELS_MYSELF.search(talk.plain)


def mourned(talk: Talk) -> bool:
    """Whether a loss was told, and not taken back."""
    return talk.was_said(_LOSS_SAID) and "utter_lost_no_one" not in talk.said


def bereft(talk: Talk) -> Optional[Asked]:
    """What is asked in the message that tells of a death, or told and asked after it."""
    if lives_on_numb(talk.text) or (not talk.said and _of_anothers_loss(talk)):
        return Asked("worried_about_someone", "utter_worried_about_someone")
    dead = died(talk.text)
    if dead:
        return _with_a_death(talk, dead)
    if _WHICH.search(talk.plain) and _ASKS_WHICH.search(talk.plain):
        return Asked(CARRIER, "utter_numb_after_loss_more")
    if _NORMAL_AFTER_A_DEATH.search(talk.plain) and not someone(talk.text):
        return Asked(_LOSS, "utter_numb_after_loss_plain")
    if _EULOGY.search(talk.plain) and _ASKS.search(talk.plain):
        return Asked(CARRIER, "utter_numb_after_loss_eulogy")
    if mourned(talk):
        return _after_a_death(talk)
    missed = _MISSES.match(talk.plain)
    knows_whom = talk.was_said("utter_worried_about_someone", "utter_told_checked_out", "utter_ask_relationship_impact")
    if missed and not knows_whom and (missed["who"] is None or _PEOPLE.fullmatch(missed["who"])):
        return Asked(CARRIER, "utter_misses_someone")
    return None


def _with_a_death(talk: Talk, dead: str) -> Optional[Asked]:
    """What is asked in the same breath as a death is told."""
    if lost_to_suicide(talk.text):
        return None
    heard_before = mourned(talk)
    intent = CARRIER if heard_before else _LOSS
    if _EULOGY.search(talk.plain) and _ASKS.search(talk.plain):
        return Asked(intent, "utter_numb_after_loss_eulogy")
    if _TOGETHER.search(talk.plain) or (_WITH_THEM.search(talk.plain) and someone(talk.text, but=dead)):
        return Asked(intent, "utter_numb_after_loss_together")
    if _WHAT_NOW.search(talk.plain):
        return Asked(intent, "utter_numb_after_loss_what_now")
    if _WHICH.search(talk.plain):
        return Asked(intent, "utter_numb_after_loss_more")
    if _SIGNS.search(talk.plain):
        return Asked(intent, "utter_numb_after_loss_signs")
    if lost_before_birth(talk.text) and not (heard_before or _OTHER_WISH.search(talk.plain)):
        return Asked(_LOSS, "utter_numb_after_loss_baby")
    return None


def _after_a_death(talk: Talk) -> Optional[Asked]:
    """What is asked or told of the dead, and of those who are left, once a death was told."""
    plain, near = talk.plain, talk.was_last(_LOSS_SAID, "utter_ask_will_it_get_better")
    if talk.was_said("utter_numb_after_loss_baby") and _TRY_AGAIN.search(plain):
        return Asked(CARRIER, "utter_should_i")
    if talk.was_last("utter_numb_after_loss_baby") and _NAMED.search(plain):
        return Asked(_LOSS, _LOSS_SAID) if plain.startswith("no") else Asked(CARRIER, "utter_numb_after_loss_remembered")
    if near and names_only_someone(talk.text):
        return Asked(_LOSS, _LOSS_SAID)
    if near and _IS_IT_DEPRESSION.match(plain):
        return Asked(CARRIER, "utter_numb_after_loss_more")
    if _ANGRY_AT_THEM.search(plain) and (_AT_THE_DEAD.search(plain) or _ASKS_IF_ALLOWED.search(plain)) and len(plain.split()) <= 14:
        return Asked(CARRIER, "utter_numb_after_loss_mixed")
    if _TOGETHER.search(plain) or (_UNSPOKEN.search(plain) and len(plain.split()) <= 14):
        return Asked(CARRIER, "utter_numb_after_loss_together")
    is_fond = not (_OF_ONESELF.search(plain) or _HARD.search(plain) or talk.text.rstrip().endswith("?") or is_small(talk.text))
    if (_OF_THE_DEAD.match(plain) and is_fond) or (_MISSES.match(plain) and not _HARD.search(plain)):
        return Asked(CARRIER, "utter_numb_after_loss_remembered")
    return None


def which_signs(talk: Talk) -> Optional[Asked]:
    """Which of the four signs are there, said right after they were told."""
    if not (talk.was_last("utter_ask_signs") and _SIGNS_TOLD.match(talk.plain)):
        return None
    return Asked(CARRIER, "utter_numb_after_loss_more") if mourned(talk) else Asked("feel_nothing", "utter_feel_nothing")


def _in_words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", "", text.lower()))
