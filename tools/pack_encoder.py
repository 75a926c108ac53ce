"""Pack the encoder's ONNX model into one file that `thaw/encoder.py` need not read whole.

As plain ONNX, everything is read into memory and stays there, most of it in two forms. Packed, onnxruntime maps the weights and lets them
go once it has brought them into its own form, and of the table of word pieces only the rows of a message are read.

    python tools/pack_encoder.py MODEL.onnx OUTPUT

Runs in the environment of tools/finetune_encoder.py, which ends with it. The file: weights, table, graph, and the three sizes.
"""

from __future__ import annotations

import struct
import sys
import tempfile
from pathlib import Path

import onnx

LOOKED_UP, ROWS = "model.embeddings.word_embeddings.weight_quantized", "pieces"
"""The table of word pieces in the model, and the input that stands for what is looked up in it: uint8, shape (batch, tokens, 384)."""
LARGE = 4096
"""Bytes of a weight from which it is kept outside the graph."""


def pack(model_file: Path, output: Path) -> None:
    """Write the packed model. Its graph names the output file: it keeps that name."""
    model = onnx.load(str(model_file))
    graph = model.graph
    [table] = [each for each in graph.initializer if each.name == LOOKED_UP]
    [lookup] = [each for each in graph.node if LOOKED_UP in each.input]
    assert lookup.op_type == "Gather" and table.data_type == onnx.TensorProto.UINT8
    for node in graph.node:
        node.input[:] = [ROWS if name == lookup.output[0] else name for name in node.input]
    graph.input.append(onnx.helper.make_tensor_value_info(ROWS, table.data_type, ["batch", "tokens", table.dims[1]]))
    graph.initializer.remove(table)
    graph.node.remove(lookup)
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "graph.onnx"
        onnx.save_model(model, str(described), save_as_external_data=True, location=output.name, size_threshold=LARGE)
        onnx.checker.check_model(str(described))
        parts = [(Path(folder) / output.name).read_bytes(), table.raw_data, described.read_bytes()]
    output.write_bytes(b"".join([*parts, struct.pack("<3Q", *map(len, parts))]))


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
