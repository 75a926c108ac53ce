"""The texts that visitors agreed to, each under the version that a hand-off's consent names: `python -m tools.consents`."""

from __future__ import annotations

import sys

from thaw.store.store import the_store


def main() -> int:
    """Print each version, since when it is agreed to, and its text."""
    for version, text, first in the_store().hand_offs.consent_texts():
        print(f"{version}  first agreed to {first:%Y-%m-%d %H:%M} UTC\n\n{text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
