"""The messages of `docs/site-channel.md` as a messenger shows them: texts within its limits, with buttons or with numbers.

Pure. Every kind has its form here, once for all channels; a channel only says how long a text may be and whether it has buttons.
"""

from __future__ import annotations

import re
from typing import Any, Iterator, Mapping, NamedTuple, Optional, Sequence

from thaw.channels.numbers import REMOVE
from thaw.responses import responses

Json = Mapping[str, Any]

MOST_REPLIES, LONGEST_REPLY, LONGEST_OVER_REPLIES = 3, 20, 1024
"""Reply buttons of a WhatsApp message that nobody approved beforehand, characters of each, and of the line over them."""
_BREAKS = ("\n\n", "\n")
_SENTENCE_END = re.compile(r"(?<=[.?!:…])\s|(?<=[.?!…][\"”’'])\s")


class Button(NamedTuple):
    """A choice under a text: what it says, and its opaque id."""

    label: str
    id: str


class Part(NamedTuple):
    """One message to send."""

    text: str
    buttons: Sequence[Button] = ()
    instead: str = ""
    """What to send if the platform does not take the buttons: with their numbers. Nothing, if those were sent before."""


class Shown(NamedTuple):
    """What to send in order, and which choices the numbers in it stand for."""

    parts: list[Part]
    numbers: dict[str, str]


def shown(messages: Sequence[Json], longest: int, has_buttons: bool, hint: bool = False, has_replies: bool = False) -> Shown:
    """A turn's messages in the form of a channel.

    Args:
        messages: as the renderer made them.
        longest: characters (UTF-16 units) of a text.
        has_buttons: whether choices can stand under a text; else they are numbered in it.
        hint: whether to say how a numbered choice is taken.
        has_replies: whether a few choices can stand under a line all the same. Typed numbers choose from them too.
    """
    numbering = _Numbering(messages)
    parts: list[Part] = []
    said: list[str] = []
    must_hint = False

    def flush(buttons: Sequence[Button] = ()) -> None:
        pieces = split("\n\n".join(said), longest)
        said.clear()
        parts.extend(Part(piece) for piece in pieces[:-1])
        parts.extend(Part(piece, buttons) for piece in pieces[-1:])

    for message in messages:
        if message.get("copy"):
            # By itself, as a messenger copies a whole message.
            flush()
        said.append("\n".join(_lines(message)))
        choices = [Button(each["label"], each["id"]) for each in message.get("choices", ())]
        if has_buttons:
            buttons = [*_removals(message), *choices]
            if buttons:
                flush(buttons)
        elif choices:
            numbered = "\n".join([*numbering.lines(choices), *_removal_hint(message)])
            replies = _replies(choices) if has_replies else []
            if replies and _carries(message, said[-1], choices, replies):
                body = said.pop()
                flush()
                parts.append(Part(body, replies, f"{body}\n\n{numbered}"))
            else:
                said.append(numbered)
                must_hint = not replies
            if replies and said:
                # Where they matter most, and where their labels are cut, the choices can be read whether or not the buttons arrive.
                flush()
                parts.append(Part(_hint("utter_channel_pick", 1), replies))
        if message.get("copy"):
            flush()
    if hint and must_hint:
        said.append(_hint("utter_channel_pick"))
    flush()
    return Shown(parts, {**numbering.removals, **({} if has_buttons else numbering.numbers)})


def _replies(choices: Sequence[Button]) -> list[Button]:
    """The choices as reply buttons, their labels cut where they are too long; none if they are too many or look alike then."""
    cut = [Button(_cut(each.label), each.id) for each in choices]
    return cut if len(cut) <= MOST_REPLIES and len({each.label.lower() for each in cut}) == len(cut) else []


def _cut(label: str) -> str:
    if len(label) <= LONGEST_REPLY:
        return label
    head = label[: LONGEST_REPLY - 1]
    return (head[: head.rfind(" ")] if " " in head else head) + "…"


def _carries(message: Json, text: str, choices: Sequence[Button], replies: Sequence[Button]) -> bool:
    """Whether a message's own text can stand over its reply buttons, and needs no numbers beside them."""
    is_prose = (
        message["kind"] in ("text", "notice", "choices") and not re.search(r"[\n\t]|\s{4}", text) and len(text) <= LONGEST_OVER_REPLIES
    )
    return is_prose and list(choices) == list(replies)


