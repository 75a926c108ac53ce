"""The log: what an operator finds in it, and the words that never stand there."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Iterator

import pytest
import structlog

from thaw import logs

WORDS = "my sister drowned and I felt nothing"
Log = Callable[..., str]


@pytest.fixture
def log(capsys: pytest.CaptureFixture[str]) -> Iterator[Log]:
    """Runs a function with Thaw's logging, at the most talkative level, and returns everything that was written."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level

    def written(act: Callable[[], object], at: str = "DEBUG") -> str:
        logs.configure(at)
        act()
        out, err = capsys.readouterr()
        return str(out + err)

    yield written
    root.handlers, root.level = handlers, level
    logging.captureWarnings(False)
    structlog.reset_defaults()


def fail() -> None:
    raise ValueError(f"could not parse {WORDS!r}")


def fail_in_a_chain() -> None:
    try:
        fail()
    except ValueError as error:
        raise RuntimeError(f"the engine failed on {WORDS}") from error


@pytest.mark.parametrize(("failing", "name"), [(fail, "ValueError"), (fail_in_a_chain, "RuntimeError")])
def test_our_own_error_line_says_what_failed_and_where_but_no_words(log: Log, failing: Callable[[], None], name: str) -> None:
    def act() -> None:
        try:
            failing()
        except Exception as error:
            logging.getLogger("thaw.channels.turn").error("The dialogue engine failed.", exc_info=error)

    written = log(act)
    assert "drowned" not in written
    assert f"The dialogue engine failed. {name} at test_logs.py:" in written


@pytest.mark.parametrize("library", ["rasa.core.processor", "sanic.error", "asyncio", "sqlalchemy.engine", "some.other.library"])
def test_a_librarys_error_line_holds_no_words_of_the_exception_or_of_its_message(log: Log, library: str) -> None:
    def act() -> None:
        try:
            fail()
        except ValueError:
            logging.getLogger(library).exception(f"Could not handle {WORDS}")
            logging.getLogger(library).error("Could not handle %s", WORDS, exc_info=True)

    written = log(act)
    assert "drowned" not in written
    assert written.count("ValueError at test_logs.py:") == 2


@pytest.mark.parametrize("library", ["rasa.core.processor", "sanic.error", "some.other.library"])
def test_a_librarys_error_line_without_an_exception_holds_no_words(log: Log, library: str) -> None:
    assert "drowned" not in log(lambda: logging.getLogger(library).error("Message %r could not be parsed", WORDS))


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING])
@pytest.mark.parametrize("library", ["rasa.core.processor", "rasa_sdk.executor", "sanic.root", "sqlalchemy.engine.Engine"])
def test_a_library_says_nothing_below_error(log: Log, library: str, level: int) -> None:
    assert log(lambda: logging.getLogger(library).log(level, "Received user message %r", WORDS)) == ""


@pytest.mark.parametrize("method", ["debug", "info", "warning", "error", "exception"])
def test_rasas_structured_events_carry_no_words(log: Log, method: str) -> None:
    assert "drowned" not in log(lambda: getattr(structlog.get_logger("rasa"), method)("message.parsing.failed", user_text=WORDS))


def test_a_task_that_nobody_waited_for_is_reported_without_words(log: Log) -> None:
    async def forget() -> None:
        async def failing() -> None:
            fail()

        task = asyncio.ensure_future(failing())
        while not task.done():
            await asyncio.sleep(0)

    written = log(lambda: asyncio.run(forget()))
    assert "drowned" not in written
    assert "ValueError" in written


def test_a_deprecation_inside_a_library_does_not_reach_the_terminal(log: Log) -> None:
    def act() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(True)
            warnings.warn(f"deprecated: {WORDS}", stacklevel=1)

    assert log(act) == ""


def test_our_own_lines_are_written_with_time_and_level(log: Log) -> None:
    written = log(lambda: logging.getLogger("thaw.server").info("Retention: %d conversations deleted.", 3))
    assert "Retention: 3 conversations deleted." in written
    assert "timestamp='20" in written and "level='info'" in written


def test_the_level_of_the_settings_is_kept(log: Log) -> None:
    assert log(lambda: logging.getLogger("thaw.server").info("Loaded."), at="ERROR") == ""
