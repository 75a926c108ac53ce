"""Stock Rasa with our sentences: the pipeline and the policies that `rasa init` writes, a domain of intents and responses alone.

Taught at most 20 sentences an intent (`bench/nlu.py`). Every intent has a rule to one response of one sentence, and they are strung to
stories of three, so that TED and UnexpecTED have something to learn. No forms, no custom actions, no safety: what Thaw does besides,
stock Rasa is spared.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from bench.nlu import FALLBACK, FOLDER, STOCK, capped, cpu_of_rasa

EPOCHS = 100
"""As `rasa init` has it."""
FEW_EPOCHS = 1
"""For trying the bench: it answers worse, and as fast."""


def _policies(epochs: int) -> list[dict[str, Any]]:
    learned = {"max_history": 5, "epochs": epochs}
    return [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", **learned},
        {"name": "TEDPolicy", **learned, "constrain_similarities": True},
    ]


def _domain_and_stories(intents: list[str]) -> dict[str, Any]:
    def answered(intent: str) -> list[dict[str, str]]:
        return [{"intent": intent}, {"action": f"utter_{intent}"}]

    following = intents[1:] + intents[:1], intents[2:] + intents[:2]
    return {
        "version": "3.1",
        "intents": intents,
        "responses": {f"utter_{each}": [{"text": f"This is about {each.replace('_', ' ')}."}] for each in [*intents, FALLBACK]},
        "rules": [{"rule": each, "steps": answered(each)} for each in [*intents, FALLBACK]],
        "stories": [
            {"story": " ".join(three), "steps": [step for each in three for step in answered(each)]}
            for three in zip(intents, *following, strict=True)
        ],
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def trained(epochs: int = EPOCHS) -> tuple[Path, float]:
    """The model and the CPU seconds of its training, kept by the hash of what it is made from."""
    data = capped()
    intents = [each["intent"] for each in yaml.safe_load(data)["nlu"]]
    pipeline = [{**component, **({"epochs": epochs} if "epochs" in component else {})} for component in STOCK]
    config = {"recipe": "default.v1", "assistant_id": "stock", "language": "en", "pipeline": pipeline, "policies": _policies(epochs)}
    talk = _domain_and_stories(intents)
    key = hashlib.sha256((data + json.dumps([config, talk])).encode()).hexdigest()[:12]
    model, note = FOLDER / f"stock-talk-{key}.tar.gz", FOLDER / f"stock-talk-{key}.json"
    if not (model.exists() and note.exists()):
        folder = FOLDER / "stock-talk"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "nlu.yml").write_text(data, encoding="utf-8")
        (folder / "talk.yml").write_text(yaml.safe_dump({k: talk[k] for k in ("version", "rules", "stories")}), encoding="utf-8")
        (folder / "config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        domain = {key: value for key, value in talk.items() if key not in ("rules", "stories")}
        (folder / "domain.yml").write_text(yaml.safe_dump(domain), encoding="utf-8")
        print(f"Training stock Rasa for {epochs} epochs …", flush=True)
        command = ["train", "--data", str(folder / "nlu.yml"), str(folder / "talk.yml")]
        command += ["--domain", str(folder / "domain.yml"), "--config", str(folder / "config.yml")]
        spent = cpu_of_rasa([*command, "--out", str(FOLDER), "--fixed-model-name", model.name])
        note.write_text(json.dumps({"training_cpu_seconds": spent}))
    return model, float(json.loads(note.read_text())["training_cpu_seconds"])
