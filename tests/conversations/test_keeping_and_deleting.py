"""What is kept, shown again after a reload, repeated once, and deleted."""

import uuid

import httpx
from site_client import Visitor, crisis, kinds, labels, text_of


def test_a_reload_shows_the_conversation_so_far_from_both_sides(visitor):
    they = visitor()
    answer = they.say("nothing feels like anything")
    history = they.history()
    assert [each["from"] for each in history][: len(they.opening)] == ["bot"] * len(they.opening)
    assert history[len(they.opening)]["from"] == "visitor" and history[len(they.opening)]["text"] == "nothing feels like anything"
    assert [each["text"] for each in history[-len(answer) :]] == [each["text"] for each in answer]
    assert all(each["at"] for each in history)


def test_a_choice_is_shown_by_its_label_and_an_old_choice_still_works(visitor):
    they = visitor()
    old = they.choice("I feel nothing")
    they.say("what is anhedonia")
    assert they.post({"choice": old}).status_code == 200
    assert "I feel nothing" in [each["text"] for each in they.history() if each["from"] == "visitor"]


def test_the_same_id_sent_twice_is_one_turn(visitor):
    they = visitor()
    body = {"text": "i feel nothing", "id": uuid.uuid4().hex}
    first, second = they.post(body).json(), they.post(body).json()
    assert first == second
    assert sum(each["from"] == "visitor" for each in they.history()) == 1


def test_delete_takes_everything_and_the_token_with_it(visitor):
    they = visitor()
    they.say("i feel nothing")
    assert they.delete().status_code == 204
    refused = they.post({"text": "hello"})
    assert refused.status_code == 401 and crisis(refused.json()["messages"])


def test_delete_in_the_chat_asks_once_and_says_what_is_gone(visitor):
    they = visitor()
    asked = they.say("please delete this conversation")
    assert "Keep it" in labels(asked) and they.history()
    gone = they.say("yes")
    assert kinds(gone)[-1] == "notice" and gone[-1]["ended"] is True and "gone" in text_of(gone)
    assert they.post({"text": "hello"}).status_code == 401


def test_a_nod_to_what_happens_with_the_words_does_not_delete_them(visitor):
    for nod in ("ok", "okay thanks", "alright", "👍"):
        they = visitor()
        assert "Delete my chat" in labels(they.say("what happens to what i write here"))
        answer = they.say(nod)
        assert "Delete it all?" not in text_of(answer), nod
        assert answer[-1].get("ended") is None and they.history()


def test_keep_it_keeps_it(visitor):
    they = visitor()
    they.say("please delete this conversation")
    they.choose("Keep it")
    assert they.history()


def test_another_visitors_token_shows_nothing_of_this_one(visitor):
    they, other = visitor(), visitor()
    they.say("a sentence that only this visitor wrote")
    assert "only this visitor" not in str(other.history())
    assert other.post({"choice": they.choice("Try")}).status_code == 400


def test_a_conversation_and_its_risk_survive_a_restart_of_the_server(trained, tmp_path):
    from site_client import Thaw

    first = Thaw(tmp_path).wait()
    they = Visitor(first.url)
    they.say("i want to kill myself")
    first.kill()
    second = Thaw(tmp_path).wait()
    try:
        client = httpx.Client(base_url=f"{second.url}/webhooks/site", timeout=30, headers=they.headers)
        history = client.get("/messages").json()["messages"]
        assert any(each["text"] == "i want to kill myself" for each in history)
        answer = client.post("/messages", json={"text": "no"}).json()["messages"]
        assert crisis(answer)["level"] == "support"
        assert "i want to kill myself" not in second.log.read_text() + first.log.read_text()
    finally:
        second.stop()
