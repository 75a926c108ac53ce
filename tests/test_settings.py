"""What an operator sets, and what they read when a setting is broken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thaw.settings import Settings, SettingsError, load_settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without our settings and without the `.env` of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("THAW_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(Settings.Config, "env_file", None)


def test_thaw_starts_with_nothing_set_and_listens_to_this_machine_only() -> None:
    settings = load_settings()
    assert settings.host == "127.0.0.1"
    assert settings.base_url == "http://localhost:5005"
    assert settings.matching_link == "http://localhost:5005/matching/"
    assert settings.topic_link("/topics/depression/") == "http://localhost:5005/topics/depression/"
    assert settings.database_url.startswith("sqlite:///")
    assert settings.origins == frozenset()


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("PORT", "80a", "integer"),
        ("PORT", "0", "1"),
        ("PORT", "65536", "65535"),
        ("PUBLIC_URL", "chat.example.org", "URL"),
        ("PUBLIC_URL", "ftp://chat.example.org", "URL"),
        ("ALLOWED_ORIGINS", "www.example.org", "https://www.example.org"),
        ("ALLOWED_ORIGINS", "https://www.example.org/chat", "without a path"),
        ("ALLOWED_ORIGINS", "https://good.example.org, nonsense", "nonsense"),
        ("ALLOWED_ORIGINS", "*", "https://www.example.org"),
        ("SITE_URL", "/topics", "URL"),
        ("MATCHING_URL", "matching", "URL"),
        ("COUNTRY", "USA", "ISO 3166-1"),
        ("COUNTRY", "XX", "ISO 3166-1"),
        ("COUNTRY", "", "ISO 3166-1"),
        ("DATABASE_URL", "mysql://localhost/thaw", "postgresql://"),
        ("REDIS_URL", "localhost:6379", "redis://"),
        ("RETENTION_DAYS", "0", "1"),
        ("RETENTION_DAYS", "forever", "integer"),
        ("SECRET", "short", "32"),
        ("EXERCISE_SECONDS", "0", "1"),
        ("ENGINE_TIMEOUT", "0", "0"),
        ("ENGINE_TIMEOUT", "61", "60"),
        ("TRUSTED_PROXIES", "-1", "0"),
        ("LIMIT_SESSIONS", "0", "1"),
        ("LIMIT_MESSAGES", "0", "1"),
        ("LIMIT_SESSION_MESSAGES", "0", "1"),
        ("LIMIT_BURST", "0", "1"),
        ("LOG_LEVEL", "LOUD", "WARNING"),
    ],
)
def test_a_broken_setting_is_named_in_a_sentence_that_says_what_is_asked(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str
) -> None:
    monkeypatch.setenv(f"THAW_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    said = str(caught.value)
    assert f"THAW_{name} " in said
    assert hint in said
    assert said.endswith(".") and "\n" not in said


def test_all_broken_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THAW_PORT", "0")
    monkeypatch.setenv("THAW_COUNTRY", "Narnia")
    with pytest.raises(SettingsError, match=r"THAW_PORT .*THAW_COUNTRY |THAW_COUNTRY .*THAW_PORT "):
        load_settings()


def test_a_broken_secret_or_database_address_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THAW_SECRET", "hunter2")
    monkeypatch.setenv("THAW_DATABASE_URL", "mysql://thaw:hunter2@db/thaw")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "hunter2" not in str(caught.value)


def test_settings_come_from_the_env_file_and_the_environment_outranks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ".env"
    file.write_text("THAW_RETENTION_DAYS=7\nTHAW_COUNTRY=gb\n", encoding="utf-8")
    monkeypatch.setenv("THAW_RETENTION_DAYS", "9")
    settings = load_settings(_env_file=file)
    assert settings.retention_days == 9
    assert settings.country == "GB"


@pytest.mark.parametrize(
    ("listed", "public", "expected"),
    [
        ("https://www.example.org", None, {"https://www.example.org"}),
        ("https://a.example.org , http://b.example.org:8080", None, {"https://a.example.org", "http://b.example.org:8080"}),
        ("https://a.example.org,,", None, {"https://a.example.org"}),
        ("", "https://chat.example.org/thaw/", {"https://chat.example.org"}),
        ("", "http://chat.example.org:8443", {"http://chat.example.org:8443"}),
        ("https://www.example.org", "https://chat.example.org", {"https://www.example.org", "https://chat.example.org"}),
    ],
)
def test_the_allowed_origins_are_those_listed_and_that_of_the_public_address(listed: str, public: str | None, expected: set[str]) -> None:
    assert load_settings(allowed_origins=listed, public_url=public).origins == expected


@pytest.mark.parametrize("written", ["https://Chat.Example.org", "https://chat.example.org:443"])
def test_an_origin_is_allowed_in_the_form_that_browsers_send(written: str) -> None:
    assert "https://chat.example.org" in load_settings(public_url=written).origins
    assert "https://chat.example.org" in load_settings(allowed_origins=written).origins


def test_links_lead_to_the_operators_site_when_it_is_set() -> None:
    settings = load_settings(site_url="https://www.example.org/", matching_url="https://match.example.org/start?from=chat")
    assert settings.topic_link("/topics/depression/") == "https://www.example.org/topics/depression/"
    assert settings.matching_link == "https://match.example.org/start?from=chat"


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.__fields__.items() if not field.field_info.description] == []


@pytest.mark.parametrize(
    ("missing", "why"), [("THAW_MATCHING_URL", "demo's page"), ("THAW_MATCHING_WITHDRAWAL_URL", "take back is deleted there")]
)
def test_a_matching_secret_without_an_address_of_the_flow_stops_the_start(monkeypatch: pytest.MonkeyPatch, missing: str, why: str) -> None:
    monkeypatch.setenv("THAW_MATCHING_SECRET", "a-secret-that-is-long-enough")
    monkeypatch.setenv("THAW_MATCHING_URL", "https://match.example.org/start")
    monkeypatch.setenv("THAW_MATCHING_WITHDRAWAL_URL", "https://match.example.org/withdrawals")
    assert load_settings().matching_secret
    monkeypatch.delenv(missing)
    with pytest.raises(SettingsError, match=f"{missing} must be set beside THAW_MATCHING_SECRET.*{why}") as caught:
        load_settings()
    assert "a-secret-that-is-long-enough" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        {"public_url": "https://chat.example.org"},
        {"trusted_proxies": 1},
        {"allowed_origins": "https://www.example.org"},
        {"matching_url": "https://match.example.org"},
        {"host": "0.0.0.0"},
        {
            "matching_secret": "a-secret-that-is-long-enough",
            "matching_url": "https://match.example.org",
            "matching_withdrawal_url": "https://match.example.org/withdrawals",
        },
    ],
)
def test_the_demos_matching_page_plays_the_flow_only_where_nothing_says_that_others_are_served(given: dict[str, object]) -> None:
    assert load_settings().is_demo and load_settings(allowed_origins="http://localhost:8000").is_demo
    assert not load_settings(**given).is_demo
