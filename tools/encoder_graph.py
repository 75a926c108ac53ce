"""The encoder's graph, built anew from the weights of the fine-tuned model: 53 steps where the export has 226.

The export works for any mask and of any framework's making. Ours is one text without padding, or several of one length: no mask, no
shapes looked up, places and kind of sentence added up beforehand, and the three products of an attention as one. The same weights and the
same rounding; a short message takes an eighth to a quarter less.
"""

from __future__ import annotations

from typing import Mapping, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WORDS, PLACES, KINDS = (f"model.embeddings.{name}_embeddings.weight" for name in ("word", "position", "token_type"))
"""The tables of word pieces, places and kinds of sentence, in the model."""
LAYERS, HEADS, DIMENSIONS = 6, 12, 384
EPSILON = 1e-12
LONGEST = 128
"""Word pieces in one run, with the two frame tokens (`thaw.encoder.WINDOW_TOKENS`)."""
OURS = "com.microsoft"
"""The domain of onnxruntime's own steps."""


class Graph:
    """The graph under construction."""

    def __init__(self, weights: Mapping[str, np.ndarray], products: Mapping[str, str]) -> None:
        """Take the model's weights by name, and the name of each product's weight by its place (`layer.0/attention/self/query`)."""
        self._weights = weights
        self._products = products
        self._nodes: list[onnx.NodeProto] = []
        self._kept: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        """The graph: `pieces`, uint8, shape (batch, tokens, 384), in; `last_hidden_state`, float32, of the same shape, out."""
        states = self._embedded()
        for layer in range(LAYERS):
            states = self._layer(layer, states, "last_hidden_state" if layer == LAYERS - 1 else f"states_{layer}")
        shape = ["batch", "tokens", DIMENSIONS]
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info("pieces", TensorProto.UINT8, shape)],
            [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, shape)],
            self._kept,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def _embedded(self) -> str:
        """The word pieces with their places."""
        scale, zero = (self._keep(f"pieces_{name}", self._weights[f"{WORDS}_{name}"]) for name in ("scale", "zero_point"))
        places = self._keep("places", self._floats(PLACES)[:LONGEST] + self._floats(KINDS)[0])
        self._node("DequantizeLinear", ["pieces", scale, zero], "words")
        self._node("Shape", ["pieces"], "tokens", start=1, end=2)
        self._node("Slice", [places, self._keep("first", np.array([0], dtype=np.int64)), "tokens"], "placed")
        self._node("Add", ["words", "placed"], "embedded")
        norm = self._norm("model.embeddings.LayerNorm")
        return self._node("LayerNormalization", ["embedded", *norm], "states", axis=-1, epsilon=EPSILON)

    def _layer(self, layer: int, states: str, out: str) -> str:
        place, named = f"layer.{layer}", f"model.encoder.layer.{layer}"
        attended = self._attention(place, f"{named}.attention.self", states)
        mixed = self._linear(f"{place}/attention/output/dense", f"{named}.attention.output.dense.bias", attended)
        mixed = self._added(f"{named}.attention.output.LayerNorm", states, mixed, f"{place}/mixed")
        wide = self._linear(f"{place}/intermediate/dense", f"{named}.intermediate.dense.bias", mixed)
        bent = self._node("Gelu", [wide], f"{place}/bent", domain=OURS)
        narrow = self._linear(f"{place}/output/dense", f"{named}.output.dense.bias", bent)
        return self._added(f"{named}.output.LayerNorm", mixed, narrow, out)

    def _attention(self, place: str, named: str, states: str) -> str:
        """Query, key and value are one product, then attended to."""
        parts = ("query", "key", "value")
        weights = [self._products[f"{place}/attention/self/{part}"] for part in parts]
        joined = {
            kind: np.concatenate([self._weights[f"{each}_{kind}"] for each in weights], axis=-1)
            for kind in ("quantized", "scale", "zero_point")
        }
        weight, scale, zero = (self._keep(f"{place}/attention_{kind}", values) for kind, values in joined.items())
        bias = self._keep(f"{place}/attention_bias", np.concatenate([self._weights[f"{named}.{part}.bias"] for part in parts]))
        rounded = [f"{place}/{name}" for name in ("rounded", "step", "zero")]
        self._nodes.append(helper.make_node("DynamicQuantizeLinear", [states], rounded))
        inputs = [rounded[0], weight, bias, rounded[1], scale, "", rounded[2], zero]
        return self._node("QAttention", inputs, f"{place}/attended", domain=OURS, num_heads=HEADS)

    def _linear(self, place: str, bias: str, states: str) -> str:
        weight = self._products[place]
        kept = [self._keep(f"{place}_{kind}", self._weights[f"{weight}_{kind}"]) for kind in ("quantized", "scale", "zero_point")]
        inputs = [states, *kept, self._keep(bias, self._weights[bias])]
        return self._node("DynamicQuantizeMatMul", inputs, f"{place}/out", domain=OURS)

    def _added(self, norm: str, before: str, states: str, out: str) -> str:
        return self._node("SkipLayerNormalization", [before, states, *self._norm(norm)], out, domain=OURS, epsilon=EPSILON)

    def _norm(self, named: str) -> list[str]:
        return [self._keep(f"{named}.{part}", self._weights[f"{named}.{part}"]) for part in ("weight", "bias")]

    def _floats(self, table: str) -> np.ndarray:
        """A table as it was before it was rounded, about."""
        rounded = self._weights[f"{table}_quantized"].astype(np.float32)
        return np.asarray((rounded - np.float32(self._weights[f"{table}_zero_point"])) * self._weights[f"{table}_scale"])

    def _keep(self, name: str, values: np.ndarray) -> str:
        self._kept.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, operation: str, inputs: Sequence[str], output: str, **attributes: object) -> str:
        self._nodes.append(helper.make_node(operation, list(inputs), [output], **attributes))
        return output
