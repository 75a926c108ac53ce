"""One model in a process of its own: `python -m bench.worker MODEL`. Reads texts as JSON lines, writes what was
understood and how long it took.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["OMP_NUM_THREADS"] = "1"


def resident() -> float:
    """Resident memory of this process, MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(model: str) -> None:
    """Load the model, say so, then answer line by line."""
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage

    from thaw import logs

    logs.configure("ERROR")
    bare = resident()
    started = time.perf_counter()
    agent = Agent.load(model)
    logs.configure("ERROR")
    loop = asyncio.new_event_loop()

    def parse(text: str) -> dict:
        return loop.run_until_complete(agent.processor.parse_message(UserMessage(text)))

    parse("the first message loads what is lazy")
    loaded = time.perf_counter() - started
    for _ in range(30):
        parse("one of a few messages before memory is read")
    print(json.dumps({"load_seconds": loaded, "added_mb": resident() - bare}), flush=True)
    for line in sys.stdin:
        began = time.perf_counter()
        parsed = parse(json.loads(line))
        taken = (time.perf_counter() - began) * 1000
        ranking = [each["name"] for each in parsed.get("intent_ranking", [])]
        print(json.dumps({"intent": parsed["intent"]["name"], "ranking": ranking, "ms": taken}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
