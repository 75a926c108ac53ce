"""Session tokens: who a visitor is, and who nobody can pretend to be."""

from __future__ import annotations

import base64
import datetime as dt
import json
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from itsdangerous import URLSafeSerializer, URLSafeTimedSerializer

from thaw.channels import tokens as module
from thaw.channels.tokens import InvalidToken, Session, Tokens, signing_key
from thaw.settings import Settings

KEY = "a key of this deployment, thirty-two characters and more"
TOKENS = Tokens(KEY, 30)


def test_a_token_says_whose_conversation_it_is_and_the_country_it_began_in() -> None:
    token, session, _ = TOKENS.make("GB")
    assert TOKENS.read(token) == session
    assert session.country == "GB"
    token, session, _ = TOKENS.make(None)
    assert TOKENS.read(token) == Session(session.conversation_id, None)


def test_tokens_survive_a_restart() -> None:
    token, session, _ = TOKENS.make("GB")
    assert Tokens(KEY, 30).read(token) == session


def test_no_two_sessions_are_the_same_and_ids_can_not_be_guessed() -> None:
    ids = {TOKENS.make(None)[1].conversation_id for _ in range(500)}
    assert len(ids) == 500
    assert all(len(each) >= 22 for each in ids)


def forged_with_another_key(token: str) -> str:
    return Tokens("another key of another deployment, long enough", 30).make("GB")[0]


def signed_for_another_purpose(token: str) -> str:
    return str(URLSafeTimedSerializer(KEY, salt="password reset").dumps(["someone", "GB"]))


def signed_without_time(token: str) -> str:
    return str(URLSafeSerializer(KEY, salt="thaw.site.session").dumps(["someone", "GB"]))


def with_another_id(token: str) -> str:
    payload = base64.urlsafe_b64encode(json.dumps(["someone-else", "GB"]).encode()).decode().rstrip("=")
    return ".".join([payload, *token.split(".")[1:]])


def with_another_time(token: str) -> str:
    payload, _, signature = token.split(".")
    return f"{payload}.zzzzzz.{signature}"


def without_signature(token: str) -> str:
    return token.rpartition(".")[0]


def with_one_character_changed(token: str) -> str:
    middle = len(token) - 10
    return token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]


def with_a_character_that_decoding_ignores(token: str) -> str:
    return f"{token[:-3]}!{token[-3:]}"


def with_bits_that_decoding_ignores(token: str) -> str:
    # 27 characters hold 160 bits and two more, which are zero.
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return token[:-1] + letters[letters.index(token[-1]) + 1]


@pytest.mark.parametrize(
    "forge",
    [
        forged_with_another_key,
        signed_for_another_purpose,
        signed_without_time,
        with_another_id,
        with_another_time,
        without_signature,
        with_one_character_changed,
        with_a_character_that_decoding_ignores,
        with_bits_that_decoding_ignores,
    ],
)
@pytest.mark.parametrize("even_expired", [False, True])
def test_a_forged_token_is_refused(forge, even_expired: bool) -> None:  # type: ignore[no-untyped-def]
    token, _, _ = TOKENS.make("GB")
    with pytest.raises(InvalidToken):
        TOKENS.read(forge(token), even_expired)


@given(st.text())
@example("")
@example("..")
@example("\ud800")
@example("é.é.é")
@example("a" * 100_000)
def test_garbage_is_refused(garbage: str) -> None:
    with pytest.raises(InvalidToken):
        TOKENS.read(garbage)


def test_a_token_is_good_until_the_moment_it_says_and_not_after(monkeypatch: pytest.MonkeyPatch) -> None:
    token, session, expires = TOKENS.make("GB")
    assert abs(expires - dt.datetime.now(dt.timezone.utc) - dt.timedelta(days=30)) < dt.timedelta(minutes=1)
    end = expires.timestamp()
    monkeypatch.setattr(time, "time", lambda: end - 60)
    assert TOKENS.read(token) == session
    monkeypatch.setattr(time, "time", lambda: end + 60)
    with pytest.raises(InvalidToken):
        TOKENS.read(token)
    assert TOKENS.read(token, even_expired=True) == session, "whose it was can still be told"


# The signing key


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "var" / "secret.key"
    monkeypatch.setattr(module, "KEY_FILE", path)
    return path


def test_the_key_is_made_once_and_only_its_owner_can_read_it(config: Settings, key_file: Path) -> None:
    key = signing_key(config)
    assert len(key) >= 32
    assert signing_key(config) == key == key_file.read_text(encoding="ascii")
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_each_deployment_makes_a_key_of_its_own(config: Settings, key_file: Path) -> None:
    first = signing_key(config)
    key_file.unlink()
    assert signing_key(config) != first


def test_a_key_that_is_set_is_used_and_nothing_is_written(config: Settings, key_file: Path) -> None:
    assert signing_key(config.copy(update={"secret": KEY})) == KEY
    assert not key_file.exists()


def test_processes_that_start_together_use_the_same_key(config: Settings, key_file: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for _ in range(50):
            assert len(set(pool.map(signing_key, [config] * 8))) == 1
            key_file.unlink()


def test_an_empty_key_file_is_never_the_key(config: Settings, key_file: Path) -> None:
    """As a process leaves it that is killed between making the file and writing it; with it anyone could sign."""
    key_file.parent.mkdir()
    key_file.touch(mode=0o600)
    try:
        key = signing_key(config)
    except Exception as refused:
        assert str(refused)
    else:
        assert len(key) >= 32
