"""Split the encoder's ONNX file into what is computed with and what is looked up, for `thaw/encoder.py`.

In one file, everything is read into memory and stays there, most of it in two forms. Split, the graph maps its weights and lets them go
once it has packed them, and of the 30,522 word pieces only those of a message are read.

    python tools/split_encoder.py MODEL.onnx FOLDER

Runs in the environment of tools/finetune_encoder.py, which ends with it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import onnx

GRAPH, WEIGHTS, PIECES = "encoder-int8.onnx", "encoder-int8.weights", "encoder-int8.pieces"
LOOKED_UP, ROWS = "model.embeddings.word_embeddings.weight_quantized", "pieces"
"""The table of word pieces in the model, and the input that stands for what is looked up in it: uint8, shape (batch, tokens, 384)."""
LARGE = 4096
"""Bytes of a weight from which it is kept beside the graph."""


def split(model_file: Path, folder: Path) -> None:
    """Write graph, weights and word pieces into `folder`."""
    model = onnx.load(str(model_file))
    graph = model.graph
    [table] = [each for each in graph.initializer if each.name == LOOKED_UP]
    [lookup] = [each for each in graph.node if LOOKED_UP in each.input]
    assert lookup.op_type == "Gather" and table.data_type == onnx.TensorProto.UINT8
    for node in graph.node:
        node.input[:] = [ROWS if name == lookup.output[0] else name for name in node.input]
    (folder / PIECES).write_bytes(table.raw_data)
    graph.input.append(onnx.helper.make_tensor_value_info(ROWS, table.data_type, ["batch", "tokens", table.dims[1]]))
    graph.initializer.remove(table)
    graph.node.remove(lookup)
    # onnx appends to a file that is there.
    (folder / WEIGHTS).unlink(missing_ok=True)
    onnx.save_model(model, str(folder / GRAPH), save_as_external_data=True, location=WEIGHTS, size_threshold=LARGE)
    (folder / WEIGHTS).chmod(0o644)
    onnx.checker.check_model(str(folder / GRAPH))


if __name__ == "__main__":
    split(Path(sys.argv[1]), Path(sys.argv[2]))
