"""Install a system package that the tests need, or ask for it by name: `python -m tools.need chromium`."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys

USERS = {
    "chromium": "the browser tests",
    "redis-server": "the tests of limits in Redis",
    "postgresql": "the tests of the store on PostgreSQL",
}
"""Debian packages, and what needs them."""
PROGRAMS = {"postgresql": "/usr/lib/postgresql/*/bin/initdb"}
"""Where a package's program is, if it is not on the path by the package's name."""
SKIPPED_WITHOUT = frozenset({"redis-server", "postgresql"})
"""Packages without which those tests are skipped."""


def main(name: str) -> int:
    """Returns 0 if the program is there (now), or if its tests can be skipped."""
    if _is_there(name):
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {name}, for {USERS[name]}.", flush=True)
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", name]):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if _is_there(name):
        return 0
    skipped = name in SKIPPED_WITHOUT
    what_now = "They are skipped" if skipped else "Install it and run this again"
    print(f"{name} is missing, for {USERS[name]}. {what_now} (Debian: sudo apt install {name}).", file=sys.stderr)
    return 0 if skipped else 1


def _is_there(name: str) -> bool:
    return bool(glob.glob(PROGRAMS[name]) if name in PROGRAMS else shutil.which(name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
