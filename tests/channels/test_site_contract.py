"""The site channel's contract: what is refused, and that every refusal carries the crisis message."""

import json

import httpx
import pytest
from site_client import Thaw, Visitor, crisis


@pytest.fixture
def client(thaw):
    with httpx.Client(base_url=f"{thaw.url}/webhooks/site", timeout=30) as made:
        yield made


def refused(answer: httpx.Response, status: int) -> dict:
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body["error"]["code"] and body["error"]["message"].endswith(".")
    assert crisis(body["messages"])["level"] in ("support", "urgent")
    assert crisis(body["messages"])["services"]
    return body


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"not json", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"text"', "application/json", 400),
        (b"", "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b'{"text": "' + b"a" * 40_000 + b'"}', "application/json", 413),
        (b'{"text": "a", "choice": "b"}', "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"text": " \\u200b\\n"}', "application/json", 400),
        (b'{"text": 5}', "application/json", 400),
        (b'{"choice": "unknown"}', "application/json", 400),
        (b'{"choice": null, "text": null}', "application/json", 400),
        (b'{"text": "hi", "id": 5}', "application/json", 400),
    ],
)
def test_a_malformed_message_is_refused_with_a_sentence_and_the_crisis_services(visitor, client, content, kind, status):
    they = visitor()
    answer = client.post("/messages", content=content, headers={**they.headers, "Content-Type": kind})
    refused(answer, status)


@pytest.mark.parametrize("token", [None, "Bearer", "Bearer x", "Bearer W10.aaaa.bbbb", "Basic abc"])
def test_without_a_token_of_ours_nothing_is_answered_but_the_crisis_services(client, token):
    headers = {"Authorization": token} if token else {}
    refused(client.post("/messages", json={"text": "hello"}, headers=headers), 401)
    refused(client.get("/messages", headers=headers), 401)
    refused(client.request("DELETE", "/session", headers=headers), 401)


def test_a_token_changed_in_one_letter_is_refused(visitor, client):
    token = visitor().token
    changed = token[:-1] + ("A" if token[-1] != "A" else "B")
    refused(client.get("/messages", headers={"Authorization": f"Bearer {changed}"}), 401)


@pytest.mark.parametrize("country", ["XX", "USA", "", 5, "U"])
def test_an_unknown_country_is_refused(client, country):
    refused(client.post("/session", json={"country": country}), 400)


def test_a_country_given_at_the_start_decides_the_services_of_errors_too(thaw, client):
    they = Visitor(thaw.url, country="gb")
    body = refused(they.post({"choice": "unknown"}), 400)
    assert "116123" in str(body["messages"])


def test_a_text_too_long_is_screened_whole_and_the_level_found_is_shown_and_kept(visitor):
    they = visitor()
    body = refused(they.post({"text": "blah " * 500 + "i am going to kill myself tonight"}), 413)
    assert crisis(body["messages"])["level"] == "urgent"
    assert crisis(they.say("what is anhedonia"))["services"]


def test_an_origin_that_is_not_allowed_is_refused_and_the_servers_own_is_not(thaw, client):
    refused(client.post("/session", json={}, headers={"Origin": "https://evil.example"}), 403)
    for own in (f"http://localhost:{thaw.port}", f"http://127.0.0.1:{thaw.port}"):
        answer = client.post("/session", json={}, headers={"Origin": own})
        assert answer.status_code == 201 and answer.headers["Access-Control-Allow-Origin"] == own
        preflight = client.options("/messages", headers={"Origin": own, "Access-Control-Request-Method": "POST"})
        assert preflight.status_code == 204 and "authorization" in preflight.headers["Access-Control-Allow-Headers"]


def test_the_error_of_an_allowed_origin_carries_its_cors_header(thaw, client):
    answer = client.post("/messages", json={"text": "x"}, headers={"Origin": f"http://localhost:{thaw.port}"})
    assert answer.status_code == 401 and answer.headers["Access-Control-Allow-Origin"]


def test_what_is_nowhere_is_said_so(client):
    refused(client.get("/nothing"), 404)
    refused(client.put("/messages", json={}), 405)


def test_health_names_the_parts(client):
    health = client.get("/health").json()
    assert health["status"] == "ok" and set(health["parts"].values()) == {"ok"}


def test_rasas_own_channels_and_api_are_not_mounted(thaw):
    for path in ("/webhooks/rest/webhook", "/socket.io/", "/model", "/conversations/x/tracker", "/domain"):
        assert httpx.get(thaw.url + path).status_code == 404
        assert httpx.post(thaw.url + path, json={"sender": "x", "message": "hi"}).status_code == 404


def test_too_many_messages_are_refused_with_a_time_to_wait_and_never_swallow_a_crisis(trained, tmp_path):
    running = Thaw(tmp_path, THAW_LIMIT_BURST="3", THAW_LIMIT_SESSION_MESSAGES="3").wait()
    try:
        they = Visitor(running.url)
        for _ in range(3):
            they.say("i feel nothing")
        answer = they.post({"text": "i am going to kill myself tonight"})
        body = refused(answer, 429)
        assert int(answer.headers["Retry-After"]) > 0
        assert crisis(body["messages"])["level"] == "urgent"
    finally:
        running.stop()


def test_no_word_of_a_visitor_is_in_the_log(thaw, visitor):
    they = visitor()
    secret = "zebrafish"
    they.say(f"i feel nothing about my {secret}")
    they.post({"text": f"{secret} " * 400})
    they.post({"choice": secret})
    httpx.post(
        f"{thaw.url}/webhooks/site/messages",
        content=json.dumps({"text": secret})[:-1],
        headers={**they.headers, "Content-Type": "application/json"},
    )
    httpx.get(f"{thaw.url}/webhooks/site/{secret}")
    assert secret not in thaw.log.read_text()
