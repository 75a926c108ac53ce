"""What a visitor's own words mean where someone else is in danger: help has come, whom to tell, what to put away."""

from __future__ import annotations

import re

from thaw.safety.people import PERSON

Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_HIM = rf"(?:him|her|them|my (?:\w+ )?{PERSON})"
_HE = rf"(?:he|she|they|(?:my|the|our) (?:\w+ )?{PERSON})"
_IS = r"(?:'s|'re|s| is| are)"
_STILL = r"(?: (?:now|still|just|really|ok|okay|fine|up|here|there|and|all|back|at least|i think))*"
_HELP = r"(?:ambulance|police|paramedics|cops|medics|crew|help|911|999|112|doctors?|nurses?|firefighters)"
_NUMBER = (
    r"(?:911|999|112|000|988|108|102|111|(?:the |an? )?(?:emergency(?: services| number| line)?|ambulance"
    r"|police|paramedics|cops)|for (?:help|an ambulance))"
)
_THINGS = (
    r"(?:guns?|rifles?|shotguns?|pistols?|revolvers?|handguns?|firearms?|weapons?|ammo|ammunition"
    r"|bullets|knives|knife|razors?|razor ?blades?|blades?|sharps|scissors"
    r"|pills|tablets|meds|medicines?|medication|paracetamol|tylenol|ibuprofen|painkillers|insulin|ropes?|belts?|bleach|alcohol|booze)"
)
_AWAY = r"(?:take|hide|move|lock|remove|get rid|put|keep|store|throw|give|clear|sell|dispose|hand|count)"
_TOLD = (
    r"(?:(?:her|his|their|the|our) (?:\w+ )?(?:parents?|famil(?:y|ies)|mums?|moms?|mam|dads?"
    r"|mother|father|wife|husband|partner|girlfriend|boyfriend|friends?|brother|sister|school"
    r"|teachers?|doctor|gp|boss|work|therapist|carer|guardians?|head|principal|police|coach|other"
    r" \w+)|someone|anyone|somebody|anybody|people|a (?:teacher|doctor|grown-?up|parent|counsell?or)"
    r"|(?:my|the) (?:boss|school|head|principal|parents|mum|mom|dad|wife|husband|manager)|it|this|on (?:him|her|them))"
)
_MAY = (
    r"\b(?:do i (?:really )?(?:have|need) to|should i|must i|can i|could i|may i|am i (?:even"
    r" )?(?:allowed|supposed|obliged|required|meant)|is it (?:ok|okay|allowed|legal|right)|are"
    r" (?:we|teachers) (?:allowed|supposed))\b"
)
_TELL = (
    rf"{_MAY}(?: [\w']+){{0,3}}? (?:(?:tell|telling|inform|warn) {_TOLD}|(?:report|pass|disclose)(?:ing)?"
    r" (?:it|this|that|him|her|them)|say (?:something|anything))\b"
)


def _compiled(*patterns: tuple[str, str]) -> Patterns:
    return tuple((move, re.compile(pattern)) for move, pattern in patterns)


