"""The whole server in this process, on a port of its own, over a dialogue engine that a test holds in its hand."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sanic import Sanic

from thaw import server as module
from thaw.channels.renderer import Draft, draft
from thaw.channels.strict_http import StrictHttpProtocol
from thaw.settings import Settings
from thaw.store import open_store


class Engine:
    """Says one thing about numbness, and can be held back."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.called = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    def hold(self) -> None:
        self._may_go_on.clear()

    def release(self) -> None:
        self._may_go_on.set()

    async def respond(self, conversation_id: str, text: str, metadata: dict[str, Any]) -> Sequence[Draft]:
        self.heard.append(text)
        self.called.set()
        await asyncio.to_thread(self._may_go_on.wait, 10)
        act = metadata["safety"]["act"]
        return [draft(act["response"], act["wording"]) if act else Draft(f"Heard: {len(self.heard)}")]


class Served:
    """A running server."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, config: Settings) -> None:
        self.engine = Engine()
        self.folder = folder
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        patch.setattr(module, "the_store", lambda: open_store(f"sqlite:///{folder}/thaw.db"))
        patch.setattr(Sanic, "test_mode", True)
        self._server = module.Server(config.copy(update={"port": self.port}))
        self.store = self._server.store
        self._server.engine = self.engine  # type: ignore[assignment]
        # The plain loop: an unclosed uvloop, collected while a later server started, aborted the whole run once.
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()
        self._thread.start()
        assert self._ready.wait(20)

    def stop(self) -> None:
        self.engine.release()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        if not self._thread.is_alive():
            self._loop.close()
        self.listening.close()

    def load(self) -> None:
        """Load what a server loads after its start, without an engine until then."""
        self._server.engine = None
        asyncio.run_coroutine_threadsafe(self._server._load(self._app), self._loop).result(60)

    def is_starting(self) -> None:
        """As before anything was loaded."""
        self._server.engine = None

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()

    async def _serve(self) -> None:
        self._app = self._server.app()
        serving = self._app.create_server(sock=self.listening, protocol=StrictHttpProtocol, return_asyncio_server=True, access_log=False)
        running = await serving
        await running.startup()
        await running.before_start()
        await running.start_serving()
        # Not after_start: it would load a model.
