"""Install a system package that the tests need, or ask for it by name: `python -m tools.need chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def main(name: str) -> int:
    """Returns 0 if the program is there (now)."""
    if shutil.which(name):
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {name}, which the browser tests need.", flush=True)
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", name]):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if shutil.which(name):
        return 0
    print(f"The browser tests need {name}. Install it and run this again (Debian: sudo apt install {name}).", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
