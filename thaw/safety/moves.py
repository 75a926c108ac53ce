"""What a visitor's own words mean of what the crisis menus offer, and of what they leave out. By rules alone."""

from __future__ import annotations

import re
from typing import Optional

from thaw.safety.normalise import plain
from thaw.safety.plans import MEANS, NAMES_MEANS, SHORT
from thaw.safety.risk_state import OF_OTHERS
from thaw.safety.routes import IS, ON_ROUTE, SAY, SOMEBODY, compiled

_THEM = rf"(he|she|they|someone|somebody|{SOMEBODY})"
_LINES = r"(hotlines?|help ?lines?|crisis lines?|lines?|988|911|999|112|samaritans|lifeline|emergency number)"

_MOVES = compiled(
    (
        "why_asked",
        r"^(and |but |so |wait |sorry |ok )*(why (do|are|would|did|must|should) (you|u|i)\b.*\b(ask(ing|ed)?|know|answer|care"
        r"|want to know|need|say)\b.*"
        r"|do i (really |even )?(have|need) to (answer|say|tell)\b.*|must i (answer|say)\b.*|what('s| is) (it|that) to (you|u)"
        r"|why does (it|that) matter|is (that|this) any of your business|why (that|this) question)[?.!]*$",
    ),
    (
        "cares",
        r"^(and |but |so |like |as if )*((would|do|does|did) (you|u|it|anyone here)( (even|really|actually))* care\b.*"
        r"|(you|u) (don'?t|do not|can'?t|wouldn'?t) (even |really )?care\b.*)[?.!]*$",
    ),
    ("steady_me", r"^(please |can you |something to |help me )*(steady( me)?|calm (me|down|me down)|ground(ing)?( me)?)( please)?[.!]*$"),
    (
        "will_reach",
        r"\bi('ll| will|'m going to) (\w+ )?(ring|call|text|phone|tell|message|write to|talk to|speak to|ask) "
        rf"(him|her|them|someone|somebody|{SOMEBODY})\b(?! (to|a|an)\b)"
        r"|\bi (might|may|could|can) (\w+ )?(ring|call|text|phone|message|write to) (him|her|them)( tonight| now| later| maybe)?[.!]*$",
    ),
    (
        "someone_would",
        rf"\b{SOMEBODY} (would|might|could|will|'d) (\w+ )?(listen|understand|help|come|answer|pick up|be there|talk|want to know)\b"
        r"|\bi('d| could| can| might| would) (\w+ )?(ring|call|text|phone|tell|message|write to|talk to|speak to|ask) "
        rf"(someone|somebody|{SOMEBODY})\b",
    ),
    (
        "someone_later",
        r"^(maybe |perhaps |well |no |yes |ok |i guess |there'?s )*(my |a |the |one )?(\w+ )?"
        r"(teacher|doctor|gp|nurse|colleague|counsell?or|therapist|boss|priest|pastor|social worker|coach|tutor)"
        r"( at (school|work)| from (school|work)| maybe| perhaps| i guess| i suppose| probably)*[.!]*$",
    ),
    (
        "safety_plan",
        r"\b(a|the|my) (safety )?plan in three lines\b|\b(safety|crisis|coping) plan\b"
        r"|\b(plan|something|ways?) (\w+ )?(to|for|of) (stay(ing)?|keep(ing)?|be(ing)?) (me |myself |us )?(safe|alive)\b"
        r"|\b(make|write|do|need|have|want) (\w+ )?(a|the|that|this) plan (\w+ )?(for|to get through) (tonight|the night|(the "
        r"|a )?(bad|worst|next) \w+)\b",
    ),
    (
        "reached_out",
        rf"\bi('ve| have|'m)?( just)? (texted|texting( with)?|called|rang|phoned|messaged|told|talking to|chatting with) (to "
        rf"|with )?(them|him|her"
        rf"|someone|somebody|911|999|112|988|{_LINES}|the (line|ambulance|police)|{SOMEBODY})\b"
        rf"|\b({_THEM}|police|the police|an? ambulance|the ambulance|paramedics|help){IS} (coming|on (the|their|his"
        rf"|her) way)\b(?! (for|to|after|back|home|from))"
        rf"|\b(they|{_LINES}){IS} (asking|texting|talking|answering|writing)\b"
        rf"|\b(the )?(police|ambulance|paramedics){IS} (there|here|with)\b"
        rf"|\b({_THEM}|we)( have|'s|'ve| has| just)* (called|rang|phoned|texted|dialed|dialled) (the )?(911|999|112|988|111|{_LINES}|police"
        r"|ambulance)( just now| together)? (with|for) me\b"
        r"|^(ok(ay)? |yes |i'?m )*(calling|texting|dialing|ringing)( them| now| you)*[.!]*$",
    ),
    (
        "means_away",
        rf"\b{_THEM}('s|'ve)? (has |have )?(got|taken|took|locked( away)?|hidden|has) (the |my |all (the |my )?)?({MEANS}|it|them)"
        r"( now| away| from me| off me)*[.!]*$"
        rf"|\bi('ve)? (just )?(gave|given|handed|flushed|threw|thrown|locked) (\w+ ){{0,3}}{MEANS}\b",
    ),
    (
        "barrier_police",
        r"\b(police|cops?|guards|gardai|swat|welfare check|get sectioned|sectioned|locked up|hospitali[sz]e[ds]?|psych ward"
        r"|arrested|(lock|cart|section|commit|strap)(ed|ing)? me (up|away|in|down|off)|take me in|(section|commit) me)\b"
        r"|\b(no|don'?t want (to go to )?|scared of|not going to) ?(the |a )?hospital\b",
    ),
    (
        "barrier_home",
        r"\b((my )?(parents|mum|mom|mam|dad|family|husband|wife) (would|will|'d|'ll|can'?t|must not|mustn'?t)|they'?d) "
        r"(\w+ )?(kill me|be (so )?(mad|angry|furious|disappointed)|freak( out)?|find out|know|hear( me| it)?|kick me out"
        r"|throw me out|send me away|hate me)\b"
        r"|\b(can'?t|can not|don'?t want to|won'?t) tell (them|my (parents|mum|mom|mam|dad|family|husband|wife))\b",
    ),
    ("barrier_cost", r"\b(afford|insurance|expensive|costs?|no money|no credit|too much money|charge)\b"),
    (
        "barrier_language",
        r"\b(my language|(speak|talk|understand) (\w+ )?english|english (is|isn'?t|too|so|very|not)"
        r"|(not|no|bad|poor|little|broken) (good )?english"
        r"|spanish)\b",
    ),
    ("barrier_not_enough", r"\b(bad|serious|sick) enough\b|\bothers need it more\b|\bdoesn'?t count\b"),
    ("barrier_burden", r"\b(burden|bother|wast(e|ing) (their|anyone'?s?|people'?s) time|worry (anyone|them|people|my))\b"),
    (
        "barrier_let_down",
        r"\b(didn'?t|doesn'?t|won'?t|never|don'?t) (really )?(help(s|ed)?|work(s|ed)?)\b"
        r"|\btried (it|that|them|the lines?|calling|texting|a hotline|hotlines)\b"
        r"|\bhung up on\b|\bput me on hold\b|\blet me down\b"
        rf"|\b{_LINES} (are|is|was|were) (\w+ )?(useless|bullshit|shit|crap|a joke|rubbish)\b",
    ),
    (
        "barrier_phone",
        r"^(the |by )?(phone|phoning|calling|voice|phone calls?|talking( out loud| on the phone)?)[.!]*$"
        r"|\b(phones?|phone calls?|calling|calls) (scares?|terrif(y|ies)|freaks?|stress(es)?|makes?) me\b"
        r"|\b(text|chat|texting)( line| instead| number| service|ing)\b|\b(is there|have) a (text|chat)\b"
        r"|\b(text|texting|typing|writing|chatting)( \w+)? (is|would be|might be|works|feels)"
        r" (ok|okay|fine|better|easier|possible|alright|good)\b"
        r"|\b(can|could|would|rather|only) (text|type|write)\b(?!.*\b(you|here|this|it|that)\b)"
        r"|^(i'?d |i would |rather |maybe |can i |ok |then )*(text|chat)( then| instead| i guess| maybe| someone| them)*[.!?]*$",
    ),
    (
        "with_someone",
        rf"\b(i'?m|i am|we'?re) (here )?with (someone|somebody|him|her|them|my|a friend)\b"
        rf"|\b{_THEM}{IS} (up|awake)( now| here)*(?=[.,!]|$)"
        rf"|\b{_THEM}('s|'ve)? (has |have |got |has got )?(a )?"
        r"(hold(s|ing)?( of)?|hugs|hugging|(his|her|their) arms? (round|around)) (on to |onto )?me\b"
        rf"|\b{_THEM}{IS} (just |now |here |sitting |staying |right )*(here|with me|beside me|next to me|by me|holding me)\b"
        r"|\b(is|are) (here )?with me\b"
        rf"|\bi (went|ran|walked|came|got) (over |out |round |down )?to (the |my |a )?(neighbou?r\w*|friend\w*|mum\w*|mom\w*"
        rf"|parents\w*|sister\w*|brother\w*)"
        rf"|\bi('ve)? (just )?(woke|woken) (\w+ )?(up|her|him|them|{SOMEBODY})\b",
    ),
    (
        "someone_near",
        r"\b(he|she|they|someone|somebody)('s|'re| is| are) (\w+ )?(asleep|sleeping|upstairs|downstairs|next door|nearby|above|below"
        r"|in the (house|next|other|living|bed|kitchen|back)\w*)\b"
        rf"|\b{SOMEBODY}( maybe|{IS} (\w+ )?(above|below|in (the|his|her|their|another|my)|next door|downstairs|upstairs|at home|home"
        r"|asleep|sleeping|nearby|around|close by))\b"
        rf"|^(maybe )?{SOMEBODY}( maybe| i guess)?[.!]*$",
    ),
    ("alone", r"\b(nobody|no one|noone)('s| is)? (here|home|around|with me|near)\b|\b(i'?m|i am|home|all) alone\b|\blive alone\b"),
    (
        "going",
        r"\b(i'?ll|i will|i'?m|gonna|going to|i can|ok) (go(ing)? )(outside|out|next door|downstairs|over|to (the |my |a )?"
        r"(neighbou?r\w*|er|hospital|shop|store|friend\w*|mum\w*|mom\w*|sister\w*|brother\w*|parents\w*))\b",
    ),
    (
        "first_words",
        rf"\b(what|how) (do|would|should|can|could|will) i (even )?(begin|start|put it|{SAY})\b|^(fine |ok )?what (do|should) i {SAY}\b"
        r"|\bdon'?t know what to (say|write|text)\b|\bwhat (to|do you) (say|text)\b",
    ),
    (
        "who_to_reach",
        r"\b(who|where|what number|which number|which line|what line) (can|could|do|should|would) i ((even|actually|really) )?"
        r"(call|text|ring|phone|talk|speak|turn|go|contact|reach|write|tell)\b|\b(what'?s|what is|give me) (the|a) (number|hotline|line)\b"
        r"|\b(someone|somebody|anyone) (\w+ )?(i can|to) (talk|speak) to\b"
        r"|\bwho('d|'s| would| will| is| could)?( \w+)? (pick(s|ing)? up|answer(s|ing)?|be (there|up|awake))"
        r"( (now|tonight|so late|this late|late|(at )?(this|that) (hour|time)( of (the )?night)?|at night))?[?.!]*$",
    ),
    (
        "what_next",
        r"\bwhat (do|should|would|can|could|am|are) (i|we) (\w+ )?(supposed to )?do( \w+)? (now|next|then|here|first|tonight)\b"
        r"|\bwhat (do|would|should) you (want|have|like|need|suggest|advise)( me| us| i| we)?( to)? do\b"
        r"|\bwhat should (i|we) do[?.!]*$"
        r"|^(ok |so |and |but |now )*(what (do i do |should i do |happens )?(now|next|then)|what about (tomorrow|later|tonight"
        r"|after)|now what)[.!?]*$",
    ),
    (
        "cannot_call",
        r"\b(can'?t|can not|cannot|won'?t|not going to|don'?t want to|unable to|not able to|not) (make a |be )?"
        r"(call(ing)?|phon(e|ing)|ring(ing)?|dial(ing)?|speak|talk(ing)?)\b|\b(no|hate"
        r"|scared of) (the |a |my )?(phones?|phone calls?|calling)\b"
        r"|\bstop (telling|asking|saying|nagging|making)\b.*\b(call|ring|phone)\b",
    ),
    (
        "safe_for_now",
        r"\b(i'?m|i am) (safe|okay|ok|fine|alright)( for now| now| at the moment| here| tonight| today| honestly| really| though| tbh"
        r"| thanks| i promise)*[.!]*$|^safe( for now| now)?[.!]*$|^(?!.*\b(?:not|never|no|\w+n't|if|am i|feel)\b).*\bsafe for now\b"
        r"|\b(i )?feel(ing)? (a bit |a little |much |somewhat |bit )?(calmer|safer)\b|\b(it'?s|it has|the urge has) (passed|eased)\b",
    ),
)
_WANTS_A_PLAN = re.compile(
    r"^(?:(?:ok|please|hi|can|could|you|we|i|help|me|let's|want|need|would|like|to|make|do|write|have|start|with|show|fill in) ){0,8}"
    r"(?:a |the |my |that )?(?:safety plan|plan (?:to|for) (?:stay|staying|keep|keeping) (?:me |myself )?(?:safe|alive))"
    r"(?: (?:now|please|tonight|again|with you|together)){0,2}[?.!]*$"
)
_ANOTHER_TOPIC = re.compile(r"\b(therap\w+|counsel\w+|matching|clinician|session|this (chat|site|bot|program))\b")
"""Words with which "how much does it cost" is not about a crisis line."""


