"""Train the model when it is missing or older than its data: `python -m thaw.train`.

A model's file is named after the hash of what it was trained from. Responses count by their names
alone: changing a sentence trains nothing.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
import sys
import time
import warnings
from multiprocessing.process import BaseProcess
from pathlib import Path

from thaw import logs
from thaw.data import DATA
from thaw.encoder import MODEL_SHA256
from thaw.responses import responses
from thaw.settings import ROOT
from thaw.without_tensorflow import leave_out

MODELS = ROOT / "models"
_TRAINED_FROM = (
    "domain.yml",
    "config.yml",
    "data/nlu/*.yml",
    "data/rules/*.yml",
    "data/safety/negatives.yml",
    "data/stories/*.yml",
    "thaw/data.py",
    "thaw/linear.py",
    "thaw/neighbours.py",
    "thaw/terms.py",
    "thaw/holdout.py",
    "thaw/spelling.py",
    "thaw/assets/words.txt",
    "thaw/nlu/*.py",
    "data/mentions.yml",
    "thaw/safety/classifier.py",
    "thaw/dialogue/policy.py",
    "thaw/dialogue/importer.py",
    "requirements.lock",
)


def fingerprint() -> str:
    """Hash of everything that the model depends on."""
    digest = hashlib.sha256(MODEL_SHA256.encode())
    for pattern in _TRAINED_FROM:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update("\n".join(responses().names).encode())
    return digest.hexdigest()[:16]


def model_file() -> Path:
    """Where the model that fits the data is, or will be."""
    return MODELS / f"thaw-{fingerprint()}.tar.gz"


def screen_folder() -> Path:
    """Where the safety screen's classifier that fits the data is, or will be."""
    return MODELS / f"screen-{fingerprint()}"


def is_trained() -> bool:
    """Whether the models that fit the data are there."""
    return model_file().exists() and screen_folder().exists()


def train() -> Path:
    """Train unless the models that fit the data are there; return the dialogue model's file.

    Raises:
        RuntimeError: the training failed.
    """
    target = model_file()
    if is_trained():
        return target
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    leave_out()
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # without Rasa's progress bars
    warnings.simplefilter("ignore")
    print("Training the model: this happens once, and again when its data change.", flush=True)
    started = time.monotonic()
    from rasa.shared.core.domain import Domain, InvalidDomain

    try:
        # Rasa itself would warn of a broken domain, and train an empty one.
        Domain.load(str(ROOT / "domain.yml"))
    except InvalidDomain as error:
        raise RuntimeError(f"domain.yml is broken: {error}") from None

    screen = _teach_screen(screen_folder())
    from rasa.model_training import train as rasa_train

    # Rasa's own cache of trained parts would outlive changes of our code that it can't see.
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"
    result = rasa_train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(DATA / "nlu"), str(DATA / "rules")],
        output=str(MODELS),
        fixed_model_name=target.name,
        force_training=True,
    )
    screen.join()
    if result.code or not result.model or screen.exitcode:
        raise RuntimeError("The training failed. 'make validate' says what is wrong with the data.")
    for old in MODELS.glob("*-*"):
        if old.is_dir() and old != screen_folder():
            shutil.rmtree(old)
        elif old.is_file() and old != target:
            old.unlink()
    print(f"Trained in {time.monotonic() - started:.0f} s.", flush=True)
    return target


def _teach_screen(folder: Path) -> BaseProcess:
    """Teach the screen's classifier in a process of its own, beside Rasa's training, which is as long.

    All sentences are read before, once: the process inherits their vectors, and Rasa's featurizer finds them.
    """
    from thaw.encoder import encoder
    from thaw.safety import classifier

    encoder().encode_all(classifier.examples()[0])
    process = multiprocessing.get_context("fork").Process(target=classifier.train, args=(folder,), daemon=True)
    process.start()
    return process


if __name__ == "__main__":
    logs.configure("INFO")
    try:
        train()
    except RuntimeError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