_HELP_CALLED = (
    rf"\b(?:i|i've|we|we've|{_HE}|someone|somebody)(?:'ve|'s| have| has)?(?: just| already)? (?:called"
    rf"|rang|phoned|dialed|dialled|got(?: through to)?) {_NUMBER}\b(?!.*\b(?:but|hung up|last"
    r"|ago)\b)"
    rf"|\b(?:{_HELP}|they)(?:'s|'re| is| are)(?: now| just| already)? (?:coming|on (?:the|their|its) way|en route|sending)\b"
    rf"|\b(?:i'm|i am|we're|{_HE}{_IS}|someone(?:'s| is)) (?:on (?:the phone|the line)|talking"
    rf"|speaking) (?:with|to) (?:{_NUMBER}|them|the operator|dispatch\w*)\b"
    rf"|^(?:(?:my|the|our) (?:\w+ )?{PERSON}|someone)(?:'s| is) (?:calling|ringing|phoning|on"
    rf" the phone)(?: (?:them|{_NUMBER}|now|already|for (?:me|us)))*[.!]*$"
)
_HOSPITAL = (
    r"^(?:(?:ok|yes|now|just) )*(?:going|driving|heading|off) to (?:the )?(?:er|a&e|hospital|emergency(?: room)?)\b|"
    r"\b(?:we're|we are|i'm|i am|they're|he's|she's|let's)(?: [\w']+){0,4}? (?:going|driving"
    r"|taking|heading|headed|way|car|bringing|rushing|off|come)(?: [\w']+){0,3}? (?:to|for)(?:"
    r" the| an?)?"
    r" (?:er|e\.r\.?|a&e|a and e|hospital|emergency(?: room| department)?|urgent care|casualty|psych \w+)\b"
    rf"|\b(?:taking|driving|bringing|getting|took|drove|brought) {_HIM}(?: \w+)? to(?: the| an?)?"
    r" (?:er|a&e|a and e|hospital|emergency(?: room| department)?|urgent care|casualty)\b"
)
_GOING = (
    r"^(?:(?:ok|yes|so|and|now) )*(?:i'm|i am|we're|we are|i'll|i'm gonna|i'm going to)(?: (?:now"
    r"|already|just|going to|in the car))* (?:driv\w+|going|go|on (?:my|our) way|heading|running"
    r"|walking|rushing)"
    r"(?: (?:over|there|round|now|home|back|out|straight)){0,3}(?: to (?:him|them|theirs|(?:his|hers?|their|my)(?: [\w']+){0,2}))?[.!]*$"
)
_REACHED = (
    rf"\b(?:they|we|i|someone|somebody|(?:the |an? )?{_HELP}|his \w+|her \w+)(?:'ve| have| has"
    r"|'s)?(?: just| now| finally)? (?:found|got|got to|reached|took|taken|picked up|brought"
    rf" in|admitted|sectioned|spoke to) {_HIM}\b(?!.*\b(?:dead|too late|body|unconscious|not breathing"
    r"|note)\b)"
    rf"|\b{_HE}{_IS}{_STILL} (?:safe|alive|found|in (?:the |an? |good )?(?:hospital|ambulance"
    r"|er|icu|a&e|hands|ward)|being (?:looked after|seen|treated|assessed|admitted)|admitted"
    r"|with (?:the |a )?(?:paramedics|police|doctors?|nurses?|crew|his \w+|her \w+))\b"
    rf"|\b{_HE}(?:'s|'ve| has| have) (?:\w+ )?been (?:found|admitted|taken|sectioned|picked up|seen)\b"
    rf"|\b(?:the )?(?:{_HELP}|they){_IS}{_STILL} (?:here|there|with {_HIM})\b|\b(?:the )?{_HELP}"
    r" (?:came|arrived|got here|got there|showed up|turned up)\b"
    rf"|\b{_HE} (?:finally )?(?:answered|picked up|called back|rang back|texted back|replied|came home|came back|turned up|showed up)\b"
    rf"|^{_HE}{_IS} (?:here|home)(?: now| finally| at last)*[ .!]*(?:{_HE}{_IS} (?!not\b).*)?$"
)
_AWAKE = (
    rf"\b{_HE}(?:{_IS}| says?| seems?| looks?| feels?)(?: (?:he|she|they)(?:'s|'re| is| are| feels?))?{_STILL}"
    r" (?:awake|talking|conscious|breathing|walking|responding|laughing|fine|ok|okay|alright"
    rf"|better|sleeping|asleep|sleepy|drowsy|throwing up|vomiting|sick|woke up)\b|\b{_HE} (?:threw"
    r" up|woke up|vomited)\b"
)
_MEANS_ASKED = (
    r"\b(?:should|do|can|could|must|shall|would it help (?:if|to)|is it (?:ok|enough|better)"
    r"|how|where|what)\b(?: (?:i|we|to|do|can|should|you|have|need|if|best|safely|just))*(?:"
    rf" [\w']+)? {_AWAY}\w*(?: (?!it\b)[\w']+){{0,5}}? (?:{_THINGS}|(?:it|them)(?: (?:away|up"
    r"|all|somewhere|out|with|to|from|locked|in)\b.*)?$)"
    r"|\b(?:there'?s|there is|there are|we(?:'ve)?(?: have| keep| got| own)|i(?:'ve)?(?: have"
    rf"| keep| got| own)|my (?:husband|wife|dad|partner|brother) (?:has|keeps|owns))(?: [\w']+){{0,4}}?"
    rf" {_THINGS}\b(?!.*\b(?:hands?|neck|head|throat|wrists?|mouth|holding|pointing)\b)(?=.*\b(?:house"
    r"|home|garage|bathroom|kitchen|cabinet|cupboard|closet|bedroom|shed|basement|attic|drawer"
    r"|safe|locked|here|around|flat|apartment|car|truck|upstairs|downstairs)\b)"
    rf"|\b(?:locked|unlocked|key|keys|code|combination|hidden)\b.{{0,40}}\b{_HE} (?:\w+ )?(?:knows?"
    rf"|found|can find|could find|has|can open|can get)\b|\b{_HE} knows? (?:where|the code|the"
    rf" combination)\b.{{0,30}}\b(?:key|keys|kept|safe|cabinet|box|they are|it is|{_THINGS})\b"
)
SHAKEN = re.compile(
    r"\b(?:can't|can not|cannot|won't) stop (?:shaking|crying|trembling|seeing|thinking about"
    r" it)\b|\b(?:i'm|i am|my hands are|hands are)(?: (?:still|so|just|really|all|totally))*"
    r" (?:shaking|trembling|in shock|a wreck|crying)\b"
)
"""The body, once the fright is over."""
HOSPITAL = re.compile(_HOSPITAL)
"""On the way to a hospital."""
_OWN_MEANS = re.compile(
    r"\b(?:should|can|could|must|how|where|who)\b(?: (?:i|to|do|can|should|could|would|best|safely"
    rf"|just|even))*(?: [\w']+)? {_AWAY}\w*(?: (?:my|the|all|these|those|them|up|of|away|rid|to"
    rf"|out|someone|him|her|this)){{0,5}} (?:{_THINGS})\b"
)


