"""Telegram: who may call, what its updates say, and what is sent to its Bot API."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Optional

import aiohttp
import pytest
from platforms import TELEGRAM_SECRET, TELEGRAM_TOKEN, Answer, OnTelegram, Platforms
from served import Served
from site_client import Thaw

from thaw.channels.plain import Part
from thaw.channels.posting import Client
from thaw.channels.telegram import TelegramBot, read
from thaw.outbox import NotDelivered
from thaw.settings import SettingsError, load_settings


@pytest.fixture
def they(platforms: Platforms, on_all_channels: Thaw) -> OnTelegram:
    return OnTelegram(platforms, on_all_channels.url, on_all_channels.folder)


# Who may call


@pytest.mark.parametrize("secret", [None, "", "wrong", TELEGRAM_SECRET + "x", TELEGRAM_SECRET[:-1]])
def test_without_the_secret_nothing_is_taken(they: OnTelegram, secret: Optional[str]) -> None:
    answer = they.send(they.update(text="i want to kill myself"), secret)
    assert answer.status_code == 403 and answer.json()["messages"][0]["kind"] == "crisis"
    assert they.read() == []


def test_nobody_can_set_the_webhook_through_the_server(they: OnTelegram) -> None:
    for method in ("GET", "POST"):
        assert they._client.request(method, "/telegram/set_webhook").status_code == 404
    assert they._client.get("/telegram/webhook").status_code == 405


def test_thaw_does_not_start_with_a_token_and_no_secret() -> None:
    with pytest.raises(SettingsError, match="THAW_TELEGRAM_SECRET must be set beside THAW_TELEGRAM_TOKEN"):
        load_settings(_env_file=None, telegram_token="1:a")
    with pytest.raises(SettingsError, match="THAW_TELEGRAM_SECRET"):
        load_settings(_env_file=None, telegram_token="1:a", telegram_secret="too short")


def test_without_its_settings_the_channel_is_not_there(serve: Callable[..., Served], platforms: Platforms) -> None:
    bare = serve()
    they = OnTelegram(platforms, bare.url, bare.folder)
    assert they.post("hi").status_code == 404


# What an update says

PRIVATE = {"id": 1111111, "type": "private", "first_name": "Test"}
GROUP = {"id": -1001234567890, "type": "supergroup", "title": "A group"}
SENDER = {"id": 1111111, "is_bot": False, "first_name": "Test"}


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": 10000, **content}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": 1441645532, "from": SENDER, "chat": chat, **content}


@pytest.mark.parametrize(
    ("sent", "kind", "text"),
    [
        (update(message=message(text="I feel nothing")), "text", "I feel nothing"),
        (update(message=message(text="/start")), "begin", ""),
        (update(message=message(text="/start ad_42")), "begin", ""),
        (update(message=message(text="/start@thaw_bot")), "begin", ""),
        (update(message=message(text="/START")), "begin", ""),
        (update(message=message(text="/delete")), "text", "delete my chat"),
        (update(message=message(text="/started crying")), "text", "/started crying"),
        (update(message=message(text="/start i want to die")), "text", "i want to die"),
        (update(message=message(text="/delete i can't go on")), "text", "i can't go on"),
        (update(message=message(text="/help@thaw_bot i want to die")), "text", "i want to die"),
        (update(message=message(text="/stop")), "text", "stop"),
        (update(message=message(photo=[{"file_id": "AgAD"}], caption="look")), "attachment", "look"),
        (
            update(message=message(voice={"duration": 5, "mime_type": "audio/ogg", "file_id": "AwcccccccDH1JaB7w_gyFjYQxVAg"})),
            "attachment",
            "",
        ),
        (update(message=message(sticker={"width": 512, "height": 512, "emoji": "x"})), "attachment", ""),
        (update(message=message(location={"longitude": 13.4, "latitude": 52.5})), "attachment", ""),
        (update(message=message(document={"file_name": "Testfile.pdf"})), "attachment", ""),
        (update(message=message(contact={"phone_number": "1"})), "attachment", ""),
        (update(edited_message=message(text="I edited this", edit_date=1441646600)), "edited", "I edited this"),
        (update(message=message(GROUP, text="hello bot")), "group", "hello bot"),
        (update(edited_message=message(GROUP, text="hello")), "group", "hello"),
        (update(my_chat_member={"chat": GROUP, "from": SENDER, "new_chat_member": {"status": "member"}}), "group", ""),
    ],
)
def test_an_update_is_read_as_what_it_is(sent: dict[str, Any], kind: str, text: str) -> None:
    inbound = read(sent)
    assert inbound and (inbound.kind, inbound.text, inbound.id) == (kind, text, "10000")


@pytest.mark.parametrize(
    "sent",
    [
        update(),
        {"message": message(text="without a number")},
        update(channel_post=message({"id": -1, "type": "channel"}, text="news")),
        update(message=message({"id": -1, "type": "channel"}, text="news")),
        update(my_chat_member={"chat": PRIVATE, "from": SENDER, "new_chat_member": {"status": "kicked"}}),
        update(my_chat_member={"chat": GROUP, "from": SENDER, "new_chat_member": {"status": "left"}}),
        update(message=message(text="from a bot", **{"from": {**SENDER, "is_bot": True}})),
        update(message_reaction={"chat": PRIVATE, "message_id": 1, "new_reaction": []}),
        # A place that is shared live comes anew every few seconds.
        update(edited_message=message(location={"longitude": 13.4, "latitude": 52.5, "live_period": 900}, edit_date=1441646600)),
        update(message=message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})),
        update(message=message(pinned_message=message(text="earlier"))),
        update(callback_query={"id": "1", "from": SENDER, "message": message(), "data": "x" * 65}),
        update(callback_query={"id": "1", "from": SENDER, "game_short_name": "chess"}),
    ],
)
def test_what_is_nothing_of_a_visitors_is_let_be(sent: dict[str, Any]) -> None:
    assert read(sent) is None


def test_of_an_album_one_picture_is_answered_and_its_words_are_read() -> None:
    pictures = [update(message=message(photo=[{"file_id": "AgAD"}], media_group_id="13")) | {"update_id": number} for number in (1, 2)]
    first, second = (read(each) for each in pictures)
    assert first and second and first.id == second.id, "the second is taken for the first"
    other = read(update(message=message(photo=[{"file_id": "AgAD"}], media_group_id="14")))
    said = read(update(message=message(photo=[{"file_id": "AgAD"}], media_group_id="13", caption="this is me")))
    assert other and said and len({first.id, other.id, said.id}) == 3


def test_a_press_is_its_chats_and_where_the_message_is_too_old_its_senders() -> None:
    pressed = {"id": "1", "from": SENDER, "data": "abc"}
    for sent in ({**pressed, "message": message()}, {**pressed, "message": {"chat": PRIVATE, "message_id": 1, "date": 0}}, pressed):
        inbound = read(update(callback_query=sent))
        assert inbound and (inbound.kind, inbound.choice, inbound.sender) == ("choice", "abc", "1111111")


def test_danger_behind_a_command_is_answered_as_danger(they: OnTelegram) -> None:
    they.say("/start i am going to kill myself tonight")
    assert they.text.index("automated program") < they.text.index("Call 911")
    they.say("/delete i am going to kill myself tonight")
    assert they.text.index("911") < they.text.index("988")


# What is sent


def test_a_press_is_acknowledged_and_answered(they: OnTelegram, platforms: Platforms) -> None:
    they.say("/start")
    assert all(len(data.encode()) <= 64 for said in they.last for data in said.choices.values())
    they.choose("I feel nothing")
    assert they.text
    assert ("answerCallbackQuery", {"callback_query_id": "4382bfdwdsb323b2d9"}) in platforms.asked


def test_no_link_is_called_for_a_preview(they: OnTelegram) -> None:
    they.say("/start")
    assert all(said.raw["link_preview_options"] == {"is_disabled": True} for said in they.last)
    assert all("parse_mode" not in said.raw for said in they.last), "what a visitor wrote could be taken for markup"


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (Answer(429, {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 35}}), 35.0),
        (Answer(502, {}, {"Retry-After": "7"}), 7.0),
        (Answer(500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}), None),
        (Answer(401, {"ok": False, "error_code": 401, "description": "Unauthorized"}), None),
        (Answer(200, {"ok": False}), None),
        (Answer(302, {}, {"Location": "http://elsewhere.example"}), None),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Answer) else "",
)
async def test_what_telegram_did_not_take_is_to_be_sent_again(platforms: Platforms, answer: Answer, wait: Optional[float]) -> None:
    platforms.answers = [answer]
    bot = TelegramBot(load_settings(_env_file=None, **platforms.settings))
    with pytest.raises(NotDelivered) as failed:
        await bot.send("1", Part("Hm."))
    await bot.close()
    assert failed.value.wait == wait and TELEGRAM_TOKEN not in str(failed.value)


async def test_a_platform_that_is_slow_or_not_there_is_given_up_in_time(platforms: Platforms) -> None:
    client = Client(aiohttp.ClientTimeout(total=0.1))
    platforms.answers = [Answer(200, {}, after=0.5)]
    for url in (f"{platforms.url}/bot{TELEGRAM_TOKEN}/sendMessage", f"http://127.0.0.1:9/{TELEGRAM_TOKEN}"):
        with pytest.raises(NotDelivered) as failed:
            await client.post(url, json={})
        assert TELEGRAM_TOKEN not in str(failed.value)
    await client.close()


def test_an_answer_that_telegram_did_not_take_arrives_later(they: OnTelegram, platforms: Platforms) -> None:
    they.say("/start")
    platforms.answers = [Answer(502, {})]
    they.say("I feel nothing")
    assert they.text and platforms.answers == []


def test_an_answer_to_someone_who_blocked_the_bot_is_given_up(they: OnTelegram, platforms: Platforms) -> None:
    they.say("/start")
    platforms.answers = [Answer(403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"})]
    assert they.say("I feel nothing") == []


def test_a_stored_reply_with_all_its_characters_escaped_is_taken(they: OnTelegram) -> None:
    reply = {"message_id": 1, "date": 1, "chat": {"id": they.number, "type": "private"}, "text": "я" * 4096}
    body = json.dumps(they.update(text="what is anhedonia?", reply_to_message=reply)).encode()
    assert len(body) > 24_000
    assert they.send(body).status_code == 200
    assert "anhedonia" in "".join(said.text for said in they.read()).lower()