def split(text: str, longest: int) -> list[str]:
    """A text in pieces of at most `longest` UTF-16 units: parted between paragraphs, else lines, else sentences, else words."""
    pieces = []
    rest = text.strip()
    while rest:
        piece = _head(rest, longest)
        pieces.append(piece.strip())
        rest = rest[len(piece) :].strip()
    return pieces


def _head(text: str, longest: int) -> str:
    """The first piece of a text."""
    fits = _fitting(text, longest)
    if fits == len(text):
        return text
    window = text[:fits]
    for mark in _BREAKS:
        if window.rfind(mark) > 0:
            return window[: window.rfind(mark)]
    ends = [match.start() for match in _SENTENCE_END.finditer(text[: fits + 1]) if 0 < match.start() <= fits]
    if ends:
        return window[: ends[-1]]
    return window[: window.rfind(" ")] if window.rfind(" ") > 0 else window


def _fitting(text: str, longest: int) -> int:
    """How many of a text's characters are at most `longest` UTF-16 units, in which Telegram counts."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > longest:
            return max(1, place)
    return len(text)


def _lines(message: Json) -> Iterator[str]:
    """The lines of one message, without its choices."""
    yield message["text"]
    kind = message["kind"]
    if kind == "exercise":
        yield ""
        yield from (f"• {step}" for step in message["steps"])
        yield ""
        yield _hint("utter_channel_timer")
    elif kind == "link":
        yield f"{message['label']}: {message['url']}"
    elif kind == "handoff" and message["stage"] == "receipt":
        yield ""
        yield from (f"{number}. {line['label']}: {line['value']}" for number, line in enumerate(message["summary"], 1))
    elif kind == "handoff":
        yield message["url"]
    elif kind == "crisis":
        for service in message["services"]:
            yield ""
            yield f"{service['name']} ({service['hours']})" if service["hours"] else service["name"]
            yield from (_contact(contact) for contact in service["contacts"])


def _contact(contact: Json) -> str:
    """A way to reach a service, with what a phone makes tappable: its number or its address in full."""
    label, href = str(contact["label"]), str(contact["href"])
    scheme, _, rest = href.partition(":")
    if scheme not in ("tel", "sms"):
        return f"{label}: {href}"
    number = rest.partition("?")[0]
    written = re.sub(r"\D", "", label)
    return label if re.sub(r"\D", "", number).endswith(written) and written else f"{label}: {number}"


def _removals(message: Json) -> list[Button]:
    """The buttons that take a line out of a receipt."""
    title = responses().variations("utter_hand_off_fields")[0].text
    return [Button(title.replace("{label}", line["label"]), line["remove"]) for line in message.get("summary", ())]


def _removal_hint(message: Json) -> list[str]:
    return [_hint("utter_channel_remove")] if message.get("summary") else []


def _hint(name: str, number: int = 0) -> str:
    return responses().variations(name)[number].text


class _Numbering:
    """Numbers the choices of a turn. What is a number already keeps it, and a receipt's lines have theirs before them."""

    def __init__(self, messages: Sequence[Json]) -> None:
        choices = [each for message in messages for each in message.get("choices", ())]
        self.numbers = {each["label"]: each["id"] for each in choices if each["label"].isdigit()}
        lines = [line for message in messages for line in message.get("summary", ())]
        self.removals = {f"{REMOVE}{number}": line["remove"] for number, line in enumerate(lines, 1)}
        self._next = max([len(lines), *(int(number) for number in self.numbers)]) + 1

    def lines(self, choices: Sequence[Button]) -> list[str]:
        """The choices of one message as lines."""
        found: list[str] = []
        own: list[str] = [each.label for each in choices if each.label.isdigit()]
        if own:
            found.append(" / ".join(own))
        for each in choices:
            if each.label.isdigit():
                continue
            self.numbers[str(self._next)] = each.id
            found.append(f"{self._next} {each.label}")
            self._next += 1
        return found


def part_to_json(part: Part) -> dict[str, Any]:
    """For the outbox."""
    return {"text": part.text, "buttons": [list(button) for button in part.buttons], "instead": part.instead}


def part_from_json(kept: Json) -> Optional[Part]:
    """From the outbox; None if there is no text in it."""
    if "text" not in kept:
        return None
    return Part(kept["text"], [Button(*button) for button in kept["buttons"]], kept.get("instead", ""))
