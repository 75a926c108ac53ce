"""How it is since a death that was told before: no tears, lists and forms, so and so long, only a pet. No Rasa here.

Each by itself tells of numbness in general; after a loss it goes on about that.
"""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.bereaved import lost_no_one
from thaw.nlu.telling import how_long
from thaw.safety.menu import bare

_LONGEST = 16
"""Words up to which a message is no more than that."""
_ASKS = re.compile(r"\?\s*$|^(?:(?:and|but|so|ok) )*(?:what|why|how|who|when|where|is|are|am|do|does|did|can|could|will|would|should)\b")
_I = r"\b(?:i|im|ive|me|my)\b"
_NO_TEARS = re.compile(
    r"\b(?:(?:\w+nt|cannot|not|never)(?: (?:even|really|been able to|able to|once|ever|a|single|shed|have|had|one|any))*"
    r" (?:cry|cried|crying|tears?|weep|wept)|(?:no|without|without a|without any) (?:single )?tears?|dry eye[ds]?|tearless)\b"
)
_OTHERS_GRIEVE = re.compile(
    r"\b(?:(?:everyone|everybody|all the others|the others|others|they|he|she|the (?:whole )?family|(?:my|our) (?:whole )?\w+)"
    r"(?: else)?"
    r"|every ?one elses?)(?:s| is| are| was| were| keeps?| kept| cant stop| couldnt stop)?(?: (?:all|so|still|just|really|completely))*"
    r" (?:sad|crying|cries|cried|cry|in tears|in bits|a mess|falling apart|fell apart|devastated|grieving|heartbroken|upset|broken"
    r"|sobbing)\b"
)
_BUSY = re.compile(
    r"\b(?:(?:making|make|made|writing|wrote) (?:\w+ )?lists|just (?:doing )?lists"
    r"|organi[sz](?:ed|ing) (?:it|everything|the|her|his|all|things)"
    r"|arrang(?:ed|ing) (?:it|everything|the|her|his|all|things)"
    r"|sort(?:ed|ing) (?:out )?(?:it|everything|the|all|her|his|their|stuff|things)"
    r"|(?:the |all the |doing |do |did )paperwork|(?:keep|keeping|kept|been|being|stay|staying)(?: myself)? busy"
    r"|back (?:at|to) work"
    r"|hold(?:ing)? (?:it|everything|everyone) (?:all )?together|(?:being|been|im so|im very|i am so|so) strong"
    r"|practical mode|on autopilot)\b"
)
_CALLED_COLD = re.compile(
    r"\b(?:says?|said|thinks?|thought|calls?|called|tells? me|told me)(?: that)? (?:i am|im|i was|me) (?:\w+ )?"
    r"(?:cold|heartless|hard|distant|uncaring|unfeeling|made of stone|a robot)\b"
)
_FOR_TWO = re.compile(
    r"\b(?:(?:tea|coffee|table|breakfast|dinner|supper|cook\w*|set|lay|laid|eggs|cups?|places?) (?:\w+ )?for two|two (?:cups|plates|mugs)"
    r"|(?:a |the )?(?:second|other) (?:cup|plate|mug)|(?:empty|her|his) chair|(?:her|his|other) side of the bed)\b"
)
"""What the hands still do for the one who is gone."""
_GUILT = re.compile(
    r"\b(?:i (?:should|could|ought to) ?(?:have|ve|a)\b|i shouldve|i couldve|shouldve|couldve|shoulda|if (?:only )?i(?:d| had| hadnt"
    r"|d have| was| were)\b"
    r"|i wasnt (?:there|with)|i (?:didnt|never) (?:answer|call|ring|pick up|s(?:ay|aid) goodbye|visit|see (?:it|the signs)|notice"
    r"|tell (?:him|her|them)"
    r"|get to say|stop (?:him|her|them|it))|why didnt i|(?:its|it was|all) my fault|i (?:let|failed) (?:him|her|them)|i missed the signs)"
)
"""What one who is left goes over."""
_JUST_A_PET = re.compile(
    r"\b(?:just|only|not even|nothing but) (?:a |an |my )?(?:dog|cat|pet|animal|rabbit|hamster|horse|bird|puppy|kitten)\b"
)


def since_the_loss(text: str) -> Optional[str]:
    """The response to what a message tells of how it is since a loss, or None if it tells none of these, or asks."""
    plain = bare(text)
    if len(plain.split()) > _LONGEST or _ASKS.search(text.lower()):
        return None
    if _GUILT.search(plain):
        return "utter_numb_after_loss_guilt"
    if lost_no_one(text):
        return None
    if _FOR_TWO.search(plain):
        return "utter_numb_after_loss_small"
    if _JUST_A_PET.search(plain):
        return "utter_numb_after_loss_just_a_pet"
    if _BUSY.search(plain):
        return "utter_numb_after_loss_busy"
    if _NO_TEARS.search(plain) or _CALLED_COLD.search(plain) or (_OTHERS_GRIEVE.search(plain) and re.search(_I, plain)):
        return "utter_numb_after_loss_tearless"
    return "utter_numb_after_loss_since" if how_long(text) else None
