"""What others say one should do: go to therapy, or do yoga and cheer up."""

from __future__ import annotations

import re
from typing import Optional

from thaw.nlu.questions.talk import END, Asked, Talk

_LED = r"^(?:(?:and|but|so|well|ok|yeah|yes|now|also|honestly|tbh) )*"
_THEY = (
    r"(?:(?:my|the) (?:\w+ )?(?:wife|husband|partner|boyfriend|girlfriend|mum|mom|dad|mother|father|parents|sister|brother|son|daughter"
    r"|kids|children|friends?|family|boss|manager|teacher|colleagues?)|he|she|they|everyone|everybody|people|a friend|others)"
)
_SAYS = (
    r"(?:(?:just|always|only|now|all|still) )?(?:(?:keeps?|kept|is|are) )?(?:wants?|wanted|tells?|telling|told|says?|saying|said|thinks?"
    r"|asks?|asked|begs?|begged|insists?|pushes|pushing|suggests?|suggested|advised)"
)
_ME = r"(?: that)? (?:me|i|we|us)\b"
_TO = r"(?: (?:me|that|i|should|need|have|had|must|ought|better|just|to|try|do|go|and|get|on|some))*"
_THERAPY = (
    r"(?! to )(?: (?:a|an|see|seeing|to|in|talk|talking|speak|with|someone about|professional|couples))*"
    r" (?:therapy|therapists?|counsel\w+|shrink|psychologist|psychiatrist|professional|help|see someone|talk to someone|someone)"
)
_CURES = (
    r" (?:enjoy (?:it|every|this|them|the)(?: \w+){0,2}|treasure \w+(?: \w+){0,2}|yoga|meditat\w+|mindfulness|exercise"
    r"|(?:for )?(?:a )?(?:walks?|runs?|jog)|running|gym|the gym|vitamins?|cheer up|snap out of it"
    r"|think(?:ing)? positive(?:ly)?|be(?:ing)? (?:more )?(?:positive|grateful|happy)|smile(?: more)?|relax|gratitude|pray\w*|journal\w*"
    r"|it will pass|out more|man up|toughen up|pull myself together)"
)
_AS_A_COUPLE = re.compile(
    f"{_LED}{_THEY} {_SAYS}(?: us| me| we)?(?: (?:to|should|need|go|try|do|start|get|have))*"
    r" (?:couples?|marriage|relationship|family) (?:therapy|counsel\w+)" + END
)
_GO_TO_THERAPY = re.compile(f"{_LED}{_THEY} {_SAYS}{_ME}{_TO}{_THERAPY}{END}")
_DO_THIS = re.compile(f"{_LED}{_THEY} {_SAYS}(?:{_ME})?{_TO}{_CURES}{END}")


def advised_by_others(talk: Talk) -> Optional[Asked]:
    """That others want one to go to therapy, or to do this or that and be well."""
    if _GO_TO_THERAPY.match(talk.plain) or _AS_A_COUPLE.match(talk.plain):
        return Asked("ask_therapy", "utter_others_want_therapy")
    return Asked("effort_tax", "utter_advice_of_others") if _DO_THIS.match(talk.plain) else None
