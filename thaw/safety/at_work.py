"""Burns and cuts of a trade, told as such: a cook's arms, a builder's hands. An accident at work is no self-harm. By rules alone."""

from __future__ import annotations

import re

from thaw.safety.normalise import plain

_HURT = (
    r"(?:burn\w*|scald\w*|cuts?|nick\w*|scrap\w*|scratch\w*|bruis\w*|blister\w*|grazed?|grazes|slic\w*|scars?|bash\w*|smash\w*|hit|caught"
    r"|sprain\w*)"
)
_PART = r"(?:arms?|forearms?|hands?|fingers?|thumbs?|wrists?|knuckles?|skin|legs?|shins?|knees?|palms?|elbows?)"
_INJURED = re.compile(rf"\b{_HURT}\b(?: \w+){{0,4}}? {_PART}\b|\b{_PART}\b(?: \w+){{0,6}}? {_HURT}\b")
_OF_THE_JOB = re.compile(
    r"\b(?:at work|(?:from|on|in|of|with) (?:the|my) (?:job|trade|line|site|kitchen|shop floor|garage|workshop|farm)|on (?:a |my )?shift"
    r"|from (?:work|cooking|welding|baking|gardening|building|roofing|the kitchen)"
    r"|(?:on|off|with|against|in) (?:the|a|an) (?:(?:hot|oven|frying|sheet|baking) )?(?:pans?|oven|grill|hob|stove|fryer|tray|griddle"
    r"|kettle|iron|exhaust|saw|grinder|welder|forge|steamer|dishwasher)"
    r"|i'm an? (?:\w+ )?(?:cook|chef|baker|welder|mechanic|carpenter|joiner|builder|roofer|gardener|butcher|farmer|plumber|electrician)"
    r"|(?:while|when|whilst) (?:i was |i'm )?(?:cooking|baking|welding|working|prepping|chopping|ironing))\b"
)
_ON_PURPOSE = re.compile(
    r"\b(?:purpose\w*|deliberate\w*|intention\w*|meant to|mean to|want\w*|wish\w*|lik(?:e|ed|es) (?:it|that|the|how|to)|to feel"
    r"|so i (?:can|could)"
    r"|to see|see if|just to|let (?:it|the|my|myself)|held|hold\w*|kept|keep|press\w*|left (?:it|my)|didn't (?:pull|move|stop|let go)"
    r"|instead of|relief|punish\w*|deserv\w*|myself|razors?|blades?|lighter|cigarettes?|hide|hiding|hid|sleeves?"
    r"|pretend\w*|lie|lied|excuse|look like|tell (?:them|people|everyone)|say it's|die|dead|kill\w*|suicid\w*|end|worse|urge\w*"
    r""
    r"|numb\b.{0,12}when|when i'm numb|calms?|every (?:night|day|evening)|toilet|until|till|bleed\w*|slic\w*"
    r"|cut my (?:arms?|wrists?|thighs?)"
    r"|i've been|after work|then i (?:cut|burn\w*)|accident.{0,12}but|i (?:started|began)|makes? me feel|helps?)\b"
)


def hurt_at_work(text: str) -> bool:
    """Whether a text tells of an injury that a trade or a stove brings with it, and of nothing done on purpose."""
    words = re.sub(r"\s+", " ", re.sub(r"[,.;!?]", " ", plain(text)))
    return bool(_INJURED.search(words) and _OF_THE_JOB.search(words)) and not _ON_PURPOSE.search(words)
