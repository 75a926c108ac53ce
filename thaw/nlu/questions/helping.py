"""Whether moving helps, or a hobby, or a remedy; that what was offered was tried, or finds no time; and where something gets through."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import CARRIER, END, GREETED, LEAD, Asked, Talk

_DOES = r"(?:does|do|would|will|could|can|might|is|are|should i|shall i|has|how about|what about|like)"
_GO = (
    r"(?: (?:i|it|going|go|to|for|a|an|the|some|more|doing|do|try|trying|start|get|getting|taking|up|regular|daily|hitting"
    r"|back|out|in|long|like|my|about|if|joining|join|help|helpful|good)){0,6}"
)
_MOVING = (
    r"(?:exercis(?:e|es|ing)|sports?|gyms?|runs?|running|jogg?(?:s|ing)?|walks?|walking|hikes?|hiking|swim(?:s|ming)?|cycling"
    r"|bike rides?|biking|lifting(?: weights)?|weights|weight ?lifting"
    r"|working out|work ?outs?|cardio|dancing|climbing|football|tennis|martial arts|boxing|fitness|training|moving(?: more)?"
    r"|physical (?:activity|exercise)|nature|fresh air|sunlight|sunshine"
    r"|hobby|hobbies|new hobby|gardening|painting|volunteering|travell?ing|holidays?)"
)
_HELPS = (
    r"(?: (?:like|in (?:nature|the (?:park|woods|forest|sun))|lifting|or|and|running|sports?|gym|the|a|weights|walking|really"
    r"|actually|ever|even|be|any|do|good|anything|work|works|helps?|helpful"
    r"|make (?:a|any) difference|worth it|better|enough|with (?:this|it|that|numbness|anhedonia|depression)|for (?:this|it|that|me"
    r"|numbness|anhedonia|depression)|me|people|you|at all|recommended|outside)){0,10}"
)
_DOES_MOVING = re.compile(GREETED + rf"{_DOES}{_GO} {_MOVING}{_HELPS}" + END)
_ASKS_HELP = re.compile(r"\b(?:helps?|helpful|good|work|works|worth|difference|should|shall|what about|how about|better|recommended)\b")
_THE_EXERCISE = re.compile(r"\b(?:the|this|that|your|these|five|5)(?: \w+)? (?:exercises?|minutes?)\b|\bit\b.*\bexercise$")
_OF_THE_EXERCISE = ("utter_exercise_", "utter_ask_exercise_", "utter_ask_why_exercise", "utter_ask_something_to_try")
_OF_IT = re.compile(r"exercise help$|^(?:what|how) about (?:a )?(?:walk|music|tea|running|run)s?$")
"""Asked of the exercise that was just offered."""
_REMEDY = re.compile(
    GREETED + r"(?:(?:does|do|would|will|could|can|is|are|what about|how about)(?: (?:taking|some|a|an|the|more)){0,6} )?"
    r"(?:vitamins?(?: \w)?|vit d|b ?12|iron|magnesium|zinc|omega ?3?s?|fish oil|supplements?|multivitamins?|creatine|ashwagandha"
    r"|5 ?htp|saffron|l ?theanine|probiotics?|rhodiola|mag|vitamin d)"
    r"(?: (?:supplements?|tablets|really|actually|any|good|helps?|helpful|work|works|do anything|with (?:this|it|that|numbness"
    r"|anhedonia)|for (?:this|it|that|numbness|anhedonia)|me|you|at all|worth it)){0,6}" + END
)
_REMEDY_ASKED = re.compile(r"\?|\b(?:does|do|would|will|could|can|is|are|what about|how about|helps?|good|work|works)\b")
_OFFERED = (
    "utter_ask_something_to_try",
    "utter_exercise_activities",
    "utter_ask_exercise_activity",
    "utter_ask_why_exercise",
    "utter_tried_that",
    "utter_no_time_for_that",
)
_IT = r"(?:it|that|this|those|them|all (?:of )?(?:that|this|it|those)|these|tea|music|walks?|walking|that stuff|mindfulness|everything)"
_TRIED = re.compile(
    LEAD + r"(?:(?:i|ive|i have|been|have|did|already|just|kind of|basically) ){0,6}(?:tried|done|did|do|was there|been there)"
    rf" (?:(?:already|all|of) ){{0,6}}{_IT}(?: (?:already|before|too|once|many times|a lot|all|loads|it|didnt|did|doesnt|does|nothing|not"
    rf"|no|help|work|helped|worked|use|and|but|anything|much"
    r"|every day|for (?:weeks|months|years)|done that)){0,6}"
    + END
    + r"|"
    + LEAD
    + r"(?:been there done that|already tried|tried already|already did|i already tried)"
    + END
)
_NO_TIME = re.compile(
    LEAD + r"(?:(?:i|ive|i have|have|got|theres|really|just|honestly|literally) ){0,6}(?:(?:dont|do not|havent) (?:have |got )?(?:the "
    r"|any )?time|no time|too busy)"
    r"(?: (?:for|to do|to) (?:(?:any|all|do|of) ){0,6}(?:that|this|it|those|tea|music|walks|stuff|exercises?|anything))?(?: (?:at work"
    r"|right now|today|with (?:the )?(?:kids|two kids|a baby|work))){0,6}" + END
)
_EXCEPT = re.compile(
    LEAD + r"(?:(?:well|though|maybe) ){0,6}(?:except|apart from|but not|only|just not|unless its|aside from|other than)(?: (?:maybe"
    r"|sometimes|for|with|when|im|i am|i|around|my|the|our|a|see|hold|hug|play|being|is|its|it|at)){1,6}"
    r" ?(?:dogs?|cats?|pupp(?:y|ies)|kittens?|pets?|horses?|rabbits?|kids?|children|daughters?|sons?|baby|grandkids|grandchildren"
    r"|grandson|granddaughter|nieces?|nephews?|music|sea|ocean|garden|outside|nature|woods|mountains"
    r"|singing|dancing|gaming|cooking|running|football)(?: \w+){0,3}$"
)
_NUMB_SAID = (
    "utter_feel_nothing",
    "utter_recognised",
    "utter_lost_interest",
    "utter_going_through_motions",
    "utter_far_from_people",
    "utter_ask_signs",
    "utter_effort_tax",
    "utter_ask_anhedonia",
)
_DARK = re.compile(r"\b(?:drunk|drink\w*|high|stoned|cut\w*|hurt\w*|dead|dying|died|pain|angry|gone|left|lost)\b")


def what_would_help(talk: Talk) -> Optional[Asked]:
    """Sport, a remedy, what was tried, what there is no time for."""
    words = talk.plain
    asks = _ASKS_HELP.search(words) and not _THE_EXERCISE.search(words)
    if asks and _DOES_MOVING.match(words) and not (talk.was_last(*_OF_THE_EXERCISE) and _OF_IT.search(words)):
        return Asked(CARRIER, "utter_does_moving_help")
    if _REMEDY.match(words) and _REMEDY_ASKED.search(talk.text.lower()):
        return Asked("ask_medication_advice", "utter_should_i_take_it")
    if talk.was_last(*_OFFERED):
        if _NO_TIME.match(words):
            return Asked(CARRIER, "utter_no_time_for_that")
        if _TRIED.match(words):
            return Asked(CARRIER, "utter_tried_that")
    return None


def gets_through(talk: Talk) -> Optional[Asked]:
    """That something gets through after all, with the dog: the one good sign, and not the lack of it."""
    told = talk.was_last(*_NUMB_SAID) and _EXCEPT.match(talk.plain) and not _DARK.search(talk.plain)
    return Asked(CARRIER, "utter_something_gets_through") if told else None
