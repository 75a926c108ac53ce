"""A hand-off talked through: a visitor's steps, and what they and the matching flow then have."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import sqlalchemy as sa
from site_client import ROOT, Thaw, Visitor, crisis, kinds, labels, text_of

SECRET = "the-matching-flows-secret-for-tests"
FLOW = {
    "THAW_MATCHING_SECRET": SECRET,
    "THAW_MATCHING_URL": "http://127.0.0.1:9/matching",
    "THAW_MATCHING_WITHDRAWAL_URL": "http://127.0.0.1:9/withdrawals",
}
"""The settings of a flow that nobody answers for."""
ASKED = 9
"""Questions for someone who has not been in therapy."""
SCHEMA = json.loads((ROOT / "docs" / "handoff.v1.schema.json").read_text(encoding="utf-8"))


def walk(they: Visitor, *steps: str) -> Visitor:
    for step in steps:
        they.choose(step[1:]) if step.startswith("#") else they.say(step)
    return they


def receipt(messages: list[dict[str, Any]]) -> dict[str, Any]:
    found = [message for message in messages if message.get("stage") == "receipt"]
    assert len(found) == 1, f"no receipt in {kinds(messages)}: {text_of(messages)}"
    return found[0]


def lines(messages: list[dict[str, Any]]) -> dict[str, str]:
    return {line["label"]: line["value"] for line in receipt(messages)["summary"]}


def ready(messages: list[dict[str, Any]]) -> dict[str, Any]:
    found = [message for message in messages if message.get("stage") == "ready"]
    assert found, f"no link in {kinds(messages)}: {text_of(messages)}"
    return found[0]


def id_in(message: dict[str, Any]) -> str:
    return parse_qs(urlsplit(message["url"]).query)["handoff"][0]


def redeem(thaw: Thaw, hand_off_id: str) -> httpx.Response:
    url = f"{thaw.url}/webhooks/matching/handoffs/redeem"
    return httpx.post(url, json={"id": hand_off_id}, headers={"Authorization": f"Bearer {SECRET}"})


def database(thaw: Thaw) -> str:
    """Everything in the database, as text."""
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as connection:
        tables = sa.inspect(engine).get_table_names()
        found = str([connection.exec_driver_sql(f"select * from {table}").all() for table in tables])
    engine.dispose()
    return found


def consents(thaw: Thaw) -> int:
    engine = sa.create_engine(f"sqlite:///{thaw.folder}/thaw.db")
    with engine.connect() as connection:
        count = int(connection.exec_driver_sql("select count(*) from handoff").scalar_one())
    engine.dispose()
    return count


def press(they: Visitor, choice_id: str) -> list[dict[str, Any]]:
    answer = they.post({"choice": choice_id})
    assert answer.status_code == 200, answer.text
    they.last = answer.json()["messages"]
    return they.last


def asks_about_time(messages: list[dict[str, Any]]) -> bool:
    return "A few weeks" in labels(messages)


def waits(messages: list[dict[str, Any]]) -> bool:
    """Whether the hand-off says that it waits, and shows nothing of itself."""
    said = text_of(messages)
    return ("wait for now" in said or "is paused here" in said) and "handoff" not in kinds(messages) and "Skip" not in labels(messages)


def asked_about_risk(they: Visitor, words: str) -> str:
    """Say words at which risk is asked about; the choice that denies it."""
    assert crisis(they.say(words))
    return they.choice("No")
