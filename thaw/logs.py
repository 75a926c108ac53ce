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
        ours = record.name.partition(".")[0] in ("thaw", "actions")
        said = record.getMessage() if ours else f"{record.name} reported an {record.levelname.lower()}."
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            frames = traceback.extract_tb(error.__traceback__)[-3:]
            places = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
            said = f"{said} {type(error).__name__} at {places}"
        # Our own lines hold no words; a library's may.
        record.msg, record.args, record.exc_info, record.exc_text = said, (), None, None
        return True


_QUIET = (
    "py.warnings",
    "rasa",
    "rasa_sdk",
    "sanic",
    "asyncio",
    "apscheduler",
    "matplotlib",
    "sqlalchemy",
    "tensorflow",
    "urllib3",
    "hypothesis",
)


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
    # Deprecations inside Rasa's dependencies, which nobody here can mend, go the libraries' way below.
    logging.captureWarnings(True)
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
