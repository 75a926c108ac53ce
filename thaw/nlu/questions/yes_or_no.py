"""Questions that have a yes, a no, or an honest neither."""

from __future__ import annotations

import re
from typing import Dict, Optional

from thaw.nlu.bereaved import died, lost_no_one
from thaw.nlu.questions.talk import CARRIER, END, LEAD, Asked, Talk

PLAIN: Dict[str, str] = {
    "numb_after_loss": "utter_numb_after_loss_plain",
    "ask_how_common": "utter_ask_how_common_plain",
    "ask_will_it_get_better": "utter_ask_will_it_get_better_plain",
    "ask_is_it_depression": "utter_ask_is_it_depression_plain",
    "ask_therapy": "utter_ask_therapy_plain",
    "ask_why_exercise": "utter_ask_why_exercise_plain",
}
"""The topics that have a yes, a no or an honest neither, and the response that says it."""
_YES_OR_NO = re.compile(
    LEAD + r"(?:(?:answer|say|tell me)(?: me)? )?(?:(?:simply|just) )?(?:a )?"
    r"(?:yes or (?:a )?no|(?:is|was) (?:that|it|this) (?:then )?(?:a )?(?:yes|no)(?: or (?:a )?(?:yes|no))?)" + END
)
_ENDS_SO = re.compile(r"\b(?:it|that|this)\b.* yes or (?:a )?no$")
_NORMAL = re.compile(
    r"\b(?:is|was|isnt|if) (?:it|that|this|all (?:that|this))(?: even| really| actually| all|s)? (?:normal|common|usual)\b"
    r"|\bits normal\b.*\?*$|"
    r"\bwhether (?:it|this|that)s? (?:is )?normal\b|\bif (?:its|thats|this is) (?:normal|common)\b"
)
_WRONG_WITH_ME = re.compile(
    r"\b(?:whats|what is|what the (?:hell|heck) is|is something|is there something|is there anything) wrong with me$"
)
_DEATH = re.compile(r"\b(?:died|dead|dies|death|passed(?: away| on)?|funeral|buried|widow(?:er|ed)?|lost (?:my|our|his|her) \w+)\b")
_MAD = re.compile(r"\bam i (?:just )?(?:going|losing|getting|turning) (?:mad|crazy|insane|nuts|it|my mind|bonkers)\b")


def _last_topic(talk: Talk) -> Optional[str]:
    return next((name for name in PLAIN if talk.was_last(f"utter_{name}")), None)


def _told_a_death(talk: Talk) -> bool:
    return bool(_DEATH.search(talk.plain)) and died(talk.text) is not None and not lost_no_one(talk.text)


def yes_or_no(talk: Talk) -> Optional[Asked]:
    """Whether it is normal, whether something is wrong, and a yes or a no about what was last spoken of."""
    if _MAD.search(talk.plain):
        return Asked(CARRIER, "utter_going_mad")
    wrong, normal = _WRONG_WITH_ME.search(talk.plain), _NORMAL.search(talk.plain)
    of_loss = talk.was_said("utter_numb_after_loss")
    # Told with the question, it is a death that is asked about: to be numb in grief is normal in another way.
    if (normal and (of_loss or _told_a_death(talk))) or (wrong and of_loss):
        # A "yes" would say that something is.
        return Asked("numb_after_loss", PLAIN["numb_after_loss"] if normal else "utter_numb_after_loss_wrong")
    if normal:
        return Asked("ask_how_common", PLAIN["ask_how_common"])
    if wrong and not _DEATH.search(talk.plain):
        return Asked("ask_why_numb", "utter_whats_wrong")
    if _ENDS_SO.search(talk.plain) and (topic := _last_topic(talk)):
        return Asked(topic, PLAIN[topic])
    if not _YES_OR_NO.match(talk.plain):
        return None
    topic = _last_topic(talk)
    return Asked(topic, PLAIN[topic]) if topic else Asked(CARRIER, "utter_no_plain_answer")