def told_move(text: str, topic: Optional[str] = None) -> Optional[str]:
    """The choice of a crisis menu that a short text means: an obstacle, who is there, what was done, where the visitor is with it.

    Args:
        text: the visitor's words.
        topic: the danger of another kind that was told last, if any.
    """
    words = plain(text).replace(",", "")
    if len(words.split()) > 2 * SHORT:
        return None
    for move, pattern in (*ON_ROUTE.get(topic or "", ()), *_MOVES):
        if pattern.search(words) and not _is_another(move, words):
            return move
    return None


def names_a_line(text: str) -> bool:
    """Whether a text speaks of crisis lines."""
    return bool(re.search(rf"\b{_LINES}\b", plain(text)))


def wants_a_plan(text: str) -> bool:
    """Whether a text asks for a plan to stay safe, also where no danger was told. One for work or a journey is another."""
    return bool(_WANTS_A_PLAN.search(plain(text).replace(",", "")))


def is_on_route(move: str, topic: Optional[str]) -> bool:
    """Whether a move is one of the danger that was told last."""
    if topic in OF_OTHERS and str(move).startswith(("third_party_", "threat_", "harm_")):
        return True
    return any(move == name for name, _ in ON_ROUTE.get(topic or "", ()))


def _is_another(move: str, words: str) -> bool:
    if move == "barrier_cost":
        return bool(_ANOTHER_TOPIC.search(words))
    # "I'm with my gun."
    return move == "with_someone" and bool(NAMES_MEANS.search(words))
