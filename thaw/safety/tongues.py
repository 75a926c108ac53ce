"""Words of wanting to die in the languages that a notice is written in: asked about in that language, and a yes or a no to it is read."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from thaw.safety.normalise import plain
from thaw.safety.reply import Reply
from thaw.safety.risk_state import GRAVE, Heard, State
from thaw.safety.screen import Signal

_WISHES: Mapping[str, str] = {
    "es": r"quiero morir(?:me)?|quisiera morir(?:me)?|ganas de morir(?:me)?|no quiero (?:vivir|seguir viviendo|estar viv[oa])"
    r"|(?:quiero |voy a )?matarme|me quiero matar"
    r"|me voy a matar|suicidarme|me quiero suicidar|quitarme la vida|quiero estar muert[oa]|acabar con mi vida",
    "fr": r"(?:je )?(?:veux|voudrais) mourir|envie de mourir|(?:veux|voudrais) me tuer|me suicider|veux (?:plus|pas) vivre"
    r"|en finir avec la vie"
    r"|veux être mort(?:e)?|mettre fin à mes jours",
    "de": r"(?:ich )?(?:will|möchte|mag) (?:nur noch )?(?:sterben|tot sein)|will nicht mehr (?:leben|da sein)|nicht mehr leben"
    r"|(?:mich|mir) umbringen"
    r"|umbringen|mich töten|selbstmord|suizid|das leben nehmen|will nicht leben",
    "pt": r"(?:quero|queria) morrer|vontade de morrer|(?:não|nao) (?:quero|aguento) (?:mais )?viver|(?:quero|vou) me matar"
    r"|me suicidar|tirar (?:a )?minha vida"
    r"|quero me suicidar|acabar com a minha vida",
    "it": r"(?:voglio|vorrei) morire|(?:voglia|desiderio) di morire|non voglio (?:più |piu )?vivere|(?:voglio )?uccidermi"
    r"|ammazzarmi|suicidarmi|togliermi la vita"
    r"|farla finita",
}
_DENIED: Mapping[str, str] = {
    "es": r"no (?:me )?",
    "fr": r"(?:ne |pas )",
    "de": r"(?:nicht |kein\w* )",
    "pt": r"(?:não |nao )",
    "it": r"non ",
}
_TELLS = {code: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for code, words in _WISHES.items()}
_NOT = {code: re.compile(rf"(?<!\w){no}(?:{_WISHES[code]})(?!\w)") for code, no in _DENIED.items()}
_OF_ANOTHER = re.compile(
    r"\b(?:mi|mon|ma|mein\w*|meu|minha|mio|mia) (?:\w+ )?(?:amig\w+|herman\w+|hij\w+|frère|sœur|fils|fille|ami\w*|freund\w*"
    r"|bruder|schwester|sohn|tochter|irm\w+|filh\w+|fratello|sorella|figli\w+)\b"
)
WISHES = {code: f"a wish to die in {code}" for code in _WISHES}
_ASKED_IN = {
    "es": "utter_crisis_es",
    "fr": "utter_crisis_fr",
    "de": "utter_crisis_de",
    "pt": "utter_crisis_pt",
    "it": "utter_crisis_it",
}
TOLD_IN = {
    "es": "utter_crisis_told_es",
    "fr": "utter_crisis_told_fr",
    "de": "utter_crisis_told_de",
    "pt": "utter_crisis_told_pt",
    "it": "utter_crisis_told_it",
}
"""What a yes to the question in each language is answered with."""
ASKED = {WISHES[code]: _ASKED_IN[code] for code in _WISHES}
"""What each is answered with."""
_YES = re.compile(
    r"^(?:si|sí|sì|oui|ja|jawohl|sim|claro|vero|doch|leider ja|à veces|a veces|manchmal|parfois|às vezes|as vezes"
    r"|a volte)\b"
)
_NO = re.compile(r"^(?:no|non|nein|não|nao|nunca|nie|jamais|mai)\b")
_FEW = 5


def of_another_tongue(text: str, signal: Signal, state: State) -> Optional[Heard]:
    """What a text in another language says of wanting to die, or answers to having been asked."""
    words = plain(text).replace(",", "")
    code = next((each for each, wish in _TELLS.items() if wish.search(words) and not _only_denied(each, words)), None)
    if code and state.stage not in GRAVE and not _OF_ANOTHER.search(words):
        repeated = ASKED[WISHES[code]] in dict(state.said) and state.pending == "thoughts"
        return Heard(reply="yes") if repeated else Heard(Signal("crisis_ideation", "support", (WISHES[code],)))
    if state.pending == "thoughts" and asked_in(state) and len(words.split()) <= _FEW:
        reply: Optional[Reply] = "yes" if _YES.match(words) else "no" if _NO.match(words) else None
        return Heard(reply=reply) if reply else None
    return None


def asked_in(state: State) -> Optional[str]:
    """The language, other than English, in which thoughts of suicide were asked about; None if they weren't."""
    return next((code for code, asked in _ASKED_IN.items() if asked in dict(state.said)), None)


def asked_again(state: State) -> Optional[str]:
    """The response that asks in that language; None if it was English."""
    code = asked_in(state)
    return _ASKED_IN[code] if code else None


def _only_denied(code: str, words: str) -> bool:
    """Whether the wish is denied: "no quiero morir"; what is no wish to live is none of these."""
    return bool(_NOT[code].search(words)) and not _TELLS[code].search(_NOT[code].sub(" ", words))
