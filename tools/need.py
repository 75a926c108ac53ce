"""Install a system package that the tests need, or ask for it by name: `python -m tools.need chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

USERS = {"chromium": "the browser tests", "redis-server": "the tests of limits in Redis"}
"""Programs (and Debian packages of the same name), and what needs them."""
SKIPPED_WITHOUT = frozenset({"redis-server"})
"""Programs without which those tests are skipped."""


def main(name: str) -> int:
    """Returns 0 if the program is there (now), or if its tests can be skipped."""
    if shutil.which(name):
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {name}, for {USERS[name]}.", flush=True)
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", name]):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if shutil.which(name):
        return 0
    skipped = name in SKIPPED_WITHOUT
    what_now = "They are skipped" if skipped else "Install it and run this again"
    print(f"{name} is missing, for {USERS[name]}. {what_now} (Debian: sudo apt install {name}).", file=sys.stderr)
    return 0 if skipped else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
