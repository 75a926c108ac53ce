"""A PostgreSQL for as long as one needs it, on a socket of its own: for the tests and the measurements."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

PROGRAMS = next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)
"""Where PostgreSQL's programs are, if it is installed."""


def _not_root() -> Optional[str]:
    """PostgreSQL refuses to run as root: the user to run it as then."""
    if os.geteuid():
        return None
    return "postgres" if "postgres" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"


@contextmanager
def postgres() -> Iterator[Path]:
    """The folder of the socket of a PostgreSQL with the user and superuser `thaw`, who needs no password."""
    assert PROGRAMS
    user = _not_root()
    folder = Path(tempfile.mkdtemp(prefix="thaw-pg-"))
    if user:
        shutil.chown(folder, user)
    quiet: dict[str, Any] = {"user": user, "check": True, "cwd": folder, "stdout": subprocess.DEVNULL}
    data = folder / "data"
    subprocess.run([PROGRAMS / "initdb", "-D", data, "-U", "thaw", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet)
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    subprocess.run([PROGRAMS / "pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start"], **quiet)
    try:
        yield folder
    finally:
        subprocess.run([PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], **quiet)
        shutil.rmtree(folder, ignore_errors=True)
