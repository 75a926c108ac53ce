"""Who else is spoken of: the words for people, and what they say. By rules alone."""

from __future__ import annotations

_GROWN = (
    r"wife|husband|partner|girlfriend|boyfriend|gf|bf|fianc\w+|ex|ex-\w+|mum|mom|mam|mother|dad"
    r"|father|parents?|sister|sis|brother|bro|friend"
    r"|bestie|mate|buddy|pal|nan|gran|grandma|grandad|grandpa|grandmother|grandfather|cousin|aunt|auntie|uncle|flatmate|roommate|housemate"
    r"|neighbou?r|colleague|co-?worker|boss|stepdad|stepmum|stepmom|in-law|tenant|client|sponsee|guys?|lads?|woman|man"
)
YOUNG = (
    r"son|daughter|kids?|child|children|boy|girl|teen|teenager|niece|nephew|grandson|granddaughter|grandchild|grandkid|stepson|stepdaughter"
    r"|pupils?|students?|players?|classmate|toddler|baby|twins?|little (?:brother|sister)"
)
PERSON = rf"(?:{_GROWN}|{YOUNG})"
_WHICH = r"(?:my|our|this|that|an?|the|one of (?:my|our|the)|his|her)"
_WHERE = r"(?: (?:online|irl|(?:from|on|in|at|next) (?:(?:my|the|our|a) )?\w+|i know|of mine|\(?\d\d?\)?(?: years? old)?))?"
SOMEONE = rf"(?:{_WHICH} (?:[\w-]+ ){{0,2}}?{PERSON}{_WHERE}|someone|somebody)"
"""Somebody, named as the visitor's: "one of my pupils", "my friend from discord"."""
THEY = rf"(?:{SOMEONE}|he|she|they)"
HAS = r"(?:'s|'ve|s| is| has| have| had| just| already| apparently| now)"
