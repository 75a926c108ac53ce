"""The floor under a turn: the server and the encoder that Thaw stands on, and nothing else. `python -m bench.floor <port>`."""

from __future__ import annotations

import sys

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from thaw.encoder import encoder


def main(port: int) -> None:
    """Serve."""
    app = Sanic("floor", configure_logging=False)
    encoder().vector("hello")

    @app.post("/messages")
    async def message(request: Request) -> HTTPResponse:
        encoder().vector(request.json["text"])
        return response.json({"messages": [{"kind": "text", "text": "It has a name."}]})

    app.run("127.0.0.1", port, access_log=False, debug=False, motd=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
