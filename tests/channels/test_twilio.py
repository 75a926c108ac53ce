"""WhatsApp and SMS over Twilio: who may call, what its requests say, carriers' keywords, and what is sent to its API."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Optional

import pytest
from platforms import BUTTONS, PUBLIC, SMS, TWILIO_SID, TWILIO_TOKEN, WHATSAPP, Answer, OnSms, OnTwilio, Platforms, sign
from site_client import Thaw

from thaw.channels.plain import Button, Part
from thaw.channels.twilio import TwilioNumber, read
from thaw.outbox import NotDelivered, Undeliverable
from thaw.responses import responses
from thaw.settings import SettingsError, load_settings

URL = f"{PUBLIC}/webhooks/twilio/webhook"


@pytest.fixture
def they(platforms: Platforms, on_all_channels: Thaw) -> OnTwilio:
    return OnTwilio(platforms, on_all_channels.url, on_all_channels.folder)


@pytest.fixture
def by_sms(platforms: Platforms, on_all_channels: Thaw) -> OnSms:
    return OnSms(platforms, on_all_channels.url, on_all_channels.folder)


def is_said(text: str, response: str) -> bool:
    return any(variation.text in text for variation in responses().variations(response))


# Who may call


def test_a_signature_for_the_public_address_is_taken_behind_a_proxy_that_changes_scheme_host_and_port(they: OnTwilio) -> None:
    assert they._url.startswith("http://127.0.0.1:")
    assert "automated program" in they.read_after(they.send(they.form("hi")))[0].text


def test_the_documented_example_has_the_documented_signature() -> None:
    form = {"CallSid": "CA1234567890ABCDE", "Caller": "+14158675310", "Digits": "1234", "From": "+14158675310", "To": "+18005551212"}
    assert sign("https://example.com/myapp.php?foo=1&bar=2", form, "12345") == "L/OH5YylLD5NRKLltdqwSvS0BnU="


def test_without_a_right_signature_nothing_is_taken(they: OnTwilio) -> None:
    form = they.form("i want to kill myself")
    right = sign(URL, form)
    for signature in (
        "wrong",
        right[:-2] + "A=",
        sign(URL, form, "another-token"),
        sign(URL.replace("https", "http"), form),
        sign(they._url + "/webhooks/twilio/webhook", form),
        sign(URL, {**form, "Body": "something else"}),
        sign(URL, {**form, "Extra": ""}),
    ):
        answer = they.send(form, signature)
        assert answer.status_code == 403 and answer.json()["messages"][0]["kind"] == "crisis"
    assert they._client.post("/twilio/webhook", data=form).status_code == 403
    assert they.read() == []


def test_an_empty_parameter_is_signed_too(they: OnTwilio) -> None:
    form = they.form("hi")
    assert form["ProfileName"] == ""
    assert they.send({**form, "ProfileName": "Someone else"}, sign(URL, form)).status_code == 403
    assert they.send(form).status_code == 200


def test_a_request_to_another_number_or_of_another_account_is_let_be(they: OnTwilio) -> None:
    for changed in ({"To": "whatsapp:+15550000000"}, {"AccountSid": "AC" + "1" * 32}, {"From": "nobody"}):
        assert they.send({**they.form("hi"), **changed}).status_code == 200
    assert they.read() == []


def test_a_request_that_comes_again_is_answered_with_nothing_new(they: OnTwilio) -> None:
    form = they.form("hi")
    first = they.send(form)
    assert first.text.endswith("<Response/>") and first.headers["content-type"].startswith("text/xml")
    assert they.read_after(first)
    assert they.read_after(they.send(form)) == []


def test_a_signed_request_whose_parameters_are_run_together_is_not_another_message(they: OnTwilio) -> None:
    form = they.form("hi")
    right = sign(URL, form)
    assert they.read_after(they.send(form, right))
    # Names and values are signed one behind the other: without its end a parameter may take in the next.
    merged = {name: value for name, value in form.items() if name != "NumMedia"}
    merged["MessageSid"] += "NumMedia" + form["NumMedia"]
    assert sign(URL, merged) == right
    assert they.read_after(they.send(merged, right)) == []


SETTINGS = {"twilio_account_sid": TWILIO_SID, "twilio_auth_token": TWILIO_TOKEN, "twilio_sms": SMS, "public_url": PUBLIC}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"twilio_auth_token": None}, "THAW_TWILIO_AUTH_TOKEN must be set beside THAW_TWILIO_ACCOUNT_SID"),
        ({"public_url": None}, "needs THAW_PUBLIC_URL, with https"),
        ({"public_url": "http://thaw.example.org"}, "needs THAW_PUBLIC_URL, with https"),
        ({"twilio_sms": None}, "THAW_TWILIO_WHATSAPP must be set"),
        ({"twilio_account_sid": "mine"}, "THAW_TWILIO_ACCOUNT_SID"),
    ],
)
def test_thaw_does_not_start_with_half_of_the_settings(changed: Mapping[str, Any], why: str) -> None:
    load_settings(_env_file=None, **SETTINGS)
    with pytest.raises(SettingsError, match=why):
        load_settings(_env_file=None, **{**SETTINGS, **changed})


# What a request says


SID = "SM" + "1" * 32


def form(text: str, sender: str = "whatsapp:+15005550006", **more: str) -> dict[str, str]:
    return {"From": sender, "MessageSid": SID, "Body": text, **more}


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (form("I feel nothing"), "text"),
        (form("STOP"), "stop"),
        (form(" Stop. "), "stop"),
        (form("unsubscribe"), "stop"),
        (form("STOPALL"), "stop"),
        (form("stop it please"), "text"),
        (form("stop i want to die"), "text"),
        (form("cancel"), "text"),
        (form("cancel", "+15005550006"), "stop"),
        (form("END", "+15005550006"), "stop"),
        (form("START"), "start"),
        (form("HELP"), "help"),
        (form("help me"), "text"),
        (form("Yes", ButtonText="Yes", ButtonPayload="rnd0mId"), "choice"),
        (form("Yes", "+15005550006", ButtonPayload="rnd0mId"), "text"),
        (form("Yes", ButtonPayload="x" * 65), "text"),
        (form("Arrêt", "+15005550006", OptOutType="STOP"), "stop"),
        (form("", NumMedia="1", MediaUrl0="https://api.twilio.com/x", MediaContentType0="image/jpeg"), "attachment"),
        (form("look", NumMedia="1"), "attachment"),
        (form("", Latitude="37.7", Longitude="-122.3"), "attachment"),
        (form("STOP", "+15005550006", NumMedia="1"), "stop"),
        (form("opt out"), "stop"),
        (form("Opt-Out!"), "stop"),
        (form("stop all"), "stop"),
        (form("“Stop”"), "stop"),
        (form("\u200estop"), "stop"),
        (form("end it all"), "text"),
        ({"From": "whatsapp:+15005550006", "MessageSid": SID, "NumMedia": "1", "SmsStatus": "received"}, "attachment"),
        ({"From": "whatsapp:+15005550006", "MessageSid": SID, "SmsStatus": "received"}, "text"),
    ],
)
def test_a_request_is_read_as_what_it_is(sent: dict[str, str], kind: str) -> None:
    inbound = read(sent)
    assert inbound and inbound.kind == kind


@pytest.mark.parametrize(
    "sent",
    [
        {"MessageSid": SID, "MessageStatus": "delivered", "From": SMS, "To": "+15005550006"},
        {"MessageSid": SID, "SmsStatus": "sent", "From": SMS, "To": "+15005550006"},
        {"From": "+15005550006", "Body": "no id"},
        {**form("an id of another shape"), "MessageSid": "SM1"},
        form("from nobody", sender=""),
    ],
)
def test_what_is_nothing_of_a_visitors_is_let_be(sent: dict[str, str]) -> None:
    assert read(sent) is None


def test_someone_whom_whatsapp_shows_without_their_number_is_answered() -> None:
    for sender in ("whatsapp:US.13491208655302741918", "whatsapp:US.ENT.11815799212886844830"):
        inbound = read(form("I feel nothing", sender))
        assert inbound and inbound.sender == inbound.address == sender


@pytest.mark.parametrize(("said", "country"), [("GB", "GB"), ("gb", "GB"), ("", None), ("XX", None), ("ÅÄ", None)])
def test_the_country_that_a_carrier_says_is_kept_if_there_is_such_a_one(said: str, country: Optional[str]) -> None:
    inbound = read(form("hi", FromCountry=said))
    assert inbound and inbound.country == country


def test_an_sms_from_another_country_gets_that_countrys_services(by_sms: OnSms) -> None:
    by_sms.read_after(by_sms.post("i want to kill myself", FromCountry="GB"))
    assert "Samaritans" in by_sms.text and "988" not in by_sms.text


# Keywords


def test_stop_start_and_help_do_what_carriers_ask_for(by_sms: OnSms) -> None:
    by_sms.say("hi")
    by_sms.say("STOP")
    assert "START" in by_sms.text and "988" in by_sms.text
    assert by_sms.say("hello?") == []
    by_sms.say("i am going to kill myself tonight")
    assert "911" in by_sms.text
    by_sms.say("START")
    assert "STOP" in by_sms.text
    by_sms.say("HELP")
    assert "988" in by_sms.text and "STOP" in by_sms.text
    assert by_sms.say("what is anhedonia?")


def test_a_yes_after_stop_brings_messages_back_as_the_carrier_takes_it(by_sms: OnSms) -> None:
    by_sms.say("hi")
    by_sms.say("stop")
    assert by_sms.say("no") == []
    assert by_sms.say("YES") and by_sms.say("what is anhedonia?")


# What is sent


def test_an_answer_comes_from_the_number_that_was_written_to_and_fits_into_one_message(they: OnTwilio, by_sms: OnSms) -> None:
    for person, number in ((they, WHATSAPP), (by_sms, SMS)):
        person.say("hi")
        assert {said.raw["From"] for said in person.last} == {number}
        assert all(len(said.text) <= 1600 for said in person.last)


@pytest.mark.parametrize("typed", ["1", "one", "the first", "First one, please", "option 1", "I feel nothing"])
def test_a_choice_is_taken_by_its_number_or_its_words(they: OnTwilio, typed: str) -> None:
    they.say("start")
    assert "1 I feel nothing" in they.text
    they.say(typed)
    assert "cannot" in they.text.lower() or "flat" in they.text.lower() or "numb" in they.text.lower()


def test_on_whatsapp_the_way_on_in_a_crisis_is_a_button(they: OnTwilio) -> None:
    they.say("i am going to kill myself tonight")
    *_, text, over = they.last
    assert "911" in text.text and "2 I am with someone now" in text.text, "it can be answered without the button too"
    assert over.raw["ContentSid"] == BUTTONS[2] and "Body" not in over.raw
    assert list(over.choices) == ["I can't call", "I am with someone…", "I am safe for now"]
    assert all(re.fullmatch(r"[\w-]{1,64}", each) for each in over.choices.values()), "opaque"
    they.choose("I can't call")
    assert is_said(they.text, "utter_cannot_call")


def test_the_buttons_that_the_docs_tell_to_try_are_there(they: OnTwilio) -> None:
    they.say("hi")
    they.choose("Find a clinician")
    they.say("not now")
    assert list(they.last[-1].choices) == ["Back to questions", "Try the five minutes", "Talk to a person"]
    they.choose("Try the five minutes")
    assert "1 " in they.text


def test_a_button_of_an_older_message_still_says_what_it_said(they: OnTwilio) -> None:
    they.say("i am going to kill myself tonight")
    cannot = they.last[-1].choices["I can't call"]
    they.say("what is anhedonia?")
    they.read_after(they.post("I can't call", ButtonText="I can't call", ButtonPayload=cannot))
    assert is_said(they.text, "utter_cannot_call")


def test_a_button_that_is_no_one_of_the_chat_shows_the_services(they: OnTwilio) -> None:
    they.say("hi")
    they.read_after(they.post("Confirm", ButtonText="Confirm", ButtonPayload="of-another-template"))
    assert "988" in they.text


def test_an_sms_has_no_buttons(by_sms: OnSms) -> None:
    by_sms.say("i am going to kill myself tonight")
    assert not any(said.choices for said in by_sms.last)
    by_sms.say("1")
    assert is_said(by_sms.text, "utter_cannot_call")
    assert by_sms.read_after(by_sms.post("hi", ButtonPayload="x")), "and a button's payload in it is none"


YES_AND_NO = Part("Is that so?", [Button("Yes", "id-1"), Button("No", "id-2")], "Is that so?\n\n1 Yes\n2 No")


@pytest.mark.parametrize(("status", "code"), [(400, 21655), (400, 21656), (400, 63013), (404, 20404)])
async def test_buttons_that_twilio_does_not_take_are_numbers_instead(platforms: Platforms, status: int, code: int) -> None:
    number = TwilioNumber("whatsapp", WHATSAPP, load_settings(_env_file=None, **platforms.settings))
    address = f"whatsapp:+15005{code}0"
    platforms.answers = [Answer(status, {"code": code, "message": "no", "status": status})]
    await number.send(address, YES_AND_NO)
    assert [said.text for said in platforms.said[address]] == [YES_AND_NO.instead]
    platforms.answers = [Answer(status, {"code": code, "message": "no", "status": status})]
    await number.send(address, YES_AND_NO._replace(instead=""))
    assert len(platforms.said[address]) == 1, "the choices were sent before"
    await number.close()


async def test_buttons_wait_while_twilio_is_down_and_are_given_up_with_their_receiver(platforms: Platforms) -> None:
    number = TwilioNumber("whatsapp", WHATSAPP, load_settings(_env_file=None, **platforms.settings))
    platforms.answers = [Answer(503, {})]
    with pytest.raises(NotDelivered):
        await number.send("whatsapp:+15005550006", YES_AND_NO)
    platforms.answers = [Answer(400, {"code": 63016, "status": 400})] * 2
    with pytest.raises(Undeliverable):
        await number.send("whatsapp:+15005550006", YES_AND_NO)
    await number.close()


def test_without_the_templates_whatsapp_has_numbers(platforms: Platforms) -> None:
    assert TwilioNumber("whatsapp", WHATSAPP, load_settings(_env_file=None, **platforms.settings)).has_replies
    assert not TwilioNumber("sms", SMS, load_settings(_env_file=None, **platforms.settings)).has_replies
    bare = load_settings(_env_file=None, **{**platforms.settings, "twilio_buttons": None})
    assert not TwilioNumber("whatsapp", WHATSAPP, bare).has_replies


@pytest.mark.parametrize(
    ("answer", "kind", "wait"),
    [
        (Answer(429, {"code": 20429, "message": "Too Many Requests", "status": 429}, {"Retry-After": "12"}), NotDelivered, 12.0),
        (Answer(503, {"code": 20503, "message": "Service unavailable", "status": 503}), NotDelivered, None),
        (Answer(401, {"code": 20003, "message": "Authenticate", "status": 401}), NotDelivered, None),
        (Answer(400, {"code": 21610, "message": "Attempt to send to unsubscribed recipient", "status": 400}), Undeliverable, None),
        (Answer(400, {"code": 63016, "message": "outside the allowed window", "status": 400}), Undeliverable, None),
        (Answer(400, {}), Undeliverable, None),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Answer) else "",
)
async def test_what_twilio_did_not_take_is_sent_again_or_given_up(
    platforms: Platforms, answer: Answer, kind: type[Exception], wait: Optional[float]
) -> None:
    platforms.answers = [answer]
    number = TwilioNumber("sms", SMS, load_settings(_env_file=None, **platforms.settings))
    with pytest.raises(kind) as failed:
        await number.send("+15005550006", Part("Hm."))
    await number.close()
    assert getattr(failed.value, "wait", None) == wait
    assert "5005550006" not in str(failed.value) and TWILIO_TOKEN not in str(failed.value)
