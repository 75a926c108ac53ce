"""Who says to send something where nothing is there to be sent."""

from __future__ import annotations

import re
from typing import Optional

from thaw.handoff.asked import asks_whether_it_went
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

_SEND = re.compile(
    LEAD + r"(?:(?:you can|can you|could you|u can|can u|go ahead and|lets|let us|go on and|go|i agree|agreed|do) )*"
    r"(?:send|submit|forward|share|hand over) (?:it|this|that|them|everything|all of it|the (?:summary|list|form|answers)"
    r"|my (?:summary|list|answers|form))"
    r"(?: (?:off|now|over|on|through|then|please|pls|thanks|to them|to the (?:therapist|clinician|matching|site)"
    r"|to a (?:therapist|clinician)))*$"
)
WENT = "utter_hand_off_went"
_SENT = ("utter_hand_off_ready", "utter_hand_off_receipt", "utter_card_")
"""After these there is something that may be sent, or was."""


_WHAT_COMES = re.compile(
    LEAD
    + r"(?:what (?:happens|comes|do i do|should i do|is)(?: (?:now|next|then|after(?: this| that)?|with it))*|what now|now what|and now"
    r"|whats next"
    r"|when (?:will|do) (?:they|i) \w+(?: \w+){0,4}|who (?:contacts?|calls?) (?:me|whom))" + END
)


_WITH = r"(?: (?:it|that|this|them|anything|mine|the (?:list|summary)|my (?:list|summary|answers|info|stuff|words)))?"
_SO_FAR = r"(?: (?:already|yet|now|so far|by now|at the moment|right now|then))*"
_PEOPLE = (
    r"(?:they|anyone|anybody|someone|somebody|the (?:matching|therapists?|clinicians?|site|service)|a (?:therapist|clinician|person|human))"
)
_WHO_HAS_IT = re.compile(
    LEAD
    + rf"(?:who(?: all| exactly| else)? (?:has|have|got|sees|can see|can read|reads|is reading|gets|can get|received|saw){_WITH}{_SO_FAR}"
    + rf"|where (?:is|did){_WITH}(?: (?:go|gone|end up))?{_SO_FAR}"
    + rf"|(?:did|have|has|do|does|is|are|will|can) {_PEOPLE}(?: (?:already|even|just|actually|really))*"
    + rf" (?:see|sees|seen|read|reading|get|got|gotten|open|opened|receive|received|looked? at|looking at|have|know){_WITH}{_SO_FAR}"
    + rf"|is it (?:with|at) {_PEOPLE}{_SO_FAR}"
    + r"|how (?:long|soon|quick\w*|fast)(?: (?:does|will|do|is|can|until|till|before|it|take|takes|i|have|need|to|wait|the|for|that|be))*"
    + rf"(?: {_PEOPLE})?(?: (?:to|will|can))?(?: (?:answers?|repl(?:y|ies)|writes?|contacts?|calls?|reads?|sees?|gets? back"
    rf"|reach(?:es)? out" + r"|responds?|hear))?(?: (?:back|to|me|it|this|that|from|them))*)" + END
)
"""Who has what was sent, whether it was seen, how long an answer takes."""


def whether_it_went(talk: Talk) -> Optional[Asked]:
    """Whether a summary went through, or what comes now, asked after a yes to it: a list that was taken back is none."""
    if "utter_hand_off_ready" not in talk.said or "utter_hand_off_withdrawn" in talk.said:
        return None
    if asks_whether_it_went(talk.plain) or (
        talk.was_last("utter_hand_off_ready", WENT) and (_WHAT_COMES.match(talk.plain) or _WHO_HAS_IT.match(talk.plain))
    ):
        return Asked(CARRIER, WENT)
    return None


def send_what(talk: Talk) -> Optional[Asked]:
    """That something be sent, where no summary was ever shown and no card made: nothing was sent, and what could be."""
    nothing = not talk.was_said(*_SENT)
    return Asked(CARRIER, "utter_nothing_to_send") if nothing and _SEND.match(talk.plain) else None
