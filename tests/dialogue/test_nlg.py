"""The NLG: which wording of a response is said."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from thaw.dialogue import forms, nlg
from thaw.dialogue.nlg import MENTIONS, ResponseFilesNLG, can_be_short, shortened
from thaw.responses import below, responses

_SLOT = {"influence_conversation": False, "mappings": [{"type": "custom"}]}
DOMAIN = Domain.from_dict({"slots": {"keep_short": {"type": "bool", **_SLOT}, "partner": {"type": "text", **_SLOT}}})
SEVERAL = [name for name in responses().names if len(responses().variations(name)) > 1]
CRISIS = [name for name in SEVERAL if responses().variations(name)[0].metadata.kind == "crisis"]


@pytest.fixture(autouse=True)
def retention(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlg, "settings", lambda: SimpleNamespace(placeholders={"retention_days": "14"}))


class Talk:
    """A conversation with the NLG, which hears its own messages as Rasa records them."""

    def __init__(self, **slots: Any) -> None:
        self.nlg = ResponseFilesNLG()
        self.tracker = DialogueStateTracker.from_events("anna", [SlotSet(*slot) for slot in slots.items()], DOMAIN.slots)

    async def hears(self, response: str, **values: Any) -> dict[str, Any]:
        message = await self.nlg.generate(response, self.tracker, "site", **values)
        assert message is not None
        self.tracker.update(UserUttered("…"))
        self.tracker.update(BotUttered(message["text"], metadata={"utter_action": response, "metadata": message["metadata"]}))
        return message


@pytest.mark.parametrize("response", [name for name in SEVERAL if not below(name)])
async def test_no_wording_comes_twice_in_a_row(response: str) -> None:
    talk = Talk()
    fitting = [each for each in responses().variations(response) if each.when is None]
    texts = [(await talk.hears(response))["text"] for _ in range(2 * len(fitting) + 1)]
    assert all(text != after for text, after in pairwise(texts))
    assert len(set(texts)) == len(fitting)


@pytest.mark.parametrize("response", [name for name in SEVERAL if below(name) and name not in forms.ASKED_FOR_MORE])
async def test_who_asks_again_once_all_wordings_were_said_hears_the_layer_under_them(response: str) -> None:
    talk, layer, texts = Talk(), response, []
    while layer:
        for _ in [each for each in responses().variations(layer) if each.when is None]:
            message = await talk.hears(response)
            assert message["metadata"]["response"] == layer
            texts.append(message["text"])
        layer = below(layer)
    assert len(set(texts)) == len(texts)
    ends = forms.NO_MORE if response in forms.GONE_ON_ABOUT else response
    assert (await talk.hears(response))["metadata"]["response"] == ends


@pytest.mark.parametrize("response", sorted(forms.ASKED_FOR_MORE))
async def test_who_asks_the_same_right_again_is_led_deeper_and_begins_anew_after_something_else(response: str) -> None:
    talk = Talk()
    said = [(await talk.hears(response))["metadata"]["response"] for _ in range(3)]
    assert said == [response, f"{response}_more", f"{response}_deep"]
    await talk.hears("utter_ask_signs")
    again = await talk.hears(response)
    assert (again["metadata"]["response"], again["metadata"]["wording"] > 0) == (response, True)


@pytest.mark.parametrize("response", sorted(forms.ASKED_FOR_MORE & forms.GONE_ON_ABOUT))
async def test_who_goes_on_about_someone_never_hears_the_same_words_again(response: str) -> None:
    talk = Talk()
    texts = [(await talk.hears(response))["text"] for _ in range(10)]
    told = [each for each in texts if each not in {variation.text for variation in responses().variations(forms.NO_MORE)}]
    assert len(set(told)) == len(told) >= 4 and len(texts) > len(told)


async def test_who_mentioned_their_partner_is_answered_with_it_and_nobody_else() -> None:
    mentioned, silent = Talk(partner="wife"), Talk()
    said = [(await mentioned.hears("utter_told_checked_out"))["text"] for _ in range(3)]
    assert "your wife" in said[0]
    assert len(set(said)) == 3
    others = [(await silent.hears("utter_told_checked_out"))["text"] for _ in range(4)]
    assert not any("wife" in text or "{" in text for text in others)


async def test_each_response_goes_its_own_way_through_its_wordings() -> None:
    talk = Talk()
    first = await talk.hears("utter_feel_nothing")
    await talk.hears("utter_ask_signs")
    await talk.hears("utter_ask_signs")
    second = await talk.hears("utter_feel_nothing")
    assert first["text"] != second["text"]


async def test_a_wording_that_was_decided_elsewhere_is_said() -> None:
    talk = Talk()
    written = responses().variations("utter_crisis_ideation")
    for number in (2, 0, 0, 4):
        assert (await talk.hears("utter_crisis_ideation", wording=number))["text"] == written[number % len(written)].text


async def test_a_message_carries_its_choices_kind_name_and_wording() -> None:
    message = await Talk().hears("utter_crisis_passive")
    assert message["buttons"][0]["title"] == "Yes"
    assert message["metadata"] == {"kind": "crisis", "level": "ask", "response": "utter_crisis_passive", "wording": 0}


async def test_a_response_that_nobody_wrote_says_nothing() -> None:
    assert await ResponseFilesNLG().generate("utter_unheard_of", Talk().tracker, "site") is None


async def test_the_retention_days_and_the_contact_stand_in_the_text() -> None:
    talk = Talk()
    for _ in responses().variations("utter_ask_privacy"):
        text = (await talk.hears("utter_ask_privacy"))["text"]
        assert "14 days" in text and "{" not in text
    for _ in responses().variations("utter_want_human_contact"):
        text = (await talk.hears("utter_want_human_contact", contact="write to hello@example.org"))["text"]
        assert "hello@example.org" in text and "{" not in text


@pytest.mark.parametrize("response", ["utter_feel_nothing", "utter_ask_therapy", "utter_keep_it_short", "utter_thanks"])
async def test_who_wants_it_short_gets_one_bubble_with_its_choices(response: str) -> None:
    talk = Talk(keep_short=True)
    for variation in [each for each in responses().variations(response) if each.when is None]:
        message = await talk.hears(response)
        assert "\n\n" not in message["text"]
        assert message["text"] in variation.text
        assert len(message["buttons"]) == len(variation.buttons)


async def test_who_wants_it_short_still_gets_the_whole_of_every_crisis_answer() -> None:
    cut = []
    for response in CRISIS:
        if (await Talk(keep_short=True).hears(response, wording=0))["text"] != responses().variations(response)[0].text:
            cut.append(response)
    assert cut == []


KEEPS_SAFE = (
    r"stop now|under 18|for adults|crisis (line|service)|a person is better|life is in danger"
    r"|emergency|medical care|don't (stop|quit)|be stopped|overnight|dying|suicide|harming|hurting (yourself|the baby)"
)
"""Words of a line that may not be lost on someone."""


def test_who_wants_it_short_loses_no_line_that_keeps_someone_safe() -> None:
    lost = []
    for name in responses().names:
        for number, each in enumerate(responses().variations(name)):
            whole = each.metadata.kind == "exercise" or not can_be_short(each)
            if not whole and re.search(KEEPS_SAFE, each.text.replace(shortened(each), ""), re.IGNORECASE):
                lost.append((name, number))
    assert lost == []


def test_an_answer_that_is_never_shortened_is_so_in_every_wording() -> None:
    kinds = {name: {each.short == "whole" for each in responses().variations(name)} for name in responses().names}
    assert [name for name, found in kinds.items() if len(found) > 1] == []


def test_who_wants_it_short_loses_no_value_that_an_answer_was_given_for() -> None:
    lost = []
    for name in responses().names:
        for number, each in enumerate(responses().variations(name)):
            # What a visitor once mentioned is only taken up: the answer stands without it.
            values = set(re.findall(r"{\w+}", each.text)) - {"{" + mention + "}" for mention in MENTIONS}
            whole = not can_be_short(each)
            if not whole and values - set(re.findall(r"{\w+}", shortened(each))):
                lost.append((name, number))
    assert lost == []


@pytest.mark.parametrize(
    ("response", "wording", "words"),
    [
        ("utter_exercise_felt_worse", 0, "stop now"),
        ("utter_is_minor", 0, "for adults"),
        ("utter_want_match_minor", 1, "A doctor or a school counselor"),
        ("utter_ask_signs", 0, "Flatness"),
        ("utter_ask_signs", 1, "Washing one cup"),
        ("utter_ask_cost", 0, "matching flow"),
        ("utter_ask_matching", 0, "This program doesn't choose anyone"),
        ("utter_ask_privacy", 0, "could open what's kept"),
        ("utter_ask_is_it_depression", 0, "A doctor can"),
        ("utter_numb_after_loss", 1, "Numb is one of the ways grief looks"),
    ],
)
async def test_who_wants_it_short_gets_the_bubble_that_answers(response: str, wording: int, words: str) -> None:
    assert words in (await Talk(keep_short=True).hears(response, wording=wording))["text"]
