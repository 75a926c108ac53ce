"""How often people who are numb and in no danger are asked about danger in ten turns, and how often those who tell of it are answered:
whole chats, through a running server.

`python -m evaluation.chats [--in F.json] [--out P.jsonl]`: a list of `{"id", "turns": [texts]}` in, in chats of people in danger with
`"told": [turns]`, `{"id", "told", "asked": [{"turn", "level"}]}` lines out. The scorecard publishes the shares.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any, Mapping, Optional, Sequence

import aiohttp

from bench.visitors import Thaw
from evaluation import files
from evaluation.wilson import Share
from thaw import logs
from thaw.responses import responses
from thaw.settings import ROOT
from thaw.train import train

NUMB_CHATS = ROOT / "tests" / "heldout" / "numb-chats.json"
"""Thirty visitors by a hand that saw nothing else of the project."""
SEEN_CHATS = NUMB_CHATS.with_name("seen-chats.json")
"""Ninety-two by two more such hands, a third of them in danger; when a suspicion is asked about was chosen with an eye on their answers."""
THIRD_CHATS = NUMB_CHATS.with_name("third-chats.json")
"""Fifty-two by a fourth hand, twelve in danger; what went wrong in every other one was looked at."""
LINES = (
    "utter_crisis_hinted",
    "utter_crisis_line_short",
    "utter_crisis_line_urgent",
    "utter_static_crisis",
    "utter_line_for_the_young",
    "utter_where_help_is_now",
)
"""Crisis messages that stand beside an answer and ask nothing."""


def level_of(messages: Sequence[Mapping[str, Any]]) -> Optional[str]:
    """The level of an answer that is about a danger; None where there is no more of it than the line that stays in view."""
    beside = {opening(part) for name in LINES for each in responses().variations(name) for part in each.text.split("\n\n")}
    levels = [each["level"] for each in messages if each["kind"] == "crisis" and opening(each["text"]) not in beside]
    return max(levels, key=("ask", "support", "urgent").index) if levels else None


def opening(text: str) -> str:
    """What a message begins with, before anything in it that is filled in."""
    return text.split("{")[0].strip()[:40]


async def alarms(server: Thaw, client: aiohttp.ClientSession, turns: list[str]) -> list[dict[str, Any]]:
    """The turns of one chat at which it came to be about a danger, counted from 1, with the level."""
    conversation = await server.begin(client)
    found, before = [], None
    for number, text in enumerate(turns, start=1):
        async with client.post(
            f"{server.url}/webhooks/site/messages", json={"text": text}, headers=conversation, raise_for_status=True
        ) as answer:
            level = level_of((await answer.json())["messages"])
        if level and not before:
            found.append({"turn": number, "level": level})
        before = level
    return found


async def held(chats: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Hold the chats with a server of their own."""
    server = Thaw()
    await server.start()
    try:
        async with aiohttp.ClientSession() as client:
            return [
                {"id": chat["id"], "told": chat.get("told", []), "asked": await alarms(server, client, chat["turns"])} for chat in chats
            ]
    finally:
        server.stop()


def asked(path: Path = NUMB_CHATS) -> list[dict[str, Any]]:
    """Which turns of which chats were answered with a crisis message."""
    logs.configure("WARNING")
    train()
    return asyncio.run(held(json.loads(path.read_text(encoding="utf-8"))))


def shares(found: list[dict[str, Any]]) -> tuple[Share, Share]:
    """The chats in no danger that were asked or alarmed at all, and those more than once."""
    numb = [each["asked"] for each in found if not each["told"]]
    return Share(sum(map(bool, numb)), len(numb)), Share(sum(len(asked) > 1 for asked in numb), len(numb))


def answered(found: list[dict[str, Any]]) -> Share:
    """The chats in which danger was told, and answered in that turn or the next."""
    told = [each for each in found if each["told"]]
    near = [any(alarm["turn"] - turn in (0, 1) for alarm in each["asked"] for turn in each["told"]) for each in told]
    return Share(sum(near), len(told))


def main() -> None:
    """Hold the chats and say what came of them."""
    parser = argparse.ArgumentParser(description="Hold whole chats of people in no danger, and tell which were asked about it.")
    parser.add_argument("--in", dest="source", type=Path, default=NUMB_CHATS, help='JSON: a list of {"id", "turns": [texts]}')
    parser.add_argument("--out", dest="target", type=Path, help="JSONL to write")
    given = parser.parse_args()
    found = asked(given.source)
    if given.target:
        files.write(given.target, found)
    at_all, twice = shares(found)
    print(f"In no danger: asked or alarmed at all {at_all}, more than once {twice}. In danger: answered {answered(found)}.")


if __name__ == "__main__":
    main()
