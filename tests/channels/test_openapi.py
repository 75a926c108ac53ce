"""The OpenAPI description: served, true of every endpoint, and refusing what it says is refused."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks
from site_client import Thaw, Visitor

from thaw.channels.site import MAX_ID, MAX_PAGE, MAX_TEXT

load_all_checks()
# A country that no one has and a choice that was not offered are 400, and no schema can say which they are.
UNSAYABLE = ["positive_data_acceptance"]
CHECKED = [check for check in CHECKS.get_all() if check.__name__ not in UNSAYABLE]


@pytest.fixture(scope="module")
def description(thaw: Thaw) -> Any:
    answer = httpx.get(f"{thaw.url}/webhooks/site/openapi.json")
    assert answer.status_code == 200
    return answer.json()


@pytest.fixture(scope="module")
def api(thaw: Thaw, description: Any) -> Any:
    refused = {"negative_data_rejection": {"expected-statuses": [400, 401, 403, 404, 405, 413, 415]}}
    config = schemathesis.Config.from_dict({"base-url": thaw.url, "checks": refused})
    return schemathesis.openapi.from_dict(description, config=config)


@pytest.fixture(scope="module")
def talker(thaw: Thaw) -> Visitor:
    """Someone whose conversation has messages of many kinds."""
    they = Visitor(thaw.url)
    for text in ("i feel nothing", "is it burnout", "find me a therapist", "i want to kill myself"):
        they.say(text)
    return they


every = schemathesis.pytest.from_fixture("api")


@every.parametrize()
@settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described_and_what_is_not_described_is_refused(case: Any, thaw: Thaw, talker: Visitor) -> None:
    they = Visitor(thaw.url) if case.method == "DELETE" else talker
    case.call_and_validate(headers=they.headers, checks=CHECKED)


def test_the_limits_described_are_the_channels(description: Any) -> None:
    schemas = description["components"]["schemas"]
    text, choice = (each["properties"] for each in schemas["Turn"]["oneOf"])
    assert text["text"]["maxLength"] == MAX_TEXT
    assert choice["choice"]["maxLength"] == schemas["TurnId"]["maxLength"] == MAX_ID
    assert schemas["NewSession"]["properties"]["page"]["maxLength"] == MAX_PAGE