def of_own_means(words: str) -> bool:
    """Whether it is asked what to do with what lies within one's own reach."""
    return bool(_OWN_MEANS.search(words))


_ASK_STRAIGHT = (
    rf"\b(?:should|can|could|do|may|shall|is it (?:ok|okay|safe|wise) to)(?: i| we)?(?: just| really)? ask {_HIM}(?: \w+)?"
    r" (?:straight|outright|directly|openly|about suicide|about dying|if (?:he|she|they) (?:\w+ )?(?:wants?|suicidal|thinking|going"
    r"|planning))\b"
    rf"|\b(?:put|puts|putting|plant|plants|give|gives)(?: \w+)? (?:the |an |any |that )?(?:ideas?|thoughts?)\b.{{0,12}}\b(?:head|mind"
    rf"|{_HIM})\b"
    rf"|\b(?:put|give) {_HIM} (?:the )?ideas?\b|\b(?:asking|ask) .{{0,25}}\bmake it worse\b"
)
_AGREED = (
    rf"\b{_HE}(?:'s|'ve|s|'ll| has| have| is| will)?(?: \w+)? (?:agreed|agrees|willing|promised|going|go|booked|ready|see"
    rf"|made)(?: \w+){{0,3}}?"
    r" (?:see|to|appointment|an appointment)(?: \w+){0,2}? (?:gp|doctor|dr|counsell?or|therapist|psychiatrist|psychologist|therapy"
    r"|appointment"
    r"|mental health team|clinic|crisis team)\b"
    rf"|\b{_HE}(?:'s|'ve|s| has| have)? (?:got |booked |made )an? (?:\w+ ){{0,2}}appointment\b"
)
THEIRS: Patterns = _compiled(
    ("third_party_ask_straight", _ASK_STRAIGHT),
    ("third_party_tell", rf"{_TELL}|\bconfidential\w*\b"),
    ("third_party_means", _MEANS_ASKED),
    ("third_party_help_called", _HELP_CALLED),
    ("third_party_hospital", _HOSPITAL),
    (
        "third_party_now",
        r"\b(?:can't|can not|couldn't|could not|unable to) (?:get through to|get hold of|reach|find)"
        rf" {_HIM}|\bstraight to voicemail\b|\bphone(?:'s| is| goes)? (?:\w+ )?(?:off|dead)\b",
    ),
    ("third_party_going", _GOING),
    ("third_party_reached", _REACHED),
    ("third_party_awake", _AWAKE),
    (
        "third_party_later",
        rf"\b{_HE}{_IS}{_STILL} (?:watching|playing|gaming|eating|cooking|doing (?:his|her|their)"
        r" homework|at (?:school|work|college|football|practice|church|the gym)|on (?:the|his|her"
        r"|their) (?:xbox|ps\d"
        r"|playstation|computer|laptop|switch))\b",
    ),
    (
        "third_party_unsure",
        rf"^(?:(?:yes|well|i think|no|idk) )*{_HE}{_IS}(?: (?:just|now|still|up|alone|upstairs))*"
        rf" in (?:his|her|their|the) (?:room|bedroom|bath\w*|garden|shed)\b.{{0,30}}$",
    ),
    ("third_party_agreed", _AGREED),
    ("what_next", r"^(?:(?:and|so|ok|but|then) )*what (?:else|more) (?:can|could|should|do) (?:i|we)(?: \w+){0,3}\W*$"),
    ("third_party_after", SHAKEN.pattern),
)
"""Where someone else may kill themselves."""
THREATENED: Patterns = _compiled(
    (
        "threat_feared",
        r"\b(?:scared|afraid|terrified|frightened) of (?:him|her|them|what (?:he|she|they))\b|\b(?:he"
        rf"|she|they)(?:'s|'ve)?(?: has| have| got| keeps?| owns?| bought)+(?: [\w']+){{0,3}}? (?:{_THINGS})\b"
        r"|\b(?:kill|hurt|shoot|hit|stab|take) (?:me|us|the kids)\b|\bgun in\b",
    ),
    (
        "third_party_now",
        r"\b(?:right now|any minute|he's doing it|she's doing it)\b|\b(?:on the (?:roof|bridge|ledge"
        r"|tracks))\b|\b(?:he|she|they)(?:'s| has|'ve| have)? (?:taken|took|cut|holding)\b|\b(?:won't"
        r"|isn't|not) (?:answer\w*|pick\w*)",
    ),
    ("third_party_tell", _TELL),
    ("third_party_help_called", _HELP_CALLED),
    ("third_party_reached", _REACHED),
    (
        "threat_fault",
        r"\b(?:bad|horrible|terrible|awful|evil|selfish|cruel|wrong) (?:person|partner|wife|husband"
        r"|girlfriend|boyfriend|of me)\b|\b(?:my|be my) fault\b|\bguilt\w*\b|\bresponsible\b|\bblood"
        r" on my hands\b|\blive with (?:it|myself)\b|\bam i (?:bad|evil|selfish|cruel|wrong)\b|\bwhat"
        r" if (?:he|she|they) (?:really |actually )?(?:does?|die|mean)",
    ),
    (
        "threat_leaving",
        r"\b(?:leave|leaving|left|break(?:ing)? up|end(?:ing)? (?:it|things|this)|divorc\w*|split\w*"
        r"|walk(?:ing)? away|move out|moving out|stay|staying|stuck|trapped|go anyway)\b",
    ),
    (
        "threat_before",
        r"\b(?:before|again|every time|always says?|keeps? (?:saying|doing)|last (?:year|time|month"
        r"|week)|in the past|once|twice|attempt\w*|tried|overdos\w*|cut (?:himself|herself)|serious"
        r"|means? it|joking|bluff\w*|manipulat\w*|attention)\b",
    ),
)
"""Where someone says that they'll die if they are left."""
HARMED: Patterns = _compiled(
    (
        "harm_now",
        r"\b(?:right now|at this moment|happening now|this minute|again now)\b|\b(?:screaming|screams"
        r"|crying for help)\b|\bi (?:can )?hear (?:it|them|him|her)\b",
    ),
    (
        "harm_tell",
        rf"{_TELL}|\b(?:report|call (?:cps|social services|the police|child))\b|\bwhat if i'?m wrong\b"
        r"|\bmake (?:it|things) worse\b|\bconfidential\w*\b|\banonymous\w*\b|\bpromised? (?:him|her"
        r"|them|not)\b|\b(?:begged|asked) me not\b",
    ),
    (
        "harm_words",
        r"\b(?:what|how) (?:do|should|can|could|would) i (?:even )?(?:say|tell|talk|ask|help|bring"
        r"|do|support)\b|\b(?:won't|doesn't want to|refuses to|not ready to) (?:leave|talk|tell|get"
        r" help|report)\b|\b(?:defends?|loves?|goes back to|went back to) him\b",
    ),
)
"""Where somebody else is harmed by someone."""
