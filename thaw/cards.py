"""Cards of a visitor's own words: lines of `data/responses/cards.yml`, each put in or left out, then shown as one text to copy.

Nothing of a card is kept: where it stands travels in the ids of the choices themselves, and no turn of it is recorded
(`thaw/channels/one_turn.py`). What is stored of an offer leads to the first line only (`without_picks`), so that a typed answer which
reaches a process that has not shown the line begins anew. A typed text never gets into a card. No Rasa here, no network, no database.
"""

from __future__ import annotations

import json
import re
import secrets
from typing import Any, Mapping, NamedTuple, Optional, Sequence

from thaw.responses import responses
from thaw.taken_back import settled

NAMES = ("session", "prescriber", "partner", "someone")
_STATE = r"(?P<name>[a-z]+)\.(?P<picks>\d*)\.(?P<shown>\d)"
_PAYLOAD = re.compile(r'^/make_card\{"card": "' + _STATE + r'"\}$')
_ID = re.compile(rf"^card\.{_STATE}\.(?P<once>[\w-]+)$")
_SHORT = 3
"""Words up to which a "yes" or a "no" is about the line that is shown."""

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_LINE = r"(?:it|this|that|them|(?:(?:the|this|that) )?(?:(?P<which>last|previous|first|second|third|fourth|fifth) )?(?:one|line))"
_PUT_IN = re.compile(rf"(?:put|have|add|keep|include|use|take|leave(?=.* in$)) {_LINE}(?: back)?(?: in| too| as well| after all)*")
_LEFT_OUT = re.compile(rf"(?:drop|remove|skip|cut|not|(?:leave|take|keep)(?=.* out$))(?: {_LINE})?(?: out)?")
_ASKING = r"^(?:(?:ok|okay|no|yes|and|but|please|actually|can you|could you|i want to|id like to|lets|just|also) )*"
_POLITE = r"(?: (?:please|pls|thanks|then|again))*$"


class Card(NamedTuple):
    """Where a card stands.

    `picks` has a digit for each line decided: 0 for one left out, else the number of its wording, counted from 1. `shown` is the
    wording of the next line that is shown, counted from 0.
    """

    name: str
    picks: str = ""
    shown: int = 0

    @property
    def payload(self) -> str:
        """What stands behind a choice that leads here."""
        return "/make_card" + json.dumps({"card": f"{self.name}.{self.picks}.{self.shown}"})


class Said(NamedTuple):
    """What to say: a response with its wording, the line it shows, its choices; or a whole card, to copy."""

    response: str = ""
    wording: int = 0
    line: str = ""
    buttons: Sequence[Mapping[str, str]] = ()
    card: str = ""


def lines(name: str) -> list[list[str]]:
    """The lines of a card in order, each in its wordings."""
    said, count = responses(), 1
    found = []
    while f"utter_card_{name}_{count}" in said.names:
        found.append([each.text for each in said.variations(f"utter_card_{name}_{count}")])
        count += 1
    return found


def begun(name: object) -> Card:
    """The card of that name before its first line."""
    return Card(str(name) if name in NAMES else NAMES[0])


def read(payload: str) -> Optional[Card]:
    """The card under way that a choice's payload leads to, or None if the payload is something else."""
    return _checked(_PAYLOAD.match(payload))


def choice_id(payload: str) -> Optional[str]:
    """The id of a choice of a card under way. It holds all there is to know, so it is not stored; None for other payloads."""
    card = read(payload)
    return card and f"card.{card.name}.{card.picks}.{card.shown}.{secrets.token_urlsafe(6)}"


def behind(choice: str) -> Optional[str]:
    """The payload behind the id of a choice of a card, or None for other ids."""
    card = _checked(_ID.match(choice))
    return card and card.payload


def begin(name: object) -> list[dict[str, str]]:
    """The choices under what is said before the first line: to see it, or not now."""
    titles = _titles()
    return [{"title": titles["first"], "payload": begun(name).payload}, {"title": titles["leave"], "payload": "/stop"}]


