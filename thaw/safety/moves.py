"""What a visitor's own words mean of what the crisis menus offer, and of what they leave out. By rules alone."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from thaw.safety.normalise import plain
from thaw.safety.told import MEANS, NAMES_MEANS, SHORT

_SOMEBODY = (
    r"(my|the|a) (\w+ )?(wife|husband|partner|girlfriend|boyfriend|mum|mom|mam|mother|dad|father|parents|brother|sister|son|daughter|friend"
    r"|best friend|roommate|flatmate|housemate|neighbou?r|aunt|uncle|gran|grandma|grandpa|cousin|colleague|teacher|nurse|doctor)"
)
_THEM = rf"(he|she|they|someone|somebody|{_SOMEBODY})"
_IS = r"('s|'re| is| are)"
_SAY = r"(say|text|write|type|tell (them|him|her|someone|somebody|people|my \w+))"
_LINES = r"(hotlines?|help ?lines?|crisis lines?|lines?|988|911|999|112|samaritans|lifeline|emergency number)"

_Patterns = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(*patterns: tuple[str, str]) -> _Patterns:
    return tuple((move, re.compile(pattern)) for move, pattern in patterns)


# The first that fits counts.
_MOVES = _compiled(
    ("steady_me", r"^(please |can you |something to |help me )*(steady( me)?|calm (me|down|me down)|ground(ing)?( me)?)( please)?[.!]*$"),
    (
        "will_reach",
        r"\bi('ll| will|'m going to) (\w+ )?(ring|call|text|phone|tell|message|write to|talk to|speak to|ask) "
        rf"(him|her|them|someone|somebody|{_SOMEBODY})\b(?! (to|a|an)\b)",
    ),
    (
        "someone_would",
        rf"\b{_SOMEBODY} (would|might|could|will|'d) (\w+ )?(listen|understand|help|come|answer|pick up|be there|talk|want to know)\b"
        r"|\bi('d| could| can| might| would) (\w+ )?(ring|call|text|phone|tell|message|write to|talk to|speak to|ask) "
        rf"(someone|somebody|{_SOMEBODY})\b",
    ),
    (
        "someone_later",
        r"^(maybe |perhaps |well |no |yes |ok |i guess |there'?s )*(my |a |the |one )?(\w+ )?"
        r"(teacher|doctor|gp|nurse|colleague|counsell?or|therapist|boss|priest|pastor|social worker|coach|tutor)"
        r"( at (school|work)| from (school|work)| maybe| perhaps| i guess| i suppose| probably)*[.!]*$",
    ),
    ("safety_plan", r"\b(a|the|my) (safety )?plan in three lines\b|\bsafety plan\b"),
    (
        "reached_out",
        rf"\bi('ve| have|'m)?( just)? (texted|texting( with)?|called|rang|phoned|messaged|told|talking to|chatting with) (to "
        rf"|with )?(them|him|her"
        rf"|someone|somebody|911|999|112|988|{_LINES}|the (line|ambulance|police)|{_SOMEBODY})\b"
        rf"|\b({_THEM}|police|the police|an? ambulance|the ambulance|paramedics|help){_IS} (coming|on (the|their|his"
        rf"|her) way)\b(?! (for|to|after|back|home|from))"
        rf"|\b(they|{_LINES}){_IS} (asking|texting|talking|answering|writing)\b"
        rf"|\b(the )?(police|ambulance|paramedics){_IS} (there|here|with)\b"
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
        r"|arrested)\b|\b(no|don'?t want (to go to )?|scared of|not going to) ?(the |a )?hospital\b",
    ),
    (
        "barrier_home",
        r"\b((my )?(parents|mum|mom|mam|dad|family|husband|wife) (would|will|'d|'ll|can'?t|must not|mustn'?t)|they'?d) "
        r"(\w+ )?(kill me|be (so )?(mad|angry|furious|disappointed)|freak( out)?|find out|know|hear( me| it)?|kick me out"
        r"|throw me out|send me away|hate me)\b"
        r"|\b(can'?t|can not|don'?t want to|won'?t) tell (them|my (parents|mum|mom|mam|dad|family|husband|wife))\b",
    ),
    ("barrier_cost", r"\b(afford|insurance|expensive|costs?|no money|no credit|too much money|charge)\b"),
    ("barrier_language", r"\b(my language|speak english|english (is|isn'?t)|not english|spanish)\b"),
    ("barrier_burden", r"\b(burden|bother|wast(e|ing) (their|anyone'?s?|people'?s) time|worry (anyone|them|people|my))\b"),
    ("barrier_not_enough", r"\b(bad|serious|sick) enough\b|\bothers need it more\b|\bdoesn'?t count\b"),
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
        rf"|\b{_THEM}{_IS} (up|awake)( now| here)*(?=[.,!]|$)"
        rf"|\b{_THEM}('s|'ve)? (has |have |got |has got )?(a )?"
        r"(hold(s|ing)?( of)?|hugs|hugging|(his|her|their) arms? (round|around)) (on to |onto )?me\b"
        rf"|\b{_THEM}{_IS} (just |now |here |sitting |staying |right )*(here|with me|beside me|next to me|by me|holding me)\b"
        r"|\b(is|are) (here )?with me\b"
        rf"|\bi (went|ran|walked|came|got) (over |out |round |down )?to (the |my |a )?(neighbou?r\w*|friend\w*|mum\w*|mom\w*"
        rf"|parents\w*|sister\w*|brother\w*)"
        rf"|\bi('ve)? (just )?(woke|woken) (\w+ )?(up|her|him|them|{_SOMEBODY})\b",
    ),
    (
        "someone_near",
        r"\b(he|she|they|someone|somebody)('s|'re| is| are) (\w+ )?(asleep|sleeping|upstairs|downstairs|next door|nearby|above|below"
        r"|in the (house|next|other|living|bed|kitchen|back)\w*)\b"
        rf"|\b{_SOMEBODY}( maybe|{_IS} (\w+ )?(above|below|in (the|his|her|their|another|my)|next door|downstairs|upstairs|at home|home"
        r"|asleep|sleeping|nearby|around|close by))\b"
        rf"|^(maybe )?{_SOMEBODY}( maybe| i guess)?[.!]*$",
    ),
    ("alone", r"\b(nobody|no one|noone)('s| is)? (here|home|around|with me|near)\b|\b(i'?m|i am|home|all) alone\b|\blive alone\b"),
    (
        "going",
        r"\b(i'?ll|i will|i'?m|gonna|going to|i can|ok) (go(ing)? )(outside|out|next door|downstairs|over|to (the |my |a )?"
        r"(neighbou?r\w*|er|hospital|shop|store|friend\w*|mum\w*|mom\w*|sister\w*|brother\w*|parents\w*))\b",
    ),
    (
        "first_words",
        rf"\b(what|how) (do|would|should|can|could|will) i (even )?(begin|start|put it|{_SAY})\b|^(fine |ok )?what (do|should) i {_SAY}\b"
        r"|\bdon'?t know what to (say|write|text)\b|\bwhat (to|do you) (say|text)\b",
    ),
    (
        "who_to_reach",
        r"\b(who|where|what number|which number|which line|what line) (can|could|do|should|would) i (even )?(call|text|ring|phone"
        r"|talk|speak|turn|go"
        r"|contact|reach|write)\b|\b(what'?s|what is|give me) (the|a) (number|hotline|line)\b"
        r"|\b(someone|somebody|anyone) (\w+ )?(i can|to) (talk|speak) to\b",
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
        r"| thanks| i promise)*[.!]*$|^safe( for now| now)?[.!]*$"
        r"|\b(i )?feel(ing)? (a bit |a little |much |somewhat |bit )?(calmer|safer)\b|\b(it'?s|it has|the urge has) (passed|eased)\b",
    ),
)

_ON_ROUTE: Mapping[str, _Patterns] = {
    "danger_from_others": _compiled(
        (
            "life_at_risk",
            r"\b(he|she|they|(my|the) (husband|wife|partner|ex|boyfriend|girlfriend|dad|father|mum|mom|brother|stepdad))"
            r"('ll| will| might| could| would|'s going to| is going to| are going to| swore to"
            r"| (said|says) (he|she|they)('ll| will|'d| would)) "
            r"(\w+ )?(kill|finish|end|murder|strangle|shoot|stab) (me|us)\b",
        ),
        (
            "watched",
            r"\b(checks?|reads?|watch(es|ing)?|looks? at|goes through|sees?|monitors?|tracks?|spies|has) (on )?(all )?(my|this|the) "
            r"(phone|screen|messages|texts|computer|laptop|history|browser|location)\b|\b(hide|close|leave) (this|the) ?(page"
            r"|chat|window|tab)?\b"
            r"|\bhow (do|can) i (hide|leave|close)\b",
        ),
        (
            "leaving",
            r"\b(how|where|when|can|could|should|i'?ll|i will|i'?m|i am|going|plan(ning)?|want|need|trying"
            r"|about|ready|able|have|managed|money) (\w+ ){0,3}?(leav(e|ing)(?! (a|my body|me alone|it|this|the) )"
            r"|get(ting)? (out|away)|mov(e|ing) out|run(ning)? away|escap(e|ing))\b"
            r"(?!.*\b(for good|forever|everything|it all|everyone|my body)\b)"
            rf"|\b(leaving|leave) (him|her|them|{_SOMEBODY})\b"
            r"|\b(go(ing)?|stay(ing)?|driv(e|ing)|sleep(ing)?|get(ting)?) (over |down |back )?(to|at|with) "
            rf"((my|the|a) (\w+ )?(refuge|shelter|hostel|place|house)|{_SOMEBODY})\w*"
            rf"|\b{_SOMEBODY} (\w+ )?(take|takes|taking|have|put) (me|us) (in|up)\b",
        ),
        (
            "children",
            r"\b(kids?|child(ren)?|baby|babies|little ones?|toddlers?"
            r"|my (\w+ )?(son|daughter|boy|girl)s?|the (boy|girl)s?)\b",
        ),
        (
            "abuse_by_text",
            r"\b(text|texting|write|message|chat|whatsapp)\b.*\b(someone|somebody|them|a line|line|instead|service)\b"
            r"|\bis there (a|any) (text|chat)\b",
        ),
        (
            "safe_for_now",
            r"\b(i'?m )?safe (tonight|today|right now|at the moment)\b|\b(he|she|they)('s|'re| is| are) (not here|out|at work|away|gone)\b",
        ),
    ),
    "danger_to_others": _compiled(
        (
            "would_never",
            r"\b(would|could) never\b|\bi'?d never\b|\bwouldn'?t (ever )?(do|hurt|harm|act|touch)\b|\bnot (really "
            r"|actually )?going to (do|hurt|act)\b"
            r"|\bdon'?t want to (hurt|harm|do)\b|\b(just|only) (thoughts?|pictures?|images?|in my head)\b|\bnever (do|hurt|act)\b",
        ),
        (
            "barrier_custody",
            r"\btake (her|him|them|my (baby|kids?|child(ren)?|son|daughter)|the (baby|kids)) away\b|\blose (custody|my (baby"
            r"|kids?|child\w*))\b"
            r"|\b(social services|cps|child services)\b|\btell on me\b",
        ),
        (
            "hold_on",
            r"\b(she|he|they|the baby|baby|it)('s|'re| is| are|s)? (still )?(cry|crying|scream|screaming|won'?t stop)\b"
            r"|\balone with (her|him|them|the)\b"
            rf"|\b{_SOMEBODY}{_IS} (at work|away|out|not here|asleep)\b",
        ),
        (
            "safe_for_now",
            r"\b(in (the|her|his) (cot|crib)|i('ve| have)? (left|stepped out|walked (away|out)|went outside)|we'?re apart|another room)\b",
        ),
    ),
    "crisis_third_party": _compiled(
        (
            "about_me",
            r"\b(it'?s|its|it is|this is) (actually |really |kind of |also |partly |all )*(about )?me\b|\bi'?m the friend\b"
            r"|\btalking about myself\b",
        ),
        (
            "third_party_later",
            r"\b(not|isn'?t) (right )?(now|tonight|yet|today|in danger|immediate)\b|\b(he|she|they)( seems?| says)?('s|'re| is| are)? "
            r"(ok|okay|safe|fine|asleep|calm|better)\b",
        ),
        (
            "third_party_now",
            rf"^(yes |yeah |i think so )*(right )?now[.!]*$|\b(right now|any minute|(do|doing|happen\w*|plan\w*) \w* ?tonight)\b"
            rf"|\b(won'?t|isn'?t|not) (answer|pick|reply|respond)\w*\b"
            rf"|\bcan'?t (reach|find|get hold of)\b|\b(missing|locked (him|her|them)sel\w+|said goodbye|goodbye (note|message"
            rf"|text|letter))\b"
            rf"|\b(he|she|they)('s| has|'ve| have)?( got| took| taken| holding)? (\w+ ){{0,2}}{MEANS}\b",
        ),
        (
            "third_party_avoid",
            r"\bmake (it|things) worse\b|\b(wrong thing|not (to )?say|shouldn'?t say|avoid)\b|\b(promise|promised|secret"
            r"|not to tell|behind (his|her|their) back)\b"
            r"|\b(should i|do i|can i) tell (his|her|their|the|my|a|someone|anyone)\b",
        ),
        (
            "third_party_self",
            r"\b(look after|take care of) myself\b|\bi'?m (so |really |just |very )*(scared|afraid|terrified|shaking|exhausted"
            r"|frightened|worried|drained)\b"
            r"|\bi can'?t (cope|do this|take this|sleep)\b|\bmy fault\b",
        ),
        (
            "third_party_far",
            r"\b(he|she|they)('s|'re| is| are| lives?| live)? (in (another|a different|\w+)( country| city| state)?[.!]*$|abroad"
            r"|far away|overseas"
            r"|hours away|miles away)|\bdon'?t know (his|her|their|the) address\b|\bdon'?t know where (he|she|they)\b",
        ),
        (
            "third_party_words",
            rf"\b(what|how) (do|would|should|can|could) i (even )?(say|ask|talk|bring|start|help|{_SAY})\b|\bwhat (to|can i) (say|do)\b",
        ),
    ),
    "medical_emergency": _compiled(
        (
            "safe_for_now",
            r"\b(i )?(feel|feeling|am|i'm) (\w+ )?(fine|ok|okay|alright|normal|better)( now| though| so far| actually)*[.!]*$",
        ),
    ),
    "self_harm": _compiled(
        (
            "self_harm_urge",
            r"\b(want|need|going|about|urge|urges) to (do it|cut|hurt|burn|self.?harm)\b|\bwhat (can|should|do) i do instead\b"
            r"|\binstead of (cutting|it)\b"
            r"|\b(the urge|urges?) (is|are|to|right|won'?t)\b|\bhow do i stop\b",
        ),
    ),
}
"""Beside the general ones and before them, where a danger of another kind was told."""

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
    for move, pattern in (*_ON_ROUTE.get(topic or "", ()), *_MOVES):
        if pattern.search(words) and not _is_another(move, words):
            return move
    return None


def names_a_line(text: str) -> bool:
    """Whether a text speaks of crisis lines."""
    return bool(re.search(rf"\b{_LINES}\b", plain(text)))


def is_on_route(move: str, topic: Optional[str]) -> bool:
    """Whether a move is one of the danger that was told last."""
    return any(move == name for name, _ in _ON_ROUTE.get(topic or "", ()))


def _is_another(move: str, words: str) -> bool:
    if move == "barrier_cost":
        return bool(_ANOTHER_TOPIC.search(words))
    # "I'm with my gun."
    return move == "with_someone" and bool(NAMES_MEANS.search(words))
