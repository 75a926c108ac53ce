"""Start Thaw: `python -m thaw`. Trains first if the model is missing or older than its data."""

from __future__ import annotations

import socket
import subprocess
import sys

from thaw import logs
from thaw.places import PlacesError
from thaw.responses import ResponsesError, responses
from thaw.settings import SettingsError, settings
from thaw.train import is_trained


def main() -> int:
    """Start the server. Returns the exit code: 0 ended by the operator, 2 a setting or a data file is broken."""
    try:
        config = settings()
        responses()
    except (SettingsError, PlacesError, ResponsesError) as error:
        print(error, file=sys.stderr)
        return 2
    logs.configure(config.log_level)
    # Training in a process of its own: it leaves behind what a server should not carry.
    if not config.model and not is_trained() and subprocess.run([sys.executable, "-m", "thaw.train"], check=False).returncode:
        return 2
    print("Thaw is starting …", flush=True)

    from sqlalchemy.exc import SQLAlchemyError

    from thaw import server
    from thaw.channels.strict_http import StrictHttpProtocol

    try:
        app = server.build().app()
    except SQLAlchemyError:
        print("Thaw can't start: the database that THAW_DATABASE_URL names does not answer.", file=sys.stderr)
        return 2
    logs.configure(config.log_level)  # importing Rasa sets up its own
    # Bound here: Sanic would log a traceback and end with 0.
    listening = socket.socket(socket.AF_INET6 if ":" in config.host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((config.host, config.port))
    except OSError:
        print(f"Thaw can't start: THAW_PORT {config.port} on THAW_HOST {config.host} is in use or not ours.", file=sys.stderr)
        return 2
    app.run(sock=listening, protocol=StrictHttpProtocol, access_log=False, debug=False, motd=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