def without_picks(offered: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What may be kept of an offer: of a card the way to its first line, whatever was decided, and nothing else of it."""
    under_way = next((card for each in offered if (card := read(each["payload"]))), None)
    if under_way is None:
        return [dict(each) for each in offered]
    first, leave = begin(under_way.name)
    # So that what a process remembers of an earlier line is not taken for this one.
    first["once"] = secrets.token_urlsafe(6)
    return [first, *(dict(each) for each in offered if not read(each["payload"]) and each["payload"] != leave["payload"]), leave]


def id_without_picks(choice: str) -> str:
    """The id of the way to a card's first line, given one further on; other ids as they are. Two ids that differ stay different."""
    match = _ID.match(choice)
    return f"card.{match['name']}..0.{match['once']}" if match else choice


def typed(text: str, reply: Optional[str], offered: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """The payload that a typed answer to a line means, for channels without buttons; None if it means none of them."""
    ways = [each for each in offered if read(each["payload"])]
    if not ways:
        return None
    plain = _bare(text)
    for number, each in enumerate(ways, 1):
        if plain in (_bare(each["title"]), str(number)):
            return str(each["payload"])
    if plain in {_bare(each["title"]) for each in offered if not read(each["payload"])}:
        # "Not now" under the way in, "Skip" under a question that is asked again below it.
        return None
    if [each["title"] for each in ways] == [_titles()["first"]] and plain in {_bare(title) for title in _titles().values()}:
        # Another process showed the line that this is about: the card begins anew.
        return str(ways[0]["payload"])
    decided = _decided(text, ways)
    if decided:
        return decided
    if reply not in ("yes", "no") or len(plain.split()) > _SHORT:
        return None
    meant = ("in", "first") if reply == "yes" else ("skip",)
    return next((str(each["payload"]) for each in ways if each["title"] in [_titles()[way] for way in meant]), None)


def _decided(text: str, ways: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """The payload of a typed decision on the line that is shown, or on one before it ("leave the first one out"); None if it is none."""
    leads = {each["title"]: str(each["payload"]) for each in ways}
    put_in, skip = leads.get(_titles()["in"]), leads.get(_titles()["skip"])
    now, said = read(put_in or ""), settled(text)
    plain = re.sub(_POLITE, "", re.sub(_ASKING, "", _bare(said.text)))
    out = _LEFT_OUT.fullmatch(plain)
    match = out or _PUT_IN.fullmatch(plain)
    if not (now and match):
        return None
    decided, shown = now.picks[:-1], int(now.picks[-1]) - 1
    which = match["which"] or ("last" if said.of_before else None)
    place = len(decided) - 1 if which in ("last", "previous") else _ORDINALS.get(str(which), len(decided))
    if place == len(decided):
        return skip if out else put_in
    if not 0 <= place < len(decided):
        return None
    kept = decided[place] if decided[place] != "0" else "1"
    return Card(now.name, decided[:place] + ("0" if out else kept) + decided[place + 1 :], shown).payload


def say(card: Card) -> list[Said]:
    """The next line with its choices; after the last one the card."""
    all_lines = lines(card.name)
    done = len(card.picks)
    if done < len(all_lines):
        wordings = all_lines[done]
        return [Said("utter_card_step", done + card.shown, wordings[card.shown], _ways(card, len(all_lines), len(wordings)))]
    picked = [wordings[int(pick) - 1] for wordings, pick in zip(all_lines, card.picks, strict=False) if pick != "0"]
    again = [{"title": _titles()["again"], "payload": "/make_card" + json.dumps({"card": card.name})}]
    if not picked:
        return [Said("utter_card_empty", buttons=again)]
    return [Said("utter_card_done", int(card.picks)), Said(card="\n".join(picked)), Said("utter_card_kept", int(card.picks), buttons=again)]


def _ways(card: Card, count: int, wordings: int) -> list[dict[str, str]]:
    """Put the line in, see it in other words, leave it out, or end here; before anything is put in, leave it be."""
    titles = _titles()
    ways = [("in", Card(card.name, f"{card.picks}{card.shown + 1}").payload)]
    if wordings > 1:
        ways.append(("other", card._replace(shown=(card.shown + 1) % wordings).payload))
    ways.append(("skip", Card(card.name, f"{card.picks}0").payload))
    ways.append(("enough", Card(card.name, card.picks.ljust(count, "0")).payload) if card.picks.strip("0") else ("leave", "/stop"))
    return [{"title": titles[way], "payload": payload} for way, payload in ways]


def _titles() -> dict[str, str]:
    """What the choices of a card are called, by the way they lead."""
    buttons = responses().variations("utter_card_ways")[0].buttons
    return {str(json.loads(button.payload.partition("/make_card")[2])["card"]): button.title for button in buttons}


def _checked(match: Optional[re.Match[str]]) -> Optional[Card]:
    """The card that the match names, if there is such a one."""
    if not match or match["name"] not in NAMES:
        return None
    card = Card(match["name"], match["picks"], int(match["shown"]))
    all_lines = lines(card.name)
    if len(card.picks) > len(all_lines) or any(int(pick) > len(wordings) for wordings, pick in zip(all_lines, card.picks, strict=False)):
        return None
    fits = card.shown < len(all_lines[len(card.picks)]) if len(card.picks) < len(all_lines) else not card.shown
    return card if fits else None


def _bare(text: str) -> str:
    return re.sub(r"[^\w\s]", "", text.lower()).strip()
