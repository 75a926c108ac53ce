"""Understanding beside stock Rasa: `make bench`. Both trained on the same sentences, at most 20 an intent; one interleaved run.

Prints accuracy on our held-out sentences, out-of-scope rejection, parse p50/p99, memory over bare Rasa, load time and training CPU, and
writes them to `docs/bench-nlu.md`. The stock model is kept by the hash of its data: the first run takes several minutes longer.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import yaml

from evaluation import files
from evaluation.scorecard import HELD_OUT, OUT
from thaw.data import DATA, load_examples
from thaw.settings import ROOT

CAP = 20
"""Sentences of an intent used for the comparison."""
FOLDER = ROOT / "models" / "bench"
PAGE = ROOT / "docs" / "bench-nlu.md"
_MEMORY_KEPT = {
    "GLIBC_TUNABLES": ":".join(
        f"glibc.malloc.{name}" for name in ("hugetlb=1", "mmap_max=0", "trim_threshold=17179869184", "top_pad=268435456")
    ),
    "MALLOC_ARENA_MAX": "1",
}
"""Large tensors are not handed back to the system after each step: an epoch of stock Rasa's classifier takes 19 s instead of 23 to 35."""
FALLBACK = "nlu_fallback"
STOCK: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "ResponseSelector", "epochs": 100, "constrain_similarities": True},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]
"""The pipeline that `rasa init` of 3.6.21 writes."""


def capped() -> str:
    """The training data of both, as Rasa NLU YAML: the first `CAP` sentences of each intent in the order of their hashes."""
    by_intent: dict[str, list[str]] = defaultdict(list)
    for text, intent in load_examples((DATA / "nlu").glob("*.yml")):
        by_intent[intent].append(text)
    lines = ['version: "3.1"', "nlu:"]
    for intent, texts in sorted(by_intent.items()):
        chosen = sorted(texts, key=lambda text: hashlib.sha256(text.encode()).hexdigest())[:CAP]
        lines += [f"- intent: {intent}", "  examples: |", *[f"    - {text}" for text in chosen]]
    return "\n".join(lines) + "\n"


def cpu_of_rasa(command: list[str]) -> float:
    """Run Rasa's own command line, without its cache; returns the CPU seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, **_MEMORY_KEPT, "RASA_TELEMETRY_ENABLED": "false", "RASA_MAX_CACHE_SIZE": "0"}
    subprocess.run([sys.executable, "-W", "ignore", "-m", "rasa", *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def trained(name: str, pipeline: list[dict[str, Any]], data: str) -> tuple[Path, float]:
    """The NLU model and the CPU seconds of its training, kept by the hash of data and pipeline."""
    code = b"".join(path.read_bytes() for path in sorted((ROOT / "thaw").rglob("*.py"))) if name == "thaw" else b""
    key = hashlib.sha256((data + json.dumps(pipeline)).encode() + code).hexdigest()[:12]
    model, note = FOLDER / f"{name}-{key}.tar.gz", FOLDER / f"{name}-{key}.json"
    if not model.exists() or not note.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "nlu.yml").write_text(data, encoding="utf-8")
        config = {"recipe": "default.v1", "assistant_id": name, "language": "en", "pipeline": pipeline}
        (FOLDER / f"{name}.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        print(f"Training {name} …", flush=True)
        command = ["train", "nlu", "--nlu", str(FOLDER / "nlu.yml"), "--config", str(FOLDER / f"{name}.yml")]
        spent = cpu_of_rasa([*command, "--out", str(FOLDER), "--fixed-model-name", model.name])
        note.write_text(json.dumps({"training_cpu_seconds": spent}))
    return model, float(json.loads(note.read_text())["training_cpu_seconds"])


class Worker:
    """A model in a process of its own."""

    def __init__(self, model: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "bench.worker", str(model)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.start: dict[str, float] = self._answer()

    def parse(self, text: str) -> dict[str, Any]:
        """What is understood of a text, and the milliseconds it took."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith("{"):
                return dict(json.loads(line))
        raise RuntimeError("The worker ended.")


def main() -> None:
    """Train both, run both interleaved, print and write the table."""
    data = capped()
    ours = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    # The same sentences for both: not the screen's look-alikes besides.
    ours = [{**each, "look_alikes": False} if each["name"].endswith(".IntentHead") else each for each in ours]
    models = {"stock": trained("stock", STOCK, data), "thaw": trained("thaw", ours, data)}
    workers = {name: Worker(model) for name, (model, _) in models.items()}
    rows = files.read(HELD_OUT)
    got: dict[str, list[dict[str, Any]]] = {name: [] for name in workers}
    for row in rows:
        for name, worker in workers.items():
            got[name].append(worker.parse(row["text"]))
    table = [["", *workers]]
    scoped = [index for index, row in enumerate(rows) if row["intents"][0] != OUT]
    outside = [index for index, row in enumerate(rows) if row["intents"][0] == OUT]

    def share(name: str, indices: list[int], right: Any) -> str:
        return f"{sum(bool(right(rows[i], got[name][i])) for i in indices) / max(len(indices), 1):.3f}"

    def line(label: str, value: Any) -> None:
        table.append([label, *[value(name) for name in workers]])

    line("right intent, no fallback", lambda n: share(n, scoped, lambda row, found: found["intent"] in row["intents"]))
    line("among the top three", lambda n: share(n, scoped, lambda row, found: set(_named(found)[:3]) & set(row["intents"])))
    line("fell back", lambda n: share(n, scoped, lambda row, found: found["intent"] == FALLBACK))
    line("out of scope rejected", lambda n: share(n, outside, lambda row, found: found["intent"] in (OUT, FALLBACK)))
    line("parse p50, ms", lambda n: f"{median(each['ms'] for each in got[n]):.1f}")
    line("parse p99, ms", lambda n: f"{quantiles([each['ms'] for each in got[n]], n=100)[98]:.1f}")
    line("memory over bare Rasa, MB", lambda n: f"{workers[n].start['added_mb']:.0f}")
    line("load, s", lambda n: f"{workers[n].start['load_seconds']:.1f}")
    line("training CPU, s", lambda n: f"{models[n][1]:.0f}")
    for worker in workers.values():
        worker.stop()
    head, *body = ["| " + " | ".join(cells) + " |" for cells in table]
    text = "\n".join([head, "|---|---|---|", *body])
    PAGE.write_text(
        f"# Understanding beside stock Rasa\n\nWritten by `make bench`: at most {CAP} sentences an intent,\n"
        f"{len(rows)} held-out messages, one interleaved run.\n"
        f"The intent head's pipeline alone, without the safety screen.\n\n{text}\n",
        encoding="utf-8",
    )
    print(text)


def _named(found: dict[str, Any]) -> list[str]:
    return [name for name in found["ranking"] if name != FALLBACK]


if __name__ == "__main__":
    main()
