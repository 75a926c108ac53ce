"""What a visitor mentions of their life ("my wife", "I used to paint"), kept as entities: answers take it up turns later.

The words stand in `data/mentions.yml`. Nothing is kept of a message that the safety screen answered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Dict, List, Sequence, Tuple, Type

from pydantic import BaseModel, Extra, Field
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from thaw.data import DATA
from thaw.english import STOP_WORDS, PhraseMatcher, english
from thaw.files import read_yaml
from thaw.memory import give_back
from thaw.nlu.bereaved import died, names_only_someone, nobody_died, someone
from thaw.nlu.featurizer import is_payload
from thaw.nlu.stateless import Stateless

FILE = DATA / "mentions.yml"


class Mention(BaseModel):
    """One thing that can be mentioned: the entity, its value as an answer may say it, and the phrases that mean it.

    What was once enjoyed is said in the past and of oneself: `things` follow "I used to love", `doing` follows "I used to".
    """

    entity: str = Field(regex=r"^[a-z]+$")
    value: str
    phrases: List[str] = []
    things: List[str] = []
    doing: List[str] = []

    class Config:
        extra = Extra.forbid


class MentionsFile(BaseModel):
    """The whole file. `people` and `pets` are read by `thaw/nlu/bereaved.py`.

    `never` holds phrases that are none, `gone` and `losing` what turns a partner into none ("my wife passed", "lost my wife").

    `loving` holds the ways to say that one loved a thing, `between` the words that may stand before the thing ("my long walks").
    """

    version: int
    people: List[str] = []
    pets: List[str] = []
    never: List[str]
    gone: List[str] = []
    losing: List[str] = []
    loving: List[str] = Field(min_items=1)
    between: List[str] = Field(min_items=1)
    mentions: List[Mention]

    class Config:
        extra = Extra.forbid


PARTNER, DIED, SOMEONE, NOTICED = "partner", "died", "someone", "noticed"
_FORMER = re.compile(r"\b(?:ex|former)[ -](?:wife|husband|partner|girlfriend|boyfriend|gf|bf|fianc[eé]e?)\b", re.IGNORECASE)
"""A partner who is none any more, also where the word is put right: "my husband, ex husband I should say"."""
_OF_ONESELF = r"(?:^|[^\w\s']\s*|\n\s*|\b(?:i|and|but|also|really|always) )"
"""What comes before "used to" where it is said of oneself: neither "my wife used to" nor "I never used to"."""
_WHOLE_THING = rf"(?=\s*(?:$|[^\w\s'-]|(?:{'|'.join(sorted(word for word in STOP_WORDS if word.isalpha()))}|anymore|tho)\b))"
"""What follows a thing that is meant itself: "music teacher" is no music."""


class Mentions:
    """Finds mentions in a text, whatever their case: phrases by spaCy's PhraseMatcher, what was once enjoyed by its sentence."""

    def __init__(self, file: MentionsFile) -> None:
        self._language = english()
        self._mentions = file.mentions
        self._matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        for number, mention in enumerate(file.mentions):
            self._matcher.add(str(number), [self._language.make_doc(phrase) for phrase in mention.phrases])
        partners = [phrase for mention in file.mentions if mention.entity == PARTNER for phrase in mention.phrases]
        never = [*file.never, *(f"{who}{'' if how.startswith(chr(39)) else ' '}{how}" for who in partners for how in file.gone)]
        never += [f"{how} {who}" for who in partners for how in file.losing]
        self._matcher.add("never", [self._language.make_doc(phrase) for phrase in never])
        self._once = re.compile(
            rf"{_OF_ONESELF}used to (?:(?:{_any(file.loving)})(?: (?:{_any(file.between)}))*"
            rf" (?:{'|'.join(f'(?P<t{n}>{_any(each.things)})' for n, each in enumerate(file.mentions) if each.things)})"
            rf"|(?:{'|'.join(f'(?P<d{n}>{_any(each.doing)})' for n, each in enumerate(file.mentions) if each.doing)})){_WHOLE_THING}"
        )

    def __call__(self, text: str) -> Dict[str, str]:
        """What is mentioned: value by entity, of each the first."""
        plain = text.replace("’", "'")
        doc = self._language.make_doc(plain)
        found: Dict[str, str] = {}
        spans = sorted((start, end, doc.vocab.strings[key]) for key, start, end in self._matcher(doc))
        never = [(start, end) for start, end, name in spans if name == "never"]
        for start, end, name in spans:
            if name == "never" or any(start < stop and begin < end for begin, stop in never):
                continue
            mention = self._mentions[int(name)]
            found.setdefault(mention.entity, mention.value)
        if _FORMER.search(plain):
            found.pop(PARTNER, None)
        for match in self._once.finditer(re.sub(r"[^\S\n]+", " ", plain.lower())):
            mention = self._mentions[int(str(match.lastgroup)[1:])]
            found.setdefault(mention.entity, mention.value)
        return found


def _any(words: Sequence[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def mentions() -> Mentions:
    """The mentions of `data/mentions.yml`, read once."""
    loaded = Mentions(MentionsFile.parse_obj(read_yaml(FILE)))
    give_back()
    return loaded


def _of_people(text: str, after_a_loss: bool = False) -> List[Tuple[str, str]]:
    """Who died, and whom a text speaks of first. Right after an answer to a loss, who is named by itself is the one who died."""
    dead = someone(text) if after_a_loss and names_only_someone(text) else died(text)
    spoken_of = someone(text, but=dead)
    return [*([(DIED, dead)] if dead else []), *([(SOMEONE, spoken_of)] if spoken_of else [])]


def _mourned(message: Message) -> bool:
    """Whether the last answer was to a loss."""
    return any(each.startswith("utter_numb_after_loss") for each in (message.get("metadata") or {}).get("last") or ())


def _taken_back(text: str) -> List[Tuple[str, str]]:
    """What is a mention no more: a partner who is an ex by now, a death that was none. Its empty value empties the slot."""
    return [*([(PARTNER, "")] if _FORMER.search(text) else []), *([(DIED, "")] if nobody_died(text) else [])]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class MentionExtractor(Stateless, EntityExtractorMixin):
    """Adds the mentions of a typed text to its entities."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """None."""
        return []

    def process(self, messages: List[Message]) -> List[Message]:
        """Read the messages that a visitor typed."""
        for message in messages:
            text = message.get(TEXT)
            if not text or is_payload(message) or ((message.get("metadata") or {}).get("safety") or {}).get("act"):
                continue
            found = [
                {"entity": entity, "value": value, "start": 0, "end": 0, "extractor": type(self).__name__}
                for entity, value in (*mentions()(text).items(), *_of_people(text, _mourned(message)), *_taken_back(text))
            ]
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages
