"""Pack the encoder's ONNX model into one file that `thaw/encoder.py` need not read whole.

As plain ONNX, everything is read into memory and stays there, most of it in two forms. Packed, onnxruntime maps the weights and lets them
go once it has brought them into its own form, and of the table of word pieces only the rows of a message are read.

    python tools/pack_encoder.py MODEL.onnx OUTPUT

Runs in the environment of tools/finetune_encoder.py, which ends with it. The file: weights, table, graph (`tools/encoder_graph.py`), and
the three sizes.
"""

from __future__ import annotations

import re
import struct
import sys
import tempfile
from pathlib import Path

import onnx
from onnx import numpy_helper

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.encoder_graph import WORDS, Graph

LARGE = 4096
"""Bytes of a weight from which it is kept outside the graph."""
_PRODUCT = re.compile(r"/model/encoder/(layer\.\d+/.+)/MatMul_quant")
"""The name of a product in the export."""


def pack(model_file: Path, output: Path) -> None:
    """Write the packed model. Its graph names the output file: it keeps that name."""
    exported = onnx.load(str(model_file)).graph
    weights = {each.name: numpy_helper.to_array(each) for each in exported.initializer}
    named = ((_PRODUCT.fullmatch(node.name), node.input) for node in exported.node)
    products = {found[1]: inputs[1].removesuffix("_quantized") for found, inputs in named if found}
    write(Graph(weights, products).model(), weights[f"{WORDS}_quantized"].tobytes(), output)


def write(model: onnx.ModelProto, table: bytes, output: Path) -> None:
    """Write a graph and the table of word pieces."""
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "graph.onnx"
        onnx.save_model(model, str(described), save_as_external_data=True, location=output.name, size_threshold=LARGE)
        onnx.checker.check_model(str(described))
        parts = [(Path(folder) / output.name).read_bytes(), table, described.read_bytes()]
    output.write_bytes(b"".join([*parts, struct.pack("<3Q", *map(len, parts))]))


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
