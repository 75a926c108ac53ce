"""Counting how far visitors go, without identifiers. What is counted with its record (`thaw/store/handoffs.py`) is not counted here."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from thaw.store import the_store

logger = logging.getLogger(__name__)


def count(step: str) -> None:
    """Add to today's counter of a step, beside the turn: no answer waits for it, and none fails with it."""
    asyncio.get_running_loop().run_in_executor(None, _add, step)


def _add(step: str) -> None:
    try:
        the_store().count(step)
    except SQLAlchemyError as error:
        logger.error("A counter was not kept: %s.", type(error).__name__)
