"""Show what matters of `rasa data validate`: errors and warnings, without its progress bars."""

from __future__ import annotations

import re
import sys

_IGNORED = (
    # Noise of Rasa and its libraries.
    "Slot auto-fill",
    "raise_warning",
    "it/s]",
    "Deprecat",
    "MovedIn20",
    # Intents behind choices have no sentences; the safety policy and the actions use what no rule names. Our tests walk them all.
    "is not found in the NLU training data",
    "is not used in any story or rule",
)
_FAULT = re.compile(r"ERROR|Error|UserWarning|contradict|Traceback", re.IGNORECASE)


def main() -> int:
    """Read the report from standard input; 1 if it names a fault."""
    faults = [line.rstrip() for line in sys.stdin if _FAULT.search(line) and not any(word in line for word in _IGNORED)]
    for fault in faults:
        print(fault)
    print("rasa data validate: " + (f"{len(faults)} faults" if faults else "no conflict found"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
