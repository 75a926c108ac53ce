"""What a visitor's own words mean where a danger of another kind than suicide was told: each has a menu of its own."""

from __future__ import annotations

import re
from typing import Mapping

from thaw.safety.plans import MEANS
from thaw.safety.routes_others import HARMED, THEIRS, THREATENED, Patterns

SOMEBODY = (
    r"(my|the|a) (\w+ )?(wife|husband|partner|girlfriend|boyfriend|mum|mom|mam|mother|dad|father|parents|brother|sister|son"
    r"|daughter|friend"
    r"|best friend|roommate|flatmate|housemate|neighbou?r|aunt|uncle|gran|grandma|grandpa|cousin|colleague|teacher|nurse|doctor)"
)
IS = r"('s|'re| is| are)"
SAY = r"(say|text|write|type|tell (them|him|her|someone|somebody|people|my \w+))"


def compiled(*patterns: tuple[str, str]) -> Patterns:
    """Each move with its pattern, ready to search: the first that fits counts."""
    return tuple((move, re.compile(pattern)) for move, pattern in patterns)


ON_ROUTE: Mapping[str, Patterns] = {
    "danger_from_others": compiled(
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
            rf"|\b(leaving|leave) (him|her|them|{SOMEBODY})\b"
            r"|\b(go(ing)?|stay(ing)?|driv(e|ing)|sleep(ing)?|get(ting)?) (over |down |back )?(to|at|with) "
            rf"((my|the|a) (\w+ )?(refuge|shelter|hostel|place|house)|{SOMEBODY})\w*"
            rf"|\b{SOMEBODY} (\w+ )?(take|takes|taking|have|put) (me|us) (in|up)\b",
        ),
        (
            "no_abuse",
            r"^(no |nope |nah |oh |god |but |wait |sorry |honestly |omg )*((my )?(husband|wife|partner|boyfriend|girlfriend|dad|mum"
            r"|mom|bf|gf"
            r"|he|she)('?s| is|'d)? (\w+ ){0,2}(lovely|kind|gentle|a (good|sweet|lovely) (man|guy|person|woman|one)|sweet|not like that"
            r"|never (hurt|hit|touch|harm)\w*( me| anyone)?|good to me|wonderful|the best)"
            r"|(he|she|they) (would|'d|has|have|did|does) ?(never|not|n'?t) (ever )?(hurt|hit|harm|hurts?|threaten\w*|laid a (hand"
            r"|finger))\b"
            r"( \w+){0,2}"
            r"|(it'?s |its |that'?s |thats )?not (like that|abuse|abusive|violent|what i mean[t]?)"
            r"|(nobody|no ?one) (is |has )?(hurts?|hurting|hurt|threatens?|threatening|threatened|hitting|hits) (me|us)"
            r"|i'?m not (in danger|being (hurt|abused|threatened)|scared of (him|her|them))|there'?s no (abuse|violence|danger))"
            r"( at all| honestly| really| to me| either| though| just \w+( (?!just (?!just\b)\w)\w+){0,4}){0,6}[.!]*$",
        ),
        (
            "my_fault",
            r"\b(is|was|were|isn'?t|maybe|probably|think|thought|guess|know|feel|feels|all|it'?s|that'?s) (it |this |that "
            r"|like |all |just |really |partly |what he \w+ ){0,3}"
            r"(my|our) (own )?(fault|doing)\b|\b(my|our) own fault\b|\bi( must have| kind of| kinda| probably| really| just|'ve"
            r"| have)? ?(deserved?|asked for|provoked?"
            r"|brought|caused|let (him|her|them)|led (him|her) on)\b|\b(did|have) i (do|done|say|said|make|made|cause"
            r"|ask)\b|\bdo i deserve\b"
            r"|\bi (made|make|drove|drive|pushed|push) (him|her|them) (do|to|so|mad|angry|hit|snap|lose)\b"
            r"|\bi should(n'?t| not)? ?have\b|\b(blame|guilty|ashamed)\b.*\b(i|me|myself|my)\b|\bi('m| am)? (\w+ )?(blame"
            r"|to blame|ashamed|guilty)\b"
            r"|\bbecause of (me|what i|how i|something i)\b|\bwhat did i do\b",
        ),
        (
            "loves_them",
            r"\bi (\w+ )?(love|miss|need) (him|her|them|my (\w+ )?(dad|mum|mom|husband|wife|partner|boyfriend|girlfriend|father"
            r"|mother))\b"
            r"|\b(he|she|they)('s| is| can be| was)? (\w+ ){0,2}(sorry|sweet|nice|lovely|good|kind|loves? me)\b(?! (at"
            r"|with) (hiding|lying))",
        ),
        (
            "children",
            r"\b(kids?|child(ren)?|baby|babies|little ones?|toddlers?"
            r"|my (\w+ )?(son|daughter|boy|girl)s?|the (boy|girl)s?)\b",
        ),
        # An age, and what is not to be told: who could hear it all the same.
        (
            "who_to_reach",
            r"^(and |but |so )*(i'?m |i am )(only |just )*(8|9|1[0-7]|ten|eleven|twelve|(thir|four|fif|six"
            r"|seven)teen)\b( \w+){0,6}[.!]*$",
        ),
        (
            "first_words",
            r"^(but |and |please |pls |no |i )*(don'?t|do not|won'?t|can'?t|can not|not going to|rather not"
            r"|would rather not) (want to |dare )?"
            r"(say|tell|talk)( (it|that|you|more|anyone|anybody|them|my \w+|her|him|about (it|that)))*( please| pls| yet| ok)*[.!]*$",
        ),
        (
            "abuse_by_text",
            r"\b(text|texting|write|message|chat|whatsapp)\b.*\b(someone|somebody|them|a line|line|instead|service)\b"
            r"|\bis there (a|any) (text|chat)\b",
        ),
        (
            "safe_for_now",
            r"(?<!\bnot )(?<!n't )(?<!never )\b(i'?m )?safe (tonight|today|right now|at the moment)\b|\b(he|she|they)('s|'re| is|"
            r" are) (not here|out|at work"
            r"|away|gone)\b",
        ),
    ),
    "blackmail": compiled(
        (
            "blackmail_paid",
            r"\bi('ve| have)? (\w+ )?(paid|sent|transferred|gave|given)\b|\b(wants?|asking|asks?|demanding) (for )?more\b",
        ),
        (
            "blackmail_tell",
            r"\b(can'?t|can not|don'?t want to|won'?t|scared to|afraid to|how do i|should i|could never) (\w+ )?tell\b"
            r"|\b(parents|mum|mom|dad|mam|family|school|teacher|everyone|friends|wife|husband) (\w+ )?(will|would|'ll|'d|finds?"
            r"|find out|sees?"
            r"|know)\b"
            r"|\b(so )?(ashamed|embarrass\w+|stupid|humiliat\w+|my (own )?fault|idiot)\b|\bget in trouble\b",
        ),
        (
            "blackmail",
            r"\b(he|she|they|it|that|the (guy|girl|person|man|account))\b.*\b(send|post|leak|share|threat\w+|deadline|minutes"
            r"|hours|tonight"
            r"|blocked?|account|message\w*|ignore|report|police|stop)\b|\bwhat (do|should|can) i( do)?\b|\b(should|do|can) i (pay"
            r"|block|report"
            r"|answer|reply|ignore)\b",
        ),
    ),
    "danger_to_others": compiled(
        (
            "might_act",
            r"\bwhat if i (do|did|am|ever|just|actually|really|snap\w*|lose|can'?t|hurt|act|go)\b|\bwhat if (it|that) happens\b"
            r"|\b(scared|afraid|terrified|frightened|worried) (that )?i (might|will|could|may|'ll|would)\b"
            r"|\bhow do i know i (won'?t|wouldn'?t|will not)\b"
            r"|\b(don'?t|do not|can'?t|can not) (know what i (might|could|will|'ll|would)( do)?|trust myself)\b"
            r"|\b(scared|afraid|terrified|frightened) (of what )?i (do|might|could)\b",
        ),
        (
            "would_never",
            r"\b(would|could) never\b|\bi'?d never\b|\bwouldn'?t (ever )?(do|hurt|harm|act|touch)\b"
            r"|^(no )*i (wouldn'?t|would not)\b|\bnot (really "
            r"|actually )?going to (do|hurt|act)\b"
            r"|\bdon'?t want to (hurt|harm|do)\b|\b(just|only) (a )?(thoughts?|pictures?|images?|in my head)\b|\bnever (do|hurt|act)\b",
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
            rf"|\b{SOMEBODY}{IS} (at work|away|out|not here|asleep)\b",
        ),
        (
            "safe_for_now",
            r"\b(in (the|her|his) (cot|crib)|i('ve| have)? (left|stepped out|walked (away|out)|went outside)|we'?re apart"
            r"|another room)\b",
        ),
    ),
    "threat_if_left": THREATENED,
    "harm_to_another": HARMED,
    "crisis_third_party": THEIRS
    + compiled(
        (
            "about_me",
            r"\b(it'?s|its|it is|this is) (actually |really |kind of |also |partly |all )*(about )?me\b|\bi'?m the friend\b"
            r"|^(yes |yeah |yep |well |ok |no )*(me|myself)( actually| really| yes)*[.!]*$"
            r"|\btalking about myself\b",
        ),
        (
            "third_party_calling",
            r"^(ok(ay)? |yes |yeah |right |i'?m |i'?ll |i |am |will |just |now )*(calling|ringing|phoning|dialing|dialling"
            r"|call|ring"
            r"|phone|dial)( (them|him|her|now|911|999|112|000|the (police|ambulance|number)|an ambulance|emergency|it|right now|for help"
            r"|someone))*[.!]*$",
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
            r"|\bshould i (take|hide|move|lock( up)?|remove|get rid of) (it|them|(the|his|her|their|all the) (\w+ )?(guns?"
            r"|rifles?|pistols?"
            r"|pills|tablets|meds|knives|keys|rope|bullets|ammo))\b"
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
            "third_party_unsure",
            r"^(so |ok |and |but |please |then )*what (do|should|can|could|would|am) (i|we) (\w+ ){0,2}do( now| then| here| about (it"
            r"|this|that))?[?.!]*$",
        ),
        (
            "third_party_far",
            r"\b(he|she|they)('s|'re| is| are| lives?| live)? (in (another|a different|\w+)( country| city| state)?[.!]*$|abroad"
            r"|far away|overseas"
            r"|hours away|miles away)|\bdon'?t know (his|her|their|the) address\b|\bdon'?t know where (he|she|they)\b",
        ),
        (
            "third_party_words",
            rf"\b(what|how) (do|would|should|can|could) i (even )?(say|ask|talk|bring|start|help|{SAY})\b|\bwhat (to|can i) (say|do)\b",
        ),
    ),
    "eating_disorder": compiled(
        (
            "eating_lowest",
            r"\b(what'?s|whats|what is|how|is|are|can|could|should|which)\b.*\b(lowest|minimum|least|fewest|how (low|little|few"
            r"|long|much|many)|low|little|safe"
            r"|enough|goal|target|without (food|eating)|lose faster|fast(er|est)? way)\b(?!.*\b(help|therap\w+|doctor|numb|feel)\b)"
            r"|^how (low|little|few|long) (can|could|should) (i|you|one)\b",
        ),
        (
            "eating_more",
            r"\b(numbers?|scales?|weigh\w*|weight|calorie\w*|kcal|lbs?|pounds|kilos?|kg|lighter|thin(ner)?|skinny|fat(ter)?"
            r"|eat\w*|ate|food"
            r"|meals?|hungry|hunger|starv\w*|binge\w*|purg\w*|throw(ing)? up|threw up|sick again|puk\w*|laxatives?|clothes size|mirror"
            r"|bones|full)\b",
        ),
    ),
    "medical_emergency": compiled(
        (
            "safe_for_now",
            r"\b(i )?(feel|feeling|am|i'm) (\w+ )?(fine|ok|okay|alright|normal|better)( now| though| so far| actually)*[.!]*$",
        ),
        # How it feels by now: the call is urged again, as after feeling fine.
        (
            "safe_for_now",
            r"\b(sleepy|drowsy|dizzy|woozy|floaty|faint|shaky|shaking|sweaty|sweating|sick|nauseous|vomit\w*|threw up|throwing up"
            r"|slurr\w+|blurry|trembling|passing out|nodding off|(eyes|head|body|arms|legs) (are |is |feels? )?(\w+ )?(heavy|closing)"
            r"|(breath\w*|heart|chest|pulse)( \w+){0,3}? (weird|funny|slow\w*|shallow|hard|fast|racing|strange|heavy|off|tight"
            r"|hurts?))\b",
        ),
    ),
    "self_harm": compiled(
        (
            "self_harm_done",
            r"^(ok |so |well |yes |i |it didn'?t (work|help) )*(i )?(just |already |have |'ve )*(did|done) (it|that)( again"
            r"| already| anyway| now)*[.!]*$"
            r"|\bi('ve| have)?( just| already)? (cut|burned|burnt|hurt|scratched|hit) (myself|my \w+)\b|\b(it'?s|is|still"
            r"|i'?m) bleeding\b|\bblood\b",
        ),
        (
            "self_harm_urge",
            r"\b(want|need|going|about|urge|urges) to (do it|cut|hurt|burn|self.?harm)\b|\bwhat (can|should|do) i do instead\b"
            r"|\binstead of (cutting|it)\b"
            r"|\b(the urge|urges?) (is|are|to|right|won'?t)\b|\bhow do i stop\b",
        ),
    ),
}
"""Beside the general ones and before them, where a danger of another kind was told."""
