"""Train the model when it is missing or older than its data: `python -m thaw.train`.

A model's file is named after the hash of what it was trained from. Responses count by their names
alone: changing a sentence trains nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tarfile
import time
import warnings
from pathlib import Path

from thaw import logs
from thaw.classifier import FILES
from thaw.data import DATA
from thaw.encoder import MODEL_SHA256
from thaw.responses import responses
from thaw.safety import learned_reply
from thaw.settings import ROOT
from thaw.without_tensorflow import leave_out

MODELS = ROOT / "models"
_TRAINED_FROM = (
    "domain.yml",
    "config.yml",
    "data/nlu/*.yml",
    "data/rules/*.yml",
    "data/safety/negatives/*.yml",
    "data/safety/answers.yml",
    "data/stories/*.yml",
    "thaw/data.py",
    "thaw/encoder.py",
    "thaw/linear.py",
    "thaw/classifier.py",
    "thaw/view.py",
    "thaw/neighbours.py",
    "thaw/terms.py",
    "thaw/holdout.py",
    "thaw/spelling.py",
    "thaw/vectors.py",
    "thaw/assets/words.txt",
    "thaw/assets/vectors.npz",
    "thaw/nlu/**/*.py",
    "data/mentions.yml",
    "thaw/safety/taught.py",
    "thaw/safety/learned_reply.py",
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


def answers_folder() -> Path:
    """Where what was learned of answers to questions about risk is, or will be."""
    return screen_folder() / "answers"


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
    if result.code or not result.model:
        raise RuntimeError("The training failed. 'make validate' says what is wrong with the data.")
    _hand_out_classifier(target, screen_folder())
    for old in MODELS.glob("*-*"):
        if old.is_dir() and old != screen_folder():
            shutil.rmtree(old)
        elif old.is_file() and old != target:
            old.unlink()
    print(f"Trained in {time.monotonic() - started:.0f} s.", flush=True)
    return target


def _hand_out_classifier(model: Path, folder: Path) -> None:
    """Copy the classifier out of Rasa's model: the safety screen, which does without Rasa, reads it too. Answers are learned beside it."""
    # Whole or not at all.
    unfinished = folder.with_suffix(".unfinished")
    unfinished.mkdir(exist_ok=True)
    with tarfile.open(model) as archive:
        for member in archive.getmembers():
            name = Path(member.name).name
            if name in FILES and (content := archive.extractfile(member)):
                (unfinished / name).write_bytes(content.read())
    learned_reply.train(unfinished / answers_folder().name)
    unfinished.rename(folder)


if __name__ == "__main__":
    logs.configure("INFO")
    try:
        train()
    except RuntimeError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
