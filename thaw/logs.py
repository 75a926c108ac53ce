"""Logging without visitors' words: what an exception says, and what Rasa logs at debug level, may hold them."""

from __future__ import annotations

import logging
import sys
import traceback

import structlog


class Wordless(logging.Filter):
    """Replaces an exception's text by its type and the place where it was raised."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without the exception's text."""
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            last = traceback.extract_tb(error.__traceback__)[-1:] or [None]
            place = f" at {last[0].filename.rsplit('/', 1)[-1]}:{last[0].lineno}" if last[0] else ""
            record.msg = f"{type(error).__name__}{place} (its text is left out: it could hold a visitor's words)"
            record.args = ()
            record.exc_info = None
            record.exc_text = None
        return True


_QUIET = ("rasa", "rasa_sdk", "sanic", "asyncio", "apscheduler", "matplotlib", "sqlalchemy", "tensorflow", "urllib3", "hypothesis")


def configure(level: str) -> None:
    """Send our log lines to stderr at `level`; the libraries' only from ERROR up, and theirs by type only."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(Wordless())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logger = logging.getLogger(name)
        logger.handlers = []
        logger.propagate = True
        logger.setLevel(logging.ERROR)
    # Rasa's structlog events carry the words themselves; at ERROR and above as well.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
