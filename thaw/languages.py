"""Which language a text that is no English is in, by its function words; and whether an English one asks which languages are understood."""

from __future__ import annotations

import re
from typing import Collection, Optional

ENOUGH = 0.3
"""Share of a text's words that must be a language's function words: fewer are found in a neighbour's language, too."""
FEW = 2
"""Words up to which a single function word says it."""
_WORDS = {
    "es": "el los las lo un una unos y o pero que qué porque pq no ni sí me te se le mi mis tu su es son está estoy estás eres soy hay"
    " he ha nada todo muy más ya por para con sin del al de en a la cómo como cuando desde hace hola gracias buenas buenos tardes"
    " noches puedo puedes tengo tienes quiero ayuda siento siente hablas hablar español necesito esto eso vivo quisiera hablo morir matarme"
    " ayúdame ayudame inglés ingles",
    "fr": "le la les des du de un une et ou mais que qui ne n pas je j tu il elle nous vous on me m te se mon ma mes ton ta est suis es"
    " êtes c ce cette veux ressens ai rien plus très tout pour avec sans depuis en à y bonjour bonsoir salut merci peux pouvez"
    " parler parlez parles français ça dans au aux si l d qu s a",
    "de": "der die das den dem ein eine und oder aber ich du er sie wir ihr nicht nichts kein keine ist bin bist sind habe hab hat mein"
    " meine mich mir mit ohne für seit wie was warum hallo danke guten bitte kann kannst sprichst sprechen deutsch mehr es zu auf"
    " an alles noch nur will fühle schon von im gar",
    "pt": "o a os as um uma e ou mas que não nem sim eu você vc vocês ele ela me meu minha é sou está estou tô nada tudo muito mais já"
    " por pra para com sem do da dos das no na de se em como quando desde olá oi obrigado obrigada bom boa dia posso pode falar"
    " fala português sinto quero isso isto",
    "it": "il lo la i gli le un una e o ma che non sì io tu lui lei mi ti si mio mia è sono sei ho hai ha niente nulla tutto molto più"
    " già per con senza di a del della da in come quando ciao grazie buongiorno buonasera posso puoi parlare parla parli italiano"
    " sento voglio mai qualcuno ancora anche",
}
NOTICES = {
    "es": "utter_non_english",
    "fr": "utter_non_english_fr",
    "de": "utter_non_english_de",
    "pt": "utter_non_english_pt",
    "it": "utter_non_english_it",
}
"""The response that says in which language this program reads, with a line in the visitor's."""
GOES_ON = 4
"""Words up to which a message after such a notice goes on in that language, if one of them is a word of it."""
_ENGLISH_TOO = frozenset(
    re.findall(r"\w+", "a am an as by come con die do he i in is it la las me men no non o on per por so son te un was")
)
"""Words of theirs that stand in an English message as well."""
_YES = "si"
"""Without its accent, in which other languages have it for something else."""
_FUNCTION_WORDS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_ONLY_IN = {"es": re.compile("[ñ¿¡]"), "pt": re.compile("[ãõ]"), "de": re.compile("ß"), "fr": re.compile(r"œ|î|êt|mêm|è\w|\bç|\boù\b")}
"""Letters of one of them and of no other: Italian has an è too, but at a word's end, and Portuguese a ç, but at none's beginning."""
_WORD = re.compile(r"[^\W\d_]+")

NAMED = (
    r"(?:english|spanish|espanol|español|french|german|italian|portuguese|polish|russian|ukrainian|arabic|farsi|persian|turkish|hindi|urdu"
    r"|bengali|punjabi|tamil|mandarin|cantonese|chinese|japanese|korean|vietnamese|tagalog|dutch|swedish|greek|hebrew|romanian"
    r"|(?:my|any other|another|other)"
    r" languages?)"
)
_ASKS = re.compile(
    rf"\b(?:you|u|ya|it|this|bot|program|chat)(?: \w+){{0,2}} (?:speak|talk|understand|write|read|answer|reply|know|chat)s?\b"
    rf"(?: (?:in|any|also|some|a little|a bit of))* {NAMED}\b"
    rf"|\b(?:which|what|how many)(?: other)? languages?\b"
    rf"|\b(?:can|could|may) (?:i|we)\b(?: \w+){{0,4}} in {NAMED}\b"
    rf"|^(?!.*\b(?:i|my|me|we)\b).*\bin {NAMED}\b(?: (?:also|too))?(?: (?:possible|please|pls|ok|okay)\b|\s*\?)"
)
_OF_SOMEONE_ELSE = re.compile(
    r"\b(?:therap\w+|clinicians?|counsell?\w*|psych\w+|doctors?"
    r"|someone|somebody|anyone|person|lines?|call|my (?:wife|husband|mum|mom|dad))\b"
)


def language_of(text: str) -> Optional[str]:
    """The language (ISO 639-1) of a text that is no English, if it is surely one that a notice is written in."""
    words = _WORD.findall(text.lower())
    found = {code: sum(word in known for word in words) for code, known in _FUNCTION_WORDS.items()}
    marked = [code for code, letters in _ONLY_IN.items() if letters.search(text.lower())]
    if len(marked) == 1:
        found[marked[0]] += 2
    best, second = sorted(found, key=lambda code: -found[code])[:2]
    is_sure = found[best] > max(found[second], 1 if len(words) > FEW else 0)
    return best if is_sure and found[best] >= ENOUGH * len(words) else None


def goes_on_in(text: str, last: Collection[str]) -> Optional[str]:
    """The language of the notice that was given last, if a short text goes on in it: "sí", "no hablo inglés".

    Args:
        text: the visitor's words.
        last: the responses of the last answer.
    """
    words = _WORD.findall(text.lower())
    given = next((code for code, notice in NOTICES.items() if notice in last), None)
    if given is None or len(words) > GOES_ON:
        return None
    known = (_FUNCTION_WORDS[given] - _ENGLISH_TOO) | {_YES}
    return given if any(word in known for word in words) else None


def asks_for_a_language(text: str) -> bool:
    """Whether an English text asks if this program speaks another language, or which ones."""
    plain = text.lower().replace("’", "'").strip(" .!")
    return bool(_ASKS.search(plain)) and not _OF_SOMEONE_ELSE.search(plain)
